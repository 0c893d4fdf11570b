/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the council of the sample office did: sessions, votes, decisions, sheets of its members. */
#include "config.h"

#include "bv-sample-private.h"

#include "bv-assessment.h"
#include "bv-award-decision.h"
#include "bv-council-session.h"
#include "bv-history.h"
#include "bv-import-names.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* Columns of session.csv. */
enum {
  COUNCIL,
  TITLE,
  HELD_ON,
  PLACE,
  CHAIR,
  SECRETARY,
  WRITER,
  ABSENCE,
  WRITTEN_ON,
  MINUTES,
  SEALED,
  N_COLUMNS
};

static const char member_sql[]
    = "SELECT id FROM council_member WHERE council_id = ?1 AND full_name = ?2";
static const char attendance_sql[]
    = "SELECT a.id FROM attendance a JOIN council_member m ON m.id = a.member_id"
      " WHERE a.session_id = ?1 AND m.full_name = ?2";
static const char to_seal_sql[]
    = "SELECT id FROM session WHERE movement_id = ?1 AND status = 'voting' ORDER BY id";
static const char decision_sql[] = "SELECT id FROM decision WHERE movement_id = ?1";
static const char members_sql[]
    = "SELECT m.id, coalesce (m.person_id, 0), coalesce (p.department_id, 0) FROM council_member m"
      " JOIN council c ON c.id = m.council_id AND c.to_on IS NULL"
      " LEFT JOIN person p ON p.id = m.person_id ORDER BY m.position";

