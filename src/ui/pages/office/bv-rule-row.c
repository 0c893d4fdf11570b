/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry, a switch, a drop-down, or one drop-down for each step of a chain. */
#include "config.h"

#include "bv-rule-row.h"

#include "bv-pill.h"
#include "bv-preedit.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define CHARS 14

struct _BvRuleRow
{
  AdwActionRow parent_instance;

  /* Owned */
  char *key;       /* nullable */
  char *parameter; /* as marks name it */
  char *shown;     /* text of the entry as it was shown */
  BvPreedit *preedit;

  /* Borrowed */
  const BvRuleGroup *group;
  const BvRuleField *field;
  GtkWidget *editor; /* entry, switch or drop-down */
  GtkWidget *steps[BV_RULE_CHAIN_MAXIMUM];
  GtkWidget *confirm; /* menu button with the pill */
  GtkWidget *document;

  gboolean showing;
};

enum { TYPED, CONFIRM, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRuleRow, bv_rule_row, ADW_TYPE_ACTION_ROW)

static void
tell (BvRuleRow *self, const char *text)
{
  if (!self->showing)
    g_signal_emit (self, signals[TYPED], 0, text);
}

/* Texts */

static void
leave_cb (BvRuleRow *self)
{
  bv_rule_row_flush (self);
}

void
bv_rule_row_flush (BvRuleRow *self)
{
  g_autofree char *text = NULL;

  if (!self->preedit || self->showing)
    return;
  bv_preedit_settle (self->preedit);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (g_strcmp0 (text, self->shown) != 0)
    tell (self, text);
}

static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           BvRuleRow *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->editor), self->shown ? self->shown : "");
  return TRUE;
}

static void
create_entry (BvRuleRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  gboolean wide = self->field->type == BV_RULE_TEXT;

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), wide ? 2 * CHARS : CHARS);
  gtk_widget_set_hexpand (entry, wide);
  if (!wide)
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
  self->preedit = bv_preedit_watch (entry);
  self->editor = entry;
}

/* Choices */

static void
switched_cb (BvRuleRow *self)
{
  tell (self, gtk_switch_get_active (GTK_SWITCH (self->editor)) ? "1" : "0");
}

static void
chosen_cb (BvRuleRow *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (index < bv_rule_field_count_words (self->field))
    tell (self, self->field->words[index].word);
}

/* What stands twice counts once; an empty step is left out. */
static void
step_cb (BvRuleRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < BV_RULE_CHAIN_MAXIMUM; i++) {
    guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->steps[i]));
    if (index == 0 || index == GTK_INVALID_LIST_POSITION || (seen & (1u << index)))
      continue;
    seen |= 1u << index;
    g_string_append_printf (text, "%s ", self->field->words[index - 1].word);
  }
  tell (self, text->str);
}

static GtkWidget *
create_drop_down (BvRuleRow *self, gboolean with_none, GCallback changed)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  if (with_none)
    gtk_string_list_append (labels, _ ("(none)"));
  for (guint i = 0; i < bv_rule_field_count_words (self->field); i++)
    gtk_string_list_append (labels, _ (self->field->words[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  g_signal_connect_swapped (drop_down, "notify::selected", changed, self);
  return drop_down;
}

static void
create_chain (BvRuleRow *self)
{
  self->editor = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < BV_RULE_CHAIN_MAXIMUM; i++) {
    g_autofree char *name = g_strdup_printf ("%s %u", _ (self->field->label), i + 1);
    self->steps[i] = create_drop_down (self, TRUE, G_CALLBACK (step_cb));
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    gtk_box_append (GTK_BOX (self->editor), self->steps[i]);
  }
  gtk_widget_set_margin_top (self->editor, 6);
  gtk_widget_set_margin_bottom (self->editor, 6);
}

static void
create_editor (BvRuleRow *self)
{
  switch (self->field->type) {
  case BV_RULE_SWITCH:
    self->editor = gtk_switch_new ();
    g_signal_connect_swapped (self->editor, "notify::active", G_CALLBACK (switched_cb), self);
    break;
  case BV_RULE_CHOICE:
    self->editor = create_drop_down (self, FALSE, G_CALLBACK (chosen_cb));
    break;
  case BV_RULE_CHAIN:
    create_chain (self);
    break;
  case BV_RULE_TEXT:
  case BV_RULE_DATE:
  case BV_RULE_INTEGER:
  case BV_RULE_SHARE:
  default:
    create_entry (self);
    break;
  }
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->field->label), -1);
}

/* Confirming */

static void
confirm_cb (BvRuleRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->document)));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->confirm));
  g_signal_emit (self, signals[CONFIRM], 0, text);
}

