/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that share their room: for every kind and every width of a window. */
#include "config.h"

#include "bv-column-fit.h"

#include "bv-catalogue.h"

#define MOST_COLUMNS 24

typedef struct
{
  BvColumnFit columns[MOST_COLUMNS];
  guint n, main_index;
} Table;

static gboolean
make_table (Table *table, const BvKind *kind, GtkWidget *widget)
{
  gboolean has_main = FALSE;

  table->n = 0;
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];

    if (!(field->flags & BV_FIELD_LISTED))
      continue;
    if (field->flags & BV_FIELD_MAIN) {
      table->main_index = table->n;
      has_main = TRUE;
    }
    table->columns[table->n] = (BvColumnFit){ .field = field, .index = i };
    bv_column_fit_measure (&table->columns[table->n++], widget);
  }
  return has_main;
}

static int
sum_others (const Table *table)
{
  int sum = 0;

  for (guint i = 0; i < table->n; i++)
    if (i != table->main_index && !table->columns[i].hidden)
      sum += table->columns[i].width;
  return sum;
}

static const BvColumnFit *
find_column (const Table *table, const char *name)
{
  for (guint i = 0; i < table->n; i++)
    if (g_str_equal (table->columns[i].field->name, name))
      return &table->columns[i];
  g_assert_not_reached ();
}

static gboolean
only_states_left (const Table *table)
{
  for (guint i = 0; i < table->n; i++)
    if (i != table->main_index && !table->columns[i].hidden
        && table->columns[i].field->type != BV_FIELD_CHOICE)
      return FALSE;
  return TRUE;
}

/* Whatever the width, the main column stays and keeps its least; nothing grows out of the table.
 * Only states are never given up. */
static void
test_every_kind (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  for (const BvKind *const *kind = bv_catalogue_get_kinds (); *kind != NULL; kind++) {
    Table table;

    if (!make_table (&table, *kind, widget))
      continue;
    for (int width = 500; width <= 2400; width += 7) {
      const BvColumnFit *main_column = &table.columns[table.main_index];

      bv_column_fit_share (table.columns, table.n, table.main_index, width);
      g_assert_false (main_column->hidden);
      if (!only_states_left (&table))
        g_assert_cmpint (width - sum_others (&table), >=, main_column->natural);
      for (guint i = 0; i < table.n; i++)
        g_assert_cmpint (table.columns[i].width, >=, table.columns[i].natural);
    }
  }
  g_object_unref (widget);
}

/* The list page at 1366 pixels with the editor open. */
static void
test_small_screen (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) forty = gtk_widget_create_pango_layout (
      widget, "Tham mưu kế hoạch hội đàm thường niên vớ");
  Table table;
  int width;

  g_assert_true (make_table (&table, &bv_achievement_kind, widget));
  bv_column_fit_share (table.columns, table.n, table.main_index, 715);
  pango_layout_get_pixel_size (forty, &width, NULL);
  g_assert_cmpint (715 - sum_others (&table), >, width);
  g_assert_false (find_column (&table, "status")->hidden);
  g_assert_false (find_column (&table, "achieved_on")->hidden);
  g_assert_true (bv_column_fit_is_folded (find_column (&table, "criterion_id")));
  g_assert_true (bv_column_fit_is_folded (find_column (&table, "subject_id")));

  g_assert_true (make_table (&table, &bv_quota_kind, widget));
  bv_column_fit_share (table.columns, table.n, table.main_index, 715);
  g_assert_false (find_column (&table, "percent")->hidden);
  g_assert_false (find_column (&table, "base")->hidden);
  g_object_unref (widget);
}

/* A wide screen: room goes to the sentence as to the names beside it. */
static void
test_wide_screen (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  const BvColumnFit *main_column;
  Table table;

  g_assert_true (make_table (&table, &bv_achievement_kind, widget));
  main_column = &table.columns[table.main_index];
  bv_column_fit_share (table.columns, table.n, table.main_index, 1130);
  g_assert_false (find_column (&table, "subject_id")->hidden);
  g_assert_cmpint (1130 - sum_others (&table), >, main_column->natural * 5 / 4);
  g_object_unref (widget);
}

/* What the user dragged stays as it is. */
static void
test_chosen (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  BvColumnFit *points;
  Table table;

  g_assert_true (make_table (&table, &bv_achievement_kind, widget));
  points = (BvColumnFit *) find_column (&table, "points");
  bv_column_fit_set_width (points, 150);
  for (int width = 700; width < 1800; width += 100) {
    bv_column_fit_share (table.columns, table.n, table.main_index, width);
    g_assert_cmpint (points->width, ==, 150);
  }
  bv_column_fit_set_width (points, 3);
  g_assert_cmpint (points->width, ==, BV_COLUMN_FIT_NARROWEST);
  g_object_unref (widget);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/column-fit/every-kind", test_every_kind);
  g_test_add_func ("/column-fit/small-screen", test_small_screen);
  g_test_add_func ("/column-fit/wide-screen", test_wide_screen);
  g_test_add_func ("/column-fit/chosen", test_chosen);
  return g_test_run ();
}
