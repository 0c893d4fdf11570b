/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ranks and quotas to the rows of the award proposals. */
#include "config.h"

#include "bv-assessment-private.h"
#include "bv-history.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* So many of the best verified achievements make the first draft of a summary. */
#define N_SUMMARISED 3

static const char best_sql[] = "SELECT id, title FROM achievement WHERE movement_id = ?1 AND "
                               "subject_id = ?2 AND status = 'verified'"
                               " ORDER BY points DESC, achieved_on, id LIMIT ?3";
static const char existing_sql[] = "SELECT id FROM proposal WHERE movement_id = ?1 AND subject_id "
                                   "= ?2 AND award_form_id = ?3 LIMIT 1";

typedef struct
{
  BvAssessment *assessment;
  gboolean replace;
  gint64 next_position;
  GHashTable *kept; /* ids of proposals that the quotas still give */
  int n_written;
} Drafting;

/* The best verified achievements: the summary names them, and the proposal rests on them. */
static char *
draft_summary (BvAssessment *self, gint64 subject_id, GArray *grounds, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), best_sql, error);
  g_autoptr (GString) summary = g_string_new (NULL);
  BvStep step;

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, self->movement_id);
  bv_statement_bind_integer (statement, 2, subject_id);
  bv_statement_bind_integer (statement, 3, N_SUMMARISED);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (statement, 0);

    g_array_append_val (grounds, id);
    g_string_append_printf (
        summary, "%s%s", summary->len ? "; " : "", bv_statement_get_text (statement, 1));
  }
  return step == BV_STEP_DONE ? g_string_free (g_steal_pointer (&summary), FALSE) : NULL;
}

static gboolean
write_grounds (BvAssessment *self, gint64 proposal_id, GArray *grounds, GError **error)
{
  for (guint i = 0; i < grounds->len; i++) {
    g_autoptr (BvRecord) ground = bv_record_new (&bv_proposal_ground_kind);

    bv_record_set_integer (ground, "proposal_id", proposal_id);
    bv_record_set_integer (ground, "achievement_id", g_array_index (grounds, gint64, i));
    if (!bv_office_save (self->office, ground, error))
      return FALSE;
  }
  return TRUE;
}

static const char *
get_outcome (BvQuotaOutcome outcome)
{
  if (outcome == BV_QUOTA_TAKEN)
    return "proposed";
  if (outcome == BV_QUOTA_BOUNDARY)
    return "boundary";
  return outcome == BV_QUOTA_ALTERNATE ? "alternate" : NULL;
}

/* 0 without @error: there is none yet. */
static gint64
find_existing (BvAssessment *self, gint64 subject_id, gint64 award_form_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), existing_sql, error);

  if (!statement)
    return 0;
  bv_statement_bind_integer (statement, 1, self->movement_id);
  bv_statement_bind_integer (statement, 2, subject_id);
  bv_statement_bind_integer (statement, 3, award_form_id);
  return bv_statement_step (statement, error) == BV_STEP_ROW
             ? bv_statement_get_integer (statement, 0)
             : 0;
}

static BvRecord *
open_proposal (Drafting *drafting,
               const BvAssessed *subject,
               const BvQuotaLine *line,
               GArray *grounds,
               GError **error)
{
  BvAssessment *self = drafting->assessment;
  gint64 id = find_existing (self, subject->subject_id, line->award_form_id, error);
  g_autoptr (BvRecord) proposal = NULL;
  g_autofree char *summary = NULL;

  if (id)
    return bv_office_load (self->office, &bv_proposal_kind, id, error);
  summary = draft_summary (self, subject->subject_id, grounds, error);
  if (!summary)
    return NULL;
  proposal = bv_record_new (&bv_proposal_kind);
  bv_record_set_integer (proposal, "movement_id", self->movement_id);
  bv_record_set_integer (proposal, "subject_id", subject->subject_id);
  bv_record_set_integer (proposal, "award_form_id", line->award_form_id);
  bv_record_set_integer (proposal, "position", drafting->next_position++);
  bv_record_set_text (proposal, "summary", summary);
  return g_steal_pointer (&proposal);
}

static void
keep (Drafting *drafting, BvRecord *proposal)
{
  gint64 id = bv_record_get_id (proposal);

  g_hash_table_add (drafting->kept, g_memdup2 (&id, sizeof id));
}

/* Two quotas of one form may walk one list: what the first left to the council, the second does not
 * push back among the alternates. */
