/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the facts that conditions are tested on: one streaming SELECT for each table. */
#include "config.h"

#include "bv-eligibility-book-private.h"

#include "bv-date.h"
#include "bv-record.h"
#include "bv-rule-book.h"

#include <glib/gi18n-lib.h>

/* ?1 is the movement. */
static const char session_sql[] = "SELECT max (held_on) FROM session WHERE movement_id = ?1";
static const char forms_sql[] = "SELECT id, name, code, type, subject_type, level, decider, cycle,"
                                " valid_from, valid_to FROM award_form";
/* The plus keeps SQLite to the index by subject, which holds all that is asked for. */
static const char pledges_sql[] = "SELECT each (subject_id) FROM pledge WHERE +movement_id = ?1";
static const char restrictions_sql[] = "SELECT subject_id, type, from_on, to_on, document_number"
                                       " FROM restriction ORDER BY subject_id, from_on, id";
static const char absences_sql[] = "SELECT person_id, type, from_on, to_on, working_days"
                                   " FROM absence ORDER BY person_id, from_on, id";
static const char awards_sql[] = "SELECT a.subject_id, a.award_form_id, a.type,"
                                 " coalesce (a.year, CAST (substr (a.decision_date, 1, 4) AS "
                                 "INTEGER)), a.decision_number, a.decision_date,"
                                 " a.movement_id, a.revoked_on IS NOT NULL, a.proposal_id"
                                 " FROM award a ORDER BY a.subject_id, a.decision_date, a.id";
static const char ratings_sql[] = "SELECT subject_id, year, level FROM rating"
                                  " ORDER BY subject_id, year";
static const char initiatives_sql[] = "SELECT subject_id, title, recognised_on FROM initiative"
                                      " ORDER BY subject_id, recognised_on, id";
#define MOVEMENT_NAME                                                                              \
  "(SELECT coalesce (nullif (m.short_title, ''), m.title) FROM movement m WHERE m.id = "           \
  "w.movement_id)"
/* From the few grounds of awards to the achievements of this movement: the same row, another row
 * that the same file proves, or one of another movement that a proposal names. What this
 * movement's own proposals brought is no second use. */
static const char uses_sql[]
    = "SELECT a.subject_id, a.title, NULL, w.subject_id, w.award_form_id, w.type, " MOVEMENT_NAME
      ","
      " w.decision_number, w.decision_date"
      " FROM award_ground g CROSS JOIN award w ON w.id = g.award_id"
      " CROSS JOIN achievement a ON a.id = g.achievement_id"
      " WHERE a.movement_id = ?1 AND a.status = 'verified' AND w.revoked_on IS NULL"
      " AND (w.movement_id IS NOT ?1 OR w.proposal_id IS NULL)"
      " UNION SELECT a.subject_id, a.title, t.name, w.subject_id, w.award_form_id, "
      "w.type, " MOVEMENT_NAME ", w.decision_number, w.decision_date"
      " FROM award_ground g CROSS JOIN award w ON w.id = g.award_id"
      " CROSS JOIN attachment o ON o.achievement_id = g.achievement_id"
      " CROSS JOIN attachment t ON t.sha256 = o.sha256 AND t.achievement_id <> o.achievement_id"
      " CROSS JOIN achievement a ON a.id = t.achievement_id"
      " WHERE a.movement_id = ?1 AND a.status = 'verified' AND w.revoked_on IS NULL"
      " AND (w.movement_id IS NOT ?1 OR w.proposal_id IS NULL)"
      " UNION SELECT p.subject_id, a.title, NULL, w.subject_id, w.award_form_id, "
      "w.type, " MOVEMENT_NAME ", w.decision_number, w.decision_date"
      " FROM proposal p CROSS JOIN proposal_ground n ON n.proposal_id = p.id"
      " CROSS JOIN achievement a ON a.id = n.achievement_id"
      " CROSS JOIN award_ground g ON g.achievement_id = a.id"
      " CROSS JOIN award w ON w.id = g.award_id"
      " WHERE p.movement_id = ?1 AND a.movement_id <> ?1 AND w.revoked_on IS NULL"
      " ORDER BY 1, 2, 3";
