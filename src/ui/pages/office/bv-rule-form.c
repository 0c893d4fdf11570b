/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of rows; a list is a row that opens for each of its own, filled when it opens. */
#include "config.h"

#include "bv-rule-form.h"

#include "bv-focus.h"
#include "bv-rule-pack-edit.h"
#include "bv-rule-row.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define WIDTH 760

struct _BvRuleForm
{
  AdwBin parent_instance;

  /* Owned */
  BvRulePack *pack; /* nullable */
  char *shape;      /* code and keys of the rows, as built */
  GPtrArray *rows;  /* BvRuleRow, borrowed */
  GPtrArray *folds; /* AdwExpanderRow, borrowed */

  /* Borrowed references: children */
  GtkWidget *scroller;
  GtkWidget *box;

  guint build_id; /* to build anew, once whoever told of the change has returned */
  gboolean writable;
};

enum { EDITED, REFUSED, CONFIRMED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvRuleForm, bv_rule_form, ADW_TYPE_BIN)

/* What a widget stands for. */
static const BvRuleGroup *
get_group (gpointer widget)
{
  return g_object_get_data (widget, "group");
}

static const char *
get_key (gpointer widget)
{
  return g_object_get_data (widget, "key");
}

static void
set_place (gpointer widget, const BvRuleGroup *group, const char *key)
{
  g_object_set_data (widget, "group", (gpointer) group);
  g_object_set_data_full (widget, "key", g_strdup (key), g_free);
}

/* Changes */

static void
finish (BvRuleForm *self, BvRulePack *copy, gboolean done, GError *error)
{
  g_autoptr (BvRulePack) kept = bv_rule_pack_ref (self->pack);

  if (done)
    g_signal_emit (self, signals[EDITED], 0, copy);
  else if (error)
    g_signal_emit (self, signals[REFUSED], 0, error);
  /* whoever listens shows the pack as it is in the office; when nobody could save it, as before */
  if (self->pack == kept)
    bv_rule_form_show (self, kept, self->writable);
}

static void
typed_cb (BvRuleRow *row, const char *text, BvRuleForm *self)
{
  const BvRuleGroup *group = get_group (row);
  const BvRuleField *field = g_object_get_data (G_OBJECT (row), "field");
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (self->pack);
  gpointer place = get_key (row) ? bv_rule_group_find_row (group, copy, get_key (row))
                                 : bv_rule_group_get_struct (group, copy);
  g_autoptr (GError) error = NULL;
  gboolean done = place && bv_rule_pack_edit_set (copy, group, place, field, text, &error);

  finish (self, copy, done, error);
}

static void
confirm_cb (BvRuleRow *row, const char *document, BvRuleForm *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0, bv_rule_row_get_parameter (row), document);
}

static void
remove_cb (GtkButton *button, BvRuleForm *self)
{
  const BvRuleGroup *group = get_group (button);
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (self->pack);
  gpointer row = bv_rule_group_find_row (group, copy, get_key (button));
  g_autoptr (GError) error = NULL;
  gboolean done = row && bv_rule_pack_edit_remove (copy, group, row, &error);

  finish (self, copy, done, error);
}

/* A new row begins with its key; a day is typed as days are. */
static void
add_cb (GtkWidget *entry, BvRuleForm *self)
{
  const BvRuleGroup *group = get_group (entry);
  gpointer draft = bv_rule_group_new_row (group);
  g_autoptr (BvRulePack) copy = bv_rule_pack_copy (self->pack);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr (GError) error = NULL;
  gboolean done = bv_rule_field_parse (&group->fields[0], draft, typed, &error)
                  && bv_rule_pack_edit_add (
                      copy, group, bv_rule_group_get_key (group, draft), &error);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER)));
  bv_rule_group_free_row (group, draft);
  finish (self, copy, done, error);
}

/* Building */

static GtkWidget *
create_row (BvRuleForm *self, const BvRuleGroup *group, const char *key, const BvRuleField *field)
{
  GtkWidget *row = bv_rule_row_new (group, key, field);

  set_place (row, group, key);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) field);
  g_signal_connect (row, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect (row, "confirm", G_CALLBACK (confirm_cb), self);
  bv_rule_row_show (BV_RULE_ROW (row), self->pack, self->writable);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
create_remove (BvRuleForm *self, const BvRuleGroup *group, const char *key)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Take out"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "destructive-action");
  set_place (button, group, key);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_visible (row, self->writable);
  return row;
}

static void
expanded_cb (AdwExpanderRow *fold, GParamSpec *spec, BvRuleForm *self)
{
  const BvRuleGroup *group = get_group (fold);

  if (!adw_expander_row_get_expanded (fold) || g_object_get_data (G_OBJECT (fold), "filled"))
    return;
  g_object_set_data (G_OBJECT (fold), "filled", GINT_TO_POINTER (1));
  for (guint i = 0; i < group->n_fields; i++)
    adw_expander_row_add_row (fold, create_row (self, group, get_key (fold), &group->fields[i]));
  adw_expander_row_add_row (fold, create_remove (self, group, get_key (fold)));
}

