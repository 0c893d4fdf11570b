/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a session of the council: members, agenda, recusals, tallies. */
#include "config.h"

#include "bv-award-terms.h"
#include "bv-council-session-private.h"
#include "bv-office-private.h"
#include "bv-posting-sql.h"
#include "bv-record.h"
#include "bv-recusal.h"

#define POSTING BV_SQL_POSTING_ON ("p.id", "?3")
static const char members_sql[]
    = "SELECT m.id, coalesce (m.person_id, 0), m.full_name, coalesce (a.presence, ''),"
      " coalesce (" BV_SQL_POST_DEPARTMENT ", 0)"
      " FROM council_member m LEFT JOIN attendance a ON a.session_id = ?1 AND a.member_id = m.id"
      " LEFT JOIN person p ON p.id = m.person_id LEFT JOIN posting o ON o.id = " POSTING
      " WHERE m.council_id = ?2 AND coalesce (m.from_on, '') <= ?3"
      " AND coalesce (m.to_on, '9999') >= ?3 ORDER BY m.position, m.id";
static const char lines_sql[]
    = "SELECT b.id, b.subject_id, b.award_form_id, coalesce (b.proposal_id, 0),"
      " coalesce (b.lowered_from_id, 0), coalesce (b.agenda, '')"
      " FROM ballot b WHERE b.session_id = ?1"
      " ORDER BY b.position, b.id";
static const char recusals_sql[]
    = "SELECT member_id, subject_id FROM recusal WHERE session_id = ?1";
static const char tallies_sql[]
    = "SELECT coalesce (ballot_id, 0), entry, issued, returned, blank, invalid, yes, no,"
      " written_yes, written_no FROM tally WHERE session_id = ?1 ORDER BY id";

static BvPresence
find_presence (const char *word)
{
  static const char *const words[] = { "", "present", "written", "absent" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      return (BvPresence) i;
  return BV_PRESENCE_UNKNOWN;
}

static BvStatement *
prepare (BvCouncilSession *self, const char *sql, GError **error)
{
  BvStatement *statement = bv_database_prepare (bv_office_get_database (self->office), sql, error);

  if (statement)
    bv_statement_bind_integer (statement, 1, bv_record_get_id (self->record));
  return statement;
}

static gboolean
read_members (BvCouncilSession *self, GError **error)
{
  g_autoptr (BvStatement) rows = prepare (self, members_sql, error);
  const char *day = bv_record_get_text (self->record, "held_on");
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 2, bv_record_get_integer (self->record, "council_id"));
  bv_statement_bind_text (rows, 3, *day ? day : "9998");
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvSessionMember member = {
      .member_id = bv_statement_get_integer (rows, 0),
      .person_id = bv_statement_get_integer (rows, 1),
      .name = _bv_council_session_keep (self, g_strdup (bv_statement_get_text (rows, 2))),
      .presence = find_presence (bv_statement_get_text (rows, 3)),
      .department_id = bv_statement_get_integer (rows, 4),
    };
    g_array_append_val (self->members, member);
    self->presence.n_members++;
    self->presence.n_present += member.presence == BV_PRESENCE_PRESENT;
    self->presence.n_written += member.presence == BV_PRESENCE_WRITTEN;
  }
  return step == BV_STEP_DONE;
}

static gboolean
read_lines (BvCouncilSession *self, GError **error)
{
  g_autoptr (BvStatement) rows = prepare (self, lines_sql, error);
  const char *day = _bv_office_find_day (self->office, self->record);
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvSessionLine line = {
      .ballot_id = bv_statement_get_integer (rows, 0),
      .subject_id = bv_statement_get_integer (rows, 1),
      .award_form_id = bv_statement_get_integer (rows, 2),
      .proposal_id = bv_statement_get_integer (rows, 3),
      .lowered_from_id = bv_statement_get_integer (rows, 4),
      .agenda = _bv_council_session_keep (self, g_strdup (bv_statement_get_text (rows, 5))),
      .recused = "",
    };
    BvAwardTerms terms;
    if (!bv_award_terms_load (&terms, self->pack, self->office, line.award_form_id, error))
      return FALSE;
    line.share = terms.vote_share;
    line.share_confirmed = terms.vote_confirmed;
    line.subject = _bv_council_session_keep (
        self, g_strdup (bv_office_get_subject_name_on (self->office, line.subject_id, day)));
    line.award_form = _bv_council_session_keep (
        self,
        g_strdup (bv_office_get_name (self->office, &bv_award_form_kind, line.award_form_id)));
    g_array_append_val (self->lines, line);
  }
  return step == BV_STEP_DONE;
}

