/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample office: it can be built, holds what a demonstration needs, and names no real person.
 */
#include "config.h"

#include "bv-assessment.h"
#include "bv-check.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-office.h"
#include "bv-sample.h"
#include "test-folder.h"

#include <string.h>

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
  g_assert_cmpint (query (office, "SELECT count (*) FROM department"), ==, 6);
  g_assert_cmpint (query (office, "SELECT count (*) FROM person"), >=, 32);
  g_assert_cmpint (query (office, "SELECT count (*) FROM criterion"), ==, 6);
  g_assert_cmpint (query (office, "SELECT sum (max_points) FROM criterion"), ==, 10000);
  g_assert_cmpint (query (office, "SELECT count (*) FROM pledge"), >=, 150);
  g_assert_cmpint (query (office, "SELECT count (*) FROM achievement"), >=, 250);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT status) FROM achievement"), ==, 4);
  g_assert_cmpint (query (office, "SELECT count (*) FROM award_form"), ==, 19);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT stage) FROM score"), ==, 4);
  g_assert_cmpint (query (office, "SELECT count (*) FROM quota"), ==, 3);
  g_assert_cmpint (query (office, "SELECT count (*) FROM attachment"), ==, 12);
  g_assert_cmpint (query (office, "SELECT count (DISTINCT sha256) FROM attachment"), ==, 11);
  g_assert_cmpint (query (office, "SELECT count (*) FROM proposal"), >, 10);
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
                          "SELECT count (*) FROM person, movement"
                          " WHERE joined_on > start_on AND joined_on < end_on"),
                   ==,
                   1);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM posting a JOIN posting b USING (person_id)"
                          " JOIN movement ON b.from_on BETWEEN start_on AND end_on"
                          " WHERE a.department_id <> b.department_id AND a.from_on < b.from_on"),
                   ==,
                   1);
  g_assert_cmpint (query (office,
                          "SELECT count (*) FROM subject s"
                          " WHERE NOT EXISTS (SELECT 1 FROM pledge p WHERE p.subject_id = s.id)"),
                   ==,
                   0);
}

/* The notice's printed labels, blanks and dates are kept as they are. */
static void
test_movement (void)
{
  g_autoptr (BvOffice) office = open_sample ();

  g_assert_cmpint (query (office, "SELECT count (*) FROM criterion WHERE label = '5.'"), ==, 2);
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
  gint64 movement = query (office, "SELECT id FROM movement");
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

/* The name is kept as the sum of its folded text, so that it does not stand here either. */
static void
test_no_real_name (void)
{
  static const char signer[] = "b626b8d9e7dfa809a3b2bf4a6469120fc7e2d429262ef970a0291e700ab5ff6e";
  g_autoptr (BvOffice) office = open_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT full_name FROM person UNION SELECT head_name FROM office",
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
  g_test_add_func ("/sample/no-real-name", test_no_real_name);
  g_test_add_func ("/sample/not-replaced", test_not_replaced);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
