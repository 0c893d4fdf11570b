/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a proposal: may its subject have its form? */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_CONDITIONS_SECTION (bv_conditions_section_get_type ())
G_DECLARE_FINAL_TYPE (BvConditionsSection, bv_conditions_section, BV, CONDITIONS_SECTION, BvSection)

GtkWidget *bv_conditions_section_new (BvOffice *office);

G_END_DECLS