static gboolean
is_settled (Drafting *drafting, BvRecord *proposal, const char *outcome)
{
  static const char *const best_first[] = { "proposed", "boundary", "alternate", NULL };
  gint64 id = bv_record_get_id (proposal);
  const char *before = bv_record_get_text (proposal, "outcome");

  if (!g_hash_table_contains (drafting->kept, &id))
    return FALSE;
  for (guint i = 0; best_first[i] && !g_str_equal (best_first[i], outcome); i++)
    if (g_str_equal (best_first[i], before))
      return TRUE;
  return FALSE;
}

static gboolean
write_proposal (Drafting *drafting, const BvQuotaLine *line, guint index, GError **error)
{
  BvAssessment *self = drafting->assessment;
  const BvAssessed *subject = g_ptr_array_index (self->subjects, line->subjects[index]);
  const char *outcome = get_outcome (line->outcomes[index]);
  g_autoptr (GArray) grounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvRecord) proposal = NULL;

  if (!outcome)
    return TRUE;
  proposal = open_proposal (drafting, subject, line, grounds, error);
  if (!proposal)
    return FALSE;
  if (is_settled (drafting, proposal, outcome))
    return TRUE;
  bv_record_set_text (proposal, "outcome", outcome);
  bv_record_set_integer (proposal, "rank", subject->rank);
  bv_record_set_integer (proposal, "total", bv_fraction_round (subject->total.total));
  if (!bv_record_get_id (proposal) || bv_record_is_changed (proposal, NULL))
    drafting->n_written++;
  if (!bv_office_save (self->office, proposal, error)
      || !write_grounds (self, bv_record_get_id (proposal), grounds, error))
    return FALSE;
  keep (drafting, proposal);
  return TRUE;
}

static GArray *
list_proposals (BvAssessment *self, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_proposal_kind);

  query->movement_id = self->movement_id;
  return bv_query_run (query, self->office, error);
}

/* What was withdrawn or refused stays as it was. */
static gboolean
is_ended (BvRecord *proposal)
{
  const char *state = bv_record_get_text (proposal, "state");

  return g_str_equal (state, "withdrawn") || g_str_equal (state, "refused");
}

/* A row that the quotas no longer give stays, so that nothing typed is lost, but says so. */
static gboolean
mark_outside (Drafting *drafting, GArray *before, GError **error)
{
  for (guint i = 0; i < before->len; i++) {
    gint64 id = g_array_index (before, gint64, i);
    g_autoptr (BvRecord) proposal = NULL;
    if (g_hash_table_contains (drafting->kept, &id))
      continue;
    proposal = bv_office_load (drafting->assessment->office, &bv_proposal_kind, id, error);
    if (!proposal)
      return FALSE;
    if (bv_record_is_null (proposal, "rank") || is_ended (proposal)) /* added by hand, or ended */
      continue;
    bv_record_set_text (proposal, "outcome", "outside");
    if (!bv_office_save (drafting->assessment->office, proposal, error))
      return FALSE;
  }
  return TRUE;
}

static gint64
find_next_position (BvAssessment *self)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office),
      "SELECT coalesce (max (position), 0) + 1 FROM proposal WHERE movement_id = ?1",
      NULL);

  if (!statement)
    return 1;
  bv_statement_bind_integer (statement, 1, self->movement_id);
  return bv_statement_step (statement, NULL) == BV_STEP_ROW
             ? bv_statement_get_integer (statement, 0)
             : 1;
}

static gboolean
write_all (Drafting *drafting, GError **error)
{
  BvAssessment *self = drafting->assessment;
  g_autoptr (GArray) before = list_proposals (self, error);

  if (!before)
    return FALSE;
  if (drafting->replace) {
    if (!bv_office_remove (
            self->office, &bv_proposal_kind, (gint64 *) before->data, before->len, error))
      return FALSE;
    g_array_set_size (before, 0);
  }
  drafting->next_position = find_next_position (self);
  for (guint i = 0; i < self->quotas->len; i++) {
    const BvQuotaLine *line = g_ptr_array_index (self->quotas, i);
    for (guint j = 0; j < line->n_outcomes; j++)
      if (!write_proposal (drafting, line, j, error))
        return FALSE;
  }
  return mark_outside (drafting, before, error);
}

int
bv_assessment_propose (BvAssessment *self, gboolean replace, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Drafting drafting = { self, replace, 1, kept, 0 };

  if (!bv_history_begin (history, _ ("Draw up proposals from ranking and quotas"), error))
    return -1;
  if (!write_all (&drafting, error)) {
    bv_history_abort (history);
    return -1;
  }
  return bv_history_commit (history, error) ? drafting.n_written : -1;
}
