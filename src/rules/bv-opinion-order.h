/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the values of one method to ranks, and to who stands inside an award boundary. */
#pragma once

#include "bv-points.h"

G_BEGIN_DECLS

/* Where a subject stands with an award boundary. */
typedef enum {
  BV_OPINION_OUTSIDE,
  BV_OPINION_INSIDE,
  BV_OPINION_OPEN,    /* in a tie that does not fit whole: the council decides */
  BV_OPINION_NO_PART, /* not in the pool: may not be rewarded, or has a higher form already */
} BvOpinionSide;

/* Ranks 1, 2, 2, 4 of @values (array length=@n), the greatest first, into @ranks. With @official
 * (array) (nullable), who has the same value keeps the official order. */
void bv_opinion_order_rank (const BvFraction *values, const guint *official, guint n, guint *ranks);

/**
 * bv_opinion_order_take:
 * @values: (array): by subject, the greatest first
 * @official: (array): official rank by subject; who has the same value keeps the official order
 * @pool: (array length=n_pool): the subjects who take part
 * @cap: places
 * @sides: (array): by subject; only those in @pool are set
 *
 * Walks down by ties as the quota does. Subjects are tied when value and official rank are equal.
 */
void bv_opinion_order_take (const BvFraction *values,
                            const guint *official,
                            const guint *pool,
                            guint n_pool,
                            gint64 cap,
                            BvOpinionSide *sides);

G_END_DECLS
