/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything behind the rank of one subject: who it is on top, below it one pane of several. */
#pragma once
#include "bv-page.h"
#include "bv-ranking-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PANEL (bv_ranking_panel_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingPanel, bv_ranking_panel, BV, RANKING_PANEL, AdwBin)

/* Signal "go" (name of a page): the user wants to see more of this subject there. */

/** bv_ranking_panel_new: @page is borrowed; its panes report to it. */
GtkWidget *bv_ranking_panel_new (BvPage *page);
/** bv_ranking_panel_show: %NULL shows nothing. */
void bv_ranking_panel_show (BvRankingPanel *self, BvRankingRow *row);
/** bv_ranking_panel_choose: brings a pane to the front, in the order of their tabs. */
void bv_ranking_panel_choose (BvRankingPanel *self, guint pane);
/** bv_ranking_panel_show_firmness: brings the pane of the lights to the front. */
void bv_ranking_panel_show_firmness (BvRankingPanel *self);

G_END_DECLS
