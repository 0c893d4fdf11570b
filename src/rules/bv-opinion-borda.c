/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Borda on doubled ranks; unequal numbers of subjects become shares of a fixed fine scale. */
#include "config.h"

#include "bv-opinion-borda.h"

/* The value of being put above all others, where shares are counted. */
#define WHOLE G_GINT64_CONSTANT (1000000000)

/* Sums over members, twice as large where ranks are counted. */
typedef struct
{
  const BvOpinionMatrix *matrix;
  gboolean complete;
  gint64 *sums;
  guint *counts;
} Count;

static void
add_member (Count *count, guint member)
{
  const BvOpinionMatrix *matrix = count->matrix;
  g_autofree guint *twice = g_new (guint, matrix->n_subjects);
  guint n = bv_opinion_matrix_rank_member (matrix, member, twice);

  /* a member who counts for one subject alone compares it with nobody */
  for (guint subject = 0; n > 1 && subject < matrix->n_subjects; subject++) {
    gint64 lower = 2 * (gint64) n - twice[subject];

    if (twice[subject] == 0)
      continue;
    count->sums[subject] += count->complete ? lower : lower * WHOLE / (2 * (n - 1));
    count->counts[subject]++;
  }
}

void
bv_opinion_borda_values (const BvOpinionMatrix *matrix, BvFraction *values)
{
  g_autofree gint64 *sums = g_new0 (gint64, matrix->n_subjects);
  g_autofree guint *counts = g_new0 (guint, matrix->n_subjects);
  Count count = { matrix, bv_opinion_matrix_is_complete (matrix), sums, counts };

  for (guint member = 0; member < matrix->n_members; member++)
    add_member (&count, member);
  for (guint subject = 0; subject < matrix->n_subjects; subject++)
    values[subject] = bv_fraction_reduce (sums[subject],
                                          count.complete ? 2 : MAX (counts[subject], 1) * WHOLE);
}
