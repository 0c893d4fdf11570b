/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The distance of two subjects against the council's own spread. */
#include "config.h"

#include "bv-opinion-gap.h"

#include <math.h>

gboolean
bv_opinion_gap_find (const BvOpinionMatrix *matrix, guint a, guint b, BvOpinionGap *gap)
{
  g_autofree double *differences = g_new (double, matrix->n_members);
  double mean = 0, squares = 0, error;
  guint n = 0;

  for (guint j = 0; j < matrix->n_members; j++) {
    gint64 first = bv_opinion_matrix_get_mark (matrix, a, j);
    gint64 second = bv_opinion_matrix_get_mark (matrix, b, j);

    if (first != BV_POINTS_MISSING && second != BV_POINTS_MISSING)
      differences[n++] = (double) (first - second) / (double) matrix->unit;
  }
  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    mean += differences[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (differences[i] - mean) * (differences[i] - mean);
  error = sqrt (squares / (n - 1) / n);
  *gap = (BvOpinionGap){ n, llround (mean), llround (error), fabs (mean) >= 2 * error };
  return TRUE;
}
