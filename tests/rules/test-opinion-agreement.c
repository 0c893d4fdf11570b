/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement of members: published examples, and random marks against the definition. */
#include "config.h"

#include <math.h>

#include "bv-opinion-agreement.h"
#include "bv-opinion-gap.h"
#include "test-opinion-matrix.h"

#define N_SUBJECTS 9
#define N_MEMBERS 5

static const gint64 pivotal[] = { 80, 82, 81, 83, 99, 84, 85, 84, 86, 70,
                                  79, 80, 78, 81, 85, 75, 76, 74, 77, 80 };

static gint64
find_w (const BvOpinionMatrix *matrix)
{
  gint64 w = -1;
  guint n;

  g_assert_true (bv_opinion_agreement_among_all (matrix, &w, &n));
  return w;
}

static void
test_w (void)
{
  static const gint64 marks[] = { 9, 8, 9, 7, 9, 9, 8, 7, 7, 7, 7, 7, 5, 6, 7, 5 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 4, marks);
  g_autoptr (BvOpinionMatrix) other = make_matrix (4, 5, pivotal);
  gint64 w;
  guint n;

  g_assert_cmpint (find_w (matrix), ==, 8382);
  g_assert_cmpint (find_w (other), ==, 6160);

  /* who does not count for all takes the subject out of the comparison, not the member */
  bv_opinion_matrix_set_mark (matrix, 3, 2, BV_POINTS_MISSING);
  g_assert_true (bv_opinion_agreement_among_all (matrix, &w, &n));
  g_assert_cmpuint (n, ==, 3);
  bv_opinion_matrix_set_mark (matrix, 0, 0, BV_POINTS_MISSING);
  g_assert_false (bv_opinion_agreement_among_all (matrix, &w, &n));
}

