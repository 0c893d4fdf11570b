/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights at random: how often the same subjects stay inside an award boundary. */
#pragma once

#include "bv-opinion-matrix.h"
#include "bv-opinion-order.h"

G_BEGIN_DECLS

#define BV_OPINION_DRAWS_DEFAULT 10000
/* How far a weight moves either way, in basis points of itself. */
#define BV_OPINION_DRAWS_SPREAD 2000
/* Always the same, so that the same office gives the same figures. */
#define BV_OPINION_DRAWS_SEED G_GUINT64_CONSTANT (20240830)

/**
 * bv_opinion_draws_run:
 * @pool: (array length=n_pool): who take part
 * @cap: places
 * @official: (array): where subjects stand by the official order
 * @n_draws: how many times weights are drawn
 * @n_inside: (array): by subject, in how many draws it is inside; only those in @pool are set
 *
 * Returns: in how many draws exactly the same subjects are inside as officially.
 */
guint bv_opinion_draws_run (const BvOpinionMatrix *matrix,
                            const guint *pool,
                            guint n_pool,
                            gint64 cap,
                            const BvOpinionSide *official,
                            guint n_draws,
                            guint64 seed,
                            guint *n_inside);

G_END_DECLS
