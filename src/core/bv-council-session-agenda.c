/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preparing a session of the council and writing down its tallies. */
#include "config.h"

#include "bv-council-session-private.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* From so many points between the highest and the lowest member on, a case is talked over early. */
#define DISAGREEMENT 500

/* Those on the boundary first, then those on whom the members' sheets differ most, for they take
 * the longest; alternates are voted on when places are left, rows no longer within the quota are
 * not. */
static const char missing_sql[]
    = "SELECT p.id, p.subject_id, p.award_form_id, p.outcome, coalesce ((SELECT max (points) - min"
      " (points) FROM (SELECT sum (s.points) AS points FROM member_score s JOIN member_sheet h"
      "   ON h.movement_id = s.movement_id AND h.member_id = s.member_id"
      "   AND h.subject_id = s.subject_id AND h.state = 'confirmed'"
      "   WHERE s.movement_id = ?1 AND s.subject_id = p.subject_id GROUP BY s.member_id)), 0)"
      " AS apart FROM proposal p"
      " WHERE p.movement_id = ?1 AND coalesce (p.outcome, '') IN ('proposed', 'boundary')"
      " AND coalesce (p.state, 'drafted') NOT IN ('withdrawn', 'refused', 'decided')"
      " AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.session_id = ?2 AND b.proposal_id = p.id)"
      " AND NOT EXISTS (SELECT 1 FROM ballot b JOIN session o ON o.id = b.session_id"
      "   WHERE o.status = 'sealed' AND b.proposal_id = p.id AND b.outcome = 'passed')"
      " ORDER BY p.outcome <> 'boundary', CASE WHEN apart >= ?3 THEN -apart ELSE 0 END,"
      " p.position, p.id";
static const char tallies_sql[] = "SELECT id FROM tally WHERE session_id = ?1 AND entry = ?2";
static const char last_position_sql[]
    = "SELECT coalesce (max (position), 0) FROM ballot WHERE session_id = ?1";

/* A title gives way to a title, a form to a form, of the same cycle. */
static const char lower_form_sql[]
    = "SELECT b.id FROM award_form a JOIN award_form b ON b.subject_type = a.subject_type"
      " WHERE a.id = ?1 AND b.coefficient < a.coefficient AND b.type = a.type"
      " AND b.cycle IS a.cycle ORDER BY b.coefficient DESC, b.id LIMIT 1";

static const char council_sql[]
    = "SELECT id FROM council WHERE to_on IS NULL ORDER BY decision_date DESC, id DESC LIMIT 1";

static const char member_sql[] = "SELECT id FROM council_member WHERE council_id = ?1 AND role = ?2"
                                 " AND to_on IS NULL ORDER BY position, id LIMIT 1";

/* Who leads the council and who writes for it do so at its sessions. */
static void
suggest_member (
    BvOffice *office, BvRecord *session, gint64 council, const char *role, const char *field)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (office), member_sql, NULL);

  if (!find)
    return;
  bv_statement_bind_integer (find, 1, council);
  bv_statement_bind_text (find, 2, role);
  if (bv_statement_step (find, NULL) == BV_STEP_ROW)
    bv_record_set_integer (session, field, bv_statement_get_integer (find, 0));
}

void
bv_council_session_suggest (BvOffice *office, BvRecord *session)
{
  gint64 council = 0;

  bv_record_set_text (session, "title", _ ("Session on the commendation of the movement"));
  if (!bv_database_query_integer (bv_office_get_database (office), council_sql, &council, NULL)
      || council == 0)
    return;
  bv_record_set_integer (session, "council_id", council);
  suggest_member (office, session, council, "chair", "chair_id");
  suggest_member (office, session, council, "secretary", "secretary_id");
}

static BvRecord *
new_part (BvCouncilSession *self, const BvKind *kind)
{
  BvRecord *record = bv_record_new (kind);

  bv_record_set_integer (record, "session_id", bv_council_session_get_id (self));
  return record;
}

