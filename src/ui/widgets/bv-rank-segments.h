/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that are ranked apart, to choose from. */
#pragma once
#include "bv-rule-pack.h"
#include "bv-segments.h"

G_BEGIN_DECLS

/** bv_rank_segments_new: a BvSegments with one segment for each BvRankList, in that order. */
GtkWidget *bv_rank_segments_new (void);
/** bv_rank_segments_sync: shows leaders and staff apart or together, as @pack ranks them. */
void bv_rank_segments_sync (BvSegments *segments, const BvRulePack *pack);

G_END_DECLS
