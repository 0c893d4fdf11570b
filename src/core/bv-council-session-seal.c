/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a session of the council under a hash, opening it again, and comparing. */
#include "config.h"

#include "bv-council-session-private.h"
#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-sha256.h"

#include <glib/gi18n-lib.h>

/* Words of the sealed text and of the rows alike; they are stored, so they are not translated. */
static const char *const outcome_words[] = { "open", "passed", "failed", "no-quorum" };
static const char *const presence_words[] = { "unknown", "present", "written", "absent" };

static void
append_rules (BvCouncilSession *self, GString *text)
{
  g_string_append_printf (text,
                          "rules base=%d quorum=%d/%d written=%d pack=%s\n",
                          self->rules.base,
                          (int) self->rules.quorum.numerator,
                          (int) self->rules.quorum.denominator,
                          self->rules.written_counts,
                          self->pack->code);
}

static void
append_members (BvCouncilSession *self, GString *text)
{
  for (guint i = 0; i < self->members->len; i++) {
    const BvSessionMember *member = &g_array_index (self->members, BvSessionMember, i);
    g_string_append_printf (text,
                            "member %" G_GINT64_FORMAT " %s: %s\n",
                            member->member_id,
                            member->name,
                            presence_words[member->presence]);
  }
}

static void
append_box (BvCouncilSession *self, GString *text)
{
  const BvBallotBox *box = &self->boxes[0];

  g_string_append_printf (text,
                          "box issued=%d returned=%d blank=%d invalid=%d\n",
                          (int) box->issued,
                          (int) box->returned,
                          (int) box->blank,
                          (int) box->invalid);
}

static void
append_line (const BvSessionLine *line, GString *text)
{
  const BvBallotCount *count = &line->counts[0];

  g_string_append_printf (text,
                          "line %" G_GINT64_FORMAT " %s · %s: share=%d/%d%s recused=%u+%u (%s)",
                          line->ballot_id,
                          line->subject,
                          line->award_form,
                          (int) line->share.numerator,
                          (int) line->share.denominator,
                          line->share.more ? "+" : "",
                          line->n_present_recused,
                          line->n_written_recused,
                          line->recused);
  g_string_append_printf (text,
                          " yes=%d no=%d written=%d/%d need=%d of %d -> %s\n",
                          (int) count->yes,
                          (int) count->no,
                          (int) count->written_yes,
                          (int) count->written_no,
                          (int) line->result.need,
                          (int) line->result.base,
                          outcome_words[line->result.outcome]);
}

static char *
make_text (BvCouncilSession *self)
{
  GString *text = g_string_new ("bang-vang session 1\n");

  g_string_append_printf (text,
                          "session %" G_GINT64_FORMAT " %s, %s\n",
                          bv_council_session_get_id (self),
                          bv_council_session_get_title (self),
                          bv_record_get_text (self->record, "held_on"));
  append_rules (self, text);
  append_members (self, text);
  append_box (self, text);
  for (guint i = 0; i < self->lines->len; i++)
    append_line (&g_array_index (self->lines, BvSessionLine, i), text);
  return g_string_free (text, FALSE);
}

/* Writing the outcomes */

static gboolean
write_line (BvCouncilSession *self, const BvSessionLine *line, GError **error)
{
  g_autoptr (BvRecord) ballot = bv_office_load (
      self->office, &bv_ballot_kind, line->ballot_id, error);

  if (!ballot)
    return FALSE;
  bv_record_set_integer (ballot, "need", line->result.need);
  bv_record_set_integer (ballot, "yes", line->result.yes);
  bv_record_set_integer (ballot, "total", line->result.base);
  bv_record_set_text (ballot, "outcome", outcome_words[line->result.outcome]);
  return bv_office_save (self->office, ballot, error);
}

