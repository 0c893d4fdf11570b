/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of the council from agenda to seal, and everything that a seal must withstand. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-council-session.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-rule-book.h"
#include "bv-rule-pack-edit.h"
#include "test-save.h"

#define N_MEMBERS 9
#define CSTD_TOAN_QUOC 5 /* nine tenths of all members */
#define GIAY_KHEN 11     /* more than half */
#define GIAY_KHEN_TAP_THE 12

typedef struct
{
  BvOffice *office;
  gint64 movement, council, session;
  gint64 people[N_MEMBERS];
  gint64 members[N_MEMBERS];
} Fixture;

static void
add_member (Fixture *fixture, guint i)
{
  g_autofree char *name = g_strdup_printf ("Nông Văn %c", 'A' + i);
  BvRecord *person = bv_record_new (&bv_person_kind);
  BvRecord *member = bv_record_new (&bv_council_member_kind);

  bv_record_set_text (person, "full_name", name);
  fixture->people[i] = test_save (fixture->office, person);
  bv_record_set_integer (member, "council_id", fixture->council);
  bv_record_set_integer (member, "position", i + 1);
  bv_record_set_text (member, "full_name", name);
  bv_record_set_integer (member, "person_id", fixture->people[i]);
  bv_record_set_text (member, "role", i ? "member" : "chair");
  fixture->members[i] = test_save (fixture->office, member);
}

static void
add_proposal (Fixture *fixture, gint64 subject_id, gint64 form, const char *outcome, gint64 place)
{
  BvRecord *proposal = bv_record_new (&bv_proposal_kind);

  bv_record_set_integer (proposal, "movement_id", fixture->movement);
  bv_record_set_integer (proposal, "subject_id", subject_id);
  bv_record_set_integer (proposal, "award_form_id", form);
  bv_record_set_integer (proposal, "position", place);
  bv_record_set_text (proposal, "outcome", outcome);
  test_save (fixture->office, proposal);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (GError) error = NULL;
  BvRecord *outsider = NULL;
  BvRecord *record;

  g_unlink (path);
  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  record = bv_record_new (&bv_movement_kind);
  bv_record_set_text (record, "title", "Phong trào");
  fixture->movement = test_save (fixture->office, record);
  record = bv_record_new (&bv_council_kind);
  bv_record_set_text (record, "name", "Hội đồng");
  fixture->council = test_save (fixture->office, record);
  for (guint i = 0; i < N_MEMBERS; i++)
    add_member (fixture, i);
  outsider = bv_record_new (&bv_person_kind);
  bv_record_set_text (outsider, "full_name", "Chu Thị Mai");
  /* the member is a candidate for a title that asks nine tenths; the outsider for a form */
  add_proposal (fixture, test_save (fixture->office, outsider), GIAY_KHEN, "proposed", 1);
  add_proposal (fixture, fixture->people[2], CSTD_TOAN_QUOC, "boundary", 2);
  record = bv_record_new (&bv_session_kind);
  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "council_id", fixture->council);
  bv_record_set_text (record, "title", "Phiên xét");
  bv_record_set_text (record, "held_on", "2024-09-06");
  fixture->session = test_save (fixture->office, record);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bv_office_close (fixture->office, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->office);
}

static BvCouncilSession *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BvCouncilSession *session = bv_council_session_load (fixture->office, fixture->session, &error);

  g_assert_no_error (error);
  return session;
}

static const BvSessionLine *
find_line (BvCouncilSession *session, gint64 subject_id)
{
  for (guint i = 0; i < bv_council_session_get_n_lines (session); i++)
    if (bv_council_session_get_line (session, i)->subject_id == subject_id)
      return bv_council_session_get_line (session, i);
  g_assert_not_reached ();
}

/* Members leave their own department; a certificate for it asks nine tenths. */
static void
put_on_strict_pack (Fixture *fixture)
{
  const BvRuleGroup *vote = bv_rule_group_find ("vote"), *awards = bv_rule_group_find ("awards");
  g_autoptr (BvRulePack) pack = bv_rule_book_load (fixture->office, fixture->movement, NULL);
  g_autoptr (BvRulePack) strict = bv_rule_pack_copy (pack);
  g_autoptr (GError) error = NULL;

  bv_rule_pack_edit_set (strict,
                         vote,
                         bv_rule_group_get_struct (vote, strict),
                         bv_rule_group_find_field (vote, "own_department_recused"),
                         "1",
                         &error);
  g_assert_no_error (error);
  bv_rule_pack_edit_set (strict,
                         awards,
                         bv_rule_group_find_row (awards, strict, "GK_TT"),
                         bv_rule_group_find_field (awards, "vote_share"),
                         "9/10",
                         &error);
  g_assert_no_error (error);
  bv_rule_book_rebase (fixture->office, fixture->movement, strict, "Thử", &error);
  g_assert_no_error (error);
}

static void
prepare (Fixture *fixture)
{
  g_autoptr (BvCouncilSession) session = load (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bv_council_session_prepare (session, &error), ==, N_MEMBERS + 2);
  g_assert_no_error (error);
}

