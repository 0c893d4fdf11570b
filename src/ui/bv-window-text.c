/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose undo Ctrl+Z is: while a text holds what is not saved yet, the text's own; afterwards the
 * office's. */
#include "config.h"

#include "bv-window-private.h"

static void
forget (GtkWidget *text)
{
  if (GTK_IS_TEXT (text) && gtk_editable_get_enable_undo (GTK_EDITABLE (text))) {
    /* switching it off empties it */
    gtk_editable_set_enable_undo (GTK_EDITABLE (text), FALSE);
    gtk_editable_set_enable_undo (GTK_EDITABLE (text), TRUE);
  } else if (GTK_IS_TEXT_VIEW (text)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

    gtk_text_buffer_set_enable_undo (buffer, FALSE);
    gtk_text_buffer_set_enable_undo (buffer, TRUE);
  }
}

static void
watch (BvWindow *self, GtkWidget *focus)
{
  if (self->focus != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus), (gpointer *) &self->focus);
  self->focus = focus;
  if (focus != NULL)
    g_object_add_weak_pointer (G_OBJECT (focus), (gpointer *) &self->focus);
}

static void
focus_cb (BvWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_assert (BV_IS_WINDOW (self));

  if (focus == self->focus)
    return;
  bv_window_forget_typing (self);
  watch (self, GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ? focus : NULL);
}

void
bv_window_forget_typing (BvWindow *self)
{
  if (self->focus != NULL)
    forget (self->focus);
}

void
bv_window_watch_text (BvWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}