static const char evidence_sql[]
    = "SELECT subject_id, title, achieved_on FROM achievement WHERE movement_id = ?1"
      " AND status = 'verified' AND subject_id IN (SELECT subject_id FROM restriction"
      " WHERE type = 'disciplined' AND to_on IS NOT NULL) ORDER BY subject_id, achieved_on, id";
static const char overrides_sql[]
    = "SELECT id, subject_id, award_form_id, check_name, decided_by, reason, document_number,"
      " decided_on FROM eligibility_override WHERE movement_id = ?1 ORDER BY id";
static const char proposals_sql[]
    = "SELECT id, subject_id, award_form_id, coalesce (outcome, '') IN ('proposed', 'boundary')"
      " AND coalesce (state, 'drafted') NOT IN ('refused', 'withdrawn')"
      " AND coalesce (vote_outcome, '') <> 'failed', grounds"
      " FROM proposal WHERE movement_id = ?1 ORDER BY position, id";

/* Reading rows */

gboolean
_bv_eligibility_book_is (BvStatement *row, int column, const char *text)
{
  return g_strcmp0 (bv_statement_get_text (row, column), text) == 0;
}

const char *
_bv_eligibility_book_keep (BvEligibilityBook *self, BvStatement *row, int column)
{
  const char *text = bv_statement_get_text (row, column);

  return text ? g_string_chunk_insert_const (self->strings, text) : "";
}

gboolean
_bv_eligibility_book_read_rows (BvEligibilityBook *self,
                                const char *sql,
                                BvFactRow func,
                                GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  if (strstr (sql, "?1"))
    bv_statement_bind_integer (rows, 1, self->occasion.movement_id);
  if (strstr (sql, "?2"))
    bv_statement_bind_text (rows, 2, self->occasion.closing_on);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    func (self, rows);
  return step == BV_STEP_DONE;
}

/* The label of a stored choice, in the language of the user. */
static const char *
get_choice_label (const BvKind *kind, const char *field, const char *value)
{
  const BvChoice *choice = bv_field_get_choice (bv_kind_find_field (kind, field), value);

  return choice ? _ (choice->label) : "";
}

/* A row of a table; the first column names its subject. */
static void
add_fact (BvFactTable *table, BvStatement *row, gconstpointer fact)
{
  gint64 subject = bv_statement_get_integer (row, 0);

  g_array_append_vals (table->rows, fact, 1);
  g_array_append_val (table->subjects, subject);
}

/* The movement: days and rules */

static void
set_considered (BvEligibilityBook *self, BvStatement *row)
{
  const char *day = bv_statement_get_text (row, 0);

  if (day && strcmp (day, self->occasion.closing_on) > 0)
    self->occasion.considered_on = _bv_eligibility_book_keep (self, row, 0);
}

static gboolean
read_movement (BvEligibilityBook *self, GError **error)
{
  BvRecord *movement = bv_office_load (
      self->office, &bv_movement_kind, self->occasion.movement_id, error);
  BvEligibilityCase *occasion = &self->occasion;
  g_autofree char *today = bv_date_today ();
  const char *closing;

  self->movement = movement;
  self->pack = movement ? bv_rule_book_read (self->office, movement, error) : NULL;
  if (!self->pack)
    return FALSE;
  closing = bv_record_is_null (movement, "end_on") ? today
                                                   : bv_record_get_text (movement, "end_on");
  occasion->award_type = g_string_chunk_insert_const (self->strings,
                                                      bv_record_get_text (movement, "award_type"));
  occasion->start_on = g_string_chunk_insert_const (self->strings,
                                                    bv_record_get_text (movement, "start_on"));
  occasion->closing_on = g_string_chunk_insert_const (self->strings, closing);
  occasion->considered_on = occasion->closing_on;
  occasion->year = g_ascii_strtoll (closing, NULL, 10);
  return _bv_eligibility_book_read_rows (self, session_sql, set_considered, error);
}

