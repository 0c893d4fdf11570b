/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one line that says why somebody has this rank. */
#pragma once

#include "bv-ranking.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the sum that makes the total and what separated it from its
 * neighbours; or which criteria still lack points. */
char *bv_ranking_reason (const BvRanking *ranking, BvRankList list, guint position);

G_END_DECLS
