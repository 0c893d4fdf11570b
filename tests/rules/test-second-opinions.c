/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lights of award boundaries: firm, sensitive, tied; and what they say of it. */
#include "config.h"

#include <string.h>

#include "bv-second-opinions-words.h"
#include "test-opinion-matrix.h"

static const gint64 pivotal[] = { 80, 82, 81, 83, 99, 84, 85, 84, 86, 70,
                                  79, 80, 78, 81, 85, 75, 76, 74, 77, 80 };

/* Everybody takes part; places for @cap. */
static BvSecondOpinions *
judge (BvOpinionMatrix *matrix, guint cap)
{
  BvSecondOpinions *opinions = bv_second_opinions_new (matrix);
  g_autofree guint *pool = g_new (guint, matrix->n_subjects);
  guint n = 0;

  for (guint rank = 1; rank <= matrix->n_subjects; rank++)
    for (guint i = 0; i < matrix->n_subjects; i++)
      if (matrix->ranks[i] == rank)
        pool[n++] = i;
  g_assert_cmpuint (n, ==, matrix->n_subjects);
  bv_second_opinions_add (opinions, "Giấy khen", pool, n, cap);
  bv_second_opinions_compute (opinions);
  return opinions;
}

static const BvOpinionBoundary *
get_boundary (const BvSecondOpinions *opinions)
{
  return bv_second_opinions_get_boundary (opinions, 0);
}

/* Two contents of 50 points. */
static BvOpinionMatrix *
make_points (guint n, const gint64 *points)
{
  BvOpinionMatrix *matrix = bv_opinion_matrix_new (n, 0, 2);

  matrix->scale = 10000;
  for (guint k = 0; k < 2; k++) {
    matrix->maxima[k] = 5000;
    matrix->criterion_names[k] = g_strdup_printf ("k%u", k + 1);
  }
  for (guint i = 0; i < n; i++) {
    matrix->subject_names[i] = g_strdup_printf ("c%u", i + 1);
    matrix->ranks[i] = i + 1;
    matrix->ids[i] = i + 1;
    bv_opinion_matrix_set_points (matrix, i, 0, 100 * points[2 * i]);
    bv_opinion_matrix_set_points (matrix, i, 1, 100 * points[2 * i + 1]);
  }
  return matrix;
}

static void
assert_says (const BvSecondOpinions *opinions, BvFirmness tone, const char *part)
{
  g_autoptr (GPtrArray) reasons = bv_second_opinions_words_explain (opinions, 0);

  for (guint i = 0; i < reasons->len; i++) {
    const BvSecondOpinionsReason *reason = g_ptr_array_index (reasons, i);

    if (reason->tone == tone && strstr (reason->text, part) != NULL)
      return;
  }
  g_error ("nothing says “%s”", part); /* ends the test */
}

/* Four flags at once: methods disagree, one member is pivotal, marks stand out, the gap is small.
 */
static void
test_pivotal (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (4, 5, pivotal);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 1);
  const BvOpinionBoundary *boundary = get_boundary (opinions);
  gint64 w;

  g_assert_cmpint (boundary->light, ==, BV_FIRMNESS_SENSITIVE);
  g_assert_false (bv_second_opinions_crosses (opinions, 0, BV_OPINION_MEAN, 0));
  g_assert_true (bv_second_opinions_crosses (opinions, 0, BV_OPINION_MEDIAN, 0));
  g_assert_true (bv_second_opinions_crosses (opinions, 0, BV_OPINION_SCHULZE, 1));
  g_assert_false (bv_second_opinions_crosses (opinions, 0, BV_OPINION_SCHULZE, 2));
  for (guint j = 0; j < 5; j++)
    g_assert_cmpint (bv_second_opinions_is_pivotal (opinions, j), ==, j == 4);
  g_assert_cmpint (bv_second_opinions_get_member (opinions, 4)->tau, ==, 0);
  g_assert_cmpuint (bv_second_opinions_get_outliers (opinions)->len, ==, 2);
  g_assert_true (bv_second_opinions_get_agreement (opinions, &w));
  g_assert_cmpint (w, ==, 6160);
  g_assert_true (boundary->has_gap);
  g_assert_false (boundary->gap.apart);
  assert_says (opinions,
               BV_FIRMNESS_SENSITIVE,
               "Counted by “Trimmed mean” or “Median” or “Borda” or “Majority place” or “Schulze”: "
               "c2 would be inside instead of c1");
  assert_says (opinions, BV_FIRMNESS_SENSITIVE, "Without the marks of “m5”: c2");
  assert_says (opinions, BV_FIRMNESS_NONE, "3,2 points apart");
}

