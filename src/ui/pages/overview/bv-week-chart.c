/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Achievements week by week as columns, verified ones below; also as a table. The columns are plain
 * boxes, so that the style sheet colours them in light, dark and high contrast. */
#include "config.h"

#include "bv-week-chart.h"

#include "bv-date.h"
#include "bv-stack.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define CHART_HEIGHT 120

struct _BvWeekChart
{
  GtkBox parent_instance;

  /* Borrowed references */
  GtkToggleButton *as_table;
  GtkStack *stack;
  GtkBox *columns;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (BvWeekChart, bv_week_chart, GTK_TYPE_BOX)

static void
table_cb (GtkToggleButton *button, BvWeekChart *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_toggle_button_get_active (button) ? "table" : "chart");
}

static void
bv_week_chart_class_init (BvWeekChartClass *klass)
{
}

static GtkWidget *
create_key (const char *css_class, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *square = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (square, "bv-chart-key");
  gtk_widget_add_css_class (square, css_class);
  gtk_widget_set_valign (square, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), square);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_widget_add_css_class (box, "caption");
  return box;
}

static GtkWidget *
build_heading (BvWeekChart *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Achievements by week"));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->as_table = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_ ("As a _table")));
  g_signal_connect (self->as_table, "toggled", G_CALLBACK (table_cb), self);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), create_key ("verified", _ ("Verified")));
  gtk_box_append (GTK_BOX (line), create_key ("other", _ ("Not verified yet")));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->as_table));
  return line;
}

static void
bv_week_chart_init (BvWeekChart *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_set_homogeneous (self->columns, TRUE);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->columns));
  self->table = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->table, 24);
  gtk_grid_set_row_spacing (self->table, 6);
  self->stack = GTK_STACK (bv_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, scrolled, "chart");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "bv-chart");
  gtk_box_append (GTK_BOX (self), build_heading (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

GtkWidget *
bv_week_chart_new (void)
{
  return g_object_new (BV_TYPE_WEEK_CHART, NULL);
}

static void
append_bar (GtkWidget *column, const char *css_class, guint value, guint greatest)
{
  GtkWidget *bar;

  if (value == 0)
    return;
  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (bar, -1, MAX (2, (int) (value * CHART_HEIGHT / greatest)));
  gtk_widget_add_css_class (bar, "bv-bar");
  gtk_widget_add_css_class (bar, css_class);
  gtk_box_append (GTK_BOX (column), bar);
}

/* "03/06": the year stands in the table. */
static GtkWidget *
create_caption (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_column (const BvWeek *week, guint greatest)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *day = bv_date_format (week->monday);
  g_autofree char *short_day = g_strndup (day, 5);
  g_autofree char *total = g_strdup_printf ("%u", week->n_verified + week->n_others);
  g_autofree char *words = g_strdup_printf (
      _ ("Week from %s: %u verified, %u not verified yet"), day, week->n_verified, week->n_others);

  gtk_widget_set_vexpand (space, TRUE);
  gtk_box_append (GTK_BOX (column), space);
  gtk_box_append (GTK_BOX (column), create_caption (total, "bv-bar-figure"));
  append_bar (column, "other", week->n_others, greatest);
  append_bar (column, "verified", week->n_verified, greatest);
  gtk_box_append (GTK_BOX (column), create_caption (short_day, "bv-bar-caption"));
  bv_tooltip_set (column, words);
  return column;
}

static void
attach_text (GtkGrid *table, const char *text, int column, int row, gboolean number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (row == 0)
    gtk_widget_add_css_class (label, "caption-heading");
  gtk_grid_attach (table, label, column, row, 1, 1);
}

static void
attach_week (GtkGrid *table, const BvWeek *week, int row)
{
  g_autofree char *day = bv_date_format (week->monday);
  g_autofree char *verified = g_strdup_printf ("%u", week->n_verified);
  g_autofree char *others = g_strdup_printf ("%u", week->n_others);

  attach_text (table, day, 0, row, FALSE);
  attach_text (table, verified, 1, row, TRUE);
  attach_text (table, others, 2, row, TRUE);
}

static void
clear (BvWeekChart *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
}

void
bv_week_chart_show (BvWeekChart *self, const BvWeek *weeks, guint n_weeks)
{
  guint greatest = 1;

  g_return_if_fail (BV_IS_WEEK_CHART (self));

  clear (self);
  for (guint i = 0; i < n_weeks; i++)
    greatest = MAX (greatest, weeks[i].n_verified + weeks[i].n_others);
  attach_text (self->table, _ ("Week from"), 0, 0, FALSE);
  attach_text (self->table, _ ("Verified"), 1, 0, TRUE);
  attach_text (self->table, _ ("Not verified yet"), 2, 0, TRUE);
  for (guint i = 0; i < n_weeks; i++) {
    gtk_box_append (self->columns, create_column (&weeks[i], greatest));
    attach_week (self->table, &weeks[i], (int) i + 1);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), n_weeks > 0);
}
