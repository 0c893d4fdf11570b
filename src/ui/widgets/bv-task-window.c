/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window for one task. */
#include "config.h"

#include "bv-task-window.h"

#include "bv-action-button.h"

typedef struct
{
  /* Borrowed references: children */
  AdwHeaderBar *header;
  GtkWidget *accept;
} BvTaskWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BvTaskWindow, bv_task_window, ADW_TYPE_WINDOW)

#define PRIVATE(self)                                                                              \
  ((BvTaskWindowPrivate *) bv_task_window_get_instance_private (BV_TASK_WINDOW (self)))

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BV_TASK_WINDOW_GET_CLASS (widget)->accept (BV_TASK_WINDOW (widget));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
bv_task_window_class_init (BvTaskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "task.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "task.close", NULL, close_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "task.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "task.close", NULL);
}

static void
bv_task_window_init (BvTaskWindow *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

static GtkWidget *
build_header (BvTaskWindow *self, const char *close, const char *accept)
{
  BvTaskWindowPrivate *priv = PRIVATE (self);

  priv->header = ADW_HEADER_BAR (adw_header_bar_new ());
  priv->accept = bv_action_button_new (accept, "task.accept", "suggested-action");
  adw_header_bar_set_show_start_title_buttons (priv->header, FALSE);
  adw_header_bar_set_show_end_title_buttons (priv->header, FALSE);
  adw_header_bar_pack_start (priv->header, bv_action_button_new (close, "task.close", NULL));
  adw_header_bar_pack_end (priv->header, priv->accept);
  return GTK_WIDGET (priv->header);
}

void
bv_task_window_build (BvTaskWindow *self, const char *close, const char *accept, GtkWidget *content)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (BV_IS_TASK_WINDOW (self));
  gtk_box_append (GTK_BOX (all), build_header (self, close, accept));
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (all), content);
  adw_window_set_content (ADW_WINDOW (self), all);
}

void
bv_task_window_set_ready (BvTaskWindow *self, gboolean ready)
{
  g_return_if_fail (BV_IS_TASK_WINDOW (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.accept", ready);
}

AdwHeaderBar *
bv_task_window_get_header (BvTaskWindow *self)
{
  g_return_val_if_fail (BV_IS_TASK_WINDOW (self), NULL);
  return PRIVATE (self)->header;
}

GtkWidget *
bv_task_window_get_accept (BvTaskWindow *self)
{
  g_return_val_if_fail (BV_IS_TASK_WINDOW (self), NULL);
  return PRIVATE (self)->accept;
}
