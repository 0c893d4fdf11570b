/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision rewards, and the button that writes the award history from it. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_AWARDING_SECTION (bv_awarding_section_get_type ())
G_DECLARE_FINAL_TYPE (BvAwardingSection, bv_awarding_section, BV, AWARDING_SECTION, BvSection)

/** bv_awarding_section_new: for the inspector of decisions. */
GtkWidget *bv_awarding_section_new (BvOffice *office);

G_END_DECLS
