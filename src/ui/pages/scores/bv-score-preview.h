/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what many points at once would change and what is wrong with them, and asks for the reason,
 * before anything is written. */
#pragma once
#include "bv-score-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORE_PREVIEW (bv_score_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvScorePreview, bv_score_preview, BV, SCORE_PREVIEW, AdwWindow)

/* Signal "accepted": all was written as one step. */

/** bv_score_preview_new: takes @plan; @title names the step as it is told afterwards. */
GtkWidget *bv_score_preview_new (GtkWindow *parent, BvScorePlan *plan, const char *title);
const char *bv_score_preview_get_title (BvScorePreview *self);
/** bv_score_preview_get_plan: borrowed. */
BvScorePlan *bv_score_preview_get_plan (BvScorePreview *self);
/** bv_score_preview_accept: as if @reason was typed, when not %NULL, and the button pressed. */
void bv_score_preview_accept (BvScorePreview *self, const char *reason);

G_END_DECLS
