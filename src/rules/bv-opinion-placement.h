/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relative placement: the best place that a majority of members gives, or better. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* Less is worse: minus the place by subject. The smallest place at which more than half of the
 * members put the subject there or better; then the larger majority, then the better of their
 * places on average, then the same at the next place. */
void bv_opinion_placement_values (const BvOpinionMatrix *matrix, BvFraction *values);

G_END_DECLS
