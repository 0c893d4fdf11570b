/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a subject may be given the forms that its list has quotas for, condition by condition. */
#pragma once
#include "bv-ranking-pane.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_CONDITIONS (bv_ranking_conditions_get_type ())
G_DECLARE_FINAL_TYPE (
    BvRankingConditions, bv_ranking_conditions, BV, RANKING_CONDITIONS, BvRankingPane)

GtkWidget *bv_ranking_conditions_new (void);

G_END_DECLS
