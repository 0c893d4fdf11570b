/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pane that says how firm the award boundaries are, and what other ways of counting give. */
#pragma once
#include "bv-ranking-pane.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_FIRMNESS (bv_ranking_firmness_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingFirmness, bv_ranking_firmness, BV, RANKING_FIRMNESS, BvRankingPane)

GtkWidget *bv_ranking_firmness_new (void);

G_END_DECLS
