/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line that says why: every part of it, as printed. */
#include "config.h"

#include "bv-ranking-reason.h"

#define N_CRITERIA 3

/* Two contents carry the label "5.", as launch notices do. */
static const BvScoringCriterion criteria[N_CRITERIA] = {
  { 1, "1.", 5000, TRUE, TRUE, FALSE },
  { 2, "5.", 3000, TRUE, TRUE, FALSE },
  { 3, "5.", 2000, FALSE, TRUE, FALSE },
};

static const BvRankingRules rules = { criteria, N_CRITERIA, NULL, 0, FALSE };

/* Sums up candidates whose total was not given, ranks them and checks each line. */
static void
assert_reasons (BvRankList list, BvCandidate *candidates, guint n, const char *const *expected)
{
  g_autoptr (BvRanking) ranking = NULL;

  for (guint i = 0; i < n; i++) {
    gint64 sum = candidates[i].bonus - candidates[i].penalty;

    candidates[i].id = i;
    candidates[i].list = list;
    candidates[i].complete = candidates[i].points[0] != BV_POINTS_MISSING;
    for (guint j = 0; j < N_CRITERIA; j++)
      sum += MAX (candidates[i].points[j], 0);
    if (candidates[i].total.denominator == 0)
      candidates[i].total = bv_fraction_from_points (CLAMP (sum, 0, 10000));
  }
  ranking = bv_ranking_new (candidates, n, &rules);
  for (guint i = 0; i < n; i++) {
    g_autofree char *reason = bv_ranking_reason (ranking, list, i);

    g_assert_cmpstr (reason, ==, expected[i]);
  }
}

static void
test_total_and_criterion (void)
{
  static const gint64 a[] = { 4550, 3000, 1900 }, b[] = { 4500, 3000, 1950 },
                      c[] = { 4550, 2900, 2000 }, d[] = { 1000, 50, 5 };
  BvCandidate candidates[] = {
    { .name = "Nông Thị B", .points = a, .bonus = 200, .penalty = 100 },
    { .name = "Hoàng Văn C", .points = b, .bonus = 100 },
    { .name = "Lý Thị D", .points = c, .bonus = 100 },
    { .name = "Vi Văn E", .points = d },
  };
  static const char *const expected[] = {
    "95,50 = 1. 45,5 + 5. 30 + 5. 19 + bonus 2 − penalty 1"
    " · above Lý Thị D by content 5 (number 2 in the list) (30 > 29)",
    "95,50 = 1. 45,5 + 5. 29 + 5. 20 + bonus 1"
    " · after Nông Thị B by content 5 (number 2 in the list) (29 < 30)"
    " · above Hoàng Văn C by content 1 (45,5 > 45)",
    "95,50 = 1. 45 + 5. 30 + 5. 19,5 + bonus 1"
    " · after Lý Thị D by content 1 (45 < 45,5)"
    " · above Vi Văn E by the total (95,50 > 10,55)",
    "10,55 = 1. 10 + 5. 0,5 + 5. 0,05",
  };

  assert_reasons (BV_RANK_STAFF, candidates, 4, expected);
}

static void
test_flags (void)
{
  static const gint64 same[] = { 5000, 2000, 1000 };
  BvCandidate candidates[] = {
    { .name = "A", .points = same, .woman_preferred = TRUE },
    { .name = "B", .points = same, .direct_worker = TRUE },
    { .name = "C", .points = same, .n_verified = 5 },
    { .name = "D", .points = same, .n_verified = 3 },
  };
  static const char *const expected[] = {
    "80,00 = 1. 50 + 5. 20 + 5. 10 · above B by precedence of women",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · after A by precedence of women"
    " · above C by precedence of direct workers",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · after B by precedence of direct workers"
    " · above D by the number of verified achievements (5 > 3)",
    "80,00 = 1. 50 + 5. 20 + 5. 10"
    " · after C by the number of verified achievements (3 < 5)",
  };

  assert_reasons (BV_RANK_LEADERS, candidates, 4, expected);
}

static void
test_joint (void)
{
  static const gint64 more[] = { 5000, 2000, 1100 }, same[] = { 5000, 2000, 1000 },
                      less[] = { 5000, 2000, 900 };
  BvCandidate candidates[7] = { { .name = "A", .points = more }, { .name = "B", .points = same },
                                { .name = "C", .points = same }, { .name = "D", .points = same },
                                { .name = "E", .points = same }, { .name = "F", .points = same },
                                { .name = NULL, .points = less } };
  static const char *const expected[] = {
    "81,00 = 1. 50 + 5. 20 + 5. 11 · above B, C, D and 2 others by the total (81,00 > 80,00)",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · same rank as C, D, E and 1 other"
    " · above ? by the total (80,00 > 79,00)",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · same rank as B, D, E and 1 other"
    " · above ? by the total (80,00 > 79,00)",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · same rank as B, C, E and 1 other"
    " · above ? by the total (80,00 > 79,00)",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · same rank as B, C, D and 1 other"
    " · above ? by the total (80,00 > 79,00)",
    "80,00 = 1. 50 + 5. 20 + 5. 10 · same rank as B, C, D and 1 other"
    " · above ? by the total (80,00 > 79,00)",
    "79,00 = 1. 50 + 5. 20 + 5. 9",
  };

  assert_reasons (BV_RANK_STAFF, candidates, 7, expected);
}

