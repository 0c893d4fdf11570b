/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet as a list to be exported: its cells are asked what they show. */
#include "config.h"

#include "bv-score-columns.h"
#include "bv-score-grid-private.h"

#include <glib/gi18n-lib.h>

static const BvField *
get_field (int column, BvStage stage)
{
  static const BvField subject = { "subject", BV_FIELD_TEXT, .flags = BV_FIELD_MAIN };
  static const BvField count = { "count", BV_FIELD_INTEGER, .width = 9 };
  static const BvField points = { "points", BV_FIELD_DECIMAL, .flags = BV_FIELD_POINTS };
  static const BvField lines = { "lines", BV_FIELD_TEXT, .width = 12 };

  if (column == BV_SCORE_COLUMN_SUBJECT)
    return &subject;
  if (column == BV_SCORE_COLUMN_MISSING)
    return &count;
  if (column == BV_SCORE_COLUMN_ADJUSTMENT || column == BV_SCORE_COLUMN_SCORERS
      || (stage == BV_SCORE_OFFICIAL && column != BV_SCORE_COLUMN_TOTAL))
    return &lines;
  return &points;
}

/* "1. Đối ngoại (at most 20)": in one line, the greatest points behind. */
static char *
dup_heading (GtkColumnViewColumn *shown)
{
  const char *title = gtk_column_view_column_get_title (shown);
  g_auto (GStrv) lines = g_strsplit (title, "\n", 2);

  if (bv_score_columns_get (shown) >= 0 && lines[1] != NULL)
    return g_strdup_printf ("%s (%s)", lines[1], lines[0]);
  return g_strjoinv (" ", lines);
}

/* One cell for each column; running numbers are the list's own. */
static GPtrArray *
create_cells (BvScoreGrid *self, BvListExport *list)
{
  static const BvField department = { "department", BV_FIELD_TEXT, N_ ("Department") };
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);
    int column = bv_score_columns_get (shown);
    g_autofree char *title = dup_heading (shown);

    if (column == BV_SCORE_COLUMN_NUMBER)
      continue;
    bv_list_export_add_column (list, get_field (column, self->stage), title);
    if (column == BV_SCORE_COLUMN_SUBJECT)
      bv_list_export_add_column (list, &department, NULL);
    g_ptr_array_add (cells, g_object_ref_sink (bv_score_cell_new (column)));
  }
  return cells;
}

void
bv_score_grid_fill_export (BvScoreGrid *self, BvListExport *list)
{
  g_autoptr (GPtrArray) cells = NULL;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  cells = create_cells (self, list);
  for (guint i = 0; i < bv_score_grid_get_n_rows (self); i++) {
    g_autoptr (BvScoreRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    for (guint j = 0; j < cells->len; j++) {
      BvScoreCell *cell = g_ptr_array_index (cells, j);

      bv_score_cell_set_row (cell, row, i);
      bv_list_export_add_shown (list, bv_score_cell_get_text (cell));
      if (bv_score_cell_get_column (cell) == BV_SCORE_COLUMN_SUBJECT)
        bv_list_export_add_text (list, bv_score_row_get_assessed (row)->department);
    }
  }
}
