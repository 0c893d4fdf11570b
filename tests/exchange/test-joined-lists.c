/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule pack that ranks leaders and staff in one list, and limits what is watched after the walk:
 * followed by ranking, quotas and workbook. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-quota-warning.h"
#include "bv-record.h"
#include "bv-rule-book.h"
#include "bv-rule-pack-edit.h"
#include "bv-workbook.h"
#include "sample-office.h"

static BvOffice *office;
static gint64 movement_id;

static void
set (BvRulePack *pack, const char *group_name, const char *field, const char *typed)
{
  const BvRuleGroup *group = bv_rule_group_find (group_name);
  g_autoptr (GError) error = NULL;

  bv_rule_pack_edit_set (pack,
                         group,
                         bv_rule_group_get_struct (group, pack),
                         bv_rule_group_find_field (group, field),
                         typed,
                         &error);
  g_assert_no_error (error);
}

static void
put_on (const char *joined, const char *percent, const char *places)
{
  g_autoptr (BvRulePack) pack = bv_rule_book_find (office, "2024", NULL);
  g_autoptr (BvRulePack) other = bv_rule_pack_copy (pack);
  g_autoptr (GError) error = NULL;

  set (other, "ranking", "join_individuals", joined);
  set (other, "quota", "leaders_percent", percent);
  set (other, "quota", "department_places", places);
  g_assert_true (bv_rule_book_rebase (office, movement_id, other, "Thử", &error));
  g_assert_no_error (error);
}

static BvAssessment *
assess (void)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_assessment_load (office, movement_id, &error);

  g_assert_no_error (error);
  return assessment;
}

static char *
dup_sheets (void)
{
  g_autofree char *path = test_folder_path ("a.xlsx");
  char *argv[] = { (char *) "unzip", (char *) "-p", path, (char *) "xl/sharedStrings.xml", NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_assert_true (bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error));
  g_unlink (path);
  return out;
}

static guint
count (BvAssessment *assessment, BvRankList list)
{
  guint n;

  bv_assessment_get_ranked (assessment, list, &n);
  return n;
}

/* Leaders and staff have a quota of the same form: in one list, who has a place by the first is not
 * told of a higher form. */
static void
check_same_form (BvAssessment *assessment)
{
  guint n_other = 0;

  for (guint i = 0; i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);

    for (guint j = 0; j < line->n_outcomes; j++) {
      g_assert_cmpint (line->outcomes[j], !=, BV_QUOTA_HIGHER_FORM);
      n_other += line->outcomes[j] == BV_QUOTA_OTHER_QUOTA;
    }
  }
  g_assert_cmpuint (n_other, ==, bv_assessment_get_quota (assessment, 1)->use.used);
}

static void
test_joined (void)
{
  g_autoptr (BvAssessment) apart = NULL;
  g_autoptr (BvAssessment) joined = NULL;
  g_autofree char *sheets = NULL;
  guint n_leaders = 0;

  put_on ("0", "", "");
  apart = assess ();
  put_on ("1", "", "");
  joined = assess ();
  g_assert_cmpuint (count (joined, BV_RANK_LEADERS) + count (joined, BV_RANK_STAFF), ==, 0);
  g_assert_cmpuint (count (joined, BV_RANK_INDIVIDUALS),
                    ==,
                    count (apart, BV_RANK_LEADERS) + count (apart, BV_RANK_STAFF));
  g_assert_cmpuint (count (joined, BV_RANK_COLLECTIVES), ==, count (apart, BV_RANK_COLLECTIVES));
  for (guint i = 0; i < bv_assessment_get_n_subjects (joined); i++) {
    const BvAssessed *subject = bv_assessment_get_subject (joined, i);

    n_leaders += subject->leader ? 1 : 0;
    g_assert_true (subject->list == BV_RANK_COLLECTIVES || subject->list == BV_RANK_INDIVIDUALS);
    g_assert_nonnull (subject->reason);
  }
  g_assert_cmpuint (n_leaders, ==, count (apart, BV_RANK_LEADERS));
  for (guint i = 0; i < bv_assessment_get_n_quotas (joined); i++)
    g_assert_cmpuint (bv_assessment_get_quota (joined, i)->n_outcomes, >, 0);
  check_same_form (joined);
  sheets = dup_sheets ();
  g_assert_nonnull (strstr (sheets, "B. Cá nhân<"));
  g_assert_null (strstr (sheets, "B. Cá nhân giữ chức vụ lãnh đạo"));
  g_assert_null (strstr (sheets, "C. Cá nhân không giữ chức vụ"));
}

/* The first quota of individuals is given so many places that a tie stands across its end, the
 * second none. */
