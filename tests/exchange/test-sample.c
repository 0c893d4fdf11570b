/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample office: it can be built, holds what a demonstration needs, and names no real person.
 */
#include "config.h"

#include "bv-assessment.h"
#include "bv-check.h"
#include "bv-council-session.h"
#include "bv-error.h"
#include "bv-fairness-report.h"
#include "bv-fold.h"
#include "bv-office.h"
#include "bv-sample.h"
#include "test-folder.h"

#include <string.h>

/* The movement that is in hand when the office is opened: the newest. */
#define MOVEMENT "(SELECT id FROM movement ORDER BY start_on DESC LIMIT 1)"
#define IN_HAND " WHERE movement_id = " MOVEMENT

static BvOffice *
open_sample (void)
{
  static char *path;
  g_autoptr (GError) error = NULL;
  BvOffice *office;

  if (!path) {
    path = test_folder_path ("mau.bangvang");
    bv_sample_create (path, "Người thử", &error);
    g_assert_no_error (error);
  }
  office = bv_office_open (path, NULL, BV_OFFICE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  return office;
}

static gint64
query (BvOffice *office, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_counts (void)
{
  g_autoptr (BvOffice) office = open_sample ();

  g_assert_cmpint (query (office, "SELECT count (*) FROM office"), ==, 1);
  g_assert_cmpint (query (office, "SELECT count (*) FROM department"), ==, 7);
  g_assert_cmpint (query (office, "SELECT count (*) FROM person"), >=, 32);
  g_assert_cmpint (query (office, "SELECT count (*) FROM movement"), ==, 4);
  g_assert_cmpint (query (office, "SELECT count (*) FROM criterion" IN_HAND), ==, 6);
  g_assert_cmpint (query (office, "SELECT sum (max_points) FROM criterion" IN_HAND), ==, 10000);
  g_assert_cmpint (query (office, "SELECT count (*) FROM pledge" IN_HAND), >=, 150);
  g_assert_cmpint (query (office, "SELECT count (*) FROM achievement" IN_HAND), >=, 250);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT status) FROM achievement"), ==, 4);
  g_assert_cmpint (query (office, "SELECT count (*) FROM award_form"), ==, 22);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT stage) FROM score"), ==, 4);
  g_assert_cmpint (query (office, "SELECT count (*) FROM quota" IN_HAND), ==, 3);
  g_assert_cmpint (query (office, "SELECT count (*) FROM attachment"), ==, 13);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT sha256) FROM attachment"), ==, 11);
  g_assert_cmpint (query (office, "SELECT count (*) FROM proposal" IN_HAND), >, 10);
}

static void
test_whole (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bv_check_run (office, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (wrong, i));
  g_assert_cmpuint (wrong->len, ==, 0);
}

static void
test_people (void)
{
  g_autoptr (BvOffice) office = open_sample ();

  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM person a JOIN person b"
                          " ON a.full_name = b.full_name AND a.id < b.id"
                          " AND a.department_id <> b.department_id"),
                   ==,
                   1);
  g_assert_cmpint (
      query (office, "SELECT count (*) FROM person WHERE status = 'maternity'"), ==, 1);
  g_assert_cmpint (
      query (office, "SELECT count (*) FROM person WHERE status = 'discipline'"), ==, 1);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM person, movement WHERE movement.id = " MOVEMENT
                          " AND joined_on > start_on AND joined_on < end_on"),
                   ==,
                   1);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM posting a JOIN posting b USING (person_id)"
                          " JOIN movement m ON b.from_on BETWEEN start_on AND end_on"
                          " AND m.id = " MOVEMENT
                          " WHERE a.department_id <> b.department_id AND a.from_on < b.from_on"),
                   ==,
                   1);
  /* one person did not register, and one department was dissolved before the movement ended */
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM subject s WHERE NOT EXISTS (SELECT 1 FROM pledge p"
                          " WHERE p.subject_id = s.id AND p.movement_id = " MOVEMENT ")"),
                   ==,
                   2);
}

