/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under the score sheet: everything known about the cell under the cursor. */
#pragma once
#include "bv-score-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_DETAILS (bv_score_details_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreDetails, bv_score_details, BV, SCORE_DETAILS, AdwBin)

/* Signal "reason": the button that changes the reason was pressed. */

GtkWidget *bv_score_details_new (void);
/** bv_score_details_show: %NULL @place shows nothing. */
void bv_score_details_show (BvScoreDetails *self, BvScoreSheet *sheet, const BvScorePlace *place);
/** bv_score_details_get_stage_label: name of @stage, translated, borrowed. */
const char *bv_score_details_get_stage_label (BvStage stage);

G_END_DECLS
