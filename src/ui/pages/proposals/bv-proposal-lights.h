/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column of the proposals that says whether each may be given. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_PROPOSAL_LIGHTS (bv_proposal_lights_get_type ())
G_DECLARE_FINAL_TYPE (BvProposalLights, bv_proposal_lights, BV, PROPOSAL_LIGHTS, GObject)

/** bv_proposal_lights_new: adds the column to @page, which outlives it. */
BvProposalLights *bv_proposal_lights_new (BvListPage *page);
/** bv_proposal_lights_refresh: judges the proposals of the movement in hand anew. */
void bv_proposal_lights_refresh (BvProposalLights *self);

G_END_DECLS
