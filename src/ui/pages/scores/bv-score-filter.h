/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which subjects the score sheet shows. */
#pragma once
#include "bv-score-sheet.h"

G_BEGIN_DECLS

typedef struct _BvScoreFilter BvScoreFilter;

BvScoreFilter *bv_score_filter_new (void);
void bv_score_filter_free (BvScoreFilter *self);
/** bv_score_filter_set: @search as typed. */
void bv_score_filter_set (BvScoreFilter *self, BvRankList list, BvStage stage, const char *search);
/** bv_score_filter_list: indexes (guint) of the subjects of the list whose names or departments
 * have what is searched; owned. */
GArray *bv_score_filter_list (BvScoreFilter *self, BvScoreSheet *sheet);
/** bv_score_filter_keep: from now on only those of @subjects that lack points now: a row stays
 * while its last points are typed. %NULL lets all be shown. */
void bv_score_filter_keep (BvScoreFilter *self, BvScoreSheet *sheet, GArray *subjects);
/** bv_score_filter_narrow: those of @subjects that are kept; owned. */
GArray *bv_score_filter_narrow (BvScoreFilter *self, BvScoreSheet *sheet, GArray *subjects);
/** bv_score_filter_list_due: whoever takes part in the list, whatever is searched for; owned. */
GArray *bv_score_filter_list_due (BvScoreFilter *self, BvScoreSheet *sheet);

G_END_DECLS