static gint64
find_id (BvOffice *office, const char *sql, gint64 first, const char *second, GError **error)
{
  g_autoptr (BvStatement) find = bv_database_prepare (bv_office_get_database (office), sql, error);

  if (!find)
    return 0;
  bv_statement_bind_integer (find, 1, first);
  if (second)
    bv_statement_bind_text (find, 2, second);
  return bv_statement_step (find, error) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

/* Sessions */

/* One member is away and wrote. */
static gboolean
excuse (BvOffice *office, gint64 session_id, const char *const *cells, GError **error)
{
  gint64 id = find_id (office, attendance_sql, session_id, cells[WRITER], error);
  g_autoptr (BvRecord) attendance = id ? bv_office_load (office, &bv_attendance_kind, id, error)
                                       : NULL;

  if (!attendance)
    return FALSE;
  bv_record_set_text (attendance, "presence", "written");
  bv_record_set_text (attendance, "reason", cells[ABSENCE]);
  bv_record_set_text (attendance, "received_on", cells[WRITTEN_ON]);
  return bv_office_save (office, attendance, error);
}

static gboolean
name_heads (BvOffice *office, BvRecord *session, const char *const *cells, GError **error)
{
  gint64 council = bv_record_get_integer (session, "council_id");
  gint64 chair = find_id (office, member_sql, council, cells[CHAIR], error);
  gint64 secretary = chair ? find_id (office, member_sql, council, cells[SECRETARY], error) : 0;

  bv_record_set_integer (session, "chair_id", chair);
  bv_record_set_integer (session, "secretary_id", secretary);
  return secretary != 0;
}

static BvRecord *
make_session (const BvSampleMovement *movement, const char *const *cells, GError **error)
{
  const BvField *field = bv_kind_find_field (&bv_session_kind, "council_id");
  g_autoptr (BvImportNames) names = bv_import_names_new (movement->office);
  g_autoptr (BvRecord) session = bv_record_new (&bv_session_kind);
  gint64 council = 0;

  if (!bv_import_names_find (names, field, movement->id, cells[COUNCIL], &council, error))
    return NULL;
  bv_record_set_integer (session, "movement_id", movement->id);
  bv_record_set_integer (session, "council_id", council);
  bv_record_set_text (session, "title", cells[TITLE]);
  bv_record_set_text (session, "held_on", cells[HELD_ON]);
  bv_record_set_text (session, "place", cells[PLACE]);
  bv_record_set_text (session, "status", g_str_equal (cells[SEALED], "có") ? "voting" : "planned");
  if (*cells[MINUTES])
    bv_record_set_text (session, "minutes", cells[MINUTES]);
  if (!name_heads (movement->office, session, cells, error))
    return NULL;
  return g_steal_pointer (&session);
}

static gboolean
call_session (const BvSampleMovement *movement, const char *const *cells, GError **error)
{
  g_autoptr (BvRecord) record = make_session (movement, cells, error);
  g_autoptr (BvCouncilSession) session = NULL;
  gint64 id;

  if (!record || !bv_office_save (movement->office, record, error))
    return FALSE;
  id = bv_record_get_id (record);
  session = bv_council_session_load (movement->office, id, error);
  return session && bv_council_session_prepare (session, error) >= 0
         && (!*cells[WRITER] || excuse (movement->office, id, cells, error));
}

/* The votes against that keep every line from being unanimous. */
static BvBallotCount
vote (const BvCouncilSession *session, const BvSessionLine *line, guint index)
{
  const BvBallotPresence *presence = bv_council_session_get_presence ((BvCouncilSession *) session);
  gint64 able = presence->n_present - line->n_present_recused;
  gint64 against = g_str_equal (line->agenda, "boundary") ? 5 - (gint64) index : index % 3;

  against = CLAMP (against, 0, able);
  return (
      BvBallotCount){ able - against, against, presence->n_written - line->n_written_recused, 0 };
}

static gboolean
count_votes (BvOffice *office, gint64 session_id, guint entry, GError **error)
{
  g_autoptr (BvCouncilSession) session = bv_council_session_load (office, session_id, error);
  g_autofree BvBallotCount *counts = NULL;
  gint64 n_present;
  guint n;

  if (!session)
    return FALSE;
  n = bv_council_session_get_n_lines (session);
  n_present = bv_council_session_get_presence (session)->n_present;
  counts = g_new0 (BvBallotCount, n);
  for (guint i = 0; i < n; i++)
    counts[i] = vote (session, bv_council_session_get_line (session, i), i);
  return bv_council_session_record (
      session, entry, &(BvBallotBox){ n_present, n_present, 0, 0 }, counts, error);
}

gboolean
_bv_sample_hold_sessions (const BvSampleMovement *movement, GError **error)
{
  g_autoptr (BvCouncilSession) session = NULL;
  gint64 id;

  if (!_bv_sample_read (movement, "session.csv", N_COLUMNS, NULL, call_session, error))
    return FALSE;
  id = find_id (movement->office, to_seal_sql, movement->id, NULL, error);
  if (!id)
    return TRUE;
  if (!count_votes (movement->office, id, 0, error)
      || !count_votes (movement->office, id, 1, error))
    return FALSE;
  session = bv_council_session_load (movement->office, id, error);
  return session && bv_council_session_seal (session, error);
}

/* Decisions */

/* revocation.csv: award, day, reason, document, day and amount of the recovery. */
static gboolean
annul (const BvSampleMovement *movement, const char *const *cells, GError **error)
{
  const BvField *field = bv_kind_find_field (&bv_award_ground_kind, "award_id");
  g_autoptr (BvImportNames) names = bv_import_names_new (movement->office);
  g_autoptr (BvRecord) award = NULL;
  gint64 id = 0;

  if (!bv_import_names_find (names, field, movement->id, cells[0], &id, error))
    return FALSE;
  award = bv_office_load (movement->office, &bv_award_kind, id, error);
  if (!award)
    return FALSE;
  bv_record_set_text (award, "revoked_on", cells[1]);
  bv_record_set_text (award, "revoke_reason", cells[2]);
  bv_record_set_text (award, "revoke_document", cells[3]);
  bv_record_set_text (award, "recovered_on", cells[4]);
  bv_record_set_integer (award, "recovered_amount", g_ascii_strtoll (cells[5], NULL, 10));
  return bv_office_save (movement->office, award, error);
}

gboolean
_bv_sample_decide (const BvSampleMovement *movement, GError **error)
{
  gint64 decision = find_id (movement->office, decision_sql, movement->id, NULL, error);

  if (decision && bv_award_decision_carry_out (movement->office, decision, error) < 0)
    return FALSE;
  return _bv_sample_read (movement, "revocation.csv", 6, _ ("Annul an award"), annul, error);
}

/* Sheets of the members */

typedef struct
{
  gint64 id, person_id, department_id;
} Member;

static GArray *
load_members (BvOffice *office, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), members_sql, error);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  BvStep step;

  if (!rows)
    return NULL;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    Member member = { bv_statement_get_integer (rows, 0),
                      bv_statement_get_integer (rows, 1),
                      bv_statement_get_integer (rows, 2) };
    g_array_append_val (members, member);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&members) : NULL;
}

/* Some people the members see differently from one end of the sheet to the other. */
static gboolean
is_disputed (const BvAssessed *subject)
{
  return subject->kind == &bv_person_kind && subject->rank % 4 == 2;
}

/* How far the members part over this content. */
static gint64
get_spread (const BvAssessed *subject, const BvScoringCriterion *content, gint64 points)
{
  gint64 wanted = is_disputed (subject) ? 150 : 50;

  return MIN (wanted, MIN (points, content->maximum - points));
}

static BvRecord *
new_sheet (const BvSampleMovement *movement, const BvKind *kind, gint64 member, gint64 subject)
{
  BvRecord *record = bv_record_new (kind);

  bv_record_set_integer (record, "movement_id", movement->id);
  bv_record_set_integer (record, "member_id", member);
  bv_record_set_integer (record, "subject_id", subject);
  return record;
}