static GtkWidget *
create_popover (BvRuleRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Number and date of the document that confirms it"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Confirm"));

  self->document = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->document), "12/QĐ-SNgV, 05/02/2026");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->document),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number and date of the document that confirms it"),
                                  -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->document, "activate", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (confirm_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->document);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
create_confirm (BvRuleRow *self)
{
  GtkWidget *pill = bv_pill_new ();

  bv_pill_set (BV_PILL (pill), _ ("To be confirmed"), "warning");
  self->confirm = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->confirm), pill);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->confirm), create_popover (self));
  gtk_widget_add_css_class (self->confirm, "flat");
  gtk_widget_set_valign (self->confirm, GTK_ALIGN_CENTER);
  bv_tooltip_set (self->confirm, _ ("Confirm with a document"));
}

/* Showing */

static void
show_chain (BvRuleRow *self, const BvRuleChain *chain)
{
  for (guint i = 0; i < BV_RULE_CHAIN_MAXIMUM; i++)
    gtk_drop_down_set_selected (
        GTK_DROP_DOWN (self->steps[i]),
        i < chain->n_steps ? (guint) ((int) chain->steps[i] - self->field->first_value) + 1 : 0);
}

static void
show_text (BvRuleRow *self, gconstpointer row)
{
  g_free (self->shown);
  if (self->field->type == BV_RULE_SHARE && !bv_rule_field_is_none (self->field, row))
    self->shown = bv_share_to_text (*bv_rule_field_at (self->field, row, const BvShare));
  else
    self->shown = bv_rule_field_format (self->field, row);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), self->shown);
}

static void
show_value (BvRuleRow *self, gconstpointer row)
{
  const BvRuleField *field = self->field;

  if (field->type == BV_RULE_SWITCH)
    gtk_switch_set_active (GTK_SWITCH (self->editor),
                           *bv_rule_field_at (field, row, const gboolean));
  else if (field->type == BV_RULE_CHOICE)
    gtk_drop_down_set_selected (
        GTK_DROP_DOWN (self->editor),
        (guint) (*bv_rule_field_at (field, row, const int) - field->first_value));
  else if (field->type == BV_RULE_CHAIN)
    show_chain (self, bv_rule_field_at (field, row, const BvRuleChain));
  else
    show_text (self, row);
}

static void
show_mark (BvRuleRow *self, const BvRulePack *pack, gboolean writable)
{
  const char *document = bv_rule_pack_get_document (pack, self->parameter);
  g_autofree char *confirmed = document ? g_strdup_printf (_ ("Confirmed by: %s"), document) : NULL;
  const char *hint = confirmed ? confirmed : self->field->hint ? _ (self->field->hint) : "";
  g_autofree char *markup = g_markup_escape_text (hint, -1);

  gtk_widget_set_visible (self->confirm, bv_rule_pack_is_unconfirmed (pack, self->parameter));
  gtk_widget_set_sensitive (self->confirm, writable);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
}

gboolean
bv_rule_row_show (BvRuleRow *self, const BvRulePack *pack, gboolean writable)
{
  gconstpointer row = self->key ? bv_rule_group_find_row (self->group, pack, self->key)
                                : bv_rule_group_get_struct (self->group, pack);

  if (!row)
    return FALSE;
  self->showing = TRUE;
  show_value (self, row);
  show_mark (self, pack, TRUE);
  gtk_widget_set_sensitive (self->editor, writable);
  self->showing = FALSE;
  return TRUE;
}

const char *
bv_rule_row_get_parameter (BvRuleRow *self)
{
  return self->parameter;
}

static void
bv_rule_row_dispose (GObject *object)
{
  BvRuleRow *self = BV_RULE_ROW (object);

  self->showing = TRUE; /* nothing is told any more */
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->parameter, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (bv_rule_row_parent_class)->dispose (object);
}

static void
bv_rule_row_class_init (BvRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_rule_row_dispose;
  signals[TYPED] = g_signal_new ("typed",
                                 BV_TYPE_RULE_ROW,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
  signals[CONFIRM] = g_signal_new ("confirm",
                                   BV_TYPE_RULE_ROW,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
}

static void
bv_rule_row_init (BvRuleRow *self)
{
}

GtkWidget *
bv_rule_row_new (const BvRuleGroup *group, const char *key, const BvRuleField *field)
{
  BvRuleRow *self = g_object_new (BV_TYPE_RULE_ROW, NULL);

  self->group = group;
  self->field = field;
  self->key = g_strdup (key);
  self->parameter = bv_rule_group_name_parameter (group, key, field->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  create_confirm (self);
  create_editor (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->confirm);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->editor);
  return GTK_WIDGET (self);
}
