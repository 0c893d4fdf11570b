/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change if contents weighed more or less than the movement says. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* The factor of a content that weighs what the movement says; also one whole in shares. */
#define BV_OPINION_WEIGHTS_WHOLE 10000

/**
 * BvOpinionFlip:
 * @criterion: the content whose weight would have to change
 * @weight: its share of all points now, in basis points
 * @flipped: the share at which the two subjects change places, others shrinking or growing alike
 */
typedef struct
{
  guint criterion;
  gint64 weight;
  gint64 flipped;
} BvOpinionFlip;

/* Totals in hundredths, exact and within 0…cap, when the weight of each content is multiplied by
 * its factor (0 leaves it out) and all are scaled to the points they give together. Returns: %FALSE
 * when nothing is left to weigh. */
gboolean bv_opinion_weights_values (const BvOpinionMatrix *matrix,
                                    const gint64 *factors,
                                    BvFraction *values);

/* Where @a and @b change places when only @criterion changes. %FALSE when no weight between 0 and
 * 100 % does that, or they are equal now. */
gboolean bv_opinion_weights_find_flip (
    const BvOpinionMatrix *matrix, guint a, guint b, guint criterion, BvOpinionFlip *flip);

/* Whether @a and @b have the same points in all, bonus and penalty included. */
gboolean bv_opinion_weights_are_equal (const BvOpinionMatrix *matrix, guint a, guint b);

/* The content whose weight has to change least. */
gboolean bv_opinion_weights_find_nearest_flip (const BvOpinionMatrix *matrix,
                                               guint a,
                                               guint b,
                                               BvOpinionFlip *flip);

G_END_DECLS
