/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an assessment reads of many people: the same as SQL adds up, in the order of their names. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-assessment.h"
#include "bv-collate.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-save.h"

#include <string.h>

#define N_PEOPLE 300
#define N_CRITERIA 3
#define N_ACHIEVEMENTS 2500

typedef struct
{
  BvOffice *office;
  gint64 movement;
  gint64 criteria[N_CRITERIA];
  gint64 people[N_PEOPLE];
} Fixture;

/* ?1 is the subject, ?2 the content. */
static const char points_sql[]
    = "SELECT coalesce ((SELECT sum (points * ifnull (share, 10000)) FROM achievement"
      " WHERE subject_id = ?1 AND criterion_id = ?2 AND status = 'verified'), 0)"
      " + coalesce ((SELECT sum (a.points * c.share) FROM credit c JOIN achievement a"
      " ON a.id = c.achievement_id WHERE c.subject_id = ?1 AND a.criterion_id = ?2"
      " AND a.status = 'verified'), 0)";
static const char rows_sql[]
    = "SELECT (SELECT count (*) FROM achievement WHERE subject_id = ?1 AND criterion_id = ?2"
      " AND status = 'verified') + (SELECT count (*) FROM credit c JOIN achievement a"
      " ON a.id = c.achievement_id WHERE c.subject_id = ?1 AND a.criterion_id = ?2"
      " AND a.status = 'verified')";

static void
add_criterion (Fixture *fixture, guint i)
{
  g_autofree char *label = g_strdup_printf ("%u", i + 1);
  BvRecord *criterion = bv_record_new (&bv_criterion_kind);

  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_integer (criterion, "position", i + 1);
  bv_record_set_text (criterion, "label", label);
  bv_record_set_text (criterion, "title", label);
  bv_record_set_integer (criterion, "max_points", 3000);
  bv_record_set_integer (criterion, "for_individuals", 1);
  bv_record_set_integer (criterion, "from_evidence", 1);
  fixture->criteria[i] = test_save (fixture->office, criterion);
}

/* Names come in no order; three pairs share one. */
static void
add_person (Fixture *fixture, guint i)
{
  guint number = i % 50 == 0 ? i / 100 : (i * 7919) % 10007 + 10;
  g_autofree char *name = g_strdup_printf (
      "Lành Văn %c%c%c", 'A' + number / 676, 'a' + number / 26 % 26, 'a' + number % 26);
  g_autofree char *born = g_strdup_printf ("19%02u-01-01", 50 + i % 50);
  BvRecord *person = bv_record_new (&bv_person_kind);

  bv_record_set_text (person, "full_name", name);
  bv_record_set_text (person, "birth_date", born);
  if (i % 10 == 3)
    bv_record_set_text (person, "joined_on", "2030-01-01");
  fixture->people[i] = test_save (fixture->office, person);
}

static gint64
pick (const gint64 *ids, guint n)
{
  return ids[g_test_rand_int_range (0, (gint32) n)];
}