/* The notice's printed labels, blanks and dates are kept as they are. */
static void
test_movement (void)
{
  g_autoptr (BvOffice) office = open_sample ();

  g_assert_cmpint (query (office, "SELECT count (*) FROM criterion WHERE label = '5.'"), ==, 2);
  g_assert_cmpint (
      query (office, "SELECT " MOVEMENT " = (SELECT id FROM movement WHERE status = 'appraisal')"),
      ==,
      1);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM movement WHERE document_number IS NULL"
                          " AND issued_on IS NULL AND start_on = '2024-06-01'"
                          " AND end_on = '2024-08-30'"),
                   ==,
                   1);
}

/* Every value that differs from the stage before has a reason. */
static void
test_reasons (void)
{
  g_autoptr (BvOffice) office = open_sample ();

  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM score a JOIN score b"
                          " USING (subject_id, criterion_id) WHERE b.reason IS NULL"
                          " AND a.points <> b.points AND a.stage || b.stage"
                          " IN ('selfhead', 'headoffice', 'officecouncil')"),
                   ==,
                   0);
}

static const BvQuotaLine *
find_line (BvAssessment *assessment, BvRankList list)
{
  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++)
    if (bv_assessment_get_quota (assessment, i)->list == list)
      return bv_assessment_get_quota (assessment, i);
  g_assert_not_reached ();
}

static void
test_tie_across_quota (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;
  gint64 movement = query (office, "SELECT " MOVEMENT);
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement, &error);
  const BvQuotaLine *staff;
  const BvAssessed *first = NULL, *second = NULL;

  g_assert_no_error (error);
  staff = find_line (assessment, BV_RANK_STAFF);
  for (guint i = 0; i < staff->n_outcomes; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, staff->subjects[i]);

    g_test_message (
        "%u %s %d: %s", subject->rank, subject->name, staff->outcomes[i], subject->reason);
    if (staff->outcomes[i] != BV_QUOTA_BOUNDARY)
      continue;
    g_assert_null (second);
    second = first ? subject : NULL;
    first = first ? first : subject;
  }
  g_assert_cmpint (staff->use.cap, ==, 5);
  g_assert_cmpint (staff->use.used, ==, 4);
  g_assert_nonnull (second);
  g_assert_cmpuint (first->rank, ==, 5);
  g_assert_cmpuint (second->rank, ==, 5);
  g_assert_cmpint (find_line (assessment, BV_RANK_COLLECTIVES)->use.used, ==, 2);
  g_assert_cmpint (find_line (assessment, BV_RANK_LEADERS)->use.used, ==, 2);
}

static BvCouncilSession *
open_session (BvOffice *office, const char *held_on)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM session WHERE held_on = '%s'", held_on);
  g_autoptr (GError) error = NULL;
  BvCouncilSession *session = bv_council_session_load (office, query (office, sql), &error);

  g_assert_no_error (error);
  return session;
}

/* Two movements went before: each has its sealed session, its decision and its awards. */
static void
test_past (void)
{
  static const char *const days[] = { "2022-08-23", "2023-08-21", "2024-09-06" };
  static const guint n_members[] = { 7, 7, 9 };
  g_autoptr (BvOffice) office = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (BvCouncilSession) session = open_session (office, days[i]);
    g_autoptr (GPtrArray) differences = bv_council_session_compare (session);

    g_assert_true (bv_council_session_is_sealed (session));
    g_assert_cmpuint (differences->len, ==, 0);
    g_assert_cmpuint (bv_council_session_get_n_members (session), ==, n_members[i]);
  }
  g_assert_cmpint (query (office, "SELECT count (*) FROM decision"), ==, 2);
  g_assert_cmpint (
      query (office, "SELECT count (*) FROM award WHERE decision_id IS NOT NULL"), ==, 16);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM award WHERE revoked_on > decision_date"
                          " AND recovered_amount = amount"),
                   ==,
                   1);
  g_assert_cmpint (query (office, "SELECT count (*) FROM remark WHERE answer IS NULL"), ==, 0);
  g_assert_cmpint (query (office, "SELECT count (*) FROM remark"), ==, 2);
}

