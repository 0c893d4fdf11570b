/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Means of members' sheets against sums written out here, in whole numbers. */
#include "config.h"

#include "bv-member-scores.h"

#define MAX_MEMBERS 15
#define N_CRITERIA 3

static const BvMemberRules mean_rules = BV_MEMBER_RULES_INIT;
static const BvMemberRules trimmed_rules = { BV_MEMBER_TRIMMED_MEAN, 5, { 2, 3, FALSE }, TRUE };

/* One subject, one criterion, all sheets confirmed; @totals in hundredths. */
static BvMemberScores *
make_scores (const gint64 *totals, guint n)
{
  BvMemberScores *scores = bv_member_scores_new (1, n, 1);

  for (guint j = 0; j < n; j++) {
    *bv_member_scores_at (scores, 0, j, 0) = totals[j];
    *bv_member_scores_counts (scores, 0, j) = TRUE;
  }
  return scores;
}

static BvMemberResult
compute (const gint64 *totals, guint n, const BvMemberRules *rules)
{
  g_autoptr (BvMemberScores) scores = make_scores (totals, n);

  return bv_member_scores_result (scores, rules, 0);
}

static void
assert_fraction (BvFraction found, gint64 numerator, gint64 denominator)
{
  g_assert_cmpint (bv_fraction_compare (found, (BvFraction){ numerator, denominator }), ==, 0);
}

/* Nine marks of two skaters: mean and trimmed mean put the second one first, the median does not.
 */
static void
test_minority (void)
{
  static const gint64 a[] = { 950, 900, 900, 900, 900, 900, 850, 850, 825 };
  static const gint64 b[] = { 850, 875, 875, 875, 875, 875, 925, 925, 925 };
  BvMemberResult first = compute (a, 9, &trimmed_rules);
  BvMemberResult second = compute (b, 9, &trimmed_rules);

  assert_fraction (first.mean, 7975, 9);
  assert_fraction (second.mean, 8000, 9);
  assert_fraction (first.trimmed, 6200, 7);
  assert_fraction (second.trimmed, 6225, 7);
  assert_fraction (first.median, 900, 1);
  assert_fraction (second.median, 875, 1);
  assert_fraction (first.official, 6200, 7);
  g_assert_cmpuint (first.n_dropped, ==, 1);
  g_assert_cmpint (first.highest - first.lowest, ==, 125);
  g_assert_cmpint (bv_fraction_compare (first.mean, second.mean), <, 0);
  g_assert_cmpint (bv_fraction_compare (first.median, second.median), >, 0);
}

/* One member of five turns the mean around. */
static void
test_pivotal (void)
{
  static const gint64 c1[] = { 8000, 8200, 8100, 8300, 9900 };
  static const gint64 c2[] = { 8400, 8500, 8400, 8600, 7000 };
  BvMemberResult first = compute (c1, 5, &mean_rules);
  BvMemberResult second = compute (c2, 5, &mean_rules);

  assert_fraction (first.official, 8500, 1);
  assert_fraction (second.official, 8180, 1);
  assert_fraction (first.trimmed, 8200, 1);
  assert_fraction (second.trimmed, 25300, 3);
  assert_fraction (first.median, 8200, 1);
  assert_fraction (second.median, 8400, 1);
  g_assert_cmpuint (first.n_dropped, ==, 0);
}

/* Two thirds are not 67 %, and nothing is dropped from fewer than five. */
static void
test_limits (void)
{
  static const gint64 four[] = { 100, 200, 300, 1000 };
  static const guint needs[] = { 1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10 };
  BvMemberResult result = compute (four, 4, &trimmed_rules);

  assert_fraction (result.official, 400, 1);
  assert_fraction (result.median, 250, 1);
  for (guint n = 1; n < G_N_ELEMENTS (needs); n++)
    g_assert_cmpuint (bv_member_rules_need (&mean_rules, n), ==, needs[n]);
  result = compute (NULL, 0, &mean_rules);
  g_assert_false (result.enough);
  g_assert_cmpuint (result.n_scorers, ==, 0);
}

/* Of nine members six must have scored; a gap or a recusal is no sheet. */
static void
test_scorers (void)
{
  gint64 totals[9] = { 900, 800, 700, 600, 500, 400, 300, 200, 100 };
  g_autoptr (BvMemberScores) scores = make_scores (totals, 9);
  BvMemberResult result;

  for (guint j = 6; j < 9; j++)
    *bv_member_scores_counts (scores, 0, j) = FALSE;
  result = bv_member_scores_result (scores, &mean_rules, 0);
  g_assert_true (result.enough);
  g_assert_cmpuint (result.n_scorers, ==, 6);
  g_assert_cmpuint (result.n_needed, ==, 6);
  assert_fraction (result.official, 650, 1);
  *bv_member_scores_at (scores, 0, 0, 0) = BV_POINTS_MISSING;
  result = bv_member_scores_result (scores, &mean_rules, 0);
  g_assert_false (result.enough);
  g_assert_cmpint (bv_member_scores_total (scores, 0, 0), ==, BV_POINTS_MISSING);
  g_assert_cmpuint (result.n_scorers, ==, 5);
}

