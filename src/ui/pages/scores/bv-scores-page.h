/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet: subjects × contents, one stage at a time. */
#pragma once
#include "bv-member-bar.h"
#include "bv-page.h"
#include "bv-score-details.h"
#include "bv-score-grid.h"
#include "bv-scores-bar.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORES_PAGE (bv_scores_page_get_type ())
G_DECLARE_FINAL_TYPE (BvScoresPage, bv_scores_page, BV, SCORES_PAGE, BvPage)

/** bv_scores_page_get_grid: borrowed; %NULL until the page was loaded. */
BvScoreGrid *bv_scores_page_get_grid (BvScoresPage *self);
/** bv_scores_page_choose: shows @list at @stage. */
void bv_scores_page_choose (BvScoresPage *self, BvRankList list, BvStage stage);
/* Parts of the page; borrowed. */
BvScoresBar *bv_scores_page_get_bar (BvScoresPage *self);
BvMemberBar *bv_scores_page_get_member_bar (BvScoresPage *self);
BvScoreDetails *bv_scores_page_get_details (BvScoresPage *self);

G_END_DECLS
