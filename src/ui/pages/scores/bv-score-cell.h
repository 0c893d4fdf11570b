/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the score sheet: shows a subject, points or a sum, and lets points be typed. */
#pragma once
#include "bv-score-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_CELL (bv_score_cell_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreCell, bv_score_cell, BV, SCORE_CELL, AdwBin)

/** BvScoreColumn: what a cell shows; 0 and more is the index of a criterion. */
typedef enum {
  BV_SCORE_COLUMN_SPREAD = -10,
  BV_SCORE_COLUMN_MEDIAN,
  BV_SCORE_COLUMN_SCORERS,
  BV_SCORE_COLUMN_STAGE,
  BV_SCORE_COLUMN_MISSING,
  BV_SCORE_COLUMN_TOTAL,
  BV_SCORE_COLUMN_ADJUSTMENT,
  BV_SCORE_COLUMN_SUM,
  BV_SCORE_COLUMN_SUBJECT,
  BV_SCORE_COLUMN_NUMBER,
} BvScoreColumn;

/* Signals: "edited": something was typed; "left": the keyboard left the field that is being typed
 * in; "entered": the cell has the keyboard now; "opened": it was double-clicked; "bound": it
 * shows another row; "pressed" (extend): with the mouse, @extend with Shift; "dragged" (x, y): the
 * mouse is elsewhere by now, its button still down. */

GtkWidget *bv_score_cell_new (int column);
/** bv_score_cell_set_row: shows @row and follows it; %NULL lets go. @position counts from 0. */
void bv_score_cell_set_row (BvScoreCell *self, BvScoreRow *row, guint position);
/** bv_score_cell_get_position: of the row; %G_MAXUINT without one. */
guint bv_score_cell_get_position (BvScoreCell *self);
/** bv_score_cell_set_chosen: whether it is part of the block. */
void bv_score_cell_set_chosen (BvScoreCell *self, gboolean chosen);
/** bv_score_cell_get_row: borrowed, nullable. */
BvScoreRow *bv_score_cell_get_row (BvScoreCell *self);
int bv_score_cell_get_column (BvScoreCell *self);
/** bv_score_cell_get_text: as shown, borrowed. */
const char *bv_score_cell_get_text (BvScoreCell *self);

/** bv_score_cell_start: opens a field with @typed in it, or with the points when %NULL. */
void bv_score_cell_start (BvScoreCell *self, const char *typed);
/** bv_score_cell_stop: closes the field; the stored points are shown again. */
void bv_score_cell_stop (BvScoreCell *self);
/** bv_score_cell_dup_typed: what stands in the field, composed syllables too; owned. */
char *bv_score_cell_dup_typed (BvScoreCell *self);
/** bv_score_cell_take_key: gives the key to the open field when the keyboard is not there yet: the
 * cell has to come into view first. */
gboolean bv_score_cell_take_key (BvScoreCell *self, GtkEventControllerKey *controller);
/** bv_score_cell_focus_field: puts the keyboard back into the open field. */
void bv_score_cell_focus_field (BvScoreCell *self);

G_END_DECLS