typedef struct
{
  guint n;
  gint64 points[MAX_MEMBERS][N_CRITERIA];
  gboolean counts[MAX_MEMBERS];
} Sheets;

static BvMemberScores *
load (const Sheets *sheets, guint shift)
{
  BvMemberScores *scores = bv_member_scores_new (2, sheets->n, N_CRITERIA);

  for (guint j = 0; j < sheets->n; j++) {
    guint from = (j + shift) % sheets->n;

    *bv_member_scores_counts (scores, 1, j) = sheets->counts[from];
    for (guint k = 0; k < N_CRITERIA; k++)
      *bv_member_scores_at (scores, 1, j, k) = sheets->points[from][k];
  }
  return scores;
}

/* The official value as sum and number, with the ends found by looking for them. */
static void
sum_up (const Sheets *sheets, gboolean trim, gint64 *sum, gint64 *n)
{
  gint64 low = G_MAXINT64, high = 0;

  *sum = *n = 0;
  for (guint j = 0; j < sheets->n; j++) {
    gint64 total = sheets->points[j][0] + sheets->points[j][1];

    if (!sheets->counts[j])
      continue;
    *sum += total;
    *n += 1;
    low = MIN (low, total);
    high = MAX (high, total);
  }
  if (trim && *n >= 5) {
    *sum -= low + high;
    *n -= 2;
  }
}

static gint64
count_at_most (const Sheets *sheets, BvFraction limit, gboolean less)
{
  gint64 n = 0;

  for (guint j = 0; j < sheets->n; j++) {
    BvFraction total = bv_fraction_from_points (sheets->points[j][0] + sheets->points[j][1]);

    n += sheets->counts[j] && bv_fraction_compare (total, limit) < (less ? 0 : 1);
  }
  return n;
}

static void
check_sheets (const Sheets *sheets, const BvMemberRules *rules)
{
  g_autoptr (BvMemberScores) scores = load (sheets, 0);
  g_autoptr (BvMemberScores) turned = load (sheets, 1 + (guint) g_test_rand_int_range (0, 5));
  BvMemberResult result = bv_member_scores_result (scores, rules, 1);
  BvFraction parts[N_CRITERIA];
  gint64 sum, n;

  sum_up (sheets, rules->method == BV_MEMBER_TRIMMED_MEAN, &sum, &n);
  if (n == 0)
    return;
  assert_fraction (result.official, sum, n);
  g_assert_cmpint (count_at_most (sheets, result.median, TRUE) * 2, <=, result.n_scorers);
  g_assert_cmpint (count_at_most (sheets, result.median, FALSE) * 2, >=, result.n_scorers);
  for (guint k = 0; k < N_CRITERIA; k++) {
    BvFraction again = bv_member_scores_criterion (turned, rules, 1, k);

    parts[k] = bv_member_scores_criterion (scores, rules, 1, k);
    g_assert_cmpint (bv_fraction_compare (parts[k], again), ==, 0);
  }
  g_assert_cmpint (parts[2].numerator, ==, BV_POINTS_NOT_APPLICABLE);
  g_assert_true ((BvInt128) parts[0].numerator * parts[1].denominator * n
                     + (BvInt128) parts[1].numerator * parts[0].denominator * n
                 == (BvInt128) sum * parts[0].denominator * parts[1].denominator);
}

static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++) {
    Sheets sheets = { .n = (guint) g_test_rand_int_range (1, MAX_MEMBERS + 1) };

    for (guint j = 0; j < sheets.n; j++) {
      sheets.points[j][0] = 50 * g_test_rand_int_range (0, 8); /* few values: many ties */
      sheets.points[j][1] = 50 * g_test_rand_int_range (0, 8);
      sheets.points[j][2] = BV_POINTS_NOT_APPLICABLE;
      sheets.counts[j] = g_test_rand_int_range (0, 5) > 0;
    }
    check_sheets (&sheets, &mean_rules);
    check_sheets (&sheets, &trimmed_rules);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/member-scores/minority", test_minority);
  g_test_add_func ("/rules/member-scores/pivotal", test_pivotal);
  g_test_add_func ("/rules/member-scores/limits", test_limits);
  g_test_add_func ("/rules/member-scores/scorers", test_scorers);
  g_test_add_func ("/rules/member-scores/random", test_random);
  return g_test_run ();
}