static void
add_form (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityForm *form = g_new0 (BvEligibilityForm, 1);
  g_autofree char *refusal = NULL;

  form->id = bv_statement_get_integer (row, 0);
  form->name = _bv_eligibility_book_keep (self, row, 1);
  form->code = _bv_eligibility_book_keep (self, row, 2);
  form->title = _bv_eligibility_book_is (row, 3, "title");
  form->collective = _bv_eligibility_book_is (row, 4, "collective");
  form->office_level = _bv_eligibility_book_is (row, 5, "office");
  form->by_head = _bv_eligibility_book_is (row, 6, "director");
  form->yearly = _bv_eligibility_book_is (row, 7, "year");
  form->valid_from = _bv_eligibility_book_keep (self, row, 8);
  form->valid_to = _bv_eligibility_book_keep (self, row, 9);
  refusal = bv_rule_pack_dup_refusal (self->pack, form->name, form->by_head);
  if (refusal)
    form->refusal = g_string_chunk_insert_const (self->strings, refusal);
  g_hash_table_insert (self->forms, &form->id, form);
}

static void
count_pledge (const gint64 *row, gpointer data)
{
  BvFactSubject *subject = _bv_eligibility_book_find (data, row[0]);

  if (subject)
    subject->facts.n_pledges++;
}

static gboolean
read_pledges (BvEligibilityBook *self, GError **error)
{
  return bv_database_each (bv_office_get_database (self->office),
                           pledges_sql,
                           self->occasion.movement_id,
                           count_pledge,
                           self,
                           error);
}

/* Tables */

static void
add_restriction (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityRestriction restriction = {
    .discipline = _bv_eligibility_book_is (row, 1, "disciplined"),
    .label = get_choice_label (&bv_restriction_kind, "type", bv_statement_get_text (row, 1)),
    .from_on = _bv_eligibility_book_keep (self, row, 2),
    .to_on = _bv_eligibility_book_keep (self, row, 3),
    .document = _bv_eligibility_book_keep (self, row, 4),
  };

  add_fact (&self->restrictions, row, &restriction);
}

static void
add_absence (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityAbsence absence = {
    .exempt = _bv_eligibility_book_is (row, 1, "maternity"),
    .label = get_choice_label (&bv_absence_kind, "type", bv_statement_get_text (row, 1)),
    .from_on = _bv_eligibility_book_keep (self, row, 2),
    .to_on = _bv_eligibility_book_keep (self, row, 3),
    .working_days = bv_statement_is_null (row, 4) ? -1 : bv_statement_get_integer (row, 4),
  };

  add_fact (&self->absences, row, &absence);
}

static void
add_award (BvEligibilityBook *self, BvStatement *row)
{
  gint64 form_id = bv_statement_get_integer (row, 1);
  gint64 proposal = bv_statement_get_integer (row, 8);
  const BvEligibilityForm *form = g_hash_table_lookup (self->forms, &form_id);
  BvEligibilityAward award = {
    .form_id = form_id,
    .form = form ? form->name : "",
    .code = form ? form->code : "",
    .title = form && form->title,
    .type = _bv_eligibility_book_keep (self, row, 2),
    .year = bv_statement_get_integer (row, 3),
    .decision_number = _bv_eligibility_book_keep (self, row, 4),
    .decision_date = _bv_eligibility_book_keep (self, row, 5),
    .movement_id = bv_statement_get_integer (row, 6),
    .revoked = bv_statement_get_integer (row, 7) != 0,
    .fulfils = proposal != 0,
  };

  add_fact (&self->awards, row, &award);
  g_array_append_val (self->award_proposals, proposal);
}

static void
add_rating (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityRating rating = {
    .year = bv_statement_get_integer (row, 1),
    .level = _bv_eligibility_book_keep (self, row, 2),
    .label = get_choice_label (&bv_rating_kind, "level", bv_statement_get_text (row, 2)),
  };

  add_fact (&self->ratings, row, &rating);
}

