/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a session of the council stands: presence, votes needed and given, and the next step up to
 * the seal. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_VOTING_SECTION (bv_voting_section_get_type ())
G_DECLARE_FINAL_TYPE (BvVotingSection, bv_voting_section, BV, VOTING_SECTION, BvSection)

/** bv_voting_section_new: for the inspector of sessions. */
GtkWidget *bv_voting_section_new (BvOffice *office);

G_END_DECLS
