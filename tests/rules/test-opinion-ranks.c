/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods that compare ranks, and what all methods have in common: no order of rows matters, and
 * better marks never do harm. */
#include "config.h"

#include <string.h>

#include "test-opinion-methods.h"

/* The example of Schulze's own text: 45 ballots. */
static void
test_ballots (void)
{
  static const struct
  {
    guint n;
    const char *order;
  } ballots[] = { { 5, "ACBED" }, { 5, "ADECB" }, { 8, "BEDAC" }, { 3, "CABED" },
                  { 7, "CAEBD" }, { 2, "CBADE" }, { 7, "DCEBA" }, { 8, "EBADC" } };
  static const double borda[] = { 98, 92, 89, 69, 102 };
  g_autoptr (BvOpinionMatrix) matrix = bv_opinion_matrix_new (5, 45, 0);
  BvFraction values[5];
  guint member = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    for (guint j = 0; j < ballots[i].n; j++, member++)
      for (guint place = 0; place < 5; place++)
        bv_opinion_matrix_set_mark (
            matrix, (guint) (ballots[i].order[place] - 'A'), member, 100 * (5 - (gint64) place));
  g_assert_cmpuint (member, ==, 45);
  assert_order (bv_opinion_schulze_values, matrix, "EACBD");
  assert_order (bv_opinion_borda_values, matrix, "EABCD");
  bv_opinion_borda_values (matrix, values);
  for (guint i = 0; i < 5; i++)
    assert_near (values[i], borda[i] / 100);
}

/* Rank by one member: 1 + how many it puts higher + half of those beside. */
static double
define_rank (const BvOpinionMatrix *matrix, guint subject, guint member, guint *n)
{
  gint64 own = bv_opinion_matrix_get_mark (matrix, subject, member);
  double rank = 1;

  *n = 0;
  for (guint i = 0; i < matrix->n_subjects; i++) {
    gint64 mark = bv_opinion_matrix_get_mark (matrix, i, member);

    if (mark == BV_POINTS_MISSING)
      continue;
    (*n)++;
    if (i != subject)
      rank += mark > own ? 1 : mark == own ? 0.5 : 0;
  }
  return rank;
}

static double
define_borda (const BvOpinionMatrix *matrix, guint subject)
{
  gboolean complete = bv_opinion_matrix_is_complete (matrix);
  double sum = 0;
  guint n_members = 0;

  for (guint i = 0; i < matrix->n_members; i++) {
    guint n;
    double rank = define_rank (matrix, subject, i, &n);

    if (bv_opinion_matrix_get_mark (matrix, subject, i) == BV_POINTS_MISSING || n < 2)
      continue;
    sum += complete ? n - rank : (n - rank) / (n - 1);
    n_members++;
  }
  return complete ? sum : sum / MAX (n_members, 1);
}

static void
test_borda (void)
{
  for (guint round = 0; round < 300; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (
        N_SUBJECTS, N_MEMBERS, round % 2 == 0 ? 0 : 4);
    BvFraction values[N_SUBJECTS];

    bv_opinion_borda_values (matrix, values);
    for (guint i = 0; i < N_SUBJECTS; i++)
      g_assert_cmpfloat_with_epsilon (
          get_points (values[i]) * 100, define_borda (matrix, i), 0.00001);
  }
}

/* Place by place from the best on, as judges do it at a table. */
static int
define_placement (const BvOpinionMatrix *matrix, guint a, guint b)
{
  gboolean started = FALSE;

  for (guint place = 1; place <= matrix->n_subjects; place++) {
    double counts[2] = { 0, 0 }, sums[2] = { 0, 0 }, members[2] = { 0, 0 };

    for (guint i = 0; i < 2 * matrix->n_members; i++) {
      guint subject = i % 2 == 0 ? a : b, n;
      double rank = define_rank (matrix, subject, i / 2, &n);

      if (bv_opinion_matrix_get_mark (matrix, subject, i / 2) == BV_POINTS_MISSING)
        continue;
      members[i % 2]++;
      counts[i % 2] += rank <= place;
      sums[i % 2] += rank <= place ? rank : 0;
    }
    if (!started && counts[0] * 2 <= members[0] && counts[1] * 2 <= members[1])
      continue;
    if (!started && (counts[0] * 2 > members[0]) != (counts[1] * 2 > members[1]))
      return counts[0] * 2 > members[0] ? -1 : 1;
    started = TRUE;
    if (counts[0] * members[1] != counts[1] * members[0])
      return counts[0] * members[1] > counts[1] * members[0] ? -1 : 1;
    if (sums[0] * counts[1] != sums[1] * counts[0])
      return sums[0] * counts[1] < sums[1] * counts[0] ? -1 : 1;
  }
  return 0;
}