static gboolean
finish (BvCouncilSession *self, gboolean done, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);

  if (done)
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

static gboolean
add_attendance (BvCouncilSession *self, int *n_added, GError **error)
{
  for (guint i = 0; i < self->members->len; i++) {
    const BvSessionMember *member = &g_array_index (self->members, BvSessionMember, i);
    g_autoptr (BvRecord) attendance = NULL;

    if (member->presence != BV_PRESENCE_UNKNOWN)
      continue;
    attendance = new_part (self, &bv_attendance_kind);
    bv_record_set_integer (attendance, "member_id", member->member_id);
    bv_record_set_text (attendance, "presence", "present");
    if (!bv_office_save (self->office, attendance, error))
      return FALSE;
    (*n_added)++;
  }
  return TRUE;
}

static gint64
find_last_position (BvCouncilSession *self)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (self->office), last_position_sql, NULL);

  if (!find)
    return 0;
  bv_statement_bind_integer (find, 1, bv_council_session_get_id (self));
  return bv_statement_step (find, NULL) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

static BvRecord *
make_line (BvCouncilSession *self, BvStatement *row, gint64 position)
{
  BvRecord *ballot = new_part (self, &bv_ballot_kind);
  gboolean boundary = g_str_equal (bv_statement_get_text (row, 3), "boundary");
  gboolean apart = bv_statement_get_integer (row, 4) >= DISAGREEMENT;

  bv_record_set_integer (ballot, "position", position);
  bv_record_set_integer (ballot, "proposal_id", bv_statement_get_integer (row, 0));
  bv_record_set_integer (ballot, "subject_id", bv_statement_get_integer (row, 1));
  bv_record_set_integer (ballot, "award_form_id", bv_statement_get_integer (row, 2));
  bv_record_set_text (ballot,
                      "agenda",
                      boundary ? "boundary"
                      : apart  ? "disagreement"
                               : "ordinary");
  bv_record_set_text (ballot, "outcome", "open");
  return ballot;
}

static GPtrArray *
list_missing (BvCouncilSession *self, GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), missing_sql, error);
  gint64 position = find_last_position (self);
  BvStep step;

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, bv_record_get_integer (self->record, "movement_id"));
  bv_statement_bind_integer (rows, 2, bv_council_session_get_id (self));
  bv_statement_bind_integer (rows, 3, DISAGREEMENT);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    g_ptr_array_add (missing, make_line (self, rows, ++position));
  return step == BV_STEP_DONE ? g_steal_pointer (&missing) : NULL;
}

static gboolean
add_lines (BvCouncilSession *self, int *n_added, GError **error)
{
  g_autoptr (GPtrArray) missing = list_missing (self, error);

  for (guint i = 0; missing && i < missing->len; i++) {
    if (!bv_office_save (self->office, g_ptr_array_index (missing, i), error))
      return FALSE;
    (*n_added)++;
  }
  return missing != NULL;
}

int
bv_council_session_prepare (BvCouncilSession *self, GError **error)
{
  int n_added = 0;

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self), -1);
  if (!bv_history_begin (
          bv_office_get_history (self->office), _ ("Draw up agenda and attendance"), error))
    return -1;
  if (!finish (
          self, add_attendance (self, &n_added, error) && add_lines (self, &n_added, error), error))
    return -1;
  return n_added;
}

/* Tallies */

static gboolean
remove_entry (BvCouncilSession *self, guint entry, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), tallies_sql, error);
  g_autoptr (GArray) ids = NULL;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, bv_council_session_get_id (self));
  bv_statement_bind_integer (rows, 2, entry + 1);
  ids = bv_store_collect_ids (rows, error);
  bv_statement_reset (rows);
  return ids != NULL
         && (ids->len == 0
             || bv_office_remove (
                 self->office, &bv_tally_kind, (gint64 *) ids->data, ids->len, error));
}

