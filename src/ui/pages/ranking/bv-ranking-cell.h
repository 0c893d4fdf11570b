/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the ranking: rank, subject, points, pills, or why. */
#pragma once
#include "bv-ranking-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RANKING_CELL (bv_ranking_cell_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingCell, bv_ranking_cell, BV, RANKING_CELL, AdwBin)

typedef enum {
  BV_RANKING_COLUMN_RANK,
  BV_RANKING_COLUMN_SUBJECT,
  BV_RANKING_COLUMN_TOTAL,
  BV_RANKING_COLUMN_STANDING,
} BvRankingColumn;

GtkWidget *bv_ranking_cell_new (BvRankingColumn column);
/** bv_ranking_cell_set_row: shows @row and follows it; %NULL lets go. */
void bv_ranking_cell_set_row (BvRankingCell *self, BvRankingRow *row);

/** bv_ranking_cell_add_columns: all columns of the ranking, into @view. */
void bv_ranking_cell_add_columns (GtkColumnView *view);

G_END_DECLS
