/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods that form one value: published examples, and random marks against the definition. */
#include "config.h"

#include "test-opinion-methods.h"

/* A minority of the members carries the mean, the median follows the majority. */
static void
test_minority (void)
{
  static const gint64 quarters[2 * 9] = { 950, 900, 900, 900, 900, 900, 850, 850, 825,
                                          850, 875, 875, 875, 875, 875, 925, 925, 925 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (2, 9, quarters);
  BvFraction values[2];

  for (guint i = 0; i < 18; i++)
    matrix->marks[i] /= 100; /* hundredths as they stand */
  bv_opinion_central_mean (matrix, values);
  assert_near (values[0], 8.8611);
  assert_near (values[1], 8.8889);
  bv_opinion_central_trimmed (matrix, values);
  assert_near (values[0], 8.8571);
  assert_near (values[1], 8.8929);
  bv_opinion_central_median (matrix, values);
  assert_near (values[0], 9);
  assert_near (values[1], 8.75);
  assert_order (bv_opinion_schulze_values, matrix, "AB"); /* 6 of 9 prefer A */
}

static void
test_judgment (void)
{
  static const gint64 marks[] = { 9, 9, 8, 8, 7, 7, 6, 9, 8, 8, 8, 8, 6, 5 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (2, 7, marks);
  BvFraction values[2];

  bv_opinion_central_judgment (matrix, 100, values);
  assert_near (values[0], 7.75);
  assert_near (values[1], 7.875);
  g_assert_cmpuint (bv_opinion_central_count_grades (matrix, 100), ==, 5);
}

/* Who was not marked by the strict member is not better for that. */
static void
test_recusal (void)
{
  static const gint64 marks[] = { 90, 92, 80, 88, NONE, 78, 86, 88, NONE, 80, 82, 70 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 3, marks);
  BvFraction values[4];
  gint64 leniency[3];

  bv_opinion_central_mean (matrix, values);
  assert_near (values[0], 87.3333);
  assert_near (values[1], 83);
  assert_near (values[2], 87);
  assert_near (values[3], 77.3333);
  assert_order (bv_opinion_central_mean, matrix, "ACBD");

  g_assert_true (bv_opinion_adjusted_values (matrix, values, leniency));
  assert_near (values[0], 87.3333);
  assert_near (values[1], 85.3333);
  assert_near (values[2], 83.3333);
  assert_near (values[3], 77.3333);
  assert_order (fill_adjusted, matrix, "ABCD");
  g_assert_cmpint (leniency[0], ==, 267);
  g_assert_cmpint (leniency[1], ==, 467);
  g_assert_cmpint (leniency[2], ==, -733);
}

/* One member alone decides who is first. */
static void
test_pivotal (void)
{
  static const gint64 marks[] = { 80, 82, 81, 83, 99, 84, 85, 84, 86, 70,
                                  79, 80, 78, 81, 85, 75, 76, 74, 77, 80 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 5, marks);
  g_autoptr (BvOpinionMatrix) without = bv_opinion_matrix_without_member (matrix, 4);
  static const double means[] = { 85, 81.8, 80.6, 76.4 };
  static const double others[] = { 81.5, 84.75, 79.5, 75.5 };
  static const double trimmed[] = { 82, 84.3333, 80, 76 };
  static const double medians[] = { 82, 84, 80, 76 };
  static const double borda[] = { 11, 12, 6, 1 };
  BvFraction values[4];

  bv_opinion_central_mean (matrix, values);
  for (guint i = 0; i < 4; i++)
    assert_near (values[i], means[i]);
  bv_opinion_central_mean (without, values);
  for (guint i = 0; i < 4; i++)
    assert_near (values[i], others[i]);
  bv_opinion_central_trimmed (matrix, values);
  for (guint i = 0; i < 4; i++)
    assert_near (values[i], trimmed[i]);
  bv_opinion_central_median (matrix, values);
  for (guint i = 0; i < 4; i++)
    assert_near (values[i], medians[i]);
  bv_opinion_borda_values (matrix, values);
  for (guint i = 0; i < 4; i++)
    assert_near (values[i], borda[i] / 100);
  assert_order (bv_opinion_central_mean, matrix, "ABCD");
  for (guint i = 1; i < G_N_ELEMENTS (methods) - 1; i++)
    if (i != 3)
      assert_order (methods[i].fill, matrix, "BACD");
}

/* Definitions, written down again without looking at the program */

static guint
list_marks (const BvOpinionMatrix *matrix, guint subject, double *marks)
{
  guint n = 0;

  for (guint i = 0; i < matrix->n_members; i++)
    if (bv_opinion_matrix_get_mark (matrix, subject, i) != BV_POINTS_MISSING)
      marks[n++] = (double) bv_opinion_matrix_get_mark (matrix, subject, i) / 100;
  return n;
}

/* The mark with @below others below it or beside it. */
static double
pick (const double *marks, guint n, guint below)
{
  for (guint i = 0; i < n; i++) {
    guint n_less = 0, n_same = 0;

    for (guint j = 0; j < n; j++) {
      n_less += marks[j] < marks[i];
      n_same += marks[j] == marks[i];
    }
    if (n_less <= below && below < n_less + n_same)
      return marks[i];
  }
  g_assert_not_reached ();
}

static double
define_mean (const BvOpinionMatrix *matrix, guint subject)
{
  double marks[N_MEMBERS], sum = 0;
  guint n = list_marks (matrix, subject, marks);

  for (guint i = 0; i < n; i++)
    sum += marks[i];
  return sum / n;
}

static double
define_trimmed (const BvOpinionMatrix *matrix, guint subject)
{
  double marks[N_MEMBERS];
  guint n = list_marks (matrix, subject, marks);

  if (n < 5)
    return define_mean (matrix, subject);
  return (n * define_mean (matrix, subject) - pick (marks, n, 0) - pick (marks, n, n - 1))
         / (n - 2);
}

static double
define_median (const BvOpinionMatrix *matrix, guint subject)
{
  double marks[N_MEMBERS];
  guint n = list_marks (matrix, subject, marks);

  return (pick (marks, n, (n - 1) / 2) + pick (marks, n, n / 2)) / 2;
}

static double
define_judgment (const BvOpinionMatrix *matrix, guint subject)
{
  double marks[N_MEMBERS], p = 0, q = 0, usual;
  guint n = list_marks (matrix, subject, marks);

  usual = pick (marks, n, (n - 1) / 2);
  for (guint i = 0; i < n; i++) {
    p += marks[i] > usual ? 1.0 / n : 0;
    q += marks[i] < usual ? 1.0 / n : 0;
  }
  return usual + (p - q) / (1 - p - q) / 2;
}

static void
check_definition (Method fill,
                  double (*define) (const BvOpinionMatrix *, guint),
                  const BvOpinionMatrix *matrix)
{
  BvFraction values[N_SUBJECTS];

  fill (matrix, values);
  for (guint i = 0; i < N_SUBJECTS; i++)
    g_assert_cmpfloat_with_epsilon (get_points (values[i]), define (matrix, i), 0.0000001);
}

static void
test_definitions (void)
{
  for (guint round = 0; round < 300; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (
        N_SUBJECTS, N_MEMBERS, round % 2 == 0 ? 0 : 4);

    check_definition (bv_opinion_central_mean, define_mean, matrix);
    check_definition (bv_opinion_central_trimmed, define_trimmed, matrix);
    check_definition (bv_opinion_central_median, define_median, matrix);
    check_definition (fill_judgment, define_judgment, matrix);
  }
}

/* Turn and turn about until nothing moves. */
static void
define_adjusted (const BvOpinionMatrix *matrix, double *subjects)
{
  double members[N_MEMBERS] = { 0 };

  for (guint round = 0; round < 20000; round++) {
    double mean = 0;

    for (guint i = 0; i < N_SUBJECTS; i++) {
      double sum = 0, n = 0;

      for (guint j = 0; j < N_MEMBERS; j++)
        if (bv_opinion_matrix_get_mark (matrix, i, j) != BV_POINTS_MISSING) {
          sum += (double) bv_opinion_matrix_get_mark (matrix, i, j) - members[j];
          n++;
        }
      subjects[i] = sum / n;
    }
    for (guint j = 0; j < N_MEMBERS; j++) {
      double sum = 0, n = 0;

      for (guint i = 0; i < N_SUBJECTS; i++)
        if (bv_opinion_matrix_get_mark (matrix, i, j) != BV_POINTS_MISSING) {
          sum += (double) bv_opinion_matrix_get_mark (matrix, i, j) - subjects[i];
          n++;
        }
      members[j] = n > 0 ? sum / n : 0;
      mean += members[j] / N_MEMBERS;
    }
    for (guint j = 0; j < N_MEMBERS; j++)
      members[j] -= mean;
    for (guint i = 0; i < N_SUBJECTS; i++)
      subjects[i] += mean;
  }
}

static void
test_adjusted (void)
{
  for (guint round = 0; round < 40; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (N_SUBJECTS, N_MEMBERS, 3);
    BvFraction values[N_SUBJECTS];
    double expected[N_SUBJECTS];

    g_assert_true (bv_opinion_adjusted_values (matrix, values, NULL));
    define_adjusted (matrix, expected);
    for (guint i = 0; i < N_SUBJECTS; i++)
      assert_near (values[i], expected[i] / 100);
  }
}

/* With everybody marked by everybody it is the mean, to the last digit. */
static void
test_adjusted_complete (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (N_SUBJECTS, N_MEMBERS, 0);
  BvFraction values[N_SUBJECTS], means[N_SUBJECTS];

  g_assert_true (bv_opinion_adjusted_values (matrix, values, NULL));
  bv_opinion_central_mean (matrix, means);
  for (guint i = 0; i < N_SUBJECTS; i++)
    g_assert_cmpint (bv_fraction_compare (values[i], means[i]), ==, 0);
}

static void
test_adjusted_apart (void)
{
  static const gint64 marks[] = { 90, NONE, 80, NONE, NONE, 70, NONE, 60 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 2, marks);
  BvFraction values[4];

  g_assert_false (bv_opinion_adjusted_values (matrix, values, NULL));
  bv_opinion_matrix_set_mark (matrix, 0, 1, 9000);
  g_assert_true (bv_opinion_adjusted_values (matrix, values, NULL));
}

static void
test_limit (void)
{
  static const gint64 marks[] = { 104, 102, 90, 90 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (2, 2, marks);
  BvFraction values[2];

  matrix->cap = 10000;
  bv_opinion_central_mean (matrix, values);
  assert_near (values[0], 100);
  assert_near (values[1], 90);
}

/* Who is inside: ties are not cut, and equal values keep the official order. */
static void
test_take (void)
{
  static const BvFraction values[] = { { 5, 1 }, { 10, 2 }, { 4, 1 }, { 4, 1 }, { 3, 1 } };
  static const guint pool[] = { 0, 1, 2, 3, 4 };
  static const guint official[] = { 2, 1, 3, 3, 5 };
  BvOpinionSide sides[5];

  bv_opinion_order_take (values, official, pool, 5, 1, sides);
  g_assert_cmpint (sides[0], ==, BV_OPINION_OUTSIDE);
  g_assert_cmpint (sides[1], ==, BV_OPINION_INSIDE);
  bv_opinion_order_take (values, official, pool, 5, 3, sides);
  g_assert_cmpint (sides[0], ==, BV_OPINION_INSIDE);
  g_assert_cmpint (sides[2], ==, BV_OPINION_OPEN);
  g_assert_cmpint (sides[3], ==, BV_OPINION_OPEN);
  g_assert_cmpint (sides[4], ==, BV_OPINION_OUTSIDE);
  bv_opinion_order_take (values, official, pool, 5, 4, sides);
  g_assert_cmpint (sides[3], ==, BV_OPINION_INSIDE);
  g_assert_cmpint (sides[4], ==, BV_OPINION_OUTSIDE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-values/minority", test_minority);
  g_test_add_func ("/opinion-values/judgment", test_judgment);
  g_test_add_func ("/opinion-values/recusal", test_recusal);
  g_test_add_func ("/opinion-values/pivotal", test_pivotal);
  g_test_add_func ("/opinion-values/definitions", test_definitions);
  g_test_add_func ("/opinion-values/adjusted", test_adjusted);
  g_test_add_func ("/opinion-values/adjusted-complete", test_adjusted_complete);
  g_test_add_func ("/opinion-values/adjusted-apart", test_adjusted_apart);
  g_test_add_func ("/opinion-values/limit", test_limit);
  g_test_add_func ("/opinion-values/take", test_take);
  return g_test_run ();
}
