/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schulze: every two subjects compared as in a vote, through the strongest chain of majorities. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* Minus the number of subjects that beat each one. One subject beats another when its strongest
 * path of majorities is stronger than the way back; the strength of a majority is the number of
 * members who put the winner strictly higher. */
void bv_opinion_schulze_values (const BvOpinionMatrix *matrix, BvFraction *values);

G_END_DECLS
