/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One session of the council: what its votes need, what came of them, what is still missing. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-council-session-private.h"
#include "bv-record.h"
#include "bv-rule-book.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BvCouncilSession, bv_council_session, G_TYPE_OBJECT)

static const char sessions_sql[]
    = "SELECT id FROM session WHERE movement_id = ?1 ORDER BY held_on DESC, id DESC";

const char *
_bv_council_session_keep (BvCouncilSession *self, char *text)
{
  g_ptr_array_add (self->strings, text);
  return text;
}

static gboolean
is_same_count (const BvBallotCount *a, const BvBallotCount *b)
{
  return a->yes == b->yes && a->no == b->no && a->written_yes == b->written_yes
         && a->written_no == b->written_no;
}

gboolean
_bv_council_session_boxes_agree (BvCouncilSession *self)
{
  const BvBallotBox *a = &self->boxes[0], *b = &self->boxes[1];

  return self->boxed[0] && self->boxed[1] && a->issued == b->issued && a->returned == b->returned
         && a->blank == b->blank && a->invalid == b->invalid;
}

static void
decide (BvCouncilSession *self, BvSessionLine *line)
{
  line->agreed = line->counted[0] && line->counted[1]
                 && is_same_count (&line->counts[0], &line->counts[1])
                 && _bv_council_session_boxes_agree (self);
  bv_ballot_decide (&self->rules,
                    &self->presence,
                    line->share,
                    line->n_present_recused,
                    line->n_written_recused,
                    line->agreed ? &line->counts[0] : NULL,
                    &line->result);
}

/* Sentences */

static void
say (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static void
warn_of_line (BvCouncilSession *self, const BvSessionLine *line)
{
  g_autofree char *share = NULL;

  if (line->result.reachable)
    return;
  share = bv_share_format (line->share);
  say (self->warnings,
       g_strdup_printf (
           _ ("%s · %s: %d of %d votes are needed (%s), but only %d members can vote on this line. "
              "It cannot pass: ask for written opinions, propose another form, or adjourn."),
           line->subject,
           line->award_form,
           (int) line->result.need,
           (int) line->result.base,
           share,
           (int) line->result.able));
}

static gboolean
is_on_boundary (BvAssessment *assessment, const BvQuotaLine *quota, gint64 subject_id)
{
  for (guint i = 0; i < quota->n_outcomes; i++)
    if (quota->outcomes[i] == BV_QUOTA_BOUNDARY
        && bv_assessment_get_subject (assessment, quota->subjects[i])->subject_id == subject_id)
      return TRUE;
  return FALSE;
}

/* A tie is voted on one by one: more of it may pass than there are places. */
static void
warn_of_boundary (BvCouncilSession *self, BvAssessment *assessment, const BvQuotaLine *quota)
{
  guint n_passed = 0;

  for (guint i = 0; i < self->lines->len; i++) {
    const BvSessionLine *line = &g_array_index (self->lines, BvSessionLine, i);

    n_passed += line->result.outcome == BV_BALLOT_PASSED
                && line->award_form_id == quota->award_form_id
                && is_on_boundary (assessment, quota, line->subject_id);
  }
  if (n_passed > quota->use.left)
    say (self->warnings,
         g_strdup_printf (_ ("%s: %u on the boundary of the quota passed, but only %d places are "
                             "left. Vote on them once more, or take one off the list, before the "
                             "session is sealed."),
                          quota->award_form,
                          n_passed,
                          (int) quota->use.left));
}

static void
warn_of_boundaries (BvCouncilSession *self)
{
  gboolean voted = FALSE;
  g_autoptr (BvAssessment) assessment = NULL;

  for (guint i = 0; i < self->lines->len; i++) {
    const BvSessionLine *line = &g_array_index (self->lines, BvSessionLine, i);
    voted |= line->agreed && g_str_equal (line->agenda, "boundary");
  }
  if (!voted || bv_council_session_is_sealed (self))
    return;
  assessment = bv_assessment_load (
      self->office, bv_record_get_integer (self->record, "movement_id"), NULL);
  for (guint i = 0; assessment && i < bv_assessment_get_n_quotas (assessment); i++)
    if (bv_assessment_get_quota (assessment, i)->use.n_boundary > 0)
      warn_of_boundary (self, assessment, bv_assessment_get_quota (assessment, i));
}

static void
warn (BvCouncilSession *self)
{
  if (self->members->len > 0 && !bv_council_session_has_quorum (self))
    say (self->warnings,
         g_strdup_printf (_ ("%d of %d members are present, at least %d are needed: the session "
                             "cannot vote yet."),
                          (int) self->presence.n_present,
                          (int) self->presence.n_members,
                          (int) bv_council_session_get_quorum (self)));
  for (guint i = 0; i < self->lines->len; i++)
    warn_of_line (self, &g_array_index (self->lines, BvSessionLine, i));
  warn_of_boundaries (self);
}

static void
look_at_members (BvCouncilSession *self)
{
  guint n_unknown = 0;

  if (self->members->len == 0)
    say (self->obstacles,
         g_strdup (_ ("The council has no members yet. Add them under “Council and members”.")));
  for (guint i = 0; i < self->members->len; i++)
    n_unknown += g_array_index (self->members, BvSessionMember, i).presence == BV_PRESENCE_UNKNOWN;
  if (n_unknown > 0)
    say (self->obstacles,
         g_strdup_printf (ngettext ("%u member is not in the attendance yet. Draw it up, then mark "
                                    "who is absent or has written.",
                                    "%u members are not in the attendance yet. Draw it up, then "
                                    "mark who is absent or has written.",
                                    n_unknown),
                          n_unknown));
}

static void
look_at_box (BvCouncilSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->boxed[0])
    say (self->obstacles,
         g_strdup (_ ("The ballots have not been counted yet. After the vote, enter "
                      "the figures with “First count”.")));
  else if (!self->boxed[1])
    say (self->obstacles,
         g_strdup (_ ("The count has been entered once. Enter it anew with “Second "
                      "count”, from the ballots and not from the screen.")));
  else if (!_bv_council_session_boxes_agree (self))
    say (self->obstacles,
         g_strdup (_ ("The two entries differ in the ballots issued, returned, blank or invalid. "
                      "Count again.")));
  else if (!bv_ballot_check_box (&self->boxes[0], &self->presence, &error))
    say (self->obstacles, g_strdup (error->message));
}

