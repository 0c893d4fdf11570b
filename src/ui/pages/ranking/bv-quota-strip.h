/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotas of one list side by side, each with the light of its boundary. */
#pragma once
#include "bv-opinion-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_QUOTA_STRIP (bv_quota_strip_get_type ())
G_DECLARE_FINAL_TYPE (BvQuotaStrip, bv_quota_strip, BV, QUOTA_STRIP, AdwBin)

GtkWidget *bv_quota_strip_new (void);
/** bv_quota_strip_show: nothing is kept; lights are there once @board has opinions. */
void bv_quota_strip_show (BvQuotaStrip *self,
                          BvAssessment *assessment,
                          BvRankList list,
                          BvOpinionBoard *board);

G_END_DECLS
