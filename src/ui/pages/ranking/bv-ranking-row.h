/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject in a ranked list: stays the same object while the assessment is computed anew. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_ROW (bv_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingRow, bv_ranking_row, BV, RANKING_ROW, GObject)

/* Signal "changed": points, rank or standing may be others now. */

BvRankingRow *bv_ranking_row_new (BvAssessment *assessment, guint subject);
void bv_ranking_row_update (BvRankingRow *self, BvAssessment *assessment, guint subject);
/** bv_ranking_row_get_assessment: borrowed. */
BvAssessment *bv_ranking_row_get_assessment (BvRankingRow *self);
guint bv_ranking_row_get_subject (BvRankingRow *self);
const BvAssessed *bv_ranking_row_get_assessed (BvRankingRow *self);
/** bv_ranking_row_dup_place: "Chuyên viên · Phòng Quản lý biên giới"; owned. */
char *bv_ranking_row_dup_place (BvRankingRow *self);

G_END_DECLS
