/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of members. These figures describe; none of them changes a score. */
#include "config.h"

#include "bv-opinion-agreement.h"

#include <math.h>

/* A member whose totals lie this close together, in hundredths of a point, tells nobody apart. */
#define FLAT_SPREAD 100
/* So do more than 80 % identical totals. */
#define FLAT_PERCENT 80
/* Least distance of a mark that stands out, in hundredths of a point. */
#define FAR 500
/* 0,6745 × distance > 3,5 × median distance, in ten thousandths. */
#define NORMAL 6745
#define LIMIT 35000

static gint64
to_hundredths (const BvOpinionMatrix *matrix, double units)
{
  return llround (units / (double) matrix->unit);
}

/* Kendall's W */

/* The subjects that all members count for, as a matrix of their own. */
static BvOpinionMatrix *
keep_complete (const BvOpinionMatrix *matrix)
{
  g_autofree guint *kept = g_new (guint, matrix->n_subjects);
  BvOpinionMatrix *other;
  guint n = 0;

  for (guint i = 0; i < matrix->n_subjects; i++)
    if (bv_opinion_matrix_count_members (matrix, i) == matrix->n_members)
      kept[n++] = i;
  other = bv_opinion_matrix_new (n, matrix->n_members, 0);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < matrix->n_members; j++)
      bv_opinion_matrix_set_mark (other, i, j, bv_opinion_matrix_get_mark (matrix, kept[i], j));
  return other;
}

static int
compare_guint_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  return (a > b) - (a < b);
}

/* Σ (t³ − t) over the ties of one member. */
static double
correct_ties (const guint *twice, guint n)
{
  g_autofree guint *sorted = g_memdup2 (twice, n * sizeof *twice);
  double sum = 0;

  g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_guint_cb, NULL);
  for (guint first = 0, end; first < n; first = end) {
    double size;

    for (end = first + 1; end < n && sorted[end] == sorted[first];)
      end++;
    size = end - first;
    sum += size * size * size - size;
  }
  return sum;
}

gboolean
bv_opinion_agreement_among_all (const BvOpinionMatrix *matrix, gint64 *w, guint *n_subjects)
{
  g_autoptr (BvOpinionMatrix) complete = keep_complete (matrix);
  double n = complete->n_subjects, m = complete->n_members, ties = 0, sum = 0, most;
  g_autofree guint *twice = g_new (guint, complete->n_subjects);
  g_autofree double *sums = g_new0 (double, complete->n_subjects);

  *n_subjects = complete->n_subjects;
  if (complete->n_members < 2 || complete->n_subjects < 3)
    return FALSE;
  for (guint j = 0; j < complete->n_members; j++) {
    bv_opinion_matrix_rank_member (complete, j, twice);
    ties += correct_ties (twice, complete->n_subjects);
    for (guint i = 0; i < complete->n_subjects; i++)
      sums[i] += twice[i] / 2.0;
  }
  for (guint i = 0; i < complete->n_subjects; i++)
    sum += (sums[i] - m * (n + 1) / 2) * (sums[i] - m * (n + 1) / 2);
  most = m * m * (n * n * n - n) - m * ties;
  if (most <= 0)
    return FALSE;
  *w = llround (12 * sum / most * BV_OPINION_AGREEMENT_WHOLE);
  return TRUE;
}

/* One member */

/* The mean of the others' marks; %FALSE when nobody else counts for @subject. */
static gboolean
average_others (const BvOpinionMatrix *matrix, guint subject, guint member, BvFraction *mean)
{
  BvInt128 sum = 0;
  guint n = 0;

  for (guint j = 0; j < matrix->n_members; j++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, subject, j);

    if (j == member || mark == BV_POINTS_MISSING)
      continue;
    sum += mark;
    n++;
  }
  if (n > 0)
    *mean = bv_fraction_reduce (sum, n);
  return n > 0;
}

/* What the member gave, and what the others did on average; both have to be there. */
typedef struct
{
  gint64 own;
  BvFraction mean;
  guint others; /* place of the mean among all, equal means alike */
} Pair;

static GArray *
collect_pairs (const BvOpinionMatrix *matrix, guint member)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < matrix->n_subjects; i++) {
    Pair pair = { bv_opinion_matrix_get_mark (matrix, i, member), { 0, 1 }, 0 };

    if (pair.own != BV_POINTS_MISSING && average_others (matrix, i, member, &pair.mean))
      g_array_append_val (pairs, pair);
  }
  return pairs;
}

static int
compare_mean_cb (gconstpointer first, gconstpointer second)
{
  return bv_fraction_compare (((const Pair *) first)->mean, ((const Pair *) second)->mean);
}

/* Whole numbers in the place of fractions, which take long to compare for every two. */
static void
number_means (GArray *pairs)
{
  Pair *all = (Pair *) (gpointer) pairs->data;

  g_array_sort (pairs, compare_mean_cb);
  for (guint i = 1; i < pairs->len; i++)
    all[i].others = all[i - 1].others + (bv_fraction_compare (all[i].mean, all[i - 1].mean) != 0);
}