/* What is tied on the boundary comes first, then what the members see differently. */
static void
test_agenda (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (BvCouncilSession) session = open_session (office, "2024-09-06");
  static const char *const order[] = { "boundary", "disagreement", "ordinary" };
  guint place = 0, n[G_N_ELEMENTS (order)] = { 0 };

  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++) {
    const char *agenda = bv_council_session_get_line (session, i)->agenda;

    while (place < G_N_ELEMENTS (order) - 1 && !g_str_equal (order[place], agenda))
      place++;
    g_assert_cmpstr (agenda, ==, order[place]);
    n[place]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (n[i], >, 0);
}

/* In a council of nine, one member who leaves a line puts nine tenths out of reach. */
static void
test_out_of_reach (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (BvCouncilSession) session = open_session (office, "2024-12-20");
  const BvSessionLine *first = bv_council_session_get_line (session, 0);

  g_assert_false (bv_council_session_is_sealed (session));
  g_assert_cmpint (first->share.numerator * 10, ==, first->share.denominator * 9);
  g_assert_cmpint (first->result.base, ==, 9);
  g_assert_cmpint (first->result.need, ==, 9);
  g_assert_cmpint (first->result.able, ==, 8);
  g_assert_false (first->result.reachable);
  g_assert_cmpuint (bv_council_session_get_warnings (session)->len, >, 0);
}

/* What the conditions of an award look at: each has somebody it concerns. */
static void
test_conditions (void)
{
  static const char *const facts[] = {
    /* a case that is open on the closing date; a discipline that ended within the movement */
    "FROM restriction r, movement m WHERE m.id = " MOVEMENT
    " AND r.from_on <= m.end_on AND coalesce (r.to_on, '9999') >= m.end_on",
    "FROM restriction r, movement m WHERE m.id = " MOVEMENT
    " AND r.to_on BETWEEN m.start_on AND m.end_on",
    "FROM department WHERE dissolved_on IS NOT NULL",
    "FROM absence WHERE type <> 'maternity' AND working_days >= 40",
    "FROM absence WHERE type = 'maternity'",
    /* rewarded already; the same file in two movements */
    "FROM award_ground g JOIN achievement a ON a.id = g.achievement_id"
    " WHERE a.movement_id = " MOVEMENT,
    "FROM attachment x JOIN achievement a ON a.id = x.achievement_id"
    " JOIN attachment y USING (sha256) JOIN achievement b ON b.id = y.achievement_id"
    " WHERE a.movement_id < b.movement_id",
    /* three years in a row, and a chain with a gap */
    "FROM (SELECT subject_id FROM award WHERE award_form_id = 2 AND year BETWEEN 2021 AND 2023"
    " GROUP BY 1 HAVING count (*) = 3)",
    "FROM (SELECT subject_id FROM award WHERE award_form_id = 2 AND year BETWEEN 2021 AND 2023"
    " GROUP BY 1 HAVING count (*) = 2)",
    "FROM initiative",
    "FROM rating WHERE year = 2023",
    "FROM eligibility_override",
  };
  g_autoptr (BvOffice) office = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    g_autofree char *sql = g_strconcat ("SELECT count (*) ", facts[i], NULL);

    g_test_message ("%s", facts[i]);
    g_assert_cmpint (query (office, sql), >, 0);
  }
}

/* The members' sheets have the official values as their means, and part from each other. */
static void
test_member_sheets (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  gint64 n_complete = query (office, "SELECT count (DISTINCT subject_id) FROM member_sheet");

  /* the movement in hand goes by them */
  g_assert_cmpint (
      query (office, "SELECT member_sheets FROM movement ORDER BY start_on DESC LIMIT 1"), ==, 1);
  g_assert_cmpint (n_complete, >=, 30);
  g_assert_cmpint (query (office, "SELECT count (*) FROM member_sheet"), ==, 9 * n_complete);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM (SELECT sum (s.points) AS all_points,"
                          " count (*) AS n, (SELECT points FROM score o WHERE o.subject_id ="
                          " s.subject_id AND o.criterion_id = s.criterion_id AND o.stage IN"
                          " ('office', 'council') ORDER BY o.stage LIMIT 1) AS official"
                          " FROM member_score s GROUP BY s.subject_id, s.criterion_id)"
                          " WHERE all_points <> n * official"),
                   ==,
                   0);
  g_assert_cmpint (query (office,
                          "SELECT max (apart) FROM (SELECT max (points) - min (points) AS apart"
                          " FROM member_score GROUP BY subject_id, criterion_id)"),
                   >=,
                   300);
}

