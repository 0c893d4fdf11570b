/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a proposal: submitted, withdrawn or refused, and who moves up in its place. */
#include "config.h"

#include "bv-proposal-flow.h"

#include "bv-assessment.h"
#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Words of the rows. */
static const char *const end_words[] = { "withdrawn", "refused" };

static const char passed_sql[]
    = "SELECT id FROM proposal WHERE movement_id = ?1 AND vote_outcome = 'passed'"
      " AND coalesce (state, 'drafted') = 'drafted' AND ?2 IN (0, award_form_id)"
      " ORDER BY position, id";
static const char batches_sql[]
    = "SELECT award_form_id, count (*) FROM proposal WHERE movement_id = ?1"
      " AND vote_outcome = 'passed' AND coalesce (state, 'drafted') = 'drafted'"
      " GROUP BY award_form_id ORDER BY min (position)";
static const char of_subject_sql[]
    = "SELECT id FROM proposal WHERE movement_id = ?1 AND subject_id = ?2 AND award_form_id = ?3"
      " AND coalesce (state, 'drafted') = 'drafted' AND vote_outcome IS NULL";
static const char grounds_sql[]
    = "SELECT a.title FROM proposal_ground g JOIN achievement a ON a.id = g.achievement_id"
      " WHERE g.proposal_id = ?1 ORDER BY g.id";

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, BV_ERROR, BV_ERROR_INVALID, sentence);
  return FALSE;
}

static void
set_state (BvRecord *proposal, const char *state, const char *reason)
{
  g_autofree char *today = bv_date_today ();

  bv_record_set_text (proposal, "state", state);
  bv_record_set_text (proposal, "state_on", today);
  bv_record_set_text (proposal, "state_reason", reason);
}

static gboolean
finish (BvOffice *office, gboolean done, GError **error)
{
  BvHistory *history = bv_office_get_history (office);

  if (done)
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

static gboolean
begin (BvOffice *office, const char *format, BvRecord *proposal, GError **error)
{
  g_autofree char *title = NULL;
  const char *name = bv_office_get_subject_name (office,
                                                 bv_record_get_integer (proposal, "subject_id"));

  title = g_strconcat (format, ": ", name, NULL);
  return bv_history_begin (bv_office_get_history (office), title, error);
}

/* Submitting */

static gboolean
check_passed (BvRecord *proposal, GError **error)
{
  const char *outcome = bv_record_get_text (proposal, "vote_outcome");

  if (g_str_equal (outcome, "passed"))
    return TRUE;
  if (g_str_equal (outcome, "failed"))
    return refuse (error,
                   _ ("The council did not pass this proposal: it cannot be submitted. Take it off "
                      "the list, or put it to the vote once more for a lower form."));
  return refuse (error,
                 _ ("The council has not voted on this proposal yet. Hold the session and seal it "
                    "under “Sessions and votes” first."));
}

gboolean
bv_proposal_flow_submit (BvOffice *office, gint64 proposal_id, GError **error)
{
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, proposal_id, error);

  if (!proposal || !check_passed (proposal, error)
      || !begin (office, _ ("Submit the proposal"), proposal, error))
    return FALSE;
  set_state (proposal, "submitted", NULL);
  return finish (office, bv_office_save (office, proposal, error), error);
}

static GArray *
list_passed (BvOffice *office, gint64 movement_id, gint64 award_form_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), passed_sql, error);

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  bv_statement_bind_integer (rows, 2, award_form_id);
  return bv_store_collect_ids (rows, error);
}

static gboolean
submit_each (BvOffice *office, GArray *ids, const char *number, GError **error)
{
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) proposal = bv_office_load (
        office, &bv_proposal_kind, g_array_index (ids, gint64, i), error);

    if (!proposal)
      return FALSE;
    set_state (proposal, "submitted", NULL);
    if (number && *number)
      bv_record_set_text (proposal, "submission_number", number);
    if (!bv_office_save (office, proposal, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
bv_proposal_flow_list_passed (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), batches_sql, error);
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (BvProposalBatch));
  BvStep step;

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvProposalBatch batch = { bv_statement_get_integer (rows, 0),
                              (guint) bv_statement_get_integer (rows, 1) };
    g_array_append_val (batches, batch);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&batches) : NULL;
}

int
bv_proposal_flow_submit_passed (
    BvOffice *office, gint64 movement_id, gint64 award_form_id, const char *number, GError **error)
{
  g_autoptr (GArray) ids = list_passed (office, movement_id, award_form_id, error);

  if (!ids)
    return -1;
  if (ids->len == 0) {
    refuse (error,
            _ ("No proposal waits to be submitted: the council passes them first, in a session "
               "that is sealed."));
    return -1;
  }
  if (!bv_history_begin (
          bv_office_get_history (office), _ ("Submit the proposals that passed"), error))
    return -1;
  return finish (office, submit_each (office, ids, number, error), error) ? (int) ids->len : -1;
}

/* Moving up and back */

static const char *
get_word (BvQuotaOutcome outcome)
{
  if (outcome == BV_QUOTA_TAKEN)
    return "proposed";
  if (outcome == BV_QUOTA_BOUNDARY)
    return "boundary";
  return outcome == BV_QUOTA_ALTERNATE ? "alternate" : NULL;
}