static void
test_firm (void)
{
  static const gint64 marks[] = { 95, 94, 96, 93, 95, 80, 81, 79, 82, 80, 60, 61, 62, 60, 59 };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (3, 5, marks);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 1);

  g_assert_cmpint (get_boundary (opinions)->light, ==, BV_FIRMNESS_FIRM);
  g_assert_cmpuint (get_boundary (opinions)->changes->len, ==, 0);
  assert_says (opinions, BV_FIRMNESS_FIRM, "ways of counting name the same");
  assert_says (opinions, BV_FIRMNESS_FIRM, "Leaving out any one member changes nothing");
}

/* Without sheets of the members, contents and weights still tell. */
static void
test_without_members (void)
{
  static const gint64 points[] = { 50, 40, 40, 45, 20, 20 };
  static const gint64 firm[] = { 50, 45, 40, 40, 20, 20 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (3, points);
  g_autoptr (BvOpinionMatrix) other = make_points (3, firm);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 1);
  g_autoptr (BvSecondOpinions) others = judge (other, 1);
  g_autofree char *absent = bv_second_opinions_words_absent (opinions, BV_OPINION_MEDIAN);

  g_assert_null (bv_second_opinions_get_ranks (opinions, BV_OPINION_MEDIAN));
  g_assert_nonnull (absent);
  g_assert_cmpint (get_boundary (opinions)->light, ==, BV_FIRMNESS_SENSITIVE);
  g_assert_cmpuint (get_boundary (opinions)->changes->len, ==, 1);
  assert_says (opinions, BV_FIRMNESS_SENSITIVE, "Without content “k1”: c2 would be inside instead");
  g_assert_cmpint (get_boundary (others)->light, ==, BV_FIRMNESS_FIRM);
  assert_says (others, BV_FIRMNESS_FIRM, "Leaving out any one content changes nothing");
  assert_says (others, BV_FIRMNESS_FIRM, "stay inside 100 times in 100");
}

/* Only drawn weights tell: each content alone keeps the order of the two. */
static void
test_draws (void)
{
  BvOpinionMatrix *matrix = bv_opinion_matrix_new (2, 0, 3);
  static const gint64 points[2][3] = { { 3000, 2000, 2990 }, { 2500, 2600, 2880 } };
  g_autoptr (BvSecondOpinions) opinions = NULL;

  matrix->scale = 9000;
  for (guint k = 0; k < 3; k++) {
    matrix->maxima[k] = 3000;
    matrix->criterion_names[k] = g_strdup_printf ("k%u", k + 1);
    for (guint i = 0; i < 2; i++)
      bv_opinion_matrix_set_points (matrix, i, k, points[i][k]);
  }
  for (guint i = 0; i < 2; i++) {
    matrix->subject_names[i] = g_strdup_printf ("c%u", i + 1);
    matrix->ranks[i] = i + 1;
  }
  opinions = judge (matrix, 1);
  bv_opinion_matrix_unref (matrix);
  g_assert_cmpuint (get_boundary (opinions)->n_same, <, 9500);
  assert_says (opinions, BV_FIRMNESS_SENSITIVE, "least certain: c1");
  assert_says (opinions, BV_FIRMNESS_NONE, "change places once content");
}

