/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why points differ from those of the stage before. */
#include "config.h"

#include "bv-reason-popover.h"

#include "bv-preedit.h"

#include <glib/gi18n-lib.h>

struct _BvReasonPopover
{
  GtkPopover parent_instance;

  /* Borrowed references */
  GtkLabel *question;
  GtkEntry *entry;
  BvPreedit *preedit;
};

static guint accepted_signal;

G_DEFINE_FINAL_TYPE (BvReasonPopover, bv_reason_popover, GTK_TYPE_POPOVER)

static void
accept (BvReasonPopover *self)
{
  g_autofree char *reason = NULL;

  bv_preedit_settle (self->preedit);
  reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*reason == '\0') {
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    return;
  }
  g_signal_emit (self, accepted_signal, 0, reason);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
accept_cb (gpointer source, BvReasonPopover *self)
{
  accept (self);
}

static void
changed_cb (GtkEditable *editable, BvReasonPopover *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
bv_reason_popover_class_init (BvReasonPopoverClass *klass)
{
  accepted_signal = g_signal_new ("accepted",
                                  G_TYPE_FROM_CLASS (klass),
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
build_entry (BvReasonPopover *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->preedit = bv_preedit_watch (GTK_WIDGET (self->entry));
  gtk_entry_set_placeholder_text (self->entry, _ ("Reason for the difference"));
  gtk_entry_set_max_length (self->entry, 500);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason for the difference"),
                                  -1);
  g_signal_connect (self->entry, "activate", G_CALLBACK (accept_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
}

static void
bv_reason_popover_init (BvReasonPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Save"));

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_max_width_chars (self->question, 48);
  build_entry (self);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (accept_cb), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "bv-reason");
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
}

GtkWidget *
bv_reason_popover_new (void)
{
  return g_object_new (BV_TYPE_REASON_POPOVER, NULL);
}

void
bv_reason_popover_ask (BvReasonPopover *self,
                       const GdkRectangle *place,
                       const char *question,
                       const char *reason)
{
  g_return_if_fail (BV_IS_REASON_POPOVER (self));

  gtk_label_set_text (self->question, question);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), reason);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
bv_reason_popover_answer (BvReasonPopover *self, const char *reason)
{
  g_return_if_fail (BV_IS_REASON_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), reason);
  accept (self);
}
