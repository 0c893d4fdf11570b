/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a proposal stands on its way to a decision, and the steps that are open to it. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_PROPOSAL_SECTION (bv_proposal_section_get_type ())
G_DECLARE_FINAL_TYPE (BvProposalSection, bv_proposal_section, BV, PROPOSAL_SECTION, BvSection)

GtkWidget *bv_proposal_section_new (BvOffice *office);

G_END_DECLS
