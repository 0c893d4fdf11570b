/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights: a published example, and random points against totals worked out again. */
#include "config.h"

#include <math.h>

#include "bv-opinion-draws.h"
#include "bv-opinion-leave-out.h"
#include "bv-opinion-weights.h"
#include "test-opinion-matrix.h"

#define N_SUBJECTS 12
#define N_CRITERIA 4

static const gint64 maxima[N_CRITERIA] = { 4000, 2500, 2000, 1500 };

/* @marks out of 10, row by row. */
static BvOpinionMatrix *
make_points (guint n_subjects, const double *marks)
{
  BvOpinionMatrix *matrix = bv_opinion_matrix_new (n_subjects, 0, N_CRITERIA);

  for (guint k = 0; k < N_CRITERIA; k++) {
    matrix->maxima[k] = maxima[k];
    matrix->scale += maxima[k];
    matrix->criterion_names[k] = g_strdup_printf ("k%u", k + 1);
    for (guint i = 0; i < n_subjects; i++)
      bv_opinion_matrix_set_points (
          matrix, i, k, llround (marks[i * N_CRITERIA + k] * (double) maxima[k] / 10));
  }
  for (guint i = 0; i < n_subjects; i++)
    matrix->ids[i] = i + 1;
  return matrix;
}

static double
add_up (const BvOpinionMatrix *matrix, guint subject, const double *factors)
{
  double sum = 0, weighed = 0;

  for (guint k = 0; k < N_CRITERIA; k++) {
    sum += factors[k] * (double) bv_opinion_matrix_get_points (matrix, subject, k);
    weighed += factors[k] * (double) maxima[k];
  }
  return sum / weighed * (double) matrix->scale + (double) matrix->outside[subject];
}

/* Official ranks by total, joint where totals are equal. */
static void
set_ranks (BvOpinionMatrix *matrix)
{
  static const double whole[N_CRITERIA] = { 1, 1, 1, 1 };

  for (guint i = 0; i < matrix->n_subjects; i++) {
    matrix->ranks[i] = 1;
    for (guint j = 0; j < matrix->n_subjects; j++)
      matrix->ranks[i] += add_up (matrix, j, whole) > add_up (matrix, i, whole) + 0.0001;
  }
}

static BvOpinionMatrix *
make_example (void)
{
  static const double marks[] = { 9, 7, 8, 6, 7.5, 9, 8, 8, 8, 8, 7, 7 };
  BvOpinionMatrix *matrix = make_points (3, marks);

  set_ranks (matrix);
  return matrix;
}

static BvOpinionMatrix *
make_random_points (guint n_subjects)
{
  g_autofree double *marks = g_new (double, n_subjects *N_CRITERIA);
  BvOpinionMatrix *matrix;

  for (guint i = 0; i < n_subjects * N_CRITERIA; i++)
    marks[i] = g_test_rand_int_range (4, 21) / 2.0;
  matrix = make_points (n_subjects, marks);
  for (guint i = 0; i < n_subjects; i++)
    matrix->outside[i] = g_test_rand_int_range (-2, 3) * 50;
  set_ranks (matrix);
  return matrix;
}

static void
test_flips (void)
{
  /* pairs A–B, A–C, B–C by content; −1 where no weight does it: the third content makes the first
   * two equal only when it counts alone, and A and C only when it does not count at all */
  static const struct
  {
    guint a, b;
    gint64 flipped[N_CRITERIA];
  } expected[] = {
    { 0, 1, { 4706, 1667, -1, 556 } },
    { 0, 2, { 2500, 3750, -1, 2917 } },
    { 1, 2, { 6667, -1, -1, -1 } },
  };
  g_autoptr (BvOpinionMatrix) matrix = make_example ();
  BvOpinionFlip flip;

  for (guint pair = 0; pair < G_N_ELEMENTS (expected); pair++)
    for (guint k = 0; k < N_CRITERIA; k++) {
      gboolean found = bv_opinion_weights_find_flip (
          matrix, expected[pair].a, expected[pair].b, k, &flip);

      g_assert_cmpint (found, ==, expected[pair].flipped[k] >= 0);
      if (!found)
        continue;
      g_assert_cmpint (flip.flipped, ==, expected[pair].flipped[k]);
      g_assert_cmpint (flip.weight, ==, maxima[k]);
    }
  g_assert_true (bv_opinion_weights_find_nearest_flip (matrix, 1, 0, &flip));
  g_assert_cmpuint (flip.criterion, ==, 0);
  g_assert_cmpint (flip.flipped, ==, 4706);
}