/* Scaled totals, one of them ahead by less than what is printed. */
static void
test_scaled (void)
{
  static const gint64 a[] = { 4600, 2900, BV_POINTS_NOT_APPLICABLE };
  BvCandidate candidates[] = {
    { .name = "Phòng A", .points = a, .total = { 7500 * 5, 4 } },
    { .name = "Phòng B", .points = a, .total = { 7500 * 50 - 1, 40 } },
    { .name = "Phòng C", .points = a, .woman_preferred = TRUE, .total = { 9000, 1 } },
    { .name = "Phòng D", .points = a, .total = { 9000, 1 } },
  };
  static const char *const expected[] = {
    "93,75 = (1. 46 + 5. 29) × 100/80 (content 5 (number 3 in the list) does not apply)"
    " · above Phòng B by the total (by less than 0,01)",
    "93,75 = (1. 46 + 5. 29) × 100/80 (content 5 (number 3 in the list) does not apply)"
    " (limited to the highest total) · above Phòng C by the total (93,75 > 90,00)",
    "90,00 = (1. 46 + 5. 29) × 100/80 (content 5 (number 3 in the list) does not apply)"
    " (limited to the highest total)"
    " · above Phòng D by precedence of collectives with many women",
    "90,00 = (1. 46 + 5. 29) × 100/80 (content 5 (number 3 in the list) does not apply)"
    " (limited to the highest total)"
    " · after Phòng C by precedence of collectives with many women",
  };

  assert_reasons (BV_RANK_COLLECTIVES, candidates, 4, expected);
}

static void
test_limits (void)
{
  static const gint64 full[] = { 5000, 3000, 2000 }, none[] = { 0, 0, 0 };
  BvCandidate candidates[] = {
    { .name = "A", .points = full, .bonus = 150 },
    { .name = "B", .points = none, .penalty = 150 },
  };
  static const char *const expected[] = {
    "100,00 = 1. 50 + 5. 30 + 5. 20 + bonus 1,5 (limited to the highest total)"
    " · above B by the total (100,00 > 0,00)",
    "0,00 = 1. 0 + 5. 0 + 5. 0 − penalty 1,5 (not below 0)",
  };

  assert_reasons (BV_RANK_STAFF, candidates, 2, expected);
}

static void
test_missing (void)
{
  static const gint64 some[] = { BV_POINTS_MISSING, 3000, BV_POINTS_MISSING };
  BvCandidate candidates[] = { { .name = "A", .points = some } };
  static const char *const expected[] = {
    "not enough points: content 1, 5 (number 3 in the list) is missing"
  };

  assert_reasons (BV_RANK_STAFF, candidates, 1, expected);
}

static void
test_nothing_applies (void)
{
  static const gint64 none[] = { BV_POINTS_NOT_APPLICABLE,
                                 BV_POINTS_NOT_APPLICABLE,
                                 BV_POINTS_NOT_APPLICABLE };
  const BvCandidate candidate = { .list = BV_RANK_COLLECTIVES, .points = none };
  g_autoptr (BvRanking) ranking = bv_ranking_new (&candidate, 1, &rules);
  g_autofree char *reason = bv_ranking_reason (ranking, BV_RANK_COLLECTIVES, 0);

  g_assert_cmpstr (reason, ==, "not enough points: no content applies");
}

/* A content without a printed label goes by its place; "2)" and "III" stay as printed. */
static void
test_labels (void)
{
  const BvScoringCriterion odd[] = { { 1, NULL, 1000, TRUE, TRUE },
                                     { 2, "2) ", 1000, TRUE, TRUE } };
  const BvRankingRules own = { odd, 2, NULL, 0, FALSE };
  static const gint64 points[] = { 100, 200 };
  const BvCandidate candidate = { .points = points, .complete = TRUE, .total = { 300, 1 } };
  g_autoptr (BvRanking) ranking = bv_ranking_new (&candidate, 1, &own);
  g_autofree char *reason = bv_ranking_reason (ranking, BV_RANK_COLLECTIVES, 0);

  g_assert_cmpstr (reason, ==, "3,00 = 1. 1 + 2). 2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/reason/total-and-criterion", test_total_and_criterion);
  g_test_add_func ("/rules/reason/flags", test_flags);
  g_test_add_func ("/rules/reason/joint", test_joint);
  g_test_add_func ("/rules/reason/scaled", test_scaled);
  g_test_add_func ("/rules/reason/limits", test_limits);
  g_test_add_func ("/rules/reason/missing", test_missing);
  g_test_add_func ("/rules/reason/nothing-applies", test_nothing_applies);
  g_test_add_func ("/rules/reason/labels", test_labels);
  return g_test_run ();
}