static void
test_tie (void)
{
  static const gint64 points[] = { 50, 50, 40, 40, 40, 40, 20, 20 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (4, points);
  g_autoptr (BvSecondOpinions) opinions = NULL;

  matrix->ranks[2] = 2;
  opinions = judge (matrix, 2);
  g_assert_cmpint (get_boundary (opinions)->light, ==, BV_FIRMNESS_TIE);
  assert_says (opinions, BV_FIRMNESS_TIE, "c2, c3 share one rank; only 1 place is left");
  g_assert_cmpuint (get_boundary (opinions)->n_inside[0], ==, 10000);
  g_assert_cmpuint (get_boundary (opinions)->n_inside[1], ==, 0);
}

/* The same points, and a rank each: the chain of ties stands between them. */
static void
test_equal (void)
{
  static const gint64 points[] = { 50, 40, 40, 50, 20, 20 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (3, points);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 1);

  g_assert_true (get_boundary (opinions)->equal);
  g_assert_false (get_boundary (opinions)->has_flip);
  assert_says (opinions, BV_FIRMNESS_NONE, "c1 and c2 have the same points");
  assert_says (opinions, BV_FIRMNESS_SENSITIVE, "stay inside only");
}

static void
test_no_boundary (void)
{
  static const gint64 points[] = { 50, 40, 40, 45 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (2, points);
  g_autoptr (BvOpinionMatrix) empty = bv_opinion_matrix_new (0, 0, 0);
  g_autoptr (BvSecondOpinions) none = judge (matrix, 0);
  g_autoptr (BvSecondOpinions) all = judge (matrix, 5);
  g_autoptr (BvSecondOpinions) nobody = judge (empty, 3);

  g_assert_cmpint (get_boundary (none)->light, ==, BV_FIRMNESS_NONE);
  g_assert_cmpint (get_boundary (nobody)->light, ==, BV_FIRMNESS_NONE);
  g_assert_cmpint (get_boundary (all)->light, ==, BV_FIRMNESS_FIRM);
  g_assert_false (get_boundary (all)->has_edge);
}

/* Who may not be rewarded takes no part, however high. */
static void
test_pool (void)
{
  static const gint64 points[] = { 50, 50, 45, 40, 30, 30 };
  static const guint pool[] = { 1, 2 };
  g_autoptr (BvOpinionMatrix) matrix = make_points (3, points);
  g_autoptr (BvSecondOpinions) opinions = bv_second_opinions_new (matrix);

  bv_second_opinions_add (opinions, "Giấy khen", pool, 2, 1);
  bv_second_opinions_compute (opinions);
  g_assert_cmpint (get_boundary (opinions)->light, ==, BV_FIRMNESS_FIRM);
  g_assert_cmpint (get_boundary (opinions)->official[0], ==, BV_OPINION_NO_PART);
  g_assert_cmpint (get_boundary (opinions)->official[1], ==, BV_OPINION_INSIDE);
  g_assert_cmpuint (get_boundary (opinions)->first_outside, ==, 2);
}

/* Somebody whom nobody marked: the members' marks say nothing of the whole list. */
static void
test_unmarked (void)
{
  static const gint64 marks[] = { 90, 80, NONE, NONE };
  g_autoptr (BvOpinionMatrix) matrix = make_matrix (2, 2, marks);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 1);
  g_autofree char *absent = bv_second_opinions_words_absent (opinions, BV_OPINION_MEAN);

  g_assert_null (bv_second_opinions_get_ranks (opinions, BV_OPINION_MEAN));
  g_assert_nonnull (strstr (absent, "c2"));
}

/* The light and all ranks are the same whatever the order of rows. */
static void
test_shuffles (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_random_matrix (12, 5, 6);
  g_autoptr (BvSecondOpinions) opinions = judge (matrix, 4);
  const BvOpinionBoundary *boundary = get_boundary (opinions);

  for (guint round = 0; round < 1000; round++) {
    g_autofree guint *order = make_order (12);
    g_autoptr (BvOpinionMatrix) other = shuffle_matrix (matrix, order);
    g_autoptr (BvSecondOpinions) shuffled = judge (other, 4);

    g_assert_cmpint (get_boundary (shuffled)->light, ==, boundary->light);
    g_assert_cmpuint (get_boundary (shuffled)->changes->len, ==, boundary->changes->len);
    for (guint method = 0; method < BV_N_OPINIONS; method++) {
      const guint *ranks = bv_second_opinions_get_ranks (opinions, method);
      const guint *others = bv_second_opinions_get_ranks (shuffled, method);

      g_assert_cmpint (ranks == NULL, ==, others == NULL);
      for (guint i = 0; ranks != NULL && i < 12; i++)
        g_assert_cmpuint (others[i], ==, ranks[order[i]]);
    }
  }
}

static void
test_words (void)
{
  for (guint i = 0; i < BV_N_OPINIONS; i++) {
    g_assert_cmpstr (bv_second_opinions_words_method ((BvOpinionMethod) i), !=, "");
    g_assert_cmpstr (bv_second_opinions_words_about ((BvOpinionMethod) i), !=, "");
  }
  g_assert_cmpstr (bv_second_opinions_words_light (BV_FIRMNESS_NONE), ==, "");
  g_assert_cmpstr (bv_second_opinions_words_light (BV_FIRMNESS_TIE), ==, "Tie");
  g_assert_cmpstr (bv_second_opinions_words_meaning (BV_FIRMNESS_FIRM), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/second-opinions/pivotal", test_pivotal);
  g_test_add_func ("/second-opinions/firm", test_firm);
  g_test_add_func ("/second-opinions/without-members", test_without_members);
  g_test_add_func ("/second-opinions/draws", test_draws);
  g_test_add_func ("/second-opinions/tie", test_tie);
  g_test_add_func ("/second-opinions/equal", test_equal);
  g_test_add_func ("/second-opinions/no-boundary", test_no_boundary);
  g_test_add_func ("/second-opinions/pool", test_pool);
  g_test_add_func ("/second-opinions/unmarked", test_unmarked);
  g_test_add_func ("/second-opinions/shuffles", test_shuffles);
  g_test_add_func ("/second-opinions/words", test_words);
  return g_test_run ();
}
