/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject in the score sheet: stays the same object while the sheet behind it is read anew. */
#pragma once
#include "bv-score-sheet.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORE_ROW (bv_score_row_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreRow, bv_score_row, BV, SCORE_ROW, GObject)

/* Signal "changed": the points may be others now. */

BvScoreRow *bv_score_row_new (BvScoreSheet *sheet, guint subject, BvStage stage);
/** bv_score_row_update: the same subject in a sheet read anew, or at another stage. */
void bv_score_row_update (BvScoreRow *self, BvScoreSheet *sheet, guint subject, BvStage stage);
/** bv_score_row_get_sheet: borrowed. */
BvScoreSheet *bv_score_row_get_sheet (BvScoreRow *self);
const BvAssessed *bv_score_row_get_assessed (BvScoreRow *self);
gint64 bv_score_row_get_id (BvScoreRow *self);
BvScorePlace bv_score_row_get_place (BvScoreRow *self, guint criterion);

G_END_DECLS
