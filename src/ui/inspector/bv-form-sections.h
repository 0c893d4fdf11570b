/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sections stand above and below the form of a row. */
#pragma once
#include "bv-section.h"

G_BEGIN_DECLS

/** bv_form_sections_create_above: what a row of @kind asks for first; owned array of new BvSection.
 */
GPtrArray *bv_form_sections_create_above (BvOffice *office, const BvKind *kind);
/** bv_form_sections_create_below: what belongs to a row of @kind; owned array of new BvSection. */
GPtrArray *bv_form_sections_create_below (BvOffice *office, const BvKind *kind);

G_END_DECLS
