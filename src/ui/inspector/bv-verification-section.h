/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an achievement stands on its way to being verified, and the next step. */
#pragma once
#include "bv-form.h"
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_VERIFICATION_SECTION (bv_verification_section_get_type ())
G_DECLARE_FINAL_TYPE (
    BvVerificationSection, bv_verification_section, BV, VERIFICATION_SECTION, BvSection)

/**
 * bv_verification_section_new: takes the group of the status field of @form, a form of
 * achievements, into itself and shows the status with the next steps instead of a drop-down. Before
 * each step "flush" is emitted (gboolean): FALSE stops it.
 */
GtkWidget *bv_verification_section_new (BvOffice *office, BvForm *form);

G_END_DECLS
