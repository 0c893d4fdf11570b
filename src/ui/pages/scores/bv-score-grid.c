/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of subjects × contents: its rows, its columns, its cells. */
#include "config.h"

#include "bv-score-grid.h"

#include "bv-score-columns.h"
#include "bv-score-grid-private.h"

#include <glib/gi18n-lib.h>

enum { CURSOR_MOVED, FAILED, DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvScoreGrid, bv_score_grid, ADW_TYPE_BIN)

guint
bv_score_grid_get_n_rows (BvScoreGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

gint64
bv_score_grid_get_row_id (BvScoreGrid *self, guint position)
{
  g_autoptr (BvScoreRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? bv_score_row_get_id (row) : 0;
}

guint
bv_score_grid_find_row (BvScoreGrid *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < bv_score_grid_get_n_rows (self); i++)
    if (bv_score_grid_get_row_id (self, i) == id)
      return i;
  return G_MAXUINT;
}

guint
bv_score_grid_get_n_criteria (BvScoreGrid *self)
{
  guint n = 0;

  if (self->sheet != NULL)
    bv_assessment_get_criteria (bv_score_sheet_get_assessment (self->sheet), &n);
  return n;
}

/* Cells */

static void
entered_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  BvScoreRow *row = bv_score_cell_get_row (cell);
  guint criterion = (guint) bv_score_cell_get_column (cell);

  if (row == NULL || self->edited != NULL
      || (bv_score_row_get_id (row) == self->cursor_id && criterion == self->cursor_criterion))
    return;
  bv_score_grid_place_cursor (self, bv_score_row_get_id (row), criterion);
}

static void
destroy_cb (BvScoreCell *cell, BvScoreGrid *self)
{
  g_ptr_array_remove_fast (self->cells, cell);
  bv_score_grid_forget_cell (self, cell);
}

static void
cell_created (BvScoreCell *cell, gpointer owner)
{
  BvScoreGrid *self = owner;

  g_ptr_array_add (self->cells, cell);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (destroy_cb), self, 0);
  g_signal_connect_object (cell, "entered", G_CALLBACK (entered_cb), self, 0);
  bv_score_grid_watch_press (self, cell);
  bv_score_grid_watch_cell (self, cell);
}

BvScoreCell *
bv_score_grid_find_cell (BvScoreGrid *self, gint64 id, guint criterion)
{
  for (guint i = 0; id != 0 && i < self->cells->len; i++) {
    BvScoreCell *cell = g_ptr_array_index (self->cells, i);
    BvScoreRow *row = bv_score_cell_get_row (cell);

    if (row != NULL && bv_score_cell_get_column (cell) == (int) criterion
        && bv_score_row_get_id (row) == id)
      return cell;
  }
  return NULL;
}

/* Rows */

/* Columns are built anew only when there are others: doing so loses widths and focus. */
static void
sync_columns (BvScoreGrid *self)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (self->sheet);
  g_autoptr (GString) headings = g_string_new (NULL);
  gboolean has_members = bv_assessment_get_member_sheets (assessment) != NULL;
  int view = self->stage < BV_STAGE_COUNCIL ? 0 : (int) self->stage; /* the first look alike */
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (assessment, &n);

  g_string_append_printf (headings, "%d %d\n", view, has_members);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (headings,
                            "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                            criteria[i].id,
                            criteria[i].maximum,
                            bv_assessment_get_criterion_name (assessment, i));
  if (g_strcmp0 (headings->str, self->headings) == 0)
    return;
  g_free (self->headings);
  self->headings = g_strdup (headings->str);
  bv_score_columns_build (self->view, assessment, self->office, self->stage, cell_created, self);
}

static gboolean
has_same_rows (BvScoreGrid *self, GArray *subjects)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (self->sheet);

  if (subjects->len != bv_score_grid_get_n_rows (self))
    return FALSE;
  for (guint i = 0; i < subjects->len; i++)
    if (bv_score_grid_get_row_id (self, i)
        != bv_assessment_peek_subject (assessment, g_array_index (subjects, guint, i))->subject_id)
      return FALSE;
  return TRUE;
}