/* The comparison of the selection with its candidates adds up. */
static void
test_fairness (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;
  gint64 movement = query (office, "SELECT " MOVEMENT);
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement, &error);
  g_autoptr (BvFairnessReport) report = assessment ? bv_fairness_report_load (
                                            office, assessment, movement, &error)
                                                   : NULL;
  BvFairnessCount sum = { 0 };
  const BvFairnessCount *all, *recent, *leaders, *direct;

  g_assert_no_error (error);
  all = &bv_fairness_report_get_line (report, BV_FAIRNESS_ALL)->count;
  for (guint i = BV_FAIRNESS_DEPARTMENT; i < bv_fairness_report_get_n_lines (report); i++) {
    const BvFairnessLine *line = bv_fairness_report_get_line (report, i);

    g_assert_cmpint (line->group, ==, BV_FAIRNESS_DEPARTMENT);
    sum.n_candidates += line->count.n_candidates;
    sum.n_selected += line->count.n_selected;
  }
  leaders = &bv_fairness_report_get_line (report, BV_FAIRNESS_LEADERS)->count;
  direct = &bv_fairness_report_get_line (report, BV_FAIRNESS_DIRECT)->count;
  recent = &bv_fairness_report_get_line (report, BV_FAIRNESS_RECENT)->count;
  g_assert_cmpuint (sum.n_candidates, ==, all->n_candidates);
  g_assert_cmpuint (sum.n_selected, ==, all->n_selected);
  g_assert_cmpuint (leaders->n_candidates + direct->n_candidates, ==, all->n_candidates);
  g_assert_cmpuint (leaders->n_selected, ==, find_line (assessment, BV_RANK_LEADERS)->use.used);
  g_assert_cmpuint (direct->n_selected, ==, find_line (assessment, BV_RANK_STAFF)->use.used);
  g_assert_cmpuint (all->n_open, ==, 2);
  g_assert_cmpuint (recent->n_candidates, >, 5);
}

/* The name is kept as the sum of its folded text, so that it does not stand here either. */
static void
test_no_real_name (void)
{
  static const char signer[] = "b626b8d9e7dfa809a3b2bf4a6469120fc7e2d429262ef970a0291e700ab5ff6e";
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT full_name FROM person UNION SELECT full_name FROM council_member"
      " UNION SELECT head_name FROM office",
      &error);
  guint n = 0;

  g_assert_no_error (error);
  for (; bv_statement_step (statement, &error) == BV_STEP_ROW; n++) {
    g_autofree char *folded = bv_fold (bv_statement_get_text (statement, 0));
    g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);

    g_assert_cmpstr (sum, !=, signer);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, 31);
}

static void
test_not_replaced (void)
{
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_sample_create (bv_office_get_path (office), NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (bv_office_get_path (office), G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/sample/counts", test_counts);
  g_test_add_func ("/sample/whole", test_whole);
  g_test_add_func ("/sample/people", test_people);
  g_test_add_func ("/sample/movement", test_movement);
  g_test_add_func ("/sample/reasons", test_reasons);
  g_test_add_func ("/sample/tie-across-quota", test_tie_across_quota);
  g_test_add_func ("/sample/fairness", test_fairness);
  g_test_add_func ("/sample/past", test_past);
  g_test_add_func ("/sample/agenda", test_agenda);
  g_test_add_func ("/sample/out-of-reach", test_out_of_reach);
  g_test_add_func ("/sample/conditions", test_conditions);
  g_test_add_func ("/sample/member-sheets", test_member_sheets);
  g_test_add_func ("/sample/no-real-name", test_no_real_name);
  g_test_add_func ("/sample/not-replaced", test_not_replaced);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