/* Everybody gives everybody the same: there is no order to agree on. */
static void
test_w_of_equals (void)
{
  static const gint64 marks[] = { 7, 7, 7, 7, 7, 7 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (3, 2, marks);
  gint64 w;
  guint n;

  g_assert_false (bv_opinion_agreement_among_all (matrix, &w, &n));
}

/* Without ties W follows from the mean of Spearman's ρ over all pairs of members:
 * W = (ρ (m − 1) + 1) ÷ m; with ties too when ρ is Pearson's of the average ranks and all members
 * have the same ties. */
static void
test_w_by_pairs (void)
{
  for (guint round = 0; round < 100; round++) {
    g_autoptr (BvOpinionMatrix) matrix = bv_opinion_matrix_new (N_SUBJECTS, N_MEMBERS, 0);
    guint twice[N_MEMBERS][N_SUBJECTS];
    double sum = 0, n = N_SUBJECTS, m = N_MEMBERS;

    for (guint j = 0; j < N_MEMBERS; j++) {
      g_autofree guint *order = make_order (N_SUBJECTS);

      for (guint i = 0; i < N_SUBJECTS; i++)
        bv_opinion_matrix_set_mark (matrix, i, j, order[i] * 100);
      bv_opinion_matrix_rank_member (matrix, j, twice[j]);
    }
    for (guint a = 0; a < N_MEMBERS; a++)
      for (guint b = 0; b < a; b++) {
        double squares = 0;

        for (guint i = 0; i < N_SUBJECTS; i++) {
          double difference = ((double) twice[a][i] - twice[b][i]) / 2;
          squares += difference * difference;
        }
        sum += 1 - 6 * squares / (n * n * n - n);
      }
    sum /= m * (m - 1) / 2;
    g_assert_cmpint (find_w (matrix), ==, llround ((sum * (m - 1) + 1) / m * 10000));
  }
}

static void
test_members (void)
{
  static const gint64 taus[] = { 6667, 6667, 5477, 6667, 0 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 5, pivotal);
  BvOpinionMember member;

  matrix->n_marks[4] = 8;
  matrix->n_highest[4] = 2;
  for (guint j = 0; j < 5; j++) {
    bv_opinion_agreement_of_member (matrix, j, &member);
    g_assert_cmpuint (member.n_subjects, ==, 4);
    g_assert_true (member.has_tau);
    g_assert_cmpint (member.tau, ==, taus[j]);
    g_assert_false (member.flat);
  }
  g_assert_cmpint (member.mean, ==, 8350);
  g_assert_cmpint (member.lowest, ==, 7000);
  g_assert_cmpint (member.highest, ==, 9900);
  g_assert_cmpint (member.spread, ==, 1045); /* √((15,5² + 13,5² + 1,5² + 3,5²) ÷ 4) */
  g_assert_cmpint (member.at_maximum, ==, 2500);
}

/* Who gives nearly the same to everybody says nothing. */
static void
test_flat (void)
{
  static const gint64 marks[] = { 80, 80, 81, 80, 80, 70, 80, 80, 60, 81, 80, 90, 80, 90, 75 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (5, 3, marks);
  BvOpinionMember member;

  bv_opinion_agreement_of_member (matrix, 0, &member); /* spread under 1 point */
  g_assert_true (member.flat);
  bv_opinion_agreement_of_member (matrix, 1, &member); /* four of five alike: just not flat */
  g_assert_false (member.flat);
  bv_opinion_agreement_of_member (matrix, 2, &member);
  g_assert_false (member.flat);
  for (guint i = 0; i < 5; i++)
    bv_opinion_matrix_set_mark (matrix, i, 2, 8000);
  bv_opinion_agreement_of_member (matrix, 2, &member);
  g_assert_true (member.flat);
  g_assert_false (member.has_tau);
}

static double
define_tau (const BvOpinionMatrix *matrix, guint member)
{
  double own[N_SUBJECTS], others[N_SUBJECTS];
  double concordant = 0, discordant = 0, n0, n1 = 0, n2 = 0;
  guint n = 0;

  for (guint i = 0; i < matrix->n_subjects; i++) {
    double sum = 0;
    guint n_others = 0;

    for (guint j = 0; j < matrix->n_members; j++)
      if (j != member && bv_opinion_matrix_get_mark (matrix, i, j) != BV_POINTS_MISSING) {
        sum += (double) bv_opinion_matrix_get_mark (matrix, i, j);
        n_others++;
      }
    if (bv_opinion_matrix_get_mark (matrix, i, member) == BV_POINTS_MISSING || n_others == 0)
      continue;
    own[n] = (double) bv_opinion_matrix_get_mark (matrix, i, member);
    others[n++] = round (sum / n_others * 1e6);
  }
  n0 = n * (n - 1) / 2.0;
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < a; b++) {
      concordant += (own[a] - own[b]) * (others[a] - others[b]) > 0;
      discordant += (own[a] - own[b]) * (others[a] - others[b]) < 0;
      n1 += own[a] == own[b];
      n2 += others[a] == others[b];
    }
  return (concordant - discordant) / sqrt ((n0 - n1) * (n0 - n2));
}

static void
test_tau (void)
{
  for (guint round = 0; round < 200; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (
        N_SUBJECTS, N_MEMBERS, round % 2 == 0 ? 0 : 4);
    BvOpinionMember member;

    for (guint j = 0; j < N_MEMBERS; j++) {
      bv_opinion_agreement_of_member (matrix, j, &member);
      if (member.has_tau)
        g_assert_cmpint (member.tau, ==, llround (define_tau (matrix, j) * 10000));
      else
        g_assert_true (isnan (define_tau (matrix, j)));
    }
  }
}

static void
test_outliers (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 5, pivotal);
  g_autoptr (GArray) outliers = bv_opinion_agreement_find_outliers (matrix);
  const BvOpinionOutlier *outlier = (const BvOpinionOutlier *) (gpointer) outliers->data;

  /* the third is 3,4 median distances away, under the limit */
  g_assert_cmpuint (outliers->len, ==, 2);
  g_assert_cmpuint (outlier[0].subject, ==, 0);
  g_assert_cmpuint (outlier[0].member, ==, 4);
  g_assert_cmpint (outlier[0].mark, ==, 9900);
  g_assert_cmpint (outlier[0].median, ==, 8200);
  g_assert_cmpuint (outlier[1].subject, ==, 1);
  g_assert_cmpuint (outlier[1].member, ==, 4);
  g_assert_cmpint (bv_opinion_agreement_get_range (matrix, 0), ==, 1900);
}

/* All others agree to the point: then five points stand out, four do not. */
static void
test_outliers_among_equals (void)
{
  static const gint64 marks[] = { 80, 80, 80, 80, 85, 80, 80, 80, 80, 84 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (2, 5, marks);
  g_autoptr (GArray) outliers = bv_opinion_agreement_find_outliers (matrix);

  g_assert_cmpuint (outliers->len, ==, 1);
  g_assert_cmpuint (g_array_index (outliers, BvOpinionOutlier, 0).subject, ==, 0);
}

static double
find_middle (double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j + 1 < n; j++)
      if (numbers[j] > numbers[j + 1]) {
        double kept = numbers[j];

        numbers[j] = numbers[j + 1];
        numbers[j + 1] = kept;
      }
  return (numbers[(n - 1) / 2] + numbers[n / 2]) / 2;
}

