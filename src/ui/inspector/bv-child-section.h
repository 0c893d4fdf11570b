/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of another kind that belong to the row in the inspector: partners, postings. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_CHILD_SECTION (bv_child_section_get_type ())
G_DECLARE_FINAL_TYPE (BvChildSection, bv_child_section, BV, CHILD_SECTION, BvSection)

/** bv_child_section_new: rows of @kind whose @owner_field points to the owner. */
GtkWidget *bv_child_section_new (BvOffice *office, const BvKind *kind, const BvField *owner_field);

G_END_DECLS
