/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the table of second opinions: a rank, and whether it crosses an award boundary. */
#pragma once
#include "bv-opinion-board.h"
#include "bv-ranking-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Columns; ranks by method come after the last one. */
typedef enum {
  BV_OPINION_COLUMN_OFFICIAL,
  BV_OPINION_COLUMN_SUBJECT,
  BV_OPINION_COLUMN_TRIED, /* with the weights tried */
  BV_OPINION_COLUMN_SHARE, /* times in 100 inside with drawn weights */
  BV_OPINION_COLUMN_METHOD,
} BvOpinionColumn;

#define BV_TYPE_OPINION_CELL (bv_opinion_cell_get_type ())
G_DECLARE_FINAL_TYPE (BvOpinionCell, bv_opinion_cell, BV, OPINION_CELL, AdwBin)

/** bv_opinion_cell_new: @column is BV_OPINION_COLUMN_METHOD + method for a method; @board is
 * borrowed and outlives the cell. */
GtkWidget *bv_opinion_cell_new (BvOpinionBoard *board, guint column);
/** bv_opinion_cell_set_row: %NULL lets go. */
void bv_opinion_cell_set_row (BvOpinionCell *self, BvRankingRow *row);
/** bv_opinion_cell_dup_text: all that it shows, in one line; owned. */
char *bv_opinion_cell_dup_text (BvOpinionCell *self);

G_END_DECLS
