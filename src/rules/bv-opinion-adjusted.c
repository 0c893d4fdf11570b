/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The additive estimate, solved directly for the few members. Advice only, so in floating point;
 * rounded finely enough that equal estimates stay equal whatever the order of the rows. */
#include "config.h"

#include "bv-opinion-adjusted.h"

#include <math.h>

/* Steps in one unit that estimates are rounded to. */
#define FINE 10000

/* m equations, one for each member, with the right side in the last column. */
typedef struct
{
  const BvOpinionMatrix *matrix;
  guint n; /* members */
  double *rows;
} System;

static double *
get_row (const System *system, guint row)
{
  return &system->rows[(gsize) row * (system->n + 1)];
}

static double
get_mean (const BvOpinionMatrix *matrix, guint subject)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < matrix->n_members; i++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, subject, i);

    if (mark == BV_POINTS_MISSING)
      continue;
    sum += (double) mark;
    n++;
  }
  return sum / n;
}

/* n_j β_j − Σ_i (Σ_l β_l) ÷ m_i = Σ_i (s_ij − mean_i), one subject at a time. */
static void
add_subject (System *system, guint subject)
{
  const BvOpinionMatrix *matrix = system->matrix;
  double mean = get_mean (matrix, subject);
  double share = 1.0 / bv_opinion_matrix_count_members (matrix, subject);

  for (guint i = 0; i < system->n; i++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, subject, i);
    double *row = get_row (system, i);

    if (mark == BV_POINTS_MISSING)
      continue;
    row[i] += 1;
    row[system->n] += (double) mark - mean;
    for (guint j = 0; j < system->n; j++)
      if (bv_opinion_matrix_get_mark (matrix, subject, j) != BV_POINTS_MISSING)
        row[j] -= share;
  }
}

/* A member without marks has no leniency; that all add up to 0 takes the place of one equation,
 * which follows from the others. */
static void
set_conditions (System *system)
{
  guint last = system->n;

  for (guint i = 0; i < system->n; i++) {
    if (bv_opinion_matrix_count_subjects (system->matrix, i) > 0)
      last = i;
    else
      get_row (system, i)[i] = 1;
  }
  for (guint j = 0; last < system->n && j <= system->n; j++)
    get_row (system, last)[j] = j < system->n ? 1 : 0;
}

static void
swap_rows (System *system, guint a, guint b)
{
  for (guint j = 0; j <= system->n; j++) {
    double kept = get_row (system, a)[j];

    get_row (system, a)[j] = get_row (system, b)[j];
    get_row (system, b)[j] = kept;
  }
}

static void
eliminate (System *system, guint column)
{
  guint best = column;

  for (guint i = column + 1; i < system->n; i++)
    if (fabs (get_row (system, i)[column]) > fabs (get_row (system, best)[column]))
      best = i;
  swap_rows (system, column, best);
  for (guint i = 0; i < system->n; i++) {
    double factor = get_row (system, i)[column] / get_row (system, column)[column];

    for (guint j = column; i != column && j <= system->n; j++)
      get_row (system, i)[j] -= factor * get_row (system, column)[j];
  }
}

/* Leniencies in units. */
static double *
solve (const BvOpinionMatrix *matrix)
{
  guint n = matrix->n_members;
  g_autofree double *rows = g_new0 (double, (gsize) n *(n + 1));
  System system = { matrix, n, rows };
  double *leniency = g_new (double, n);

  for (guint i = 0; i < matrix->n_subjects; i++)
    add_subject (&system, i);
  set_conditions (&system);
  for (guint i = 0; i < n; i++)
    eliminate (&system, i);
  for (guint i = 0; i < n; i++)
    leniency[i] = get_row (&system, i)[n] / get_row (&system, i)[i];
  return leniency;
}

/* Whether subjects hang together: from the first subject through members to all others. */
static gboolean
is_connected (const BvOpinionMatrix *matrix)
{
  g_autofree gboolean *members = g_new0 (gboolean, matrix->n_members);
  g_autofree gboolean *subjects = g_new0 (gboolean, matrix->n_subjects);
  guint n_found = 1;
  gboolean grown = matrix->n_subjects > 0;

  for (guint i = 0; i < matrix->n_subjects; i++)
    subjects[i] = i == 0;
  while (grown) {
    grown = FALSE;
    for (guint i = 0; i < matrix->n_subjects * matrix->n_members; i++) {
      guint subject = i / matrix->n_members, member = i % matrix->n_members;

      if (matrix->marks[i] == BV_POINTS_MISSING || subjects[subject] == members[member])
        continue;
      n_found += !subjects[subject];
      subjects[subject] = members[member] = grown = TRUE;
    }
  }
  return n_found == matrix->n_subjects;
}

static double
estimate (const BvOpinionMatrix *matrix, guint subject, const double *leniency)
{
  double value = get_mean (matrix, subject);
  guint n = bv_opinion_matrix_count_members (matrix, subject);

  for (guint i = 0; i < matrix->n_members; i++)
    if (bv_opinion_matrix_get_mark (matrix, subject, i) != BV_POINTS_MISSING)
      value -= leniency[i] / n;
  return value;
}

gboolean
bv_opinion_adjusted_values (const BvOpinionMatrix *matrix, BvFraction *values, gint64 *leniency)
{
  g_autofree double *solved = NULL;

  if (!is_connected (matrix) || matrix->n_members == 0)
    return FALSE;
  solved = solve (matrix);
  for (guint i = 0; i < matrix->n_subjects; i++) {
    gint64 fine = llround (estimate (matrix, i, solved) * FINE);

    values[i] = bv_opinion_matrix_limit (matrix, bv_fraction_reduce (fine, FINE));
  }
  for (guint i = 0; leniency != NULL && i < matrix->n_members; i++)
    leniency[i] = llround (solved[i]);
  return TRUE;
}
