/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of subjects × contents in which points are typed, with a cursor kept by subject. */
#pragma once
#include "bv-list-export.h"
#include "bv-score-cell.h"
#include "bv-score-preview.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORE_GRID (bv_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreGrid, bv_score_grid, BV, SCORE_GRID, AdwBin)

/* Signals: "cursor-moved"; "failed" (GError): something could not be saved;
 * "done" (message): something was written that can be undone. */

GtkWidget *bv_score_grid_new (BvOffice *office);
/**
 * bv_score_grid_show: shows @subjects (indexes of @sheet, guint) at @stage. The cursor stays on its
 * subject when it is still there.
 */
void bv_score_grid_show (BvScoreGrid *self, BvScoreSheet *sheet, GArray *subjects, BvStage stage);
/** bv_score_grid_get_cursor: %FALSE when it is nowhere. */
gboolean bv_score_grid_get_cursor (BvScoreGrid *self, BvScorePlace *place);
/** bv_score_grid_set_cursor: on subject @id; %FALSE when it is not shown. */
gboolean bv_score_grid_set_cursor (BvScoreGrid *self, gint64 id, guint criterion);
/** bv_score_grid_find_cell: borrowed; %NULL when the cell is out of sight. */
BvScoreCell *bv_score_grid_find_cell (BvScoreGrid *self, gint64 id, guint criterion);

/** bv_score_grid_edit: opens the field of the cursor's cell, with @typed in it when not %NULL. */
void bv_score_grid_edit (BvScoreGrid *self, const char *typed);
/** bv_score_grid_commit: saves what is typed. %FALSE when it is wrong or a reason is asked first.
 */
gboolean bv_score_grid_commit (BvScoreGrid *self);
/** bv_score_grid_cancel: shows the stored points again. */
void bv_score_grid_cancel (BvScoreGrid *self);
gboolean bv_score_grid_is_editing (BvScoreGrid *self);
/** bv_score_grid_clear: deletes the points of the block. */
void bv_score_grid_clear (BvScoreGrid *self);
/** bv_score_grid_ask_reason: lets the reason of the points of the block be changed. */
void bv_score_grid_ask_reason (BvScoreGrid *self);
/** bv_score_grid_select: a block between two cells; the cursor stands on the second one. */
void bv_score_grid_select (
    BvScoreGrid *self, gint64 from_id, guint from_criterion, gint64 to_id, guint to_criterion);
/** bv_score_grid_copy: the block to the clipboard, as a spreadsheet takes it. */
void bv_score_grid_copy (BvScoreGrid *self);
/** bv_score_grid_dup_copied: what bv_score_grid_copy() puts there; owned. */
char *bv_score_grid_dup_copied (BvScoreGrid *self);
/** bv_score_grid_paste: @text from the cursor on, or all over the block when it is one cell; shown
 * first. */
void bv_score_grid_paste (BvScoreGrid *self, const char *text);
/** bv_score_grid_fill_down: the first line of the block, or the row above a single line. */
void bv_score_grid_fill_down (BvScoreGrid *self);
/** bv_score_grid_copy_forward: the points of the step before into the block, or with @all into all
 * cells without points. */
void bv_score_grid_copy_forward (BvScoreGrid *self, gboolean all);
/** bv_score_grid_get_preview: the window that shows what would be written; borrowed, nullable. */
BvScorePreview *bv_score_grid_get_preview (BvScoreGrid *self);
/** bv_score_grid_answer: as if @reason was typed where the reason is asked. */
void bv_score_grid_answer (BvScoreGrid *self, const char *reason);
/** bv_score_grid_fill_export: adds the columns and rows in sight to @list. */
void bv_score_grid_fill_export (BvScoreGrid *self, BvListExport *list);

G_END_DECLS
