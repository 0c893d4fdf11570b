/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score sheet that follows its changes is the same as one read anew, whatever was entered. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-history.h"
#include "bv-score-sheet.h"
#include "sample-office.h"

#define MOST_STEPS 3000
#define N_STEPS 150

static BvOffice *office;
static gint64 movement_id;
static guint n_followed;
static int n_entered; /* steps that can be undone */

static void
assert_same_subject (BvAssessment *a, BvAssessment *b, guint index)
{
  const BvAssessed *x = bv_assessment_get_subject (a, index);
  const BvAssessed *y = bv_assessment_get_subject (b, index);

  g_assert_cmpint (x->subject_id, ==, y->subject_id);
  g_assert_cmpint (x->total.complete, ==, y->total.complete);
  g_assert_cmpint (bv_fraction_compare (x->total.total, y->total.total), ==, 0);
  g_assert_cmpuint (x->rank, ==, y->rank);
  g_assert_cmpuint (x->n_tied, ==, y->n_tied);
  g_assert_cmpstr (x->reason, ==, y->reason);
  g_assert_cmpint (x->eligible, ==, y->eligible);
  g_assert_cmpstr (x->blocked, ==, y->blocked);
  g_assert_cmpint (x->award_form_id, ==, y->award_form_id);
}

static void
assert_same_quota (const BvQuotaLine *x, const BvQuotaLine *y)
{
  g_assert_cmpint (x->use.used, ==, y->use.used);
  g_assert_cmpuint (x->use.n_boundary, ==, y->use.n_boundary);
  g_assert_cmpuint (x->n_outcomes, ==, y->n_outcomes);
  for (guint i = 0; i < x->n_outcomes; i++) {
    g_assert_cmpuint (x->subjects[i], ==, y->subjects[i]);
    g_assert_cmpint (x->outcomes[i], ==, y->outcomes[i]);
  }
}

static void
assert_same_cells (BvScoreSheet *x, BvScoreSheet *y, guint subject)
{
  guint n;

  bv_assessment_get_criteria (bv_score_sheet_get_assessment (x), &n);
  for (guint k = 0; k < n; k++)
    for (guint stage = 0; stage < BV_N_STAGES; stage++) {
      BvScorePlace place = { subject, k, (BvStage) stage };

      g_assert_cmpint (
          bv_score_sheet_get_points (x, place), ==, bv_score_sheet_get_points (y, place));
      g_assert_cmpstr (
          bv_score_sheet_get_reason (x, place), ==, bv_score_sheet_get_reason (y, place));
    }
}

static void
assert_same (BvScoreSheet *followed)
{
  g_autoptr (BvScoreSheet) anew = bv_score_sheet_load (office, movement_id, NULL);
  BvAssessment *a = bv_score_sheet_get_assessment (followed);
  BvAssessment *b = bv_score_sheet_get_assessment (anew);

  g_assert_cmpuint (bv_assessment_get_n_subjects (a), ==, bv_assessment_get_n_subjects (b));
  for (guint i = 0; i < bv_assessment_get_n_subjects (a); i++) {
    assert_same_subject (a, b, i);
    assert_same_cells (followed, anew, i);
  }
  g_assert_cmpuint (bv_assessment_get_n_quotas (a), ==, bv_assessment_get_n_quotas (b));
  for (guint i = 0; i < bv_assessment_get_n_quotas (a); i++)
    assert_same_quota (bv_assessment_get_quota (a, i), bv_assessment_get_quota (b, i));
}

static void
changed_cb (BvHistory *history, GPtrArray *changes, BvScoreSheet **sheet)
{
  g_autoptr (GError) error = NULL;

  n_entered++;
  if (bv_score_sheet_apply (*sheet, changes, &error)) {
    n_followed++;
    return;
  }
  g_assert_no_error (error);
  g_clear_object (sheet);
  *sheet = bv_score_sheet_load (office, movement_id, NULL);
}

/* What is locked, or wants another reason, is refused; that is as good as any other step. Undone is
 * only what was entered here: further back lies the making of the sample, which nobody follows. */
static void
enter (BvScoreSheet *sheet)
{
  BvAssessment *assessment = bv_score_sheet_get_assessment (sheet);
  BvHistory *history = bv_office_get_history (office);
  guint n_criteria;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (assessment, &n_criteria);
  BvScorePlace place = { (guint) g_test_rand_int_range (
                             0, (gint32) bv_assessment_get_n_subjects (assessment)),
                         (guint) g_test_rand_int_range (0, (gint32) n_criteria),
                         (BvStage) g_test_rand_int_range (0, BV_N_STAGES + 1) };
  gint64 points = g_test_rand_int_range (0, (gint32) criteria[place.criterion].maximum + 1);

  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    bv_score_sheet_clear (sheet, place, NULL);
    break;
  case 1:
    if (n_entered > 0 && bv_history_undo (history, NULL))
      n_entered -= 2; /* the undoing itself was counted too */
    break;
  case 2:
    bv_history_redo (history, NULL);
    break;
  default:
    bv_score_sheet_store (sheet, place, points, "Vì sao", NULL);
    break;
  }
}

static void
work (gboolean members)
{
  BvScoreSheet *sheet = NULL;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE movement SET member_sheets = %d WHERE id = %" G_GINT64_FORMAT, members, movement_id);
  gulong handler;

  bv_database_exec (bv_office_get_database (office), sql, NULL);
  sheet = bv_score_sheet_load (office, movement_id, NULL);
  handler = g_signal_connect (
      bv_office_get_history (office), "changed", G_CALLBACK (changed_cb), &sheet);
  n_followed = 0;
  n_entered = 0;
  /* many steps are refused: chance alone must not decide how much is followed */
  for (guint i = 0; i < N_STEPS || n_followed <= N_STEPS / 3; i++) {
    enter (sheet);
    assert_same (sheet);
    g_assert_cmpuint (i, <, MOST_STEPS);
  }
  g_signal_handler_disconnect (bv_office_get_history (office), handler);
  g_object_unref (sheet);
}

static void
test_stages (void)
{
  work (FALSE);
}

static void
test_members (void)
{
  work (TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  path = test_folder_path ("So.bangvang");
  sample_office_write (path);
  office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, NULL);
  bv_database_query_integer (bv_office_get_database (office),
                             "SELECT id FROM movement ORDER BY start_on DESC LIMIT 1",
                             &movement_id,
                             NULL);
  /* sealed sessions lock what they rest on */
  bv_database_exec (bv_office_get_database (office), "UPDATE session SET status = 'voting'", NULL);
  g_test_add_func ("/score-sheet/stages", test_stages);
  g_test_add_func ("/score-sheet/members", test_members);
  result = g_test_run ();
  g_assert_true (bv_office_close (office, NULL));
  g_object_unref (office);
  test_folder_remove ();
  return result;
}
