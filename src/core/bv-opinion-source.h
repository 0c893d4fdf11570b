/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What second opinions are formed of, taken from an assessment. */
#pragma once
#include "bv-assessment.h"
#include "bv-second-opinions.h"

G_BEGIN_DECLS

/**
 * bv_opinion_source_prepare: second opinions on the ranked subjects of @list, in rank order, with a
 * boundary for each quota of that list; still to be computed, which may be done in another thread.
 * Owned.
 */
BvSecondOpinions *bv_opinion_source_prepare (BvAssessment *assessment, BvRankList list);
/** bv_opinion_source_find_quota: index of the quota behind @boundary. */
guint bv_opinion_source_find_quota (BvAssessment *assessment, BvRankList list, guint boundary);

G_END_DECLS