static void
add_achievement (Fixture *fixture)
{
  BvRecord *achievement = bv_record_new (&bv_achievement_kind);
  gint64 id;

  bv_record_set_integer (achievement, "movement_id", fixture->movement);
  bv_record_set_text (achievement, "title", "Dịch tài liệu");
  bv_record_set_integer (achievement, "subject_id", pick (fixture->people, N_PEOPLE));
  bv_record_set_integer (achievement, "criterion_id", pick (fixture->criteria, N_CRITERIA));
  bv_record_set_text (achievement, "status", g_test_rand_int_range (0, 4) ? "verified" : "draft");
  if (g_test_rand_int_range (0, 5))
    bv_record_set_integer (achievement, "points", g_test_rand_int_range (0, 700));
  if (g_test_rand_bit ())
    bv_record_set_integer (achievement, "share", g_test_rand_int_range (0, 10001));
  else
    bv_record_set_null (achievement, "share");
  id = test_save (fixture->office, achievement);
  if (g_test_rand_int_range (0, 10) == 0) {
    BvRecord *credit = bv_record_new (&bv_credit_kind);
    bv_record_set_integer (credit, "achievement_id", id);
    bv_record_set_integer (credit, "subject_id", pick (fixture->people, N_PEOPLE));
    bv_record_set_integer (credit, "share", g_test_rand_int_range (0, 10001));
    test_save (fixture->office, credit);
  }
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("%s/office.bangvang", test_folder);
  g_autoptr (GError) error = NULL;
  BvRecord *movement = bv_record_new (&bv_movement_kind);

  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_history_begin (bv_office_get_history (fixture->office), "Lập", &error);
  bv_record_set_text (movement, "title", "Phong trào");
  bv_record_set_text (movement, "end_on", "2024-08-30");
  fixture->movement = test_save (fixture->office, movement);
  for (guint i = 0; i < N_CRITERIA; i++)
    add_criterion (fixture, i);
  for (guint i = 0; i < N_PEOPLE; i++)
    add_person (fixture, i);
  for (guint i = 0; i < N_ACHIEVEMENTS; i++)
    add_achievement (fixture);
  bv_history_commit (bv_office_get_history (fixture->office), &error);
  g_assert_no_error (error);
}

static gint64
ask (Fixture *fixture, const char *sql, gint64 subject, gint64 criterion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (fixture->office), sql, &error);

  g_assert_no_error (error);
  bv_statement_bind_integer (row, 1, subject);
  bv_statement_bind_integer (row, 2, criterion);
  g_assert_cmpint (bv_statement_step (row, &error), ==, BV_STEP_ROW);
  return bv_statement_get_integer (row, 0);
}

static void
check_evidence (Fixture *fixture, const BvAssessed *subject)
{
  guint n_rows = 0;

  for (guint i = 0; i < N_CRITERIA; i++) {
    gint64 n = ask (fixture, rows_sql, subject->subject_id, fixture->criteria[i]);
    gint64 points = ask (fixture, points_sql, subject->subject_id, fixture->criteria[i]);

    n_rows += (guint) n;
    g_assert_cmpint (
        subject->cells[i].evidence, ==, n ? bv_scoring_evidence (points) : BV_POINTS_MISSING);
  }
  g_assert_cmpuint (subject->n_verified, ==, n_rows);
}

static void
check_person (Fixture *fixture, const BvAssessed *subject)
{
  g_autoptr (BvRecord) person = bv_office_load (
      fixture->office, &bv_person_kind, subject->subject_id, NULL);

  g_assert_cmpstr (subject->name,
                   ==,
                   bv_office_get_name (fixture->office, &bv_person_kind, subject->subject_id));
  g_assert_cmpstr (subject->birth_date, ==, bv_record_get_text (person, "birth_date"));
  g_assert_true (bv_record_is_null (person, "joined_on"));
}

static void
test_same_as_sql (void)
{
  Fixture fixture = { 0 };
  g_autoptr (BvAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told_apart = 0;
  guint n;

  set_up (&fixture);
  assessment = bv_assessment_load (fixture.office, fixture.movement, &error);
  g_assert_no_error (error);
  n = bv_assessment_get_n_subjects (assessment);
  g_assert_cmpuint (n, ==, N_PEOPLE - N_PEOPLE / 10);
  for (guint i = 0; i < n; i++) {
    const BvAssessed *subject = bv_assessment_peek_subject (assessment, i);

    check_evidence (&fixture, subject);
    check_person (&fixture, subject);
    n_told_apart += strchr (subject->name, '(') != NULL;
    if (i > 0)
      g_assert_cmpint (
          bv_collate_compare (bv_assessment_peek_subject (assessment, i - 1)->name, subject->name),
          <=,
          0);
  }
  g_assert_cmpuint (n_told_apart, >, 5);
  g_assert_cmpuint (n_told_apart, <, n);
  bv_office_close (fixture.office, NULL);
  g_object_unref (fixture.office);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/assessment/same-as-sql", test_same_as_sql);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