/* (concordant − discordant) ÷ √((pairs − ties of one) (pairs − ties of the other)) */
static void
compare_with_others (const BvOpinionMatrix *matrix, guint member, BvOpinionMember *result)
{
  g_autoptr (GArray) pairs = collect_pairs (matrix, member);
  const Pair *all = (const Pair *) (gpointer) pairs->data;
  gint64 sum = 0, told_own = 0, told_others = 0;

  number_means (pairs);
  for (guint i = 0; i < pairs->len; i++)
    for (guint j = 0; j < i; j++) {
      int own = (all[i].own > all[j].own) - (all[i].own < all[j].own);
      int others = all[i].others != all[j].others; /* i stands after j */

      sum += own * others;
      told_own += own != 0;
      told_others += others;
    }
  result->has_tau = told_own > 0 && told_others > 0;
  if (result->has_tau)
    result->tau = llround ((double) sum / sqrt ((double) told_own * (double) told_others)
                           * BV_OPINION_AGREEMENT_WHOLE);
}

/* How many totals are equal to the most frequent one; @marks ascend. */
static guint
count_most_frequent (const gint64 *marks, guint n)
{
  guint most = 0;

  for (guint first = 0, end; first < n; first = end) {
    for (end = first + 1; end < n && marks[end] == marks[first];)
      end++;
    most = MAX (most, end - first);
  }
  return most;
}

static int
compare_mark_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  gint64 a = *(const gint64 *) first;
  gint64 b = *(const gint64 *) second;

  return (a > b) - (a < b);
}

static void
describe (const BvOpinionMatrix *matrix, const gint64 *marks, BvOpinionMember *result)
{
  guint n = result->n_subjects;
  double mean = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    mean += (double) marks[i] / n;
  for (guint i = 0; i < n; i++)
    squares += ((double) marks[i] - mean) * ((double) marks[i] - mean);
  result->mean = to_hundredths (matrix, mean);
  result->spread = to_hundredths (matrix, sqrt (squares / n));
  result->lowest = to_hundredths (matrix, (double) marks[0]);
  result->highest = to_hundredths (matrix, (double) marks[n - 1]);
  /* one subject is never flat: there is nobody to tell it from */
  result->flat = n > 1
                 && (result->spread < FLAT_SPREAD
                     || count_most_frequent (marks, n) * 100 > n * FLAT_PERCENT);
}

void
bv_opinion_agreement_of_member (const BvOpinionMatrix *matrix,
                                guint member,
                                BvOpinionMember *result)
{
  g_autofree gint64 *marks = g_new (gint64, matrix->n_subjects);

  *result = (BvOpinionMember){ 0 };
  for (guint i = 0; i < matrix->n_subjects; i++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, i, member);

    if (mark != BV_POINTS_MISSING)
      marks[result->n_subjects++] = mark;
  }
  if (matrix->n_marks[member] > 0)
    result->at_maximum = (gint64) matrix->n_highest[member] * BV_OPINION_AGREEMENT_WHOLE
                         / matrix->n_marks[member];
  if (result->n_subjects == 0)
    return;
  g_qsort_with_data (marks, (int) result->n_subjects, sizeof *marks, compare_mark_cb, NULL);
  describe (matrix, marks, result);
  compare_with_others (matrix, member, result);
}

/* Marks that stand out */

/* Twice the middle of @sorted, so that it is whole. */
static gint64
double_median (const gint64 *sorted, guint n)
{
  return sorted[(n - 1) / 2] + sorted[n / 2];
}

/* Everything in quarters of a unit: the median is in halves, the median of distances in quarters.
 */
static void
find_in_subject (const BvOpinionMatrix *matrix, guint subject, GArray *outliers)
{
  g_autofree gint64 *marks = g_new (gint64, matrix->n_members);
  g_autofree gint64 *distances = g_new (gint64, matrix->n_members);
  guint n = bv_opinion_matrix_sort_marks (matrix, subject, marks);
  gint64 median, usual;

  if (n == 0)
    return;
  median = 2 * double_median (marks, n);
  for (guint i = 0; i < n; i++)
    distances[i] = ABS (4 * marks[i] - median);
  g_qsort_with_data (distances, (int) n, sizeof *distances, compare_mark_cb, NULL);
  usual = double_median (distances, n) / 2;
  for (guint j = 0; j < matrix->n_members; j++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, subject, j);
    gint64 distance = mark == BV_POINTS_MISSING ? 0 : ABS (4 * mark - median);
    BvOpinionOutlier outlier = { subject, j, 0, 0 };

    if (distance < 4 * FAR * matrix->unit
        || (BvInt128) NORMAL * distance <= (BvInt128) LIMIT * usual)
      continue;
    outlier.mark = to_hundredths (matrix, (double) mark);
    outlier.median = to_hundredths (matrix, (double) median / 4);
    g_array_append_val (outliers, outlier);
  }
}

GArray *
bv_opinion_agreement_find_outliers (const BvOpinionMatrix *matrix)
{
  GArray *outliers = g_array_new (FALSE, FALSE, sizeof (BvOpinionOutlier));

  for (guint i = 0; i < matrix->n_subjects; i++)
    find_in_subject (matrix, i, outliers);
  return outliers;
}

gint64
bv_opinion_agreement_get_range (const BvOpinionMatrix *matrix, guint subject)
{
  g_autofree gint64 *marks = g_new (gint64, matrix->n_members);
  guint n = bv_opinion_matrix_sort_marks (matrix, subject, marks);

  return n > 0 ? to_hundredths (matrix, (double) (marks[n - 1] - marks[0])) : 0;
}
