/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The award proposals: drawn up from ranking and quotas, edited, put in order, exported. */
#pragma once
#include "bv-export-bar.h"
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_PROPOSALS_PAGE (bv_proposals_page_get_type ())
G_DECLARE_FINAL_TYPE (BvProposalsPage, bv_proposals_page, BV, PROPOSALS_PAGE, BvListPage)

/** bv_proposals_page_draw_up: from ranking and quotas; @replace forgets what was typed before. */
void bv_proposals_page_draw_up (BvProposalsPage *self, gboolean replace);
/** bv_proposals_page_move: the selected row up (-1) or down (1). */
void bv_proposals_page_move (BvProposalsPage *self, int direction);
/** bv_proposals_page_export: writes the workbook to @target in the background. */
void bv_proposals_page_export (BvProposalsPage *self, GFile *target);
BvExportBar *bv_proposals_page_get_export_bar (BvProposalsPage *self);
/** bv_proposals_page_get_money: what the bar says about bonus money, borrowed. */
const char *bv_proposals_page_get_money (BvProposalsPage *self);

G_END_DECLS
