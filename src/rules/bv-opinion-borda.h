/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Borda: how many others each member puts lower. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* Σ over members of (n − rank) by subject; where members do not all count for everybody, the mean
 * of (n − rank) ÷ (n − 1) over the members who count. */
void bv_opinion_borda_values (const BvOpinionMatrix *matrix, BvFraction *values);

G_END_DECLS
