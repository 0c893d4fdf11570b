/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order without one member, or without one content. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* Values in units by the official way of forming one value. %FALSE when somebody would be left
 * without any mark. */
gboolean
bv_opinion_leave_out_member (const BvOpinionMatrix *matrix, guint member, BvFraction *values);

/* Totals in hundredths. %FALSE when no other content gives points. */
gboolean
bv_opinion_leave_out_criterion (const BvOpinionMatrix *matrix, guint criterion, BvFraction *values);

G_END_DECLS