/* A line that was lowered speaks for its proposal when it comes later. */
static gboolean
write_proposal (BvCouncilSession *self, const BvSessionLine *line, GError **error)
{
  g_autoptr (BvRecord) proposal = NULL;

  if (!line->proposal_id)
    return TRUE;
  proposal = bv_office_load (self->office, &bv_proposal_kind, line->proposal_id, error);
  if (!proposal)
    return FALSE;
  bv_record_set_integer (proposal, "vote_yes", line->result.yes);
  bv_record_set_integer (proposal, "vote_total", line->result.base);
  bv_record_set_integer (proposal, "vote_need", line->result.need);
  bv_record_set_text (proposal, "vote_outcome", outcome_words[line->result.outcome]);
  if (line->lowered_from_id && line->result.outcome == BV_BALLOT_PASSED) {
    bv_record_set_integer (proposal, "lowered_from_id", line->lowered_from_id);
    bv_record_set_integer (proposal, "award_form_id", line->award_form_id);
  }
  return bv_office_save (self->office, proposal, error);
}

static gboolean
write_seal (BvCouncilSession *self, GError **error)
{
  g_autofree char *text = make_text (self);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *hash = bv_sha256_of_bytes (bytes);
  g_autofree char *today = bv_date_today ();

  bv_record_set_text (self->record, "sealed_text", text);
  bv_record_set_text (self->record, "seal", hash);
  bv_record_set_text (self->record, "pack_code", self->pack->code);
  bv_record_set_text (self->record, "sealed_on", today);
  bv_record_set_text (self->record, "status", "sealed");
  return bv_office_save (self->office, self->record, error);
}

static gboolean
write_all (BvCouncilSession *self, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const BvSessionLine *line = &g_array_index (self->lines, BvSessionLine, i);
    if (!write_line (self, line, error) || !write_proposal (self, line, error))
      return FALSE;
  }
  return write_seal (self, error);
}

gboolean
bv_council_session_seal (BvCouncilSession *self, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  g_autofree char *title = NULL;

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self), FALSE);
  if (self->obstacles->len > 0) {
    g_set_error_literal (error, BV_ERROR, BV_ERROR_INVALID, g_ptr_array_index (self->obstacles, 0));
    return FALSE;
  }
  title = g_strdup_printf (_ ("Seal session: %s"), bv_council_session_get_title (self));
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (write_all (self, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}

gboolean
bv_council_session_reopen (BvCouncilSession *self, const char *reason, GError **error)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *typed = g_strstrip (g_strdup (reason));
  g_autofree char *dated = NULL;

  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self), FALSE);
  if (!*typed) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A sealed session is opened again only with a reason. Write it."));
    return FALSE;
  }
  /* dated, so that the same words twice are still a change of their own */
  dated = g_strdup_printf ("%s: %s", today, typed);
  if (g_str_equal (dated, bv_record_get_text (self->record, "reopen_reason"))) {
    g_autofree char *again = g_steal_pointer (&dated);
    dated = g_strconcat (again, " (+)", NULL);
  }
  bv_record_set_text (self->record, "reopen_reason", dated);
  bv_record_set_text (self->record, "reopened_on", today);
  bv_record_set_text (self->record, "status", "voting");
  return bv_office_save (self->office, self->record, error);
}

GPtrArray *
bv_council_session_compare (BvCouncilSession *self)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = make_text (self);
  g_auto (GStrv) sealed = g_strsplit (bv_record_get_text (self->record, "sealed_text"), "\n", -1);
  g_auto (GStrv) now = g_strsplit (text, "\n", -1);

  for (guint i = 0; sealed[i]; i++)
    if (!g_strv_contains ((const char *const *) now, sealed[i]))
      g_ptr_array_add (differences, g_strconcat ("- ", sealed[i], NULL));
  for (guint i = 0; now[i]; i++)
    if (!g_strv_contains ((const char *const *) sealed, now[i]))
      g_ptr_array_add (differences, g_strconcat ("+ ", now[i], NULL));
  return differences;
}
