/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relative placement, as judges of a dance place couples. */
#include "config.h"

#include "bv-opinion-placement.h"

/* All doubled ranks, n_members for each subject, ascending and those that count first. */
typedef struct
{
  const BvOpinionMatrix *matrix;
  guint *twice;
  guint *counts;
} Places;

/* How a subject does at one place: who puts it there or better. */
typedef struct
{
  gint64 n_members;
  gint64 sum;
} Majority;

static int
compare_place_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  return (a > b) - (a < b);
}

static void
collect (Places *places)
{
  const BvOpinionMatrix *matrix = places->matrix;
  g_autofree guint *twice = g_new (guint, matrix->n_subjects);

  for (guint member = 0; member < matrix->n_members; member++) {
    bv_opinion_matrix_rank_member (matrix, member, twice);
    for (guint subject = 0; subject < matrix->n_subjects; subject++)
      if (twice[subject] > 0)
        places->twice[(gsize) subject * matrix->n_members + places->counts[subject]++]
            = twice[subject];
  }
  for (guint subject = 0; subject < matrix->n_subjects; subject++)
    g_qsort_with_data (&places->twice[(gsize) subject * matrix->n_members],
                       (int) places->counts[subject],
                       sizeof (guint),
                       compare_place_cb,
                       NULL);
}

static Majority
count_at (const Places *places, guint subject, guint place)
{
  const guint *twice = &places->twice[(gsize) subject * places->matrix->n_members];
  Majority majority = { 0, 0 };

  for (guint i = 0; i < places->counts[subject] && twice[i] <= 2 * place; i++) {
    majority.n_members++;
    majority.sum += twice[i];
  }
  return majority;
}

/* The smallest place with more than half of the members; a doubled rank of 5 needs place 3. */
static guint
find_place (const Places *places, guint subject)
{
  const guint *twice = &places->twice[(gsize) subject * places->matrix->n_members];

  return (twice[places->counts[subject] / 2] + 1) / 2;
}

static int
compare_at (const Places *places, guint a, guint b, guint place)
{
  Majority first = count_at (places, a, place);
  Majority second = count_at (places, b, place);
  gint64 left = first.n_members * places->counts[b];
  gint64 right = second.n_members * places->counts[a];

  if (left != right)
    return left > right ? -1 : 1;
  left = first.sum * second.n_members;
  right = second.sum * first.n_members;
  return (left > right) - (left < right);
}

static guint
find_last (const Places *places, guint subject)
{
  const guint *twice = &places->twice[(gsize) subject * places->matrix->n_members];

  return (twice[places->counts[subject] - 1] + 1) / 2;
}

/* Nothing changes at a place that no member gives either of them. */
static int
compare_subjects (const Places *places, guint a, guint b)
{
  guint place = find_place (places, a);
  guint other = find_place (places, b);
  guint last = MAX (find_last (places, a), find_last (places, b));
  int order = (place > other) - (place < other);

  for (; order == 0 && place <= last; place++)
    order = compare_at (places, a, b, place);
  return order;
}

static int
compare_subjects_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  return compare_subjects (data, *(const guint *) first, *(const guint *) second);
}

void
bv_opinion_placement_values (const BvOpinionMatrix *matrix, BvFraction *values)
{
  g_autofree guint *twice = g_new (guint, (gsize) matrix->n_subjects * matrix->n_members);
  g_autofree guint *counts = g_new0 (guint, matrix->n_subjects);
  g_autofree guint *sorted = g_new (guint, matrix->n_subjects);
  Places places = { matrix, twice, counts };

  g_return_if_fail (bv_opinion_matrix_find_unmarked (matrix) == matrix->n_subjects);

  collect (&places);
  for (guint i = 0; i < matrix->n_subjects; i++)
    sorted[i] = i;
  g_qsort_with_data (
      sorted, (int) matrix->n_subjects, sizeof *sorted, compare_subjects_cb, &places);
  for (guint i = 0; i < matrix->n_subjects; i++)
    values[sorted[i]] = i > 0 && compare_subjects (&places, sorted[i - 1], sorted[i]) == 0
                            ? values[sorted[i - 1]]
                            : bv_fraction_from_points (-(gint64) i - 1);
}
