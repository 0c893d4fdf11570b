/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All methods of a second opinion in one shape, and what their values are asserted to be. */
#pragma once
#include "bv-opinion-adjusted.h"
#include "bv-opinion-borda.h"
#include "bv-opinion-central.h"
#include "bv-opinion-order.h"
#include "bv-opinion-placement.h"
#include "bv-opinion-schulze.h"
#include "test-opinion-matrix.h"

#define N_SUBJECTS 9
#define N_MEMBERS 5

typedef void (*Method) (const BvOpinionMatrix *matrix, BvFraction *values);

static inline void
fill_judgment (const BvOpinionMatrix *matrix, BvFraction *values)
{
  bv_opinion_central_judgment (matrix, 100, values);
}

static inline void
fill_adjusted (const BvOpinionMatrix *matrix, BvFraction *values)
{
  if (!bv_opinion_adjusted_values (matrix, values, NULL))
    bv_opinion_central_mean (matrix, values);
}

G_GNUC_UNUSED static const struct
{
  const char *name;
  Method fill;
} methods[] = {
  { "mean", bv_opinion_central_mean },      { "trimmed", bv_opinion_central_trimmed },
  { "median", bv_opinion_central_median },  { "judgment", fill_judgment },
  { "borda", bv_opinion_borda_values },     { "placement", bv_opinion_placement_values },
  { "schulze", bv_opinion_schulze_values }, { "adjusted", fill_adjusted },
};

static inline double
get_points (BvFraction value)
{
  return (double) value.numerator / (double) value.denominator / 100;
}

static inline void
assert_near (BvFraction value, double points)
{
  g_assert_cmpfloat_with_epsilon (get_points (value), points, 0.0001);
}

static inline void
assert_order (Method fill, const BvOpinionMatrix *matrix, const char *order)
{
  g_autofree BvFraction *values = g_new (BvFraction, matrix->n_subjects);
  g_autofree guint *ranks = g_new (guint, matrix->n_subjects);

  fill (matrix, values);
  bv_opinion_order_rank (values, NULL, matrix->n_subjects, ranks);
  for (guint i = 0; i < matrix->n_subjects; i++)
    g_assert_cmpuint (ranks[order[i] - 'A'], ==, i + 1);
}