static gboolean
define_outlier (const BvOpinionMatrix *matrix, guint subject, guint member)
{
  double marks[N_MEMBERS], distances[N_MEMBERS], median, usual, own;
  guint n = 0;

  if (bv_opinion_matrix_get_mark (matrix, subject, member) == BV_POINTS_MISSING)
    return FALSE;
  for (guint j = 0; j < matrix->n_members; j++)
    if (bv_opinion_matrix_get_mark (matrix, subject, j) != BV_POINTS_MISSING)
      marks[n++] = (double) bv_opinion_matrix_get_mark (matrix, subject, j) / 100;
  median = find_middle (marks, n);
  for (guint j = 0; j < n; j++)
    distances[j] = fabs (marks[j] - median);
  usual = find_middle (distances, n);
  own = fabs ((double) bv_opinion_matrix_get_mark (matrix, subject, member) / 100 - median);
  return own >= 5 && (usual == 0 || 0.6745 * own / usual > 3.5);
}

static void
test_outliers_by_definition (void)
{
  guint n_found = 0;

  for (guint round = 0; round < 300; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (
        N_SUBJECTS, N_MEMBERS, round % 2 == 0 ? 0 : 4);
    g_autoptr (GArray) outliers = NULL;
    guint next = 0;

    bv_opinion_matrix_set_mark (matrix, round % N_SUBJECTS, round % N_MEMBERS, 9500);
    outliers = bv_opinion_agreement_find_outliers (matrix);
    for (guint i = 0; i < N_SUBJECTS * N_MEMBERS; i++) {
      const BvOpinionOutlier *outlier = &g_array_index (outliers, BvOpinionOutlier, next);
      gboolean found = next < outliers->len && outlier->subject == i / N_MEMBERS
                       && outlier->member == i % N_MEMBERS;

      g_assert_cmpint (found, ==, define_outlier (matrix, i / N_MEMBERS, i % N_MEMBERS));
      next += found;
    }
    n_found += next;
  }
  g_assert_cmpuint (n_found, >, 100);
}

static void
test_gap (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 5, pivotal);
  BvOpinionGap gap;

  g_assert_true (bv_opinion_gap_find (matrix, 0, 1, &gap));
  g_assert_cmpuint (gap.n_members, ==, 5);
  g_assert_cmpint (gap.mean, ==, 320);
  g_assert_cmpint (gap.error, ==, 645);
  g_assert_false (gap.apart);
  g_assert_true (bv_opinion_gap_find (matrix, 1, 3, &gap));
  g_assert_false (gap.apart); /* 5,4 with 3,86 */
  g_assert_true (bv_opinion_gap_find (matrix, 2, 3, &gap));
  g_assert_cmpint (gap.mean, ==, 420);
  g_assert_true (gap.apart);

  /* only who counts for both */
  for (guint j = 0; j < 3; j++)
    bv_opinion_matrix_set_mark (matrix, 0, j, BV_POINTS_MISSING);
  g_assert_true (bv_opinion_gap_find (matrix, 0, 1, &gap));
  g_assert_cmpuint (gap.n_members, ==, 2);
  bv_opinion_matrix_set_mark (matrix, 1, 3, BV_POINTS_MISSING);
  g_assert_false (bv_opinion_gap_find (matrix, 0, 1, &gap));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-agreement/w", test_w);
  g_test_add_func ("/opinion-agreement/w-of-equals", test_w_of_equals);
  g_test_add_func ("/opinion-agreement/w-by-pairs", test_w_by_pairs);
  g_test_add_func ("/opinion-agreement/members", test_members);
  g_test_add_func ("/opinion-agreement/flat", test_flat);
  g_test_add_func ("/opinion-agreement/tau", test_tau);
  g_test_add_func ("/opinion-agreement/outliers", test_outliers);
  g_test_add_func ("/opinion-agreement/outliers-among-equals", test_outliers_among_equals);
  g_test_add_func ("/opinion-agreement/outliers-by-definition", test_outliers_by_definition);
  g_test_add_func ("/opinion-agreement/gap", test_gap);
  return g_test_run ();
}