/* The line of the member first, as it stands on the boundary. */
static const BvBallotBox box = { 9, 9, 0, 0 };
static const BvBallotCount counts[] = { { 8, 0, 0, 0 }, { 7, 2, 0, 0 } };

static void
record_entry (Fixture *fixture, guint entry, const BvBallotCount *votes)
{
  g_autoptr (BvCouncilSession) session = load (fixture);
  g_autoptr (GError) error = NULL;

  bv_council_session_record (session, entry, &box, votes, &error);
  g_assert_no_error (error);
}

static void
seal (Fixture *fixture)
{
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GError) error = NULL;

  prepare (fixture);
  record_entry (fixture, 0, counts);
  record_entry (fixture, 1, counts);
  session = load (fixture);
  g_assert_true (bv_council_session_seal (session, &error));
  g_assert_no_error (error);
}

static gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
set_member (Fixture *fixture, guint i, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  BvRecord *member = bv_office_load (
      fixture->office, &bv_council_member_kind, fixture->members[i], &error);

  g_assert_no_error (error);
  bv_record_set_text (member, field, text);
  test_save (fixture->office, member);
}

/* A new session begins with those who lead the council and write for it now. */
static void
test_suggest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) first = bv_record_new (&bv_session_kind);
  g_autoptr (BvRecord) second = bv_record_new (&bv_session_kind);

  bv_council_session_suggest (fixture->office, first);
  g_assert_cmpint (bv_record_get_integer (first, "council_id"), ==, fixture->council);
  g_assert_cmpint (bv_record_get_integer (first, "chair_id"), ==, fixture->members[0]);
  g_assert_true (bv_record_is_null (first, "secretary_id"));

  set_member (fixture, 4, "role", "secretary");
  set_member (fixture, 0, "to_on", "2024-01-31");
  set_member (fixture, 1, "role", "chair");
  bv_council_session_suggest (fixture->office, second);
  g_assert_cmpint (bv_record_get_integer (second, "chair_id"), ==, fixture->members[1]);
  g_assert_cmpint (bv_record_get_integer (second, "secretary_id"), ==, fixture->members[4]);
}

static void
test_prepare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GError) error = NULL;

  prepare (fixture);
  session = load (fixture);
  g_assert_cmpuint (bv_council_session_get_n_lines (session), ==, 2);
  g_assert_cmpstr (bv_council_session_get_line (session, 0)->agenda, ==, "boundary");
  g_assert_true (bv_council_session_has_quorum (session));
  g_assert_cmpint (bv_council_session_get_quorum (session), ==, 6);
  g_assert_cmpint (bv_council_session_prepare (session, &error), ==, 0);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM attendance"), ==, 0);
}

/* Nine tenths of nine with one recusal: known before anybody votes. */
static void
test_trap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCouncilSession) session = NULL;
  const BvSessionLine *line;

  prepare (fixture);
  session = load (fixture);
  line = bv_council_session_get_line (session, 0);
  g_assert_cmpstr (line->recused, ==, "Nông Văn C");
  g_assert_cmpint (line->result.need, ==, 9);
  g_assert_cmpint (line->result.able, ==, 8);
  g_assert_cmpuint (bv_council_session_get_warnings (session)->len, ==, 1);
}

static void
test_two_entries (Fixture *fixture, gconstpointer data)
{
  static const BvBallotCount other[] = { { 8, 0, 0, 0 }, { 6, 3, 0, 0 } };
  static const BvBallotCount many[] = { { 8, 0, 0, 0 }, { 8, 3, 0, 0 } };
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GError) error = NULL;

  prepare (fixture);
  record_entry (fixture, 0, counts);
  record_entry (fixture, 1, other);
  session = load (fixture);
  g_assert_cmpuint (bv_council_session_get_obstacles (session)->len, ==, 1);
  g_assert_false (bv_council_session_get_line (session, 1)->agreed);
  g_assert_false (bv_council_session_seal (session, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Chu Thị Mai"));
  g_clear_error (&error);
  g_assert_false (bv_council_session_record (session, 1, &box, many, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM tally"), ==, 6);
}

static void
test_seal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  seal (fixture);
  session = load (fixture);
  differences = bv_council_session_compare (session);
  g_assert_true (bv_council_session_is_sealed (session));
  g_assert_cmpuint (strlen (bv_council_session_get_seal (session)), ==, 64);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpint (bv_council_session_get_line (session, 0)->result.outcome, ==, BV_BALLOT_FAILED);
  g_assert_cmpint (bv_council_session_get_line (session, 1)->result.outcome, ==, BV_BALLOT_PASSED);
  g_assert_cmpint (
      ask (fixture, "SELECT vote_yes FROM proposal WHERE vote_outcome = 'passed'"), ==, 7);
}

static void
assert_refused (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, BV_ERROR, BV_ERROR_CONFLICT);
  g_clear_error (error);
}

/* By editing, deleting, undoing, taking back an older step: nothing gets past the seal. */
static void
test_sealed_stays (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  gint64 attendance = ask (fixture, "SELECT min (id) FROM attendance");
  g_autoptr (GArray) steps = NULL;
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  seal (fixture);
  attendance = ask (fixture, "SELECT min (id) FROM attendance");
  record = bv_office_load (fixture->office, &bv_attendance_kind, attendance, &error);
  bv_record_set_text (record, "presence", "absent");
  assert_refused (bv_office_save (fixture->office, record, &error), &error);
  assert_refused (bv_office_remove (fixture->office, &bv_attendance_kind, &attendance, 1, &error),
                  &error);
  assert_refused (
      bv_office_remove (fixture->office, &bv_session_kind, &fixture->session, 1, &error), &error);
  assert_refused (bv_history_undo (history, &error), &error);
  steps = bv_history_list_steps (history, NULL, "tally", NULL, NULL, &error);
  assert_refused (bv_history_revert (history, g_array_index (steps, gint64, 0), &error), &error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM session WHERE status = 'sealed'"), ==, 1);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM attendance WHERE presence = 'present'"), ==, N_MEMBERS);
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  seal (fixture);
  session = load (fixture);
  g_assert_false (bv_council_session_reopen (session, "  ", &error));
  g_clear_error (&error);
  g_assert_true (bv_council_session_reopen (session, "Ghi nhầm thành phần", &error));
  g_assert_no_error (error);
  record = bv_office_load (
      fixture->office, &bv_attendance_kind, ask (fixture, "SELECT max (id) FROM attendance"), NULL);
  bv_record_set_text (record, "presence", "absent");
  g_assert_true (bv_office_save (fixture->office, record, &error));
  g_assert_no_error (error);
  g_clear_object (&session);
  session = load (fixture);
  differences = bv_council_session_compare (session);
  g_assert_cmpuint (differences->len, >=, 2);
  /* taking both back brings the seal back */
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM session WHERE status = 'sealed'"), ==, 1);
}

