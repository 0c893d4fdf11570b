/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the score sheet: which list, which stage, which rows, and what can be done to
 * many cells. */
#pragma once
#include "bv-score-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_SCORES_BAR (bv_scores_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvScoresBar, bv_scores_bar, BV, SCORES_BAR, AdwBin)

/* Signals: "changed": something else is to be shown; "search-done": the keyboard goes on to the
 * grid; "copy-forward" (all): points of the step before are wanted; "reason", "adjust". */

GtkWidget *bv_scores_bar_new (void);
BvRankList bv_scores_bar_get_list (BvScoresBar *self);
/** bv_scores_bar_get_stage: a stage, BV_SCORE_MEMBER or BV_SCORE_OFFICIAL. */
BvStage bv_scores_bar_get_stage (BvScoresBar *self);
void bv_scores_bar_choose (BvScoresBar *self, BvRankList list, BvStage stage);
/** bv_scores_bar_dup_text: which rows are shown, at which stage, as a line under a title; owned. */
char *bv_scores_bar_dup_text (BvScoresBar *self);
/** bv_scores_bar_get_search: as typed, borrowed. */
const char *bv_scores_bar_get_search (BvScoresBar *self);
void bv_scores_bar_clear_search (BvScoresBar *self);
void bv_scores_bar_focus_search (BvScoresBar *self);
/** bv_scores_bar_is_missing_only: only rows that lack points. */
gboolean bv_scores_bar_is_missing_only (BvScoresBar *self);
void bv_scores_bar_set_missing_only (BvScoresBar *self, gboolean missing_only);
/** bv_scores_bar_set_n_missing: how many rows lack points. */
void bv_scores_bar_set_n_missing (BvScoresBar *self, guint n_missing);
/** bv_scores_bar_set_has_members: whether members of the council have sheets of their own. */
void bv_scores_bar_set_has_members (BvScoresBar *self, gboolean has_members);

/** bv_scores_bar_set_pack: by which leaders and staff are ranked apart or together. */
void bv_scores_bar_set_pack (BvScoresBar *self, const BvRulePack *pack);

G_END_DECLS
