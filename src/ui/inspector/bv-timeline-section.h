/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed the row, when, and which field from what to what. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_TIMELINE_SECTION (bv_timeline_section_get_type ())
G_DECLARE_FINAL_TYPE (BvTimelineSection, bv_timeline_section, BV, TIMELINE_SECTION, BvSection)

GtkWidget *bv_timeline_section_new (BvOffice *office);

G_END_DECLS
