/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What subjects would have if every member had marked everybody: recusals made up for. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/**
 * bv_opinion_adjusted_values:
 * @values: (array): by subject, in units and within 0…cap
 * @leniency: (array) (nullable): by member, in units: how much more it gives than the others do to
 *   the same subjects; 0 for a member without marks
 *
 * Least squares on mark = subject + leniency of the member, where leniencies add up to 0. With
 * complete marks the value is the mean. Returns: %FALSE where subjects cannot be compared, because
 * no chain of members links them.
 */
gboolean
bv_opinion_adjusted_values (const BvOpinionMatrix *matrix, BvFraction *values, gint64 *leniency);

G_END_DECLS
