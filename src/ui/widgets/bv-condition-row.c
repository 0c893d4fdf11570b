/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One condition on a card: its result, the fact, the basis; and the way to set it aside. */
#include "config.h"

#include "bv-condition-row.h"

#include "bv-condition-light.h"
#include "bv-date.h"

#include <glib/gi18n-lib.h>

struct _BvConditionRow
{
  GtkBox parent_instance;

  /* Borrowed references */
  GtkWidget *button; /* nullable: cannot be set aside */
  GtkWidget *form;   /* nullable until asked for */
  GtkEditable *decided_by, *reason, *document;
};

enum { SET_ASIDE, RESTORE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvConditionRow, bv_condition_row, GTK_TYPE_BOX)

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The form */

static void
close_cb (BvConditionRow *self)
{
  gtk_widget_set_visible (self->form, FALSE);
  gtk_widget_set_visible (self->button, TRUE);
  gtk_widget_grab_focus (self->button);
}

static void
confirm_cb (BvConditionRow *self)
{
  bv_condition_row_set_aside (self,
                              gtk_editable_get_text (self->decided_by),
                              gtk_editable_get_text (self->reason),
                              gtk_editable_get_text (self->document));
}

static GtkEditable *
add_entry (BvConditionRow *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (confirm_cb), self);
  gtk_box_append (GTK_BOX (self->form), entry);
  return GTK_EDITABLE (entry);
}

static void
add_buttons (BvConditionRow *self)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *confirm = gtk_button_new_with_mnemonic (_ ("_Set aside"));

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_widget_add_css_class (confirm, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (close_cb), self);
  g_signal_connect_swapped (confirm, "clicked", G_CALLBACK (confirm_cb), self);
  gtk_box_append (GTK_BOX (pair), cancel);
  gtk_box_append (GTK_BOX (pair), confirm);
  gtk_box_append (GTK_BOX (self->form), pair);
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        BvConditionRow *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_cb (self);
  return GDK_EVENT_STOP;
}

static void
build_form (BvConditionRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->form, 6);
  self->decided_by = add_entry (self, _ ("Who decides this exception"));
  self->reason = add_entry (self, _ ("Reason"));
  self->document = add_entry (self, _ ("Document number"));
  add_buttons (self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->form, keys);
  gtk_box_append (GTK_BOX (self), self->form);
}

static void
restore_cb (BvConditionRow *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

/* What is shown */

static void
add_head (BvConditionRow *self, const BvEligibilityCardLine *line)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = create_text (bv_eligibility_check_title (line->line->check), "heading");
  GtkWidget *light = bv_condition_light_new ();

  bv_condition_light_set_result (
      BV_CONDITION_LIGHT (light), line->line->result, line->override != NULL);
  gtk_widget_set_valign (light, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), light);
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_basis (BvConditionRow *self, const BvEligibilityLine *line)
{
  g_autofree char *both = *line->period != '\0'
                              ? g_strdup_printf ("%s · %s", line->basis, line->period)
                              : g_strdup (line->basis);
  GtkWidget *label = create_text (both, "dim-label");

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_override (BvConditionRow *self, const BvEligibilityOverride *override, gboolean writable)
{
  g_autofree char *day = *override->decided_on != '\0' ? bv_date_format (override->decided_on)
                                                       : g_strdup ("");
  g_autofree char *text = g_strdup_printf (_ ("Exception by %s (%s%s%s): %s"),
                                           override->decided_by,
                                           override->document_number,
                                           *day != '\0' ? ", " : "",
                                           day,
                                           override->reason);

  gtk_box_append (GTK_BOX (self), create_text (text, "accent"));
  if (!writable)
    return;
  self->button = gtk_button_new_with_mnemonic (_ ("_End the exception"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (restore_cb), self);
}

static void
add_button (BvConditionRow *self)
{
  if (self->button == NULL)
    return;
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->button, 3);
  gtk_box_append (GTK_BOX (self), self->button);
}

static void
bv_condition_row_class_init (BvConditionRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SET_ASIDE] = g_signal_new ("set-aside",
                                     type,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     3,
                                     G_TYPE_STRING,
                                     G_TYPE_STRING,
                                     G_TYPE_STRING);
  signals[RESTORE] = g_signal_new (
      "restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_condition_row_init (BvConditionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-condition");
}

GtkWidget *
bv_condition_row_new (const BvEligibilityCardLine *line, gboolean writable)
{
  BvConditionRow *self = g_object_new (BV_TYPE_CONDITION_ROW, NULL);

  add_head (self, line);
  gtk_box_append (GTK_BOX (self), create_text (line->line->fact, NULL));
  add_basis (self, line->line);
  if (line->override != NULL)
    add_override (self, line->override, writable);
  else if (writable && line->line->result >= BV_ELIGIBILITY_WARNED) {
    self->button = gtk_button_new_with_mnemonic (_ ("_Set aside…"));
    g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (bv_condition_row_ask), self);
  }
  add_button (self);
  return GTK_WIDGET (self);
}

void
bv_condition_row_ask (BvConditionRow *self)
{
  g_return_if_fail (BV_IS_CONDITION_ROW (self));

  if (self->form == NULL)
    build_form (self);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_visible (self->form, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->decided_by));
}

void
bv_condition_row_set_aside (BvConditionRow *self,
                            const char *decided_by,
                            const char *reason,
                            const char *document_number)
{
  g_return_if_fail (BV_IS_CONDITION_ROW (self));
  g_signal_emit (self, signals[SET_ASIDE], 0, decided_by, reason, document_number);
}
