/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What second opinions are formed of is what the assessment counted: totals, marks, boundaries. */
#include "config.h"

#include "bv-language.h"
#include "bv-opinion-central.h"
#include "bv-opinion-source.h"
#include "sample-office.h"
#include "test-folder.h"

static BvAssessment *
load (BvOffice *office)
{
  g_autoptr (GError) error = NULL;
  gint64 movement = 0;
  BvAssessment *assessment;

  bv_database_query_integer (bv_office_get_database (office),
                             "SELECT id FROM movement WHERE start_on = '2024-06-01'",
                             &movement,
                             &error);
  g_assert_no_error (error);
  assessment = bv_assessment_load (office, movement, &error);
  g_assert_no_error (error);
  return assessment;
}

static const BvAssessed *
get_ranked (BvAssessment *assessment, BvRankList list, guint place)
{
  guint n;
  const guint *ranked = bv_assessment_get_ranked (assessment, list, &n);

  g_assert_cmpuint (place, <, n);
  return bv_assessment_get_subject (assessment, ranked[place]);
}

/* With the weights of the movement every total is the official one, to the last fraction. */
static void
check_totals (BvAssessment *assessment, BvRankList list, const BvOpinionMatrix *matrix)
{
  g_autofree gint64 *factors = g_new (gint64, matrix->n_criteria);
  g_autofree BvFraction *values = g_new (BvFraction, matrix->n_subjects);

  for (guint k = 0; k < matrix->n_criteria; k++)
    factors[k] = BV_OPINION_WEIGHTS_WHOLE;
  g_assert_true (bv_opinion_weights_values (matrix, factors, values));
  for (guint i = 0; i < matrix->n_subjects; i++) {
    const BvAssessed *subject = get_ranked (assessment, list, i);

    g_assert_cmpint (matrix->ids[i], ==, subject->subject_id);
    g_assert_cmpuint (matrix->ranks[i], ==, subject->rank);
    g_assert_cmpint (bv_fraction_compare (values[i], subject->total.total), ==, 0);
  }
}

/* So is the mean of the members' marks. */
static void
check_marks (BvAssessment *assessment, BvRankList list, const BvOpinionMatrix *matrix)
{
  g_autofree BvFraction *values = g_new (BvFraction, matrix->n_subjects);

  g_assert_cmpuint (bv_opinion_matrix_find_unmarked (matrix), ==, matrix->n_subjects);
  bv_opinion_central_mean (matrix, values);
  for (guint i = 0; i < matrix->n_subjects; i++) {
    BvFraction total = get_ranked (assessment, list, i)->total.total;

    g_assert_cmpint (
        bv_fraction_compare (
            values[i],
            bv_fraction_reduce ((BvInt128) total.numerator * matrix->unit, total.denominator)),
        ==,
        0);
  }
}

/* Who is inside by the quota is inside for the opinions, and who may not be rewarded has no part.
 */
static void
check_boundaries (BvAssessment *assessment, BvRankList list, const BvSecondOpinions *opinions)
{
  static const BvOpinionSide sides[] = {
    [BV_QUOTA_NOT_TAKEN] = BV_OPINION_OUTSIDE,    [BV_QUOTA_TAKEN] = BV_OPINION_INSIDE,
    [BV_QUOTA_BOUNDARY] = BV_OPINION_OPEN,        [BV_QUOTA_ALTERNATE] = BV_OPINION_OUTSIDE,
    [BV_QUOTA_NOT_ELIGIBLE] = BV_OPINION_NO_PART, [BV_QUOTA_HIGHER_FORM] = BV_OPINION_NO_PART,
    [BV_QUOTA_OTHER_QUOTA] = BV_OPINION_NO_PART,
  };

  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (opinions); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (
        assessment, bv_opinion_source_find_quota (assessment, list, i));
    const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (opinions, i);

    g_assert_cmpstr (boundary->name, ==, line->award_form);
    for (guint j = 0; j < bv_second_opinions_get_matrix (opinions)->n_subjects; j++)
      g_assert_cmpint (boundary->official[j], ==, sides[line->outcomes[j]]);
  }
}

static void
check_lists (BvAssessment *assessment, gboolean sheets)
{
  guint n_boundaries = 0;

  for (BvRankList list = 0; list < BV_RANK_INDIVIDUALS; list++) {
    g_autoptr (BvSecondOpinions) opinions = bv_opinion_source_prepare (assessment, list);
    const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);

    bv_second_opinions_compute (opinions);
    g_assert_cmpuint (matrix->n_subjects, >, 3);
    check_totals (assessment, list, matrix);
    check_boundaries (assessment, list, opinions);
    n_boundaries += bv_second_opinions_get_n_boundaries (opinions);
    if (sheets)
      check_marks (assessment, list, matrix);
    else
      g_assert_cmpuint (matrix->n_members, ==, 0);
  }
  g_assert_cmpuint (n_boundaries, ==, 3);
}

static void
use_sheets (BvOffice *office, gboolean use)
{
  g_autoptr (GError) error = NULL;

  bv_database_exec (bv_office_get_database (office),
                    use ? "UPDATE movement SET member_sheets = 1"
                        : "UPDATE movement SET member_sheets = 0",
                    &error);
  g_assert_no_error (error);
}

static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (BvOffice) office = NULL;
  g_autoptr (BvAssessment) stages = NULL;
  g_autoptr (BvAssessment) sheets = NULL;

  test_folder_make ();
  path = test_folder_path ("sở.bangvang");
  sample_office_write (path);
  office = bv_office_open (path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  use_sheets (office, FALSE);
  stages = load (office);
  check_lists (stages, FALSE);
  use_sheets (office, TRUE);
  sheets = load (office);
  check_lists (sheets, TRUE);
  g_assert_true (bv_office_close (office, NULL));
  test_folder_remove ();
}

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinion-source/sample", test_sample);
  return g_test_run ();
}
