/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals under other weights, and the weight at which two subjects change places. */
#include "config.h"

#include "bv-opinion-weights.h"

#include <math.h>

/* Weights this close to 0 or 1 are that: there the two are equal, and beyond is nothing. */
#define TINY 1e-9
/* So is a lead this small, in hundredths of a point, nothing but rounding. */
#define SMALL 1e-6

/* Two subjects while one weight changes and the others keep their proportions. */
typedef struct
{
  double weight;  /* of the content, as a share */
  double now;     /* by how much the first is ahead */
  double content; /* by how much it would be if only this content counted */
  double rest;    /* and if all the others did */
} Duel;

static gint64
add_maxima (const BvOpinionMatrix *matrix)
{
  gint64 sum = 0;

  for (guint k = 0; k < matrix->n_criteria; k++)
    sum += matrix->maxima[k];
  return sum;
}

/* Without looking for lowest terms where there is room, which takes longer than all the rest. */
static BvFraction
make_fraction (BvInt128 numerator, BvInt128 denominator)
{
  if (ABS (numerator) <= G_MAXINT64 && denominator <= G_MAXINT64)
    return (BvFraction){ (gint64) numerator, (gint64) denominator };
  return bv_fraction_reduce (numerator, denominator);
}

gboolean
bv_opinion_weights_values (const BvOpinionMatrix *matrix, const gint64 *factors, BvFraction *values)
{
  BvInt128 weighed = 0;

  for (guint k = 0; k < matrix->n_criteria; k++)
    weighed += (BvInt128) factors[k] * matrix->maxima[k];
  if (weighed <= 0)
    return FALSE;
  weighed *= matrix->fine;
  for (guint i = 0; i < matrix->n_subjects; i++) {
    BvInt128 sum = 0;

    for (guint k = 0; k < matrix->n_criteria; k++)
      sum += (BvInt128) factors[k] * bv_opinion_matrix_get_points (matrix, i, k);
    values[i] = make_fraction (sum * matrix->scale + matrix->outside[i] * weighed, weighed);
    values[i] = bv_opinion_matrix_limit_points (matrix, values[i]);
  }
  return TRUE;
}

/* The lead of @a over @b if only @criterion counted, in hundredths on the whole scale. */
static double
find_lead (const BvOpinionMatrix *matrix, guint a, guint b, guint criterion)
{
  gint64 difference = bv_opinion_matrix_get_points (matrix, a, criterion)
                      - bv_opinion_matrix_get_points (matrix, b, criterion);

  return (double) difference / (double) matrix->fine / (double) matrix->maxima[criterion]
         * (double) matrix->scale;
}

static void
set_up (const BvOpinionMatrix *matrix, guint a, guint b, guint criterion, Duel *duel)
{
  double all = (double) add_maxima (matrix);
  double outside = (double) (matrix->outside[a] - matrix->outside[b]);
  double sum = 0;

  for (guint k = 0; k < matrix->n_criteria; k++)
    if (matrix->maxima[k] > 0)
      sum += (double) matrix->maxima[k] / all * find_lead (matrix, a, b, k);
  duel->weight = (double) matrix->maxima[criterion] / all;
  duel->content = find_lead (matrix, a, b, criterion);
  duel->rest = (sum - duel->weight * duel->content) / (1 - duel->weight);
  duel->now = sum + outside;
}

gboolean
bv_opinion_weights_find_flip (
    const BvOpinionMatrix *matrix, guint a, guint b, guint criterion, BvOpinionFlip *flip)
{
  Duel duel;
  double flipped;

  /* a content that gives no points has no weight, and one alone has no other */
  if (matrix->maxima[criterion] <= 0 || matrix->maxima[criterion] == add_maxima (matrix))
    return FALSE;
  set_up (matrix, a, b, criterion, &duel);
  flipped = duel.weight - duel.now / (duel.content - duel.rest);
  if (fabs (duel.now) < SMALL || !isfinite (flipped) || flipped <= TINY || flipped >= 1 - TINY)
    return FALSE;
  flip->criterion = criterion;
  flip->weight = llround (duel.weight * BV_OPINION_WEIGHTS_WHOLE);
  flip->flipped = llround (flipped * BV_OPINION_WEIGHTS_WHOLE);
  return TRUE;
}

gboolean
bv_opinion_weights_are_equal (const BvOpinionMatrix *matrix, guint a, guint b)
{
  BvInt128 difference = 0;

  for (guint k = 0; k < matrix->n_criteria; k++)
    difference += bv_opinion_matrix_get_points (matrix, a, k)
                  - bv_opinion_matrix_get_points (matrix, b, k);
  difference *= matrix->scale;
  return difference
             + (BvInt128) (matrix->outside[a] - matrix->outside[b]) * matrix->fine
                   * add_maxima (matrix)
         == 0;
}

gboolean
bv_opinion_weights_find_nearest_flip (const BvOpinionMatrix *matrix,
                                      guint a,
                                      guint b,
                                      BvOpinionFlip *flip)
{
  gboolean found = FALSE;

  for (guint k = 0; k < matrix->n_criteria; k++) {
    BvOpinionFlip other;

    if (!bv_opinion_weights_find_flip (matrix, a, b, k, &other))
      continue;
    if (!found || ABS (other.flipped - other.weight) < ABS (flip->flipped - flip->weight))
      *flip = other;
    found = TRUE;
  }
  return found;
}
