/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The accessible states of a stack's pages. */
#include "config.h"

#include "bv-stack.h"

static void
update_hidden (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != shown, -1);
}

static void
pages_changed_cb (
    GListModel *pages, guint position, guint n_removed, guint n_added, GtkStack *stack)
{
  if (n_added > 0)
    update_hidden (stack);
}

void
bv_stack_hide_others (GtkStack *stack)
{
  GtkSelectionModel *pages;

  g_return_if_fail (GTK_IS_STACK (stack));
  pages = gtk_stack_get_pages (stack);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (update_hidden), NULL);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (pages_changed_cb), stack, 0);
  g_object_set_data_full (G_OBJECT (stack), "bv-pages", pages, g_object_unref);
}

GtkWidget *
bv_stack_new (void)
{
  GtkWidget *stack = gtk_stack_new ();

  bv_stack_hide_others (GTK_STACK (stack));
  return stack;
}