/* A member leaves the line by who he or she is, or by his or her own word. */
static void
recuse (BvCouncilSession *self, BvSessionLine *line, const BvSessionMember *member)
{
  line->n_present_recused += member->presence == BV_PRESENCE_PRESENT;
  line->n_written_recused += member->presence == BV_PRESENCE_WRITTEN;
  line->recused = *line->recused ? _bv_council_session_keep (
                      self, g_strconcat (line->recused, ", ", member->name, NULL))
                                 : member->name;
}

static gboolean
is_derived (BvCouncilSession *self, const BvSessionLine *line, const BvSessionMember *member)
{
  return bv_recusal_derive (member->person_id,
                            member->department_id,
                            line->subject_id,
                            self->pack->vote.own_department_recused)
         != BV_RECUSAL_NONE;
}

static gboolean
read_recusals (BvCouncilSession *self, GError **error)
{
  g_autoptr (BvStatement) rows = prepare (self, recusals_sql, error);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    g_hash_table_add (said,
                      g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                       bv_statement_get_integer (rows, 0),
                                       bv_statement_get_integer (rows, 1)));
  for (guint i = 0; i < self->lines->len; i++)
    for (guint j = 0; j < self->members->len; j++) {
      BvSessionLine *line = &g_array_index (self->lines, BvSessionLine, i);
      const BvSessionMember *member = &g_array_index (self->members, BvSessionMember, j);
      g_autofree char *key = g_strdup_printf (
          "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, member->member_id, line->subject_id);
      if (is_derived (self, line, member) || g_hash_table_contains (said, key))
        recuse (self, line, member);
    }
  return step == BV_STEP_DONE;
}

static BvSessionLine *
find_line (BvCouncilSession *self, gint64 ballot_id)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, BvSessionLine, i).ballot_id == ballot_id)
      return &g_array_index (self->lines, BvSessionLine, i);
  return NULL;
}

static void
take_tally (BvCouncilSession *self, BvStatement *row)
{
  guint entry = (guint) bv_statement_get_integer (row, 1) - 1;
  BvSessionLine *line = find_line (self, bv_statement_get_integer (row, 0));

  if (entry >= BV_N_ENTRIES)
    return;
  if (line) {
    line->counted[entry] = TRUE;
    line->counts[entry] = (BvBallotCount){ .yes = bv_statement_get_integer (row, 6),
                                           .no = bv_statement_get_integer (row, 7),
                                           .written_yes = bv_statement_get_integer (row, 8),
                                           .written_no = bv_statement_get_integer (row, 9) };
    return;
  }
  self->boxed[entry] = TRUE;
  self->boxes[entry] = (BvBallotBox){ .issued = bv_statement_get_integer (row, 2),
                                      .returned = bv_statement_get_integer (row, 3),
                                      .blank = bv_statement_get_integer (row, 4),
                                      .invalid = bv_statement_get_integer (row, 5) };
}

static gboolean
read_tallies (BvCouncilSession *self, GError **error)
{
  g_autoptr (BvStatement) rows = prepare (self, tallies_sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    take_tally (self, rows);
  return step == BV_STEP_DONE;
}

gboolean
_bv_council_session_read (BvCouncilSession *self, GError **error)
{
  return read_members (self, error) && read_lines (self, error) && read_recusals (self, error)
         && read_tallies (self, error);
}
