/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a subject has its rank: points of every stage, quotas, where to look closer. */
#pragma once
#include "bv-ranking-pane.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_WHY (bv_ranking_why_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingWhy, bv_ranking_why, BV, RANKING_WHY, BvRankingPane)

GtkWidget *bv_ranking_why_new (void);

G_END_DECLS