static gboolean
write_box (BvCouncilSession *self, guint entry, const BvBallotBox *box, GError **error)
{
  g_autoptr (BvRecord) tally = new_part (self, &bv_tally_kind);

  bv_record_set_integer (tally, "entry", entry + 1);
  bv_record_set_integer (tally, "issued", box->issued);
  bv_record_set_integer (tally, "returned", box->returned);
  bv_record_set_integer (tally, "blank", box->blank);
  bv_record_set_integer (tally, "invalid", box->invalid);
  return bv_office_save (self->office, tally, error);
}

static gboolean
write_count (BvCouncilSession *self,
             guint entry,
             const BvSessionLine *line,
             const BvBallotCount *count,
             GError **error)
{
  g_autoptr (BvRecord) tally = new_part (self, &bv_tally_kind);

  bv_record_set_integer (tally, "entry", entry + 1);
  bv_record_set_integer (tally, "ballot_id", line->ballot_id);
  bv_record_set_integer (tally, "yes", count->yes);
  bv_record_set_integer (tally, "no", count->no);
  bv_record_set_integer (tally, "written_yes", count->written_yes);
  bv_record_set_integer (tally, "written_no", count->written_no);
  return bv_office_save (self->office, tally, error);
}

static gboolean
write_entry (BvCouncilSession *self,
             guint entry,
             const BvBallotBox *box,
             const BvBallotCount *counts,
             GError **error)
{
  gboolean done = remove_entry (self, entry, error) && write_box (self, entry, box, error);

  for (guint i = 0; done && i < self->lines->len; i++)
    done = write_count (
        self, entry, &g_array_index (self->lines, BvSessionLine, i), &counts[i], error);
  return done;
}

gboolean
bv_council_session_record (BvCouncilSession *self,
                           guint entry,
                           const BvBallotBox *box,
                           const BvBallotCount *counts,
                           GError **error)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self) && entry < BV_N_ENTRIES, FALSE);
  if (!bv_ballot_check_box (box, &self->presence, error))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++) {
    const BvSessionLine *line = &g_array_index (self->lines, BvSessionLine, i);
    if (!bv_ballot_check_count (&counts[i],
                                box,
                                &self->presence,
                                line->n_present_recused,
                                line->n_written_recused,
                                line->subject,
                                error))
      return FALSE;
  }
  title = g_strdup_printf (_ ("Enter the count, time %u"), entry + 1);
  if (!bv_history_begin (bv_office_get_history (self->office), title, error))
    return FALSE;
  return finish (self, write_entry (self, entry, box, counts, error), error);
}

gint64
bv_council_session_find_lower_form (BvCouncilSession *self, guint line)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (self->office), lower_form_sql, NULL);

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self) && line < self->lines->len, 0);
  if (!find)
    return 0;
  bv_statement_bind_integer (
      find, 1, g_array_index (self->lines, BvSessionLine, line).award_form_id);
  return bv_statement_step (find, NULL) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

gboolean
bv_council_session_lower (BvCouncilSession *self, guint line, gint64 award_form_id, GError **error)
{
  const BvSessionLine *from = &g_array_index (self->lines, BvSessionLine, line);
  g_autoptr (BvRecord) ballot = NULL;

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self) && line < self->lines->len, FALSE);
  ballot = new_part (self, &bv_ballot_kind);
  bv_record_set_integer (ballot, "position", find_last_position (self) + 1);
  bv_record_set_integer (ballot, "subject_id", from->subject_id);
  bv_record_set_integer (ballot, "award_form_id", award_form_id);
  bv_record_set_integer (ballot, "lowered_from_id", from->award_form_id);
  if (from->proposal_id)
    bv_record_set_integer (ballot, "proposal_id", from->proposal_id);
  bv_record_set_text (ballot, "agenda", "lowered");
  bv_record_set_text (ballot, "outcome", "open");
  return bv_office_save (self->office, ballot, error);
}