static void
look_at_line (BvCouncilSession *self, const BvSessionLine *line)
{
  g_autoptr (GError) error = NULL;

  if (!self->boxed[0] || !self->boxed[1])
    return;
  if (!line->counted[0] || !line->counted[1])
    say (self->obstacles,
         g_strdup_printf (_ ("%s: the votes have not been entered twice."), line->subject));
  else if (!is_same_count (&line->counts[0], &line->counts[1]))
    say (self->obstacles,
         g_strdup_printf (_ ("%s: the two entries differ (%d for, %d against; then %d for, %d "
                             "against). Count again."),
                          line->subject,
                          (int) line->counts[0].yes,
                          (int) line->counts[0].no,
                          (int) line->counts[1].yes,
                          (int) line->counts[1].no));
  else if (!bv_ballot_check_count (&line->counts[0],
                                   &self->boxes[0],
                                   &self->presence,
                                   line->n_present_recused,
                                   line->n_written_recused,
                                   line->subject,
                                   &error))
    say (self->obstacles, g_strdup (error->message));
}

static void
look_for_obstacles (BvCouncilSession *self)
{
  look_at_members (self);
  if (self->lines->len == 0)
    say (self->obstacles,
         g_strdup (_ ("The agenda is empty. Draw it up from the proposals first.")));
  look_at_box (self);
  for (guint i = 0; i < self->lines->len; i++)
    look_at_line (self, &g_array_index (self->lines, BvSessionLine, i));
}

static void
bv_council_session_finalize (GObject *object)
{
  BvCouncilSession *self = BV_COUNCIL_SESSION (object);

  g_clear_object (&self->record);
  g_clear_object (&self->office);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->obstacles);
  g_array_unref (self->members);
  g_array_unref (self->lines);
  G_OBJECT_CLASS (bv_council_session_parent_class)->finalize (object);
}