/* At the weight that was found both have the same total, found by scaling factors. */
static void
test_flips_are_ties (void)
{
  guint n_found = 0;

  for (guint round = 0; round < 300; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_points (2);
    guint k = round % N_CRITERIA;
    double factors[N_CRITERIA] = { 1, 1, 1, 1 }, weight, share;
    BvOpinionFlip flip;

    if (!bv_opinion_weights_find_flip (matrix, 0, 1, k, &flip) || flip.flipped > 9900)
      continue;
    weight = (double) maxima[k] / 10000;
    share = (double) flip.flipped / 10000;
    factors[k] = share / (1 - share) * (1 - weight) / weight;
    /* the share is rounded to basis points, each worth at most a hundredth of a point */
    g_assert_cmpfloat_with_epsilon (add_up (matrix, 0, factors), add_up (matrix, 1, factors), 1.01);
    n_found++;
  }
  g_assert_cmpuint (n_found, >, 50);
}

static void
test_values (void)
{
  for (guint round = 0; round < 200; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_points (N_SUBJECTS);
    gint64 factors[N_CRITERIA];
    double shares[N_CRITERIA];
    BvFraction values[N_SUBJECTS];

    for (guint k = 0; k < N_CRITERIA; k++) {
      factors[k] = g_test_rand_int_range (k == 0 ? 1 : 0, 20001);
      shares[k] = (double) factors[k] / 10000;
    }
    matrix->cap = round % 2 == 0 ? 9000 : -1;
    g_assert_true (bv_opinion_weights_values (matrix, factors, values));
    for (guint i = 0; i < N_SUBJECTS; i++) {
      double expected = add_up (matrix, i, shares);

      expected = matrix->cap < 0 ? expected : MIN (expected, 9000);
      g_assert_cmpfloat_with_epsilon (
          (double) values[i].numerator / (double) values[i].denominator, expected, 0.0001);
    }
  }
}

static void
test_nothing_left (void)
{
  static const gint64 none[N_CRITERIA] = { 0, 0, 0, 0 };
  g_autoptr (BvOpinionMatrix) matrix = make_example ();
  g_autoptr (BvOpinionMatrix) single = bv_opinion_matrix_new (1, 0, 1);
  BvFraction values[3];

  g_assert_false (bv_opinion_weights_values (matrix, none, values));
  single->maxima[0] = single->scale = 1000;
  g_assert_false (bv_opinion_leave_out_criterion (single, 0, values));
  g_assert_true (bv_opinion_leave_out_criterion (matrix, 0, values));
  /* A without the first content: (7 × 25 + 8 × 20 + 6 × 15) ÷ 60 */
  g_assert_cmpint (bv_fraction_round (values[0]), ==, 7083);
}

static guint
run_draws (const BvOpinionMatrix *matrix, guint cap, guint n_draws, guint *n_inside)
{
  g_autofree guint *pool = g_new (guint, matrix->n_subjects);
  g_autofree BvFraction *same = g_new0 (BvFraction, matrix->n_subjects);
  g_autofree BvOpinionSide *sides = g_new (BvOpinionSide, matrix->n_subjects);

  for (guint i = 0; i < matrix->n_subjects; i++) {
    pool[i] = i;
    same[i].denominator = 1;
  }
  bv_opinion_order_take (same, matrix->ranks, pool, matrix->n_subjects, cap, sides);
  return bv_opinion_draws_run (
      matrix, pool, matrix->n_subjects, cap, sides, n_draws, BV_OPINION_DRAWS_SEED, n_inside);
}

/* B is first in about 98,5 % of all draws, A in 1,5 %, C never. */
static void
test_draws (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_example ();
  guint n_inside[3], again[3];
  guint n_same = run_draws (matrix, 1, 20000, n_inside);

  g_assert_cmpuint (n_inside[1], >, 19600);
  g_assert_cmpuint (n_inside[1], <, 19800);
  g_assert_cmpuint (n_inside[0], ==, 20000 - n_inside[1]);
  g_assert_cmpuint (n_inside[2], ==, 0);
  g_assert_cmpuint (n_same, ==, n_inside[1]);
  run_draws (matrix, 1, 20000, again);
  g_assert_cmpmem (n_inside, sizeof n_inside, again, sizeof again);
}