/* 0 when there is none that may still move. */
static gint64
find_movable (BvOffice *office, gint64 movement_id, gint64 subject_id, gint64 form_id)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (office), of_subject_sql, NULL);

  if (!find)
    return 0;
  bv_statement_bind_integer (find, 1, movement_id);
  bv_statement_bind_integer (find, 2, subject_id);
  bv_statement_bind_integer (find, 3, form_id);
  return bv_statement_step (find, NULL) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

static gboolean
move (BvOffice *office, gint64 id, const char *word, const char *name, GString *up, GError **error)
{
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, id, error);
  gboolean alternate;

  if (!proposal)
    return FALSE;
  alternate = g_str_equal (bv_record_get_text (proposal, "outcome"), "alternate");
  if (bv_record_is_null (proposal, "rank") || /* added by hand */
      g_str_equal (bv_record_get_text (proposal, "outcome"), word))
    return TRUE;
  if (alternate)
    g_string_append_printf (up, "%s%s", up->len > 0 ? ", " : "", name);
  bv_record_set_text (proposal, "outcome", word);
  return bv_office_save (office, proposal, error);
}

static gboolean
move_line (BvOffice *office,
           BvAssessment *assessment,
           gint64 movement_id,
           const BvQuotaLine *line,
           GString *up,
           GError **error)
{
  for (guint i = 0; i < line->n_outcomes; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (assessment, line->subjects[i]);
    const char *word = get_word (line->outcomes[i]);
    gint64 id = word ? find_movable (office, movement_id, subject->subject_id, line->award_form_id)
                     : 0;

    if (id && !move (office, id, word, subject->name, up, error))
      return FALSE;
  }
  return TRUE;
}

/* The quotas are walked anew with what was just written. */
static gboolean
move_others (BvOffice *office, BvRecord *proposal, GString *up, GError **error)
{
  gint64 movement_id = bv_record_get_integer (proposal, "movement_id");
  gint64 form_id = bv_record_get_integer (proposal, "award_form_id");
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement_id, error);

  for (guint i = 0; assessment && i < bv_assessment_get_n_quotas (assessment); i++) {
    const BvQuotaLine *line = bv_assessment_get_quota (assessment, i);

    if (line->award_form_id == form_id
        && !move_line (office, assessment, movement_id, line, up, error))
      return FALSE;
  }
  return assessment != NULL;
}

static gboolean
check_undecided (BvRecord *proposal, GError **error)
{
  if (bv_record_is_null (proposal, "decision_id"))
    return TRUE;
  return refuse (error,
                 _ ("A decision has rewarded this proposal already. Annul the award in the award "
                    "history under “Decisions” instead."));
}

gboolean
bv_proposal_flow_end (BvOffice *office,
                      gint64 proposal_id,
                      BvProposalEnd end,
                      const char *reason,
                      char **promoted,
                      GError **error)
{
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, proposal_id, error);
  g_autofree char *typed = g_strstrip (g_strdup (reason));
  g_autoptr (GString) up = g_string_new (NULL);
  gboolean withdrawn = end == BV_PROPOSAL_WITHDRAWN;

  if (!proposal || !check_undecided (proposal, error))
    return FALSE;
  if (*typed == '\0')
    return refuse (error,
                   _ ("A proposal is taken off the list only with a reason. Write it first."));
  if (!begin (office,
              withdrawn ? _ ("Withdraw the proposal") : _ ("Do not approve the proposal"),
              proposal,
              error))
    return FALSE;
  set_state (proposal, end_words[end], typed);
  bv_record_set_text (proposal, "outcome", "ended");
  if (!finish (office,
               bv_office_save (office, proposal, error)
                   && move_others (office, proposal, up, error),
               error))
    return FALSE;
  *promoted = g_strdup (up->str);
  return TRUE;
}

gboolean
bv_proposal_flow_restore (BvOffice *office, gint64 proposal_id, GError **error)
{
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, proposal_id, error);
  g_autoptr (GString) up = g_string_new (NULL);

  if (!proposal || !check_undecided (proposal, error)
      || !begin (office, _ ("Restore the proposal"), proposal, error))
    return FALSE;
  set_state (proposal, "drafted", NULL);
  if (g_str_equal (bv_record_get_text (proposal, "outcome"), "ended"))
    bv_record_set_text (proposal, "outcome", "proposed");
  return finish (office,
                 bv_office_save (office, proposal, error)
                     && move_others (office, proposal, up, error),
                 error);
}

/* Summary */

gboolean
bv_proposal_flow_summarise (BvOffice *office, gint64 proposal_id, GError **error)
{
  g_autoptr (BvRecord) proposal = bv_office_load (office, &bv_proposal_kind, proposal_id, error);
  g_autoptr (BvStatement) rows = proposal ? bv_database_prepare (
                                     bv_office_get_database (office), grounds_sql, error)
                                          : NULL;
  g_autoptr (GString) summary = g_string_new (NULL);

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, proposal_id);
  while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
    g_string_append_printf (
        summary, "%s%s", summary->len > 0 ? "; " : "", bv_statement_get_text (rows, 0));
  if (summary->len == 0)
    return refuse (error,
                   _ ("The proposal names no achievements yet. Add those it rests on below, then "
                      "write the summary from them."));
  bv_record_set_text (proposal, "summary", summary->str);
  return bv_office_save (office, proposal, error);
}
