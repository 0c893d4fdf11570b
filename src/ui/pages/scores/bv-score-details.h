/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the score sheet: everything known about the cell under the cursor, stage by stage. */
#pragma once
#include "bv-score-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_DETAILS (bv_score_details_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreDetails, bv_score_details, BV, SCORE_DETAILS, AdwBin)

GtkWidget *bv_score_details_new (void);
/** bv_score_details_get_stage_label: translated, borrowed. */
const char *bv_score_details_get_stage_label (BvStage stage);
/** bv_score_details_show: @place is nullable. */
void bv_score_details_show (BvScoreDetails *self, BvScoreSheet *sheet, const BvScorePlace *place);
/** bv_score_details_dup_text: all that is said, line by line; owned. */
char *bv_score_details_dup_text (BvScoreDetails *self);

G_END_DECLS
