/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the answers of a dialog. */
#pragma once
#include <gtk/gtk.h>

static inline GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* A dialog by itself, or what is laid over a window. */
static inline GtkWidget *
find_dialog (GtkWidget *widget)
{
  GtkWidget *found = NULL;
  const char *type = G_OBJECT_TYPE_NAME (widget);

  if (g_str_equal (type, "AdwMessageDialog") || g_str_equal (type, "AdwAlertDialog"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_dialog (child);
  return found;
}

/* The answer of the dialog that is open, where its window has a button of that name, too. */
static inline GtkWidget *
find_answer_of_dialog (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  for (guint i = 0; dialog == NULL && i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    dialog = find_dialog (window);
  }
  return dialog != NULL ? find_button (dialog, label) : NULL;
}

/* In whichever window the dialog stands: it differs between versions of libadwaita. */
static inline GtkWidget *
find_answer (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    found = find_button (window, label);
  }
  return found;
}
