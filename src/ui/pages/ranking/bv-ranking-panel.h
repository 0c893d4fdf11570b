/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything behind the rank of one subject: points of every stage, why, quotas, where to look. */
#pragma once
#include "bv-ranking-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PANEL (bv_ranking_panel_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingPanel, bv_ranking_panel, BV, RANKING_PANEL, AdwBin)

/* Signal "go" (name of a page): the user wants to see more of this subject there. */

GtkWidget *bv_ranking_panel_new (void);
/** bv_ranking_panel_show: %NULL shows nothing. */
void bv_ranking_panel_show (BvRankingPanel *self, BvRankingRow *row);

G_END_DECLS
