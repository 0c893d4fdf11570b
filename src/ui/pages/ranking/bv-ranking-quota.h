/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotas in full: arithmetic, who is inside, on the boundary and next in line, and how the
 * selection compares with the candidates. */
#pragma once
#include "bv-ranking-pane.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_QUOTA (bv_ranking_quota_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingQuota, bv_ranking_quota, BV, RANKING_QUOTA, BvRankingPane)

GtkWidget *bv_ranking_quota_new (void);

G_END_DECLS