/* "Bằng khen … · 2 to be confirmed" */
static void
show_fold (BvRuleForm *self, AdwExpanderRow *fold)
{
  const BvRuleGroup *group = get_group (fold);
  gconstpointer row = bv_rule_group_find_row (group, self->pack, get_key (fold));
  const BvRuleField *second = &group->fields[1];
  g_autofree char *prefix = bv_rule_group_name_parameter (group, get_key (fold), NULL);
  g_autofree char *key = bv_rule_field_format (&group->fields[0], row);
  g_autofree char *title = g_markup_escape_text (key, -1);
  g_autofree char *text = bv_rule_field_format (
      g_str_equal (group->name, "salaries") ? &group->fields[2] : second, row);
  g_autoptr (GString) subtitle = g_string_new (text);
  g_autofree char *markup = NULL;
  guint n = 0;

  for (guint i = 0; i < self->pack->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (self->pack->marks, i);
    n += !mark->document && g_str_has_prefix (mark->parameter, prefix);
  }
  if (n > 0) {
    g_string_append (subtitle, " · ");
    g_string_append_printf (subtitle, ngettext ("%u to be confirmed", "%u to be confirmed", n), n);
  }
  markup = g_markup_escape_text (subtitle->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), title);
  adw_expander_row_set_subtitle (fold, markup);
}

static GtkWidget *
create_fold (BvRuleForm *self, const BvRuleGroup *group, const char *key)
{
  GtkWidget *fold = adw_expander_row_new ();

  set_place (fold, group, key);
  show_fold (self, ADW_EXPANDER_ROW (fold));
  g_signal_connect (fold, "notify::expanded", G_CALLBACK (expanded_cb), self);
  g_ptr_array_add (self->folds, fold);
  return fold;
}

static GtkWidget *
create_add (BvRuleForm *self, const BvRuleGroup *group)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ (group->fields[0].label));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  set_place (entry, group, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (group->fields[0].label), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  bv_tooltip_set (button, _ ("Add a row"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_group (BvRuleForm *self, const BvRuleGroup *group)
{
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *part = ADW_PREFERENCES_GROUP (widget);
  GPtrArray *rows = group->row_size ? bv_rule_group_get_rows (group, self->pack) : NULL;

  adw_preferences_group_set_title (part, _ (group->title));
  for (guint i = 0; !rows && i < group->n_fields; i++)
    adw_preferences_group_add (part, create_row (self, group, NULL, &group->fields[i]));
  for (guint i = 0; rows && i < rows->len; i++)
    adw_preferences_group_add (
        part,
        create_fold (self, group, bv_rule_group_get_key (group, g_ptr_array_index (rows, i))));
  if (rows && self->writable)
    adw_preferences_group_set_header_suffix (part, create_add (self, group));
  gtk_box_append (GTK_BOX (self->box), widget);
}

static char *
describe_shape (BvRulePack *pack, gboolean writable)
{
  GString *shape = g_string_new (pack->code);

  g_string_append (shape, writable ? "\nwritable" : "\nshown");
  for (guint i = 0; i < BV_N_RULE_GROUPS; i++) {
    const BvRuleGroup *group = bv_rule_group_get (i);
    GPtrArray *rows = group->row_size ? bv_rule_group_get_rows (group, pack) : NULL;
    for (guint j = 0; rows && j < rows->len; j++)
      g_string_append_printf (
          shape, "\n%s", bv_rule_group_get_key (group, g_ptr_array_index (rows, j)));
  }
  return g_string_free (shape, FALSE);
}

static void
build (BvRuleForm *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->folds, 0);
  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    add_group (self, bv_rule_group_get (i));
}

static gboolean
build_cb (gpointer data)
{
  BvRuleForm *self = data;

  self->build_id = 0;
  build (self);
  return G_SOURCE_REMOVE;
}

static void
rebuild (BvRuleForm *self)
{
  if (self->build_id)
    return;
  if (gtk_widget_get_first_child (self->box))
    self->build_id = g_idle_add (build_cb, self);
  else
    build (self);
}

void
bv_rule_form_show (BvRuleForm *self, BvRulePack *pack, gboolean writable)
{
  g_autofree char *shape = describe_shape (pack, writable);
  g_autoptr (BvRulePack) before = self->pack;

  self->pack = bv_rule_pack_ref (pack);
  self->writable = writable;
  if (g_strcmp0 (shape, self->shape) != 0) {
    g_free (self->shape);
    self->shape = g_steal_pointer (&shape);
    rebuild (self);
  }
  if (self->build_id)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    bv_rule_row_show (g_ptr_array_index (self->rows, i), pack, writable);
  for (guint i = 0; i < self->folds->len; i++)
    show_fold (self, g_ptr_array_index (self->folds, i));
}

void
bv_rule_form_flush (BvRuleForm *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, BV_TYPE_RULE_ROW) : NULL;

  if (row && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    bv_rule_row_flush (BV_RULE_ROW (row));
}

static void
bv_rule_form_finalize (GObject *object)
{
  BvRuleForm *self = BV_RULE_FORM (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  g_free (self->shape);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->folds);
  G_OBJECT_CLASS (bv_rule_form_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name,
                       BV_TYPE_RULE_FORM,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n,
                       first,
                       second);
}

static void
bv_rule_form_class_init (BvRuleFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_rule_form_finalize;
  signals[EDITED] = add_signal ("edited", 1, G_TYPE_POINTER, G_TYPE_NONE);
  signals[REFUSED] = add_signal ("refused", 1, G_TYPE_ERROR, G_TYPE_NONE);
  signals[CONFIRMED] = add_signal ("confirmed", 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bv_rule_form_init (BvRuleForm *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = g_ptr_array_new ();
  self->folds = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

GtkWidget *
bv_rule_form_new (void)
{
  return g_object_new (BV_TYPE_RULE_FORM, NULL);
}
