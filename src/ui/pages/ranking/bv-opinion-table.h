/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks by all ways of counting side by side; only who crosses an award boundary is marked. */
#pragma once
#include "bv-list-export.h"
#include "bv-opinion-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_OPINION_TABLE (bv_opinion_table_get_type ())
G_DECLARE_FINAL_TYPE (BvOpinionTable, bv_opinion_table, BV, OPINION_TABLE, AdwBin)

/** bv_opinion_table_new: @selection is of BvRankingRow. */
GtkWidget *bv_opinion_table_new (GtkSelectionModel *selection, BvOpinionBoard *board);
/** bv_opinion_table_get_view: borrowed. */
GtkColumnView *bv_opinion_table_get_view (BvOpinionTable *self);
/** bv_opinion_table_fill_export: adds its columns and rows to @list. */
void bv_opinion_table_fill_export (BvOpinionTable *self, BvListExport *list);

G_END_DECLS