static void
replace_rows (BvScoreGrid *self, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (
        rows, bv_score_row_new (self->sheet, g_array_index (subjects, guint, i), self->stage));
  g_list_store_splice (self->rows, 0, bv_score_grid_get_n_rows (self), rows->pdata, rows->len);
}

void
bv_score_grid_show (BvScoreGrid *self, BvScoreSheet *sheet, GArray *subjects, BvStage stage)
{
  gint64 id = self->cursor_id;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  g_set_object (&self->sheet, sheet);
  self->stage = stage;
  sync_columns (self);
  if (has_same_rows (self, subjects)) {
    for (guint i = 0; i < subjects->len; i++) {
      g_autoptr (BvScoreRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      bv_score_row_update (row, sheet, g_array_index (subjects, guint, i), stage);
    }
  } else {
    bv_score_grid_cancel (self);
    replace_rows (self, subjects);
  }
  if (bv_score_grid_find_row (self, id) == G_MAXUINT)
    id = bv_score_grid_get_row_id (self, 0);
  bv_score_grid_place_cursor (
      self, id, MIN (self->cursor_criterion, MAX (1, bv_score_grid_get_n_criteria (self)) - 1));
}

void
bv_score_grid_tell (BvScoreGrid *self, const char *message)
{
  g_signal_emit (self, signals[DONE], 0, message);
}

void
bv_score_grid_fail (BvScoreGrid *self, GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
bv_score_grid_grab_focus (GtkWidget *widget)
{
  bv_score_grid_focus_cursor (BV_SCORE_GRID (widget));
  return BV_SCORE_GRID (widget)->cursor_id != 0;
}

static void
bv_score_grid_dispose (GObject *object)
{
  BvScoreGrid *self = BV_SCORE_GRID (object);

  self->edited = NULL;
  if (self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preview));
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_handle_id (&self->left_id, g_source_remove);
  if (self->reason != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->reason));
  self->reason = NULL;
  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->sheet);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_score_grid_parent_class)->dispose (object);
}

static void
bv_score_grid_finalize (GObject *object)
{
  BvScoreGrid *self = BV_SCORE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_free (self->headings);
  G_OBJECT_CLASS (bv_score_grid_parent_class)->finalize (object);
}

static void
bv_score_grid_class_init (BvScoreGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_score_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_score_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bv_score_grid_grab_focus;
  signals[CURSOR_MOVED] = g_signal_new (
      "cursor-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new (
      "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[DONE] = g_signal_new (
      "done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bv_score_grid_init (BvScoreGrid *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_ptr_array_new ();
  self->rows = g_list_store_new (BV_TYPE_SCORE_ROW);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "bv-score-table");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Score sheet"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  bv_score_grid_init_cursor (self);
  bv_score_grid_init_editing (self);
}

GtkWidget *
bv_score_grid_new (BvOffice *office)
{
  BvScoreGrid *self = g_object_new (BV_TYPE_SCORE_GRID, NULL);

  self->office = g_object_ref (office);
  return GTK_WIDGET (self);
}

gboolean
bv_score_grid_get_cursor (BvScoreGrid *self, BvScorePlace *place)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), FALSE);

  if (self->cursor_id == 0 || bv_score_grid_get_n_criteria (self) == 0)
    return FALSE;
  *place = (BvScorePlace){ bv_score_sheet_find (self->sheet, self->cursor_id),
                           self->cursor_criterion,
                           self->stage };
  return place->subject != G_MAXUINT;
}

gboolean
bv_score_grid_set_cursor (BvScoreGrid *self, gint64 id, guint criterion)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), FALSE);

  if (bv_score_grid_find_row (self, id) == G_MAXUINT
      || criterion >= bv_score_grid_get_n_criteria (self))
    return FALSE;
  bv_score_grid_place_cursor (self, id, criterion);
  bv_score_grid_focus_cursor (self);
  return TRUE;
}
