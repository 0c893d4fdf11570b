/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the score sheet: subject, one for each content, sums. */
#pragma once
#include "bv-score-cell.h"

G_BEGIN_DECLS

/** BvScoreColumnsFunc: a cell for points was made. */
typedef void (*BvScoreColumnsFunc) (BvScoreCell *cell, gpointer owner);

/** bv_score_columns_build: puts columns for the contents of @assessment, and what has sense at
 * @stage, into @view in place of those that are there. @owner must outlive @view. */
void bv_score_columns_build (GtkColumnView *view,
                             BvAssessment *assessment,
                             BvOffice *office,
                             BvStage stage,
                             BvScoreColumnsFunc created,
                             gpointer owner);
/** bv_score_columns_get: what @column shows: a BvScoreColumn, or a criterion. */
int bv_score_columns_get (GtkColumnViewColumn *column);

G_END_DECLS
