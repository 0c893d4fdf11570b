/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring: which value counts, what may be entered, and the total against its definition. */
#include "config.h"

#include <string.h>

#include "bv-error.h"
#include "bv-scoring.h"

#define M BV_POINTS_MISSING
#define N 4

/* 40 + 30 + 20 + 10 points; the last concerns individuals only. */
static const BvScoringCriterion criteria[N] = {
  { 1, "1.", 4000, TRUE, TRUE, FALSE },
  { 2, "2.", 3000, TRUE, TRUE, FALSE },
  { 3, "3.", 2000, TRUE, TRUE, TRUE },
  { 4, "4.", 1000, FALSE, TRUE, FALSE },
};

static const BvScoringRules rules = { criteria, N, 10000, 9000, 7000, 5000 };

static void
fill_cells (BvScoringCell *cells, const gint64 *values)
{
  for (guint i = 0; i < N; i++) {
    cells[i] = (BvScoringCell) BV_SCORING_CELL_INIT;
    cells[i].stages[BV_STAGE_OFFICE] = values[i];
  }
}

static BvTotal
compute (BvSubjectType type, const gint64 *values, gint64 bonus, gint64 penalty)
{
  static gint64 points[N];
  BvScoringCell cells[N];
  BvTotal total;

  fill_cells (cells, values);
  bv_scoring_total (&rules, type, cells, bonus, penalty, points, &total);
  g_assert_true (total.points == points);
  return total;
}

/* All 16 ways in which stages may be present, with and without evidence. */
static void
test_official (void)
{
  for (guint present = 0; present < 16; present++) {
    BvScoringCell cell = BV_SCORING_CELL_INIT;
    gint64 expected = M, before = M;

    for (guint stage = 0; stage < BV_N_STAGES; stage++) {
      g_assert_cmpint (bv_scoring_before (&cell, &criteria[0], stage), ==, before);
      if ((present & (1u << stage)) == 0)
        continue;
      cell.stages[stage] = expected = before = 100 + stage;
    }
    g_assert_cmpint (bv_scoring_official (&cell, &criteria[0]), ==, expected);
    cell.evidence = 1500;
    g_assert_cmpint (bv_scoring_official (&cell, &criteria[0]), ==, expected);
    g_assert_cmpint (bv_scoring_official (&cell, &criteria[2]), ==, present ? expected : 1500);
  }
}

static void
test_evidence (void)
{
  BvScoringCell cell = BV_SCORING_CELL_INIT;

  g_assert_cmpint (bv_scoring_official (&cell, &criteria[2]), ==, M);
  cell.evidence = 2000;
  g_assert_cmpint (bv_scoring_official (&cell, &criteria[2]), ==, 2000);
  cell.evidence = 2001;
  g_assert_cmpint (bv_scoring_official (&cell, &criteria[2]), ==, 2000);
  g_assert_cmpint (bv_scoring_before (&cell, &criteria[2], BV_STAGE_SELF), ==, 2000);
  cell.stages[BV_STAGE_SELF] = 0;
  g_assert_cmpint (bv_scoring_official (&cell, &criteria[2]), ==, 0);

  /* 5 points at 70 % and 3 points at 33,33 %: 3,5 + 0,9999, rounded once. */
  g_assert_cmpint (bv_scoring_evidence (500 * 7000 + 300 * 3333), ==, 450);
  g_assert_cmpint (bv_scoring_evidence (0), ==, 0);
  g_assert_cmpint (bv_scoring_evidence (4999), ==, 0);
  g_assert_cmpint (bv_scoring_evidence (5000), ==, 1);
}

static void
test_check_value (void)
{
  static const gint64 good[] = { M, 0, 1, 3999, 4000 };
  static const gint64 bad[] = { -1, 4001, G_MAXINT64, BV_POINTS_NOT_APPLICABLE };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (bv_scoring_check_value (&criteria[0], good[i], &error));
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (bv_scoring_check_value (&criteria[0], bad[i], &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "from 0 to 40 points"));
  }
}

