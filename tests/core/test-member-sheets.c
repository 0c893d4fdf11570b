/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of the council's members: which count, who leaves one out, and the total that comes of
 * them. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-assessment.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-save.h"

#define N_MEMBERS 9

typedef struct
{
  BvOffice *office;
  gint64 movement, council, department;
  gint64 criteria[2];
  gint64 people[N_MEMBERS + 1]; /* the last one is no member */
  gint64 members[N_MEMBERS];
} Fixture;

static void
add_person (Fixture *fixture, guint i)
{
  g_autofree char *name = g_strdup_printf ("Nông Văn %c", 'A' + i);
  BvRecord *person = bv_record_new (&bv_person_kind);
  BvRecord *member;

  bv_record_set_text (person, "full_name", name);
  if (i == 1)
    bv_record_set_integer (person, "department_id", fixture->department);
  fixture->people[i] = test_save (fixture->office, person);
  if (i == N_MEMBERS)
    return;
  member = bv_record_new (&bv_council_member_kind);
  bv_record_set_integer (member, "council_id", fixture->council);
  bv_record_set_integer (member, "position", i + 1);
  bv_record_set_text (member, "full_name", name);
  bv_record_set_integer (member, "person_id", fixture->people[i]);
  bv_record_set_text (member, "role", i ? "member" : "chair");
  fixture->members[i] = test_save (fixture->office, member);
}

static void
add_criterion (Fixture *fixture, guint i)
{
  BvRecord *criterion = bv_record_new (&bv_criterion_kind);

  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_integer (criterion, "position", i + 1);
  bv_record_set_text (criterion, "label", i ? "2" : "1");
  bv_record_set_text (criterion, "title", i ? "Học tập" : "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 5000);
  bv_record_set_integer (criterion, "for_collectives", i == 0);
  bv_record_set_integer (criterion, "for_individuals", 1);
  fixture->criteria[i] = test_save (fixture->office, criterion);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (GError) error = NULL;
  BvRecord *record;

  g_unlink (path);
  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  record = bv_record_new (&bv_movement_kind);
  bv_record_set_text (record, "title", "Phong trào");
  bv_record_set_text (record, "end_on", "2024-08-30");
  bv_record_set_integer (record, "member_sheets", 1);
  fixture->movement = test_save (fixture->office, record);
  record = bv_record_new (&bv_department_kind);
  bv_record_set_text (record, "name", "Văn phòng");
  fixture->department = test_save (fixture->office, record);
  record = bv_record_new (&bv_council_kind);
  bv_record_set_text (record, "name", "Hội đồng");
  fixture->council = test_save (fixture->office, record);
  for (guint i = 0; i < 2; i++)
    add_criterion (fixture, i);
  for (guint i = 0; i <= N_MEMBERS; i++)
    add_person (fixture, i);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bv_office_close (fixture->office, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->office);
}

static void
add_score (Fixture *fixture, guint member, gint64 subject, guint criterion, gint64 points)
{
  BvRecord *score = bv_record_new (&bv_member_score_kind);

  bv_record_set_integer (score, "movement_id", fixture->movement);
  bv_record_set_integer (score, "member_id", fixture->members[member]);
  bv_record_set_integer (score, "subject_id", subject);
  bv_record_set_integer (score, "criterion_id", fixture->criteria[criterion]);
  bv_record_set_integer (score, "points", points);
  test_save (fixture->office, score);
}

static gint64
add_sheet (Fixture *fixture, guint member, gint64 subject, const char *state)
{
  BvRecord *sheet = bv_record_new (&bv_member_sheet_kind);

  bv_record_set_integer (sheet, "movement_id", fixture->movement);
  bv_record_set_integer (sheet, "member_id", fixture->members[member]);
  bv_record_set_integer (sheet, "subject_id", subject);
  bv_record_set_text (sheet, "state", state);
  bv_record_set_text (sheet, "reason", "đã nghỉ");
  return test_save (fixture->office, sheet);
}

static BvAssessment *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_assessment_load (fixture->office, fixture->movement, &error);

  g_assert_no_error (error);
  return assessment;
}

static guint
find (BvAssessment *assessment, gint64 id)
{
  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++)
    if (bv_assessment_get_subject (assessment, i)->subject_id == id)
      return i;
  g_assert_not_reached ();
}

