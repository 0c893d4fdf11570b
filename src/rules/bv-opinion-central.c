/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Central values of the marks that one subject got, in whole numbers throughout. */
#include "config.h"

#include "bv-opinion-central.h"

/* Marks from @first to before @end, all of the same weight. */
static BvFraction
average (const gint64 *marks, guint first, guint end)
{
  BvInt128 sum = 0;

  for (guint i = first; i < end; i++)
    sum += marks[i];
  return bv_fraction_reduce (sum, end - first);
}

static BvFraction
find_mean (const gint64 *marks, guint n)
{
  return average (marks, 0, n);
}

static BvFraction
find_trimmed (const gint64 *marks, guint n)
{
  guint n_dropped = n >= BV_OPINION_CENTRAL_TRIM_FROM ? 1 : 0;

  return average (marks, n_dropped, n - n_dropped);
}

static BvFraction
find_median (const gint64 *marks, guint n)
{
  return average (marks, (n - 1) / 2, n / 2 + 1);
}

static void
fill (const BvOpinionMatrix *matrix,
      BvFraction (*find) (const gint64 *marks, guint n),
      BvFraction *values)
{
  g_autofree gint64 *marks = g_new (gint64, matrix->n_members);

  for (guint subject = 0; subject < matrix->n_subjects; subject++) {
    guint n = bv_opinion_matrix_sort_marks (matrix, subject, marks);

    g_return_if_fail (n > 0);
    values[subject] = bv_opinion_matrix_limit (matrix, find (marks, n));
  }
}

/* Halves up. */
static gint64
round_to_grade (gint64 mark, gint64 grade)
{
  return (2 * mark + grade) / (2 * grade);
}

/* @marks are whole grades, ascending. */
static BvFraction
judge (const gint64 *marks, guint n, gint64 grade)
{
  gint64 usual = marks[(n - 1) / 2];
  gint64 above = 0, below = 0, equal;

  for (guint i = 0; i < n; i++) {
    above += marks[i] > usual;
    below += marks[i] < usual;
  }
  equal = n - above - below;
  return bv_fraction_reduce ((BvInt128) grade * (2 * usual * equal + above - below), 2 * equal);
}

void
bv_opinion_central_mean (const BvOpinionMatrix *matrix, BvFraction *values)
{
  fill (matrix, find_mean, values);
}

void
bv_opinion_central_trimmed (const BvOpinionMatrix *matrix, BvFraction *values)
{
  fill (matrix, find_trimmed, values);
}

void
bv_opinion_central_median (const BvOpinionMatrix *matrix, BvFraction *values)
{
  fill (matrix, find_median, values);
}

void
bv_opinion_central_judgment (const BvOpinionMatrix *matrix, gint64 grade, BvFraction *values)
{
  g_autofree gint64 *marks = g_new (gint64, matrix->n_members);

  for (guint subject = 0; subject < matrix->n_subjects; subject++) {
    guint n = bv_opinion_matrix_sort_marks (matrix, subject, marks);

    g_return_if_fail (n > 0);
    for (guint i = 0; i < n; i++)
      marks[i] = round_to_grade (marks[i], grade);
    values[subject] = bv_opinion_matrix_limit (matrix, judge (marks, n, grade));
  }
}

guint
bv_opinion_central_count_grades (const BvOpinionMatrix *matrix, gint64 grade)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < (gsize) matrix->n_subjects * matrix->n_members; i++) {
    gint64 whole;

    if (matrix->marks[i] == BV_POINTS_MISSING)
      continue;
    whole = round_to_grade (matrix->marks[i], grade);
    g_hash_table_add (seen, g_memdup2 (&whole, sizeof whole));
  }
  return g_hash_table_size (seen);
}