static void
bv_council_session_class_init (BvCouncilSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_council_session_finalize;
}

static void
bv_council_session_init (BvCouncilSession *self)
{
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->obstacles = g_ptr_array_new_with_free_func (g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (BvSessionMember));
  self->lines = g_array_new (FALSE, FALSE, sizeof (BvSessionLine));
}

static gboolean
read_rules (BvCouncilSession *self, GError **error)
{
  self->pack = bv_rule_book_load (
      self->office, bv_record_get_integer (self->record, "movement_id"), error);
  if (!self->pack)
    return FALSE;
  self->rules = self->pack->vote.ballots;
  return TRUE;
}

GArray *
bv_council_session_list (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (office), sessions_sql, error);

  if (!rows)
    return NULL;
  bv_statement_bind_integer (rows, 1, movement_id);
  return bv_store_collect_ids (rows, error);
}

BvCouncilSession *
bv_council_session_load (BvOffice *office, gint64 session_id, GError **error)
{
  g_autoptr (BvCouncilSession) self = g_object_new (BV_TYPE_COUNCIL_SESSION, NULL);

  self->office = g_object_ref (office);
  self->record = bv_office_load (office, &bv_session_kind, session_id, error);
  if (!self->record || !read_rules (self, error) || !_bv_council_session_read (self, error))
    return NULL;
  for (guint i = 0; i < self->lines->len; i++)
    decide (self, &g_array_index (self->lines, BvSessionLine, i));
  warn (self);
  look_for_obstacles (self);
  return g_steal_pointer (&self);
}

gint64
bv_council_session_get_id (BvCouncilSession *self)
{
  return bv_record_get_id (self->record);
}

const char *
bv_council_session_get_title (BvCouncilSession *self)
{
  return bv_record_get_text (self->record, "title");
}

gboolean
bv_council_session_is_sealed (BvCouncilSession *self)
{
  return g_str_equal (bv_record_get_text (self->record, "status"), "sealed");
}

const char *
bv_council_session_get_seal (BvCouncilSession *self)
{
  return bv_council_session_is_sealed (self) ? bv_record_get_text (self->record, "seal") : "";
}

guint
bv_council_session_get_n_members (BvCouncilSession *self)
{
  return self->members->len;
}

const BvSessionMember *
bv_council_session_get_member (BvCouncilSession *self, guint index)
{
  return &g_array_index (self->members, BvSessionMember, index);
}

guint
bv_council_session_get_n_lines (BvCouncilSession *self)
{
  return self->lines->len;
}

const BvSessionLine *
bv_council_session_get_line (BvCouncilSession *self, guint index)
{
  return &g_array_index (self->lines, BvSessionLine, index);
}

const BvBallotRules *
bv_council_session_get_rules (BvCouncilSession *self)
{
  g_return_val_if_fail (BV_IS_COUNCIL_SESSION (self), NULL);
  return &self->rules;
}

const BvBallotPresence *
bv_council_session_get_presence (BvCouncilSession *self)
{
  return &self->presence;
}

gboolean
bv_council_session_has_quorum (BvCouncilSession *self)
{
  return bv_ballot_has_quorum (&self->rules, &self->presence);
}

gint64
bv_council_session_get_quorum (BvCouncilSession *self)
{
  return bv_ballot_need (self->rules.quorum, self->presence.n_members);
}

gboolean
bv_council_session_is_quorum_confirmed (BvCouncilSession *self)
{
  return !bv_rule_pack_is_unconfirmed (self->pack, "vote.quorum");
}

gboolean
bv_council_session_get_box (BvCouncilSession *self, guint entry, BvBallotBox *box)
{
  g_return_val_if_fail (entry < BV_N_ENTRIES, FALSE);
  *box = self->boxes[entry];
  return self->boxed[entry];
}

GPtrArray *
bv_council_session_get_warnings (BvCouncilSession *self)
{
  return self->warnings;
}

GPtrArray *
bv_council_session_get_obstacles (BvCouncilSession *self)
{
  return self->obstacles;
}
