/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands where when one voice is not heard. */
#include "config.h"

#include "bv-opinion-leave-out.h"

#include "bv-opinion-central.h"
#include "bv-opinion-weights.h"

gboolean
bv_opinion_leave_out_member (const BvOpinionMatrix *matrix, guint member, BvFraction *values)
{
  g_autoptr (BvOpinionMatrix) other = bv_opinion_matrix_without_member (matrix, member);

  if (bv_opinion_matrix_find_unmarked (other) < other->n_subjects)
    return FALSE;
  if (matrix->trimmed)
    bv_opinion_central_trimmed (other, values);
  else
    bv_opinion_central_mean (other, values);
  return TRUE;
}

gboolean
bv_opinion_leave_out_criterion (const BvOpinionMatrix *matrix, guint criterion, BvFraction *values)
{
  g_autofree gint64 *factors = g_new (gint64, matrix->n_criteria);

  for (guint k = 0; k < matrix->n_criteria; k++)
    factors[k] = k == criterion ? 0 : BV_OPINION_WEIGHTS_WHOLE;
  return bv_opinion_weights_values (matrix, factors, values);
}