/* The title cannot pass; the same subject is voted on for a lower form, and the trace stays. */
static void
test_lower (Fixture *fixture, gconstpointer data)
{
  static const BvBallotCount three[] = { { 8, 0, 0, 0 }, { 7, 2, 0, 0 }, { 8, 0, 0, 0 } };
  g_autoptr (BvCouncilSession) session = NULL;
  g_autoptr (GError) error = NULL;

  prepare (fixture);
  session = load (fixture);
  g_assert_true (bv_council_session_lower (session, 0, GIAY_KHEN, &error));
  g_assert_no_error (error);
  record_entry (fixture, 0, three);
  record_entry (fixture, 1, three);
  g_clear_object (&session);
  session = load (fixture);
  g_assert_true (bv_council_session_seal (session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      ask (fixture, "SELECT award_form_id FROM proposal WHERE lowered_from_id = 5"), ==, GIAY_KHEN);
}

/* A member leaves the line of the own department when the rules say so; then nine tenths of nine
 * are out of reach, and that is told before the vote. Its people are other lines. */
static void
test_own_department (Fixture *fixture, gconstpointer data)
{
  BvRecord *record = bv_record_new (&bv_department_kind);
  g_autoptr (BvCouncilSession) before = NULL;
  g_autoptr (BvCouncilSession) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 department;

  bv_record_set_text (record, "name", "Thanh tra");
  department = test_save (fixture->office, record);
  record = bv_office_load (fixture->office, &bv_person_kind, fixture->people[3], NULL);
  bv_record_set_integer (record, "department_id", department);
  test_save (fixture->office, record);
  prepare (fixture);
  add_proposal (fixture, department, GIAY_KHEN_TAP_THE, "proposed", 3);
  before = load (fixture);
  g_assert_cmpint (bv_council_session_prepare (before, &error), ==, 1);
  g_clear_object (&before);
  before = load (fixture);
  g_assert_cmpstr (find_line (before, department)->recused, ==, "");
  g_assert_cmpuint (bv_council_session_get_warnings (before)->len, ==, 1);

  put_on_strict_pack (fixture);
  after = load (fixture);
  g_assert_cmpstr (find_line (after, department)->recused, ==, "Nông Văn D");
  g_assert_cmpuint (find_line (after, department)->n_present_recused, ==, 1);
  g_assert_false (find_line (after, department)->result.reachable);
  g_assert_cmpuint (bv_council_session_get_warnings (after)->len, ==, 2);
  /* somewhere else on the day of the session */
  record = bv_record_new (&bv_posting_kind);
  bv_record_set_integer (record, "person_id", fixture->people[3]);
  bv_record_set_text (record, "job_title", "Chuyên viên");
  bv_record_set_text (record, "from_on", "2024-09-01");
  test_save (fixture->office, record);
  g_clear_object (&after);
  after = load (fixture);
  g_assert_cmpstr (find_line (after, department)->recused, ==, "");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/council-session/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  ADD ("suggest", test_suggest);
  ADD ("prepare", test_prepare);
  ADD ("trap", test_trap);
  ADD ("two-entries", test_two_entries);
  ADD ("seal", test_seal);
  ADD ("sealed-stays", test_sealed_stays);
  ADD ("reopen", test_reopen);
  ADD ("lower", test_lower);
  ADD ("own-department", test_own_department);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
