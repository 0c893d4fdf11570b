/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in front of a window while a thread works on its file. */
#include "config.h"

#include "bv-busy-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 360
#define LATER_MS 400
#define PULSE_MS 100

struct _BvBusyWindow
{
  AdwWindow parent_instance;

  guint later_id, pulse_id;

  /* Owned */
  GCancellable *cancellable;

  /* Borrowed: children */
  GtkLabel *text;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (BvBusyWindow, bv_busy_window, ADW_TYPE_WINDOW)

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (BV_BUSY_WINDOW (data)->progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
later_cb (gpointer data)
{
  BvBusyWindow *self = data;

  self->later_id = 0;
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
bv_busy_window_close_request (GtkWindow *window)
{
  BvBusyWindow *self = BV_BUSY_WINDOW (window);

  g_cancellable_cancel (self->cancellable);
  gtk_label_set_text (self->text, _ ("Stopping…"));
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  return TRUE;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
bv_busy_window_dispose (GObject *object)
{
  BvBusyWindow *self = BV_BUSY_WINDOW (object);

  g_clear_handle_id (&self->later_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (bv_busy_window_parent_class)->dispose (object);
}

static void
bv_busy_window_class_init (BvBusyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_busy_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bv_busy_window_close_request;
  gtk_widget_class_install_action (widget_class, "busy.cancel", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "busy.cancel", NULL);
}

static void
bv_busy_window_init (BvBusyWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->cancel_button = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_button), "busy.cancel");
  gtk_widget_set_halign (self->cancel_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), self->cancel_button);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
}

GtkWindow *
bv_busy_window_new (GtkWindow *parent, const char *text, GCancellable *cancellable)
{
  BvBusyWindow *self = g_object_new (
      BV_TYPE_BUSY_WINDOW, "transient-for", parent, "title", text, NULL);

  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WINDOW (self);
}

void
bv_busy_window_present_later (BvBusyWindow *self)
{
  g_return_if_fail (BV_IS_BUSY_WINDOW (self));

  if (self->later_id == 0)
    self->later_id = g_timeout_add (LATER_MS, later_cb, self);
}