static void
test_check_reason (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_scoring_check_reason (M, 1900, NULL, &error));
  g_assert_true (bv_scoring_check_reason (1900, M, NULL, &error));
  g_assert_true (bv_scoring_check_reason (1900, 1900, "", &error));
  g_assert_true (bv_scoring_check_reason (1900, 1850, "trễ hạn", &error));
  g_assert_no_error (error);
  g_assert_false (bv_scoring_check_reason (1900, 1850, " \t\n", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "18,5 points differ from the 19 points"));
  g_clear_error (&error);
  g_assert_false (bv_scoring_check_reason (0, 1, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_total (void)
{
  BvTotal total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 3800, 2850, 1900, 900 }, 200, 100);

  g_assert_cmpint (total.total.numerator, ==, 9550);
  g_assert_cmpint (total.total.denominator, ==, 1);
  g_assert_true (total.complete);
  g_assert_false (total.scaled);
  g_assert_cmpint (total.band, ==, BV_BAND_EXCELLENT);
  g_assert_cmpint (total.bonus, ==, 200);
  g_assert_cmpint (total.penalty, ==, 100);
  g_assert_cmpint (total.points[1], ==, 2850);

  total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 4000, 3000, 2000, 1000 }, 1, 0);
  g_assert_cmpint (total.total.numerator, ==, 10000);
  total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 100, 0, 0, 0 }, 0, 101);
  g_assert_cmpint (total.total.numerator, ==, 0);
  g_assert_true (total.complete);
  g_assert_cmpint (total.band, ==, BV_BAND_NOT_COMPLETED);
}

static void
test_missing_is_not_zero (void)
{
  BvTotal total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 4000, M, 2000, M }, 0, 0);

  g_assert_false (total.complete);
  g_assert_cmpuint (total.n_missing, ==, 2);
  g_assert_cmpint (total.points[1], ==, M);
  g_assert_cmpint (total.band, ==, BV_BAND_NONE);
  total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 4000, 0, 2000, 0 }, 0, 0);
  g_assert_true (total.complete);
  g_assert_cmpint (total.band, ==, BV_BAND_COMPLETED);
}

static void
test_scaled (void)
{
  BvTotal total = compute (BV_SUBJECT_COLLECTIVE, (gint64[]){ 3800, 2500, 1900, M }, 200, 50);

  /* 82 × 100/90 + 2 − 0,5 = 92,6111…; bonus and penalty are not scaled. */
  g_assert_true (total.complete);
  g_assert_true (total.scaled);
  g_assert_cmpint (total.points[3], ==, BV_POINTS_NOT_APPLICABLE);
  g_assert_cmpint (bv_fraction_compare (total.total, (BvFraction){ 82000 + 1350, 9 }), ==, 0);
  g_assert_cmpint (bv_fraction_round (total.total), ==, 9261);

  /* A value left in a criterion that no longer applies counts nowhere. */
  total = compute (BV_SUBJECT_COLLECTIVE, (gint64[]){ 4000, 3000, 2000, 1000 }, 0, 0);
  g_assert_cmpint (bv_fraction_round (total.total), ==, 10000);
}

static void
test_nothing_applies (void)
{
  const BvScoringRules one = { &criteria[3], 1, -1, 9000, 7000, 5000 };
  BvScoringCell cell = BV_SCORING_CELL_INIT;
  gint64 points[1];
  BvTotal total;

  bv_scoring_total (&one, BV_SUBJECT_COLLECTIVE, &cell, 300, 0, points, &total);
  g_assert_false (total.complete);
  g_assert_false (total.scaled);
  g_assert_cmpuint (total.n_missing, ==, 0);
  g_assert_cmpint (total.total.numerator, ==, 300);
}

static void
test_clamped_aloud (void)
{
  BvTotal total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 4001, -1, 2000, 1000 }, 0, 0);

  g_assert_cmpuint (total.n_clamped, ==, 2);
  g_assert_cmpint (total.points[0], ==, 4000);
  g_assert_cmpint (total.points[1], ==, 0);
  g_assert_cmpint (total.total.numerator, ==, 7000);
}

/* A fraction of a hundredth below a threshold stays below it, although it prints like it. */
static void
test_bands (void)
{
  static const struct
  {
    gint64 bonus;
    BvBand band;
  } vectors[] = {
    { 9000, BV_BAND_EXCELLENT },  { 8999, BV_BAND_GOOD },      { 7000, BV_BAND_GOOD },
    { 6999, BV_BAND_COMPLETED },  { 5000, BV_BAND_COMPLETED }, { 4999, BV_BAND_NOT_COMPLETED },
    { 0, BV_BAND_NOT_COMPLETED },
  };
  BvTotal total;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    total = compute (BV_SUBJECT_INDIVIDUAL, (gint64[]){ 0, 0, 0, 0 }, vectors[i].bonus, 0);
    g_assert_cmpint (total.band, ==, vectors[i].band);
  }
  /* 71,99 × 100/90 = 79,98888…, plus 10,01 = 89,99888… */
  total = compute (BV_SUBJECT_COLLECTIVE, (gint64[]){ 4000, 3000, 199, M }, 1001, 0);
  g_assert_cmpint (bv_fraction_round (total.total), ==, 9000);
  g_assert_cmpint (total.band, ==, BV_BAND_GOOD);
  g_assert_cmpstr (bv_scoring_band_label (BV_BAND_NONE), ==, "");
  g_assert_cmpstr (bv_scoring_band_label (BV_BAND_EXCELLENT), ==, "Excellent");
}

