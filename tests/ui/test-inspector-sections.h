/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above and below the form, found by the names of its widgets. */
#pragma once
#include "test-inspector-fixture.h"

static inline GtkWidget *
find_section (Fixture *fixture, const char *type)
{
  GtkWidget *section = find_type (GTK_WIDGET (fixture->inspector), type);

  g_assert_nonnull (section);
  return section;
}

static inline gboolean
says (GtkWidget *button, const char *text)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  GtkWidget *child;

  if (label)
    return g_str_equal (label, text);
  child = find_type (button, "GtkLabel");
  return child && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), text);
}

static inline GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  if (GTK_IS_BUTTON (widget) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, text);

    if (found)
      return found;
  }
  return NULL;
}

static inline void
click (Fixture *fixture, const char *text)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->inspector), text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The sections follow the history when the main loop is idle. */
static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline guint
count_rows (GtkWidget *widget, const char *type)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, type);
  return n;
}