static void
test_placement (void)
{
  for (guint round = 0; round < 200; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (
        N_SUBJECTS, N_MEMBERS, round % 2 == 0 ? 0 : 6);
    BvFraction values[N_SUBJECTS];

    bv_opinion_placement_values (matrix, values);
    for (guint a = 0; a < N_SUBJECTS; a++)
      for (guint b = 0; b < N_SUBJECTS; b++)
        g_assert_cmpint (
            bv_fraction_compare (values[b], values[a]), ==, define_placement (matrix, a, b));
  }
}

/* Strongest paths pair by pair, in three nested loops. */
static void
define_schulze (const BvOpinionMatrix *matrix, gint64 *n_above)
{
  guint n = matrix->n_subjects;
  g_autofree guint *won = g_new0 (guint, n * n);
  g_autofree guint *path = g_new0 (guint, n * n);

  for (guint i = 0; i < n * n * matrix->n_members; i++) {
    guint pair = i / matrix->n_members, member = i % matrix->n_members;
    gint64 a = bv_opinion_matrix_get_mark (matrix, pair / n, member);
    gint64 b = bv_opinion_matrix_get_mark (matrix, pair % n, member);

    won[pair] += a != BV_POINTS_MISSING && b != BV_POINTS_MISSING && a > b;
  }
  for (guint i = 0; i < n * n; i++)
    path[i] = won[i] > won[i % n * n + i / n] ? won[i] : 0;
  for (guint k = 0; k < n; k++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        if (a != k && b != k && a != b)
          path[a * n + b] = MAX (path[a * n + b], MIN (path[a * n + k], path[k * n + b]));
  memset (n_above, 0, n * sizeof *n_above);
  for (guint i = 0; i < n * n; i++)
    n_above[i / n] += i / n != i % n && path[i % n * n + i / n] > path[i];
}

/* Also with more subjects than bits in a word. */
static void
test_schulze (void)
{
  for (guint round = 0; round < 300; round++) {
    guint n = (guint) g_test_rand_int_range (1, round % 50 == 0 ? 140 : 12);
    guint n_members = (guint) g_test_rand_int_range (1, 10);
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (n, n_members, round % 2 == 0 ? 0 : 4);
    g_autofree BvFraction *values = g_new (BvFraction, n);
    g_autofree gint64 *n_above = g_new (gint64, n);

    bv_opinion_schulze_values (matrix, values);
    define_schulze (matrix, n_above);
    for (guint i = 0; i < n; i++)
      g_assert_cmpint (values[i].numerator, ==, -n_above[i]);
  }
}

/* The order of rows and columns never matters. */
static void
test_shuffles (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (40, N_MEMBERS, 5);
  g_autofree guint *ranks = g_new (guint, 40 * G_N_ELEMENTS (methods));
  BvFraction values[40];

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    methods[i].fill (matrix, values);
    bv_opinion_order_rank (values, NULL, 40, &ranks[i * 40]);
  }
  for (guint round = 0; round < 1000; round++) {
    g_autofree guint *order = make_order (40);
    g_autoptr (BvOpinionMatrix) other = shuffle_matrix (matrix, order);

    for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
      guint shuffled[40];

      methods[i].fill (other, values);
      bv_opinion_order_rank (values, NULL, 40, shuffled);
      for (guint j = 0; j < 40; j++)
        g_assert_cmpuint (shuffled[j], ==, ranks[i * 40 + order[j]]);
    }
  }
}

/* One member thinks better of somebody: no method values that subject less for it. */
static void
test_monotonous (void)
{
  for (guint round = 0; round < 1000; round++) {
    g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (N_SUBJECTS, N_MEMBERS, 0);
    guint subject = (guint) g_test_rand_int_range (0, N_SUBJECTS);
    guint member = (guint) g_test_rand_int_range (0, N_MEMBERS);
    BvFraction before[G_N_ELEMENTS (methods)][N_SUBJECTS], after[N_SUBJECTS];

    for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
      methods[i].fill (matrix, before[i]);
    matrix->marks[subject * N_MEMBERS + member] += g_test_rand_int_range (1, 8) * 100;
    for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
      methods[i].fill (matrix, after);
      g_assert_cmpint (bv_fraction_compare (after[subject], before[i][subject]), >=, 0);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-ranks/ballots", test_ballots);
  g_test_add_func ("/opinion-ranks/borda", test_borda);
  g_test_add_func ("/opinion-ranks/placement", test_placement);
  g_test_add_func ("/opinion-ranks/schulze", test_schulze);
  g_test_add_func ("/opinion-ranks/shuffles", test_shuffles);
  g_test_add_func ("/opinion-ranks/monotonous", test_monotonous);
  return g_test_run ();
}