/* Random offices: total × applicable = values × maxima + (bonus − penalty) × applicable, limited.
 */
static void
test_definition (void)
{
  for (guint round = 0; round < 5000; round++) {
    BvScoringCriterion some[N];
    const BvScoringRules random = {
      some, N, g_test_rand_int_range (-1, 2) * 10000, 9000, 7000, 5000
    };
    BvScoringCell cells[N];
    gint64 points[N], sum = 0, maxima = 0, applicable = 0, bonus, penalty, expected;
    BvTotal total;

    for (guint i = 0; i < N; i++) {
      some[i] = (BvScoringCriterion){
        i, "", g_test_rand_int_range (1, 5000), g_test_rand_bit (), TRUE
      };
      cells[i] = (BvScoringCell) BV_SCORING_CELL_INIT;
      cells[i].stages[g_test_rand_int_range (0, BV_N_STAGES)] = g_test_rand_int_range (
          0, (int) some[i].maximum + 1);
      maxima += some[i].maximum;
      if (some[i].for_collectives) {
        applicable += some[i].maximum;
        sum += bv_scoring_official (&cells[i], &some[i]);
      }
    }
    bonus = g_test_rand_int_range (0, 500);
    penalty = g_test_rand_int_range (0, 2000);
    bv_scoring_total (&random, BV_SUBJECT_COLLECTIVE, cells, bonus, penalty, points, &total);
    g_assert_true (total.complete == (applicable > 0));
    if (applicable == 0)
      continue;
    expected = MAX (sum * maxima + (bonus - penalty) * applicable, 0);
    if (random.cap >= 0)
      expected = MIN (expected, random.cap * applicable);
    g_assert_cmpint (total.total.numerator * applicable, ==, expected * total.total.denominator);
  }
}

static void
test_overflow (void)
{
  const BvScoringCriterion huge[2] = { { 1, "1", G_MAXINT64, TRUE, TRUE, FALSE },
                                       { 2, "2", G_MAXINT64, FALSE, TRUE, FALSE } };
  const BvScoringRules without_cap = { huge, 2, -1, 9000, 7000, 5000 };
  BvScoringCell cells[2] = { BV_SCORING_CELL_INIT, BV_SCORING_CELL_INIT };
  gint64 points[2];
  BvTotal total;

  cells[0].stages[BV_STAGE_SELF] = cells[1].stages[BV_STAGE_SELF] = G_MAXINT64;
  bv_scoring_total (&without_cap, BV_SUBJECT_INDIVIDUAL, cells, G_MAXINT64, 0, points, &total);
  g_assert_cmpint (total.total.numerator, ==, G_MAXINT64);
  g_assert_cmpint (total.total.denominator, ==, 1);
  bv_scoring_total (&without_cap, BV_SUBJECT_COLLECTIVE, cells, 1, 0, points, &total);
  g_assert_cmpint (total.total.numerator, ==, G_MAXINT64);
  bv_scoring_total (&without_cap, BV_SUBJECT_INDIVIDUAL, cells, 0, 0, points, &total);
  g_assert_true (total.complete);
  g_assert_cmpint (total.band, ==, BV_BAND_EXCELLENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/scoring/official", test_official);
  g_test_add_func ("/rules/scoring/evidence", test_evidence);
  g_test_add_func ("/rules/scoring/check-value", test_check_value);
  g_test_add_func ("/rules/scoring/check-reason", test_check_reason);
  g_test_add_func ("/rules/scoring/total", test_total);
  g_test_add_func ("/rules/scoring/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/rules/scoring/scaled", test_scaled);
  g_test_add_func ("/rules/scoring/nothing-applies", test_nothing_applies);
  g_test_add_func ("/rules/scoring/clamped-aloud", test_clamped_aloud);
  g_test_add_func ("/rules/scoring/bands", test_bands);
  g_test_add_func ("/rules/scoring/definition", test_definition);
  g_test_add_func ("/rules/scoring/overflow", test_overflow);
  return g_test_run ();
}
