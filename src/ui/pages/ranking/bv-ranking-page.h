/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking: three lists, each rank with its reason, quotas with their arithmetic. */
#pragma once
#include "bv-opinion-board.h"
#include "bv-page.h"
#include "bv-ranking-row.h"

G_BEGIN_DECLS

#define BV_TYPE_RANKING_PAGE (bv_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRankingPage, bv_ranking_page, BV, RANKING_PAGE, BvPage)

/** bv_ranking_page_choose: shows @list. */
void bv_ranking_page_choose (BvRankingPage *self, BvRankList list);
/** bv_ranking_page_get_rows: BvRankingRow in order; borrowed. */
GListModel *bv_ranking_page_get_rows (BvRankingPage *self);
/** bv_ranking_page_get_board: the second opinions on the list in hand; borrowed. */
BvOpinionBoard *bv_ranking_page_get_board (BvRankingPage *self);
/** bv_ranking_page_look: at the list as it is ranked, or at other ways of counting. */
void bv_ranking_page_look (BvRankingPage *self, gboolean other_ways);

G_END_DECLS