static void
add_initiative (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityInitiative initiative = { _bv_eligibility_book_keep (self, row, 1),
                                         _bv_eligibility_book_keep (self, row, 2) };

  add_fact (&self->initiatives, row, &initiative);
}

static void
add_use (BvEligibilityBook *self, BvStatement *row)
{
  const char *subject = bv_office_get_subject_name_on (
      self->office, bv_statement_get_integer (row, 3), self->occasion.closing_on);
  const char *form = bv_office_get_name (
      self->office, &bv_award_form_kind, bv_statement_get_integer (row, 4));
  BvEligibilityUse use = {
    .achievement = _bv_eligibility_book_keep (self, row, 1),
    .file = bv_statement_is_null (row, 2) ? NULL : _bv_eligibility_book_keep (self, row, 2),
    .subject = g_string_chunk_insert_const (self->strings, subject),
    .form = g_string_chunk_insert_const (self->strings, form),
    .type = _bv_eligibility_book_keep (self, row, 5),
    .movement = _bv_eligibility_book_keep (self, row, 6),
    .decision_number = _bv_eligibility_book_keep (self, row, 7),
    .decision_date = _bv_eligibility_book_keep (self, row, 8),
  };

  add_fact (&self->uses, row, &use);
}

static void
add_evidence (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityEvidence evidence = { _bv_eligibility_book_keep (self, row, 1),
                                     _bv_eligibility_book_keep (self, row, 2) };

  add_fact (&self->evidence, row, &evidence);
}

static void
add_override (BvEligibilityBook *self, BvStatement *row)
{
  BvEligibilityOverride override = {
    .id = bv_statement_get_integer (row, 0),
    .subject_id = bv_statement_get_integer (row, 1),
    .award_form_id = bv_statement_get_integer (row, 2),
    .check = bv_eligibility_find_check (bv_statement_get_text (row, 3)),
    .decided_by = _bv_eligibility_book_keep (self, row, 4),
    .reason = _bv_eligibility_book_keep (self, row, 5),
    .document_number = _bv_eligibility_book_keep (self, row, 6),
    .decided_on = _bv_eligibility_book_keep (self, row, 7),
  };

  g_array_append_val (self->overrides, override);
}

static void
add_proposal (BvEligibilityBook *self, BvStatement *row)
{
  BvFactProposal proposal = {
    .id = bv_statement_get_integer (row, 0),
    .subject_id = bv_statement_get_integer (row, 1),
    .award_form_id = bv_statement_get_integer (row, 2),
    .active = bv_statement_get_integer (row, 3) != 0,
    .grounds = _bv_eligibility_book_keep (self, row, 4),
  };
  gpointer last = g_hash_table_lookup (self->last_proposals, &proposal.subject_id);

  proposal.previous = GPOINTER_TO_UINT (last);
  g_array_append_val (self->proposals, proposal);
  g_hash_table_insert (self->last_proposals,
                       g_memdup2 (&proposal.subject_id, sizeof proposal.subject_id),
                       GUINT_TO_POINTER (self->proposals->len));
}

gboolean
_bv_eligibility_book_read (BvEligibilityBook *self, GError **error)
{
  return read_movement (self, error)
         && _bv_eligibility_book_read_rows (self, forms_sql, add_form, error)
         && _bv_eligibility_book_read_subjects (self, error) && read_pledges (self, error)
         && _bv_eligibility_book_read_rows (self, restrictions_sql, add_restriction, error)
         && _bv_eligibility_book_read_rows (self, absences_sql, add_absence, error)
         && _bv_eligibility_book_read_rows (self, awards_sql, add_award, error)
         && _bv_eligibility_book_read_rows (self, ratings_sql, add_rating, error)
         && _bv_eligibility_book_read_rows (self, initiatives_sql, add_initiative, error)
         && _bv_eligibility_book_read_rows (self, uses_sql, add_use, error)
         && _bv_eligibility_book_read_rows (self, evidence_sql, add_evidence, error)
         && _bv_eligibility_book_read_rows (self, overrides_sql, add_override, error)
         && _bv_eligibility_book_read_rows (self, proposals_sql, add_proposal, error);
}