static BvAssessment *
find_boundary (void)
{
  for (gint64 places = 1; places < 40; places++) {
    g_autofree char *sql = g_strdup_printf (
        "UPDATE quota SET percent = 10000, minimum = 0, base = CASE WHEN id = (SELECT min (id)"
        " FROM quota WHERE movement_id = %1$" G_GINT64_FORMAT " AND list <> 'collectives')"
        " THEN %2$" G_GINT64_FORMAT " ELSE 0 END WHERE movement_id = %1$" G_GINT64_FORMAT,
        movement_id,
        places);
    g_autoptr (BvAssessment) assessment = NULL;

    g_assert_true (bv_database_exec (bv_office_get_database (office), sql, NULL));
    assessment = assess ();
    if (bv_assessment_get_quota (assessment, 1)->use.n_boundary > 0)
      return g_steal_pointer (&assessment);
  }
  g_assert_not_reached ();
}

static gint64
count_proposed (gint64 subject_id, const char *outcome)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM proposal WHERE subject_id = %" G_GINT64_FORMAT
      " AND outcome = '%s' AND movement_id = %" G_GINT64_FORMAT,
      subject_id,
      outcome,
      movement_id);
  gint64 n = -1;

  bv_database_query_integer (bv_office_get_database (office), sql, &n, NULL);
  return n;
}

/* A tie that the first quota of a form leaves to the council is still the council's when a second
 * quota of that form, walked after it, has it next in line. */
static void
test_boundary (void)
{
  g_autoptr (BvAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  const BvQuotaLine *first, *second;
  guint n_next = 0;

  put_on ("1", "", "");
  assessment = find_boundary ();
  first = bv_assessment_get_quota (assessment, 1);
  second = bv_assessment_get_quota (assessment, 2);
  g_assert_cmpint (first->award_form_id, ==, second->award_form_id);
  g_assert_cmpint (bv_assessment_propose (assessment, TRUE, &error), >, 0);
  g_assert_no_error (error);
  for (guint i = 0; i < first->n_outcomes; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, first->subjects[i]);

    if (first->outcomes[i] != BV_QUOTA_BOUNDARY)
      continue;
    n_next += second->outcomes[i] == BV_QUOTA_ALTERNATE;
    g_assert_cmpint (count_proposed (subject->subject_id, "boundary"), ==, 1);
    g_assert_cmpint (count_proposed (subject->subject_id, "alternate"), ==, 0);
  }
  g_assert_cmpuint (n_next, ==, first->use.n_boundary);
}

static void
test_limits (void)
{
  g_autoptr (BvAssessment) free_one = NULL;
  g_autoptr (BvAssessment) limited = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) warnings = NULL;
  g_autofree char *leaders = NULL;
  g_autofree char *sheets = NULL;
  gboolean department = FALSE;

  put_on ("0", "", "");
  free_one = assess ();
  none = bv_quota_warning_list (free_one);
  g_assert_cmpuint (none->len, ==, 0);
  put_on ("0", "20", "1");
  limited = assess ();
  warnings = bv_quota_warning_list (limited);
  g_assert_cmpuint (warnings->len, >=, 2);
  leaders = bv_quota_warning_describe (&g_array_index (warnings, BvQuotaWarning, 0));
  g_assert_nonnull (strstr (leaders, "2 of 6 inside the quota lead, the rules allow 1"));
  for (guint i = 1; i < warnings->len; i++) {
    g_autofree char *text = bv_quota_warning_describe (
        &g_array_index (warnings, BvQuotaWarning, i));
    department |= strstr (text, "from one department at most") != NULL;
  }
  g_assert_true (department);
  sheets = dup_sheets ();
  g_assert_nonnull (strstr (sheets, "giữ chức vụ lãnh đạo, quy định nhiều nhất 1"));
  g_assert_nonnull (strstr (sheets, "quy định mỗi đơn vị nhiều nhất 1"));
}

/* A department that is founded when the movement is over has no part in it. */
static void
test_founded_later (void)
{
  g_autoptr (BvAssessment) before = assess ();
  g_autoptr (BvAssessment) after = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (department, "name", "Phòng Biên phiên dịch");
  bv_record_set_text (department, "founded_on", "2026-01-01");
  g_assert_true (bv_office_save (office, department, &error));
  g_assert_no_error (error);
  after = assess ();
  g_assert_cmpuint (
      bv_assessment_get_n_subjects (after), ==, bv_assessment_get_n_subjects (before));
  bv_record_set_text (department, "founded_on", "2009-07-15");
  g_assert_true (bv_office_save (office, department, &error));
  g_clear_object (&after);
  after = assess ();
  g_assert_cmpuint (
      bv_assessment_get_n_subjects (after), ==, bv_assessment_get_n_subjects (before) + 1);
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
  bv_database_exec (bv_office_get_database (office), "UPDATE session SET status = 'voting'", NULL);
  g_test_add_func ("/joined-lists/ranked", test_joined);
  g_test_add_func ("/joined-lists/limits", test_limits);
  g_test_add_func ("/joined-lists/boundary", test_boundary);
  g_test_add_func ("/joined-lists/founded-later", test_founded_later);
  result = g_test_run ();
  g_assert_true (bv_office_close (office, NULL));
  g_object_unref (office);
  test_folder_remove ();
  return result;
}