/* Nobody can change places with anybody: whoever is better in all contents. */
static void
test_draws_of_dominant (void)
{
  static const double marks[] = { 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7, 7 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (3, marks);
  guint n_inside[3];

  set_ranks (matrix);
  g_assert_cmpuint (run_draws (matrix, 2, 1000, n_inside), ==, 1000);
  g_assert_cmpuint (n_inside[0], ==, 1000);
  g_assert_cmpuint (n_inside[1], ==, 1000);
  g_assert_cmpuint (n_inside[2], ==, 0);
  g_assert_cmpuint (run_draws (matrix, 0, 1000, n_inside), ==, 1000);
  g_assert_cmpuint (n_inside[0], ==, 0);
  g_assert_cmpuint (run_draws (matrix, 3, 1000, n_inside), ==, 1000);
  g_assert_cmpuint (n_inside[2], ==, 1000);
}

/* The same draws done slowly: factors by the same rule, exact totals, the walk to the boundary. */
static guint64
stir (guint64 *state)
{
  guint64 word = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  word = (word ^ (word >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  word = (word ^ (word >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return word ^ (word >> 31);
}

static void
test_draws_slowly (void)
{
  for (guint round = 0; round < 60; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_points (N_SUBJECTS);
    guint cap = (guint) g_test_rand_int_range (1, N_SUBJECTS);
    guint n_inside[N_SUBJECTS], expected[N_SUBJECTS] = { 0 }, pool[N_SUBJECTS];
    guint64 state = BV_OPINION_DRAWS_SEED;

    matrix->cap = 10000;
    if (round % 2 == 0) /* two who are alike in everything */
      for (guint k = 0; k < N_CRITERIA; k++)
        bv_opinion_matrix_set_points (matrix, 3, k, bv_opinion_matrix_get_points (matrix, 7, k));
    matrix->outside[3] = matrix->outside[7];
    set_ranks (matrix);
    for (guint i = 0; i < N_SUBJECTS; i++)
      pool[i] = i;
    run_draws (matrix, cap, 200, n_inside);
    for (guint draw = 0; draw < 200; draw++) {
      gint64 factors[N_CRITERIA];
      BvFraction values[N_SUBJECTS];
      BvOpinionSide sides[N_SUBJECTS];

      for (guint k = 0; k < N_CRITERIA; k++)
        factors[k] = 8000 + (gint64) ((stir (&state) >> 32) * 4001 >> 32);
      bv_opinion_weights_values (matrix, factors, values);
      bv_opinion_order_take (values, matrix->ranks, pool, N_SUBJECTS, cap, sides);
      for (guint i = 0; i < N_SUBJECTS; i++)
        expected[i] += sides[i] == BV_OPINION_INSIDE;
    }
    for (guint i = 0; i < N_SUBJECTS; i++)
      g_assert_cmpuint (n_inside[i], ==, expected[i]);
  }
}

/* The order of rows never matters. */
static void
test_shuffles (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_random_points (N_SUBJECTS);
  guint n_inside[N_SUBJECTS], shuffled[N_SUBJECTS];
  guint n_same = run_draws (matrix, 5, 100, n_inside);

  for (guint round = 0; round < 1000; round++) {
    g_autofree guint *order = make_order (N_SUBJECTS);
    g_autoptr (BvOpinionMatrix) other = shuffle_matrix (matrix, order);

    g_assert_cmpuint (run_draws (other, 5, 100, shuffled), ==, n_same);
    for (guint i = 0; i < N_SUBJECTS; i++)
      g_assert_cmpuint (shuffled[i], ==, n_inside[order[i]]);
  }
}

/* Points never do harm, whatever the weights. */
static void
test_monotonous (void)
{
  for (guint round = 0; round < 100; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_points (N_SUBJECTS);
    guint subject = (guint) g_test_rand_int_range (0, N_SUBJECTS);
    guint before[N_SUBJECTS], after[N_SUBJECTS];

    run_draws (matrix, 4, 100, before);
    matrix->points[(round % N_CRITERIA) * N_SUBJECTS + subject] += 150;
    set_ranks (matrix);
    run_draws (matrix, 4, 100, after);
    g_assert_cmpuint (after[subject], >=, before[subject]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-weights/flips", test_flips);
  g_test_add_func ("/opinion-weights/flips-are-ties", test_flips_are_ties);
  g_test_add_func ("/opinion-weights/values", test_values);
  g_test_add_func ("/opinion-weights/nothing-left", test_nothing_left);
  g_test_add_func ("/opinion-weights/draws", test_draws);
  g_test_add_func ("/opinion-weights/draws-of-dominant", test_draws_of_dominant);
  g_test_add_func ("/opinion-weights/draws-slowly", test_draws_slowly);
  g_test_add_func ("/opinion-weights/shuffles", test_shuffles);
  g_test_add_func ("/opinion-weights/monotonous", test_monotonous);
  return g_test_run ();
}