static gboolean
write_sheet (const BvSampleMovement *movement,
             const Member *member,
             const BvAssessed *subject,
             GError **error)
{
  g_autoptr (BvRecord) sheet = new_sheet (
      movement, &bv_member_sheet_kind, member->id, subject->subject_id);
  gboolean own = member->person_id == subject->subject_id;

  bv_record_set_text (sheet, "state", own ? "recused" : "confirmed");
  if (own)
    bv_record_set_text (sheet, "reason", "Không tự chấm điểm cho mình");
  return bv_office_save (movement->office, sheet, error);
}

/* The members come in pairs, one as far above the official value as the other is below it, so that
 * their mean is that value. Whoever works with the subject keeps to it, and so does the odd one. */
static gint64
part (guint place, guint n_free, guint turn, gint64 spread)
{
  gboolean above = (place % 2 == 0) == ((place / 2 + turn) % 3 != 0);

  if (place == n_free - 1 && n_free % 2 == 1)
    return 0;
  return above ? spread : -spread;
}

static gboolean
is_related (const BvSampleMovement *movement, const Member *member, const BvAssessed *subject)
{
  return member->department_id == subject->subject_id
         || g_strcmp0 (
                subject->department,
                bv_office_get_name (movement->office, &bv_department_kind, member->department_id))
                == 0;
}

static gboolean
write_points (const BvSampleMovement *movement,
              const Member *member,
              const BvAssessed *subject,
              gint64 criterion_id,
              gint64 points,
              GError **error)
{
  g_autoptr (BvRecord) score = new_sheet (
      movement, &bv_member_score_kind, member->id, subject->subject_id);

  bv_record_set_integer (score, "criterion_id", criterion_id);
  bv_record_set_integer (score, "points", points);
  return bv_office_save (movement->office, score, error);
}

static gboolean
score_content (const BvSampleMovement *movement,
               GArray *members,
               const BvAssessed *subject,
               const BvScoringCriterion *content,
               gint64 points,
               GError **error)
{
  gint64 spread = get_spread (subject, content, points);
  guint turn = is_disputed (subject) ? 0 : (guint) (content->maximum / 100);
  guint n_free = 0, place = 0;

  for (guint i = 0; i < members->len; i++)
    n_free += !is_related (movement, &g_array_index (members, Member, i), subject);
  for (guint i = 0; i < members->len; i++) {
    const Member *member = &g_array_index (members, Member, i);
    gint64 apart = is_related (movement, member, subject) ? 0
                                                          : part (place++, n_free, turn, spread);

    if (member->person_id != subject->subject_id
        && !write_points (movement, member, subject, content->id, points + apart, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
score_subject (const BvSampleMovement *movement,
               BvAssessment *assessment,
               GArray *members,
               const BvAssessed *subject,
               GError **error)
{
  guint n_contents;
  const BvScoringCriterion *contents = bv_assessment_get_criteria (assessment, &n_contents);

  for (guint i = 0; i < members->len; i++)
    if (!write_sheet (movement, &g_array_index (members, Member, i), subject, error))
      return FALSE;
  for (guint i = 0; i < n_contents; i++) {
    gboolean applies = subject->kind == &bv_department_kind ? contents[i].for_collectives
                                                            : contents[i].for_individuals;
    if (applies
        && !score_content (movement, members, subject, &contents[i], subject->points[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
score_all (const BvSampleMovement *movement, GError **error)
{
  g_autoptr (BvAssessment) assessment = bv_assessment_load (movement->office, movement->id, error);
  g_autoptr (GArray) members = assessment ? load_members (movement->office, error) : NULL;

  for (guint i = 0; members && i < bv_assessment_get_n_subjects (assessment); i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, i);

    if (subject->total.complete && !score_subject (movement, assessment, members, subject, error))
      return FALSE;
  }
  return members != NULL;
}

/* From now on the movement goes by the sheets. */
static gboolean
turn_on_sheets (const BvSampleMovement *movement, GError **error)
{
  g_autoptr (BvRecord) record = bv_office_load (
      movement->office, &bv_movement_kind, movement->id, error);

  if (!record)
    return FALSE;
  bv_record_set_integer (record, "member_sheets", 1);
  return bv_office_save (movement->office, record, error);
}

gboolean
_bv_sample_score_by_members (const BvSampleMovement *movement, GError **error)
{
  BvHistory *history = bv_office_get_history (movement->office);

  if (!bv_history_begin (history, _ ("Sheets of the members"), error))
    return FALSE;
  if (score_all (movement, error) && turn_on_sheets (movement, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}
