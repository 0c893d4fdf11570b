/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists that are ranked apart: leaders and staff, or all individuals together. */
#include "config.h"

#include "bv-rank-segments.h"

#include <glib/gi18n-lib.h>

GtkWidget *
bv_rank_segments_new (void)
{
  GtkWidget *segments = bv_segments_new (_ ("List"));

  bv_segments_add (BV_SEGMENTS (segments), _ ("Collectives"));
  bv_segments_add (BV_SEGMENTS (segments), _ ("Leaders"));
  bv_segments_add (BV_SEGMENTS (segments), _ ("Staff"));
  bv_segments_add (BV_SEGMENTS (segments), _ ("Individuals"));
  bv_segments_set_shown (BV_SEGMENTS (segments), BV_RANK_INDIVIDUALS, FALSE);
  return segments;
}

void
bv_rank_segments_sync (BvSegments *segments, const BvRulePack *pack)
{
  gboolean joined = pack->ranking.join_individuals;
  BvRankList chosen = (BvRankList) bv_segments_get_chosen (segments);

  bv_segments_set_shown (segments, BV_RANK_LEADERS, !joined);
  bv_segments_set_shown (segments, BV_RANK_STAFF, !joined);
  bv_segments_set_shown (segments, BV_RANK_INDIVIDUALS, joined);
  if (joined && (chosen == BV_RANK_LEADERS || chosen == BV_RANK_STAFF))
    bv_segments_choose (segments, BV_RANK_INDIVIDUALS);
  else if (!joined && chosen == BV_RANK_INDIVIDUALS)
    bv_segments_choose (segments, BV_RANK_STAFF);
}
