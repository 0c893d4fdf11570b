/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a block of cells at once: copying, pasting, filling, deleting. */
#include "config.h"

#include "bv-error.h"
#include "bv-score-details.h"
#include "bv-score-grid-private.h"

#include <glib/gi18n-lib.h>

static BvScorePlace
get_place (BvScoreGrid *self, guint row, guint criterion)
{
  g_autoptr (BvScoreRow) item = g_list_model_get_item (G_LIST_MODEL (self->rows), row);

  return bv_score_row_get_place (item, criterion);
}

/* What a cell shows: points, else what evidence gives. */
static gint64
get_shown (BvScoreGrid *self, BvScorePlace place)
{
  gint64 points = bv_score_sheet_get_points (self->sheet, place);

  return points != BV_POINTS_MISSING ? points : bv_score_sheet_get_computed (self->sheet, place);
}

static gboolean
is_free (BvScoreGrid *self, BvScorePlace place)
{
  g_autofree char *lock = bv_score_sheet_dup_lock (self->sheet, place);

  return lock == NULL;
}

static void
say (BvScoreGrid *self, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (BV_ERROR, BV_ERROR_INVALID, sentence);

  bv_score_grid_fail (self, error);
}

static gboolean
is_ready (BvScoreGrid *self)
{
  return self->edited == NULL && self->preview == NULL && self->sheet != NULL
         && bv_office_is_writable (self->office);
}

/* Writing */

static void
accepted_cb (BvScorePreview *preview, BvScoreGrid *self)
{
  bv_score_grid_tell (self, bv_score_preview_get_title (preview));
}

static void
destroy_cb (GtkWidget *preview, BvScoreGrid *self)
{
  self->preview = NULL;
  bv_score_grid_focus_cursor (self);
}

static void
show_preview (BvScoreGrid *self, BvScorePlan *plan, const char *title)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->preview = BV_SCORE_PREVIEW (bv_score_preview_new (GTK_WINDOW (root), plan, title));
  g_signal_connect_object (self->preview, "accepted", G_CALLBACK (accepted_cb), self, 0);
  g_signal_connect_object (self->preview, "destroy", G_CALLBACK (destroy_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self->preview));
}

/* Nothing is asked where nothing can be lost and nothing has to be explained. Takes @plan. */
static void
carry_out (BvScoreGrid *self, BvScorePlan *plan, const char *title, gboolean look)
{
  g_autoptr (BvScorePlan) owned = plan;
  g_autoptr (GError) error = NULL;

  if (plan->n_changes == 0 && plan->n_problems == 0)
    say (self,
         _ ("Nothing would change: the cells have these points already, or there are none to "
            "take."));
  else if (look || plan->n_problems > 0 || plan->n_reasons > 0 || plan->n_replaced > 0)
    show_preview (self, g_steal_pointer (&owned), title);
  else if (bv_score_plan_apply (plan, title, NULL, &error))
    bv_score_grid_tell (self, title);
  else
    bv_score_grid_fail (self, error);
}

/* Copying */

char *
bv_score_grid_dup_copied (BvScoreGrid *self)
{
  GString *text = g_string_new (NULL);
  BvScoreBlock block;

  g_return_val_if_fail (BV_IS_SCORE_GRID (self), NULL);

  if (!bv_score_grid_get_block (self, &block))
    return g_string_free (text, FALSE);
  for (guint row = block.top; row <= block.bottom; row++)
    for (guint i = block.left; i <= block.right; i++) {
      gint64 points = get_shown (self, get_place (self, row, i));
      g_autofree char *number = points >= 0 ? bv_points_format (points) : NULL;

      if (number != NULL)
        g_string_append (text, number);
      else if (points == BV_POINTS_NOT_APPLICABLE)
        g_string_append (text, _ ("n/a"));
      g_string_append (text, i < block.right ? "\t" : "\n");
    }
  return g_string_free (text, FALSE);
}

void
bv_score_grid_copy (BvScoreGrid *self)
{
  g_autofree char *text = bv_score_grid_dup_copied (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* Pasting */

static guint
count_columns (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (lines, i)));
  return n;
}

/* A block that does not fit is not cut. */
static gboolean
fits (BvScoreGrid *self, const BvScoreBlock *block, guint n_rows, guint n_columns)
{
  guint rows_left = bv_score_grid_get_n_rows (self) - block->top;
  guint columns_left = bv_score_grid_get_n_criteria (self) - block->left;
  g_autofree char *sentence = NULL;

  if (n_rows <= rows_left && n_columns <= columns_left)
    return TRUE;
  sentence = g_strdup_printf (
      _ ("The copied block has %u rows and %u columns, but from this cell on there are only %u "
         "rows "
         "and %u columns. Start at another cell, or copy the points alone."),
      n_rows,
      n_columns,
      rows_left,
      columns_left);
  say (self, sentence);
  return FALSE;
}

static void
plan_lines (BvScoreGrid *self, BvScorePlan *plan, const BvScoreBlock *block, GPtrArray *lines)
{
  for (guint row = 0; row < lines->len; row++) {
    GStrv cells = g_ptr_array_index (lines, row);

    for (guint i = 0; cells[i] != NULL; i++)
      bv_score_plan_add_text (plan, get_place (self, block->top + row, block->left + i), cells[i]);
  }
}