/* Six of nine sheets make an official value, exact to the sixth of a hundredth. */
static void
test_result (Fixture *fixture, gconstpointer data)
{
  gint64 subject = fixture->people[N_MEMBERS];
  const BvAssessed *assessed;
  guint at;

  for (guint j = 0; j < 6; j++) {
    add_score (fixture, j, subject, 0, 4000 + j);
    add_score (fixture, j, subject, 1, 3001);
  }
  for (guint j = 0; j < 5; j++)
    add_sheet (fixture, j, subject, "confirmed");
  {
    g_autoptr (BvAssessment) assessment = load (fixture);

    at = find (assessment, subject);
    assessed = bv_assessment_get_subject (assessment, at);
    g_assert_false (assessed->total.complete);
    g_assert_null (assessed->exact);
  }
  add_sheet (fixture, 5, subject, "confirmed");
  {
    g_autoptr (BvAssessment) assessment = load (fixture);
    BvMemberSheets *sheets = bv_assessment_get_member_sheets (assessment);

    assessed = bv_assessment_get_subject (assessment, at);
    g_assert_true (assessed->total.complete);
    /* (6 × 7001 + 0 + 1 + 2 + 3 + 4 + 5) ÷ 6 */
    g_assert_cmpint (bv_fraction_compare (assessed->total.total, (BvFraction){ 42021, 6 }), ==, 0);
    g_assert_cmpint (assessed->points[0], ==, 4003); /* 4002,5, halves up */
    g_assert_cmpint (assessed->points[1], ==, 3001);
    g_assert_cmpuint (bv_member_sheets_get_result (sheets, at)->n_scorers, ==, 6);
    g_assert_cmpuint (bv_member_sheets_get_result (sheets, at)->n_needed, ==, 6);
    g_assert_cmpuint (bv_member_sheets_get_n_members (sheets), ==, N_MEMBERS);
  }
}

static BvSheetState
get_state (Fixture *fixture, gint64 subject, guint member)
{
  g_autoptr (BvAssessment) assessment = load (fixture);

  return bv_member_sheets_get_sheet (
             bv_assessment_get_member_sheets (assessment), find (assessment, subject), member)
      ->state;
}

/* The member himself, the own department, what the session and what the sheet says. */
static void
test_recusals (Fixture *fixture, gconstpointer data)
{
  BvRecord *session = bv_record_new (&bv_session_kind);
  BvRecord *recusal = bv_record_new (&bv_recusal_kind);
  gint64 session_id;

  g_assert_cmpint (get_state (fixture, fixture->people[0], 0), ==, BV_SHEET_RECUSED);
  g_assert_cmpint (get_state (fixture, fixture->people[1], 0), ==, BV_SHEET_DRAFT);
  g_assert_cmpint (get_state (fixture, fixture->department, 1), ==, BV_SHEET_RECUSED);
  g_assert_cmpint (get_state (fixture, fixture->department, 0), ==, BV_SHEET_DRAFT);
  add_sheet (fixture, 3, fixture->people[1], "recused");
  g_assert_cmpint (get_state (fixture, fixture->people[1], 3), ==, BV_SHEET_RECUSED);
  bv_record_set_integer (session, "movement_id", fixture->movement);
  bv_record_set_integer (session, "council_id", fixture->council);
  bv_record_set_text (session, "title", "Phiên xét");
  session_id = test_save (fixture->office, session);
  bv_record_set_integer (recusal, "session_id", session_id);
  bv_record_set_integer (recusal, "member_id", fixture->members[4]);
  bv_record_set_integer (recusal, "subject_id", fixture->people[1]);
  bv_record_set_text (recusal, "reason", "Anh trai");
  test_save (fixture->office, recusal);
  g_assert_cmpint (get_state (fixture, fixture->people[1], 4), ==, BV_SHEET_RECUSED);
  /* a confirmed sheet of somebody who may not score does not count */
  add_sheet (fixture, 0, fixture->people[0], "confirmed");
  g_assert_cmpint (get_state (fixture, fixture->people[0], 0), ==, BV_SHEET_RECUSED);
}

/* A content that does not concern departments is made up for by scaling the mean. */
static void
test_scaled (Fixture *fixture, gconstpointer data)
{
  const BvAssessed *assessed;
  g_autoptr (BvAssessment) assessment = NULL;

  for (guint j = 2; j < 9; j++) {
    add_score (fixture, j, fixture->department, 0, 4000 + (j == 2));
    add_sheet (fixture, j, fixture->department, "confirmed");
  }
  assessment = load (fixture);
  assessed = bv_assessment_get_subject (assessment, find (assessment, fixture->department));
  g_assert_true (assessed->total.scaled && assessed->total.complete);
  g_assert_cmpint (
      bv_fraction_compare (assessed->total.total, (BvFraction){ 2 * (7 * 4000 + 1), 7 }), ==, 0);
  g_assert_cmpint (assessed->points[1], ==, BV_POINTS_NOT_APPLICABLE);
  g_assert_cmpint (assessed->total.band, ==, BV_BAND_GOOD);
}

/* Without the members' sheets their points are not looked at. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAssessment) assessment = NULL;
  BvRecord *movement = bv_office_load (
      fixture->office, &bv_movement_kind, fixture->movement, &error);

  test_result (fixture, data);
  bv_record_set_integer (movement, "member_sheets", 0);
  test_save (fixture->office, movement);
  assessment = load (fixture);
  g_assert_null (bv_assessment_get_member_sheets (assessment));
  g_assert_false (
      bv_assessment_get_subject (assessment, find (assessment, fixture->people[N_MEMBERS]))
          ->total.complete);
}

#define ADD(name, func) g_test_add ("/member-sheets/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  ADD ("result", test_result);
  ADD ("recusals", test_recusals);
  ADD ("scaled", test_scaled);
  ADD ("off", test_off);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