static void
plan_one (BvScoreGrid *self, BvScorePlan *plan, const BvScoreBlock *block, const char *typed)
{
  for (guint row = block->top; row <= block->bottom; row++)
    for (guint i = block->left; i <= block->right; i++) {
      BvScorePlace place = get_place (self, row, i);

      if (bv_score_sheet_get_points (self->sheet, place) != BV_POINTS_NOT_APPLICABLE)
        bv_score_plan_add_text (plan, place, typed);
    }
}

void
bv_score_grid_paste (BvScoreGrid *self, const char *text)
{
  g_autoptr (GPtrArray) lines = bv_score_plan_split (text);
  g_autoptr (BvScorePlan) plan = NULL;
  guint n_columns = count_columns (lines);
  BvScoreBlock block;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (!is_ready (self) || !bv_score_grid_get_block (self, &block))
    return;
  if (n_columns == 0) {
    say (self, _ ("Nothing was copied. Copy a block of points in the spreadsheet first."));
    return;
  }
  plan = bv_score_plan_new (self->sheet);
  if (lines->len == 1 && n_columns == 1)
    plan_one (self, plan, &block, ((GStrv) g_ptr_array_index (lines, 0))[0]);
  else if (fits (self, &block, lines->len, n_columns))
    plan_lines (self, plan, &block, lines);
  else
    return;
  carry_out (self, g_steal_pointer (&plan), _ ("Points pasted"), TRUE);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (BvScoreGrid) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    bv_score_grid_paste (self, text != NULL ? text : "");
}

void
bv_score_grid_paste_clipboard (BvScoreGrid *self)
{
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, read_cb, g_object_ref (self));
}

/* Filling */

void
bv_score_grid_fill_down (BvScoreGrid *self)
{
  g_autoptr (BvScorePlan) plan = NULL;
  BvScoreBlock block;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (!is_ready (self) || !bv_score_grid_get_block (self, &block))
    return;
  if (block.top == block.bottom && block.top == 0) {
    say (self, _ ("Choose the cells to fill, beginning with the one that has the points."));
    return;
  }
  if (block.top == block.bottom)
    block.top--;
  plan = bv_score_plan_new (self->sheet);
  for (guint i = block.left; i <= block.right; i++) {
    gint64 points = get_shown (self, get_place (self, block.top, i));

    for (guint row = block.top + 1; points >= 0 && row <= block.bottom; row++)
      if (is_free (self, get_place (self, row, i)))
        bv_score_plan_add (plan, get_place (self, row, i), points);
  }
  carry_out (self, g_steal_pointer (&plan), _ ("Points filled down"), FALSE);
}

void
bv_score_grid_copy_forward (BvScoreGrid *self, gboolean all)
{
  g_autoptr (BvScorePlan) plan = NULL;
  BvScoreBlock block;

  g_return_if_fail (BV_IS_SCORE_GRID (self));

  if (!is_ready (self) || !bv_score_grid_get_block (self, &block))
    return;
  if (all)
    block = (BvScoreBlock){
      0, bv_score_grid_get_n_rows (self) - 1, 0, bv_score_grid_get_n_criteria (self) - 1
    };
  plan = bv_score_plan_new (self->sheet);
  for (guint row = block.top; row <= block.bottom; row++)
    for (guint i = block.left; i <= block.right; i++) {
      BvScorePlace place = get_place (self, row, i);
      gint64 offer = bv_score_sheet_get_offer (self->sheet, place);

      if (offer >= 0 && is_free (self, place)
          && !(all && bv_score_sheet_get_points (self->sheet, place) >= 0))
        bv_score_plan_add (plan, place, offer);
    }
  carry_out (self, g_steal_pointer (&plan), _ ("Points of the step before taken over"), FALSE);
}

void
bv_score_grid_explain_block (BvScoreGrid *self)
{
  g_autoptr (BvScorePlan) plan = NULL;
  BvScoreBlock block;

  if (!is_ready (self) || !bv_score_grid_get_block (self, &block))
    return;
  plan = bv_score_plan_new (self->sheet);
  for (guint row = block.top; row <= block.bottom; row++)
    for (guint i = block.left; i <= block.right; i++)
      bv_score_plan_add_reason (plan, get_place (self, row, i));
  if (plan->n_changes == 0)
    say (self, _ ("No chosen cell differs from the step before: no reason is needed."));
  else
    show_preview (self, g_steal_pointer (&plan), _ ("Reason written"));
}

void
bv_score_grid_clear_block (BvScoreGrid *self)
{
  g_autoptr (BvScorePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  BvScoreBlock block;

  if (!is_ready (self) || !bv_score_grid_get_block (self, &block))
    return;
  plan = bv_score_plan_new (self->sheet);
  for (guint row = block.top; row <= block.bottom; row++)
    for (guint i = block.left; i <= block.right; i++) {
      BvScorePlace place = get_place (self, row, i);

      if (bv_score_sheet_get_points (self->sheet, place) >= 0)
        bv_score_plan_add (plan, place, BV_POINTS_MISSING);
    }
  if (plan->n_problems > 0) {
    say (self, g_array_index (plan->edits, BvScoreEdit, 0).problem);
    return;
  }
  if (plan->n_changes == 0)
    return;
  if (bv_score_plan_apply (plan, _ ("Points deleted"), NULL, &error))
    bv_score_grid_tell (self, _ ("Points deleted"));
  else
    bv_score_grid_fail (self, error);
}

BvScorePreview *
bv_score_grid_get_preview (BvScoreGrid *self)
{
  g_return_val_if_fail (BV_IS_SCORE_GRID (self), NULL);
  return self->preview;
}
