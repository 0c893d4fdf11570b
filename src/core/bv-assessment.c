/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores, ranks and quotas of one movement, as computed from one reading of the file. */
#include "config.h"

#include "bv-assessment-private.h"
#include "bv-ranking-reason.h"

G_DEFINE_FINAL_TYPE (BvAssessment, bv_assessment, G_TYPE_OBJECT)

static void
free_assessed (BvAssessed *assessed)
{
  g_free (assessed->exact);
  g_free (assessed->blocked);
  g_free (assessed->reason);
  g_free (assessed);
}

static void
free_quota_line (BvQuotaLine *line)
{
  g_free (line->explanation);
  g_free (line->subjects);
  g_free (line->outcomes);
  g_free (line);
}

static void
bv_assessment_finalize (GObject *object)
{
  BvAssessment *self = BV_ASSESSMENT (object);

  g_clear_pointer (&self->ranking, bv_ranking_free);
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    g_free (self->ranked[i]);
  g_clear_object (&self->sheets);
  g_free (self->places);
  g_free (self->candidates);
  g_free (self->criteria);
  g_ptr_array_unref (self->quotas);
  g_ptr_array_unref (self->criterion_names);
  g_ptr_array_unref (self->strings);
  bv_id_map_free (self->by_id);
  g_ptr_array_unref (self->subjects);
  g_free (self->cells);
  g_free (self->points);
  g_clear_pointer (&self->pack, bv_rule_pack_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_assessment_parent_class)->finalize (object);
}

static void
bv_assessment_class_init (BvAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_assessment_finalize;
}

static void
bv_assessment_init (BvAssessment *self)
{
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->criterion_names = g_ptr_array_new_with_free_func (g_free);
  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) free_assessed);
  self->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) free_quota_line);
  self->by_id = bv_id_map_new ();
}

BvAssessment *
bv_assessment_load (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvAssessment) self = g_object_new (BV_TYPE_ASSESSMENT, NULL);

  self->office = g_object_ref (office);
  self->movement_id = movement_id;
  if (!_bv_assessment_read (self, error) || !_bv_assessment_compute (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_assessment_put_score (
    BvAssessment *self, guint subject, guint criterion, BvStage stage, gint64 points)
{
  BvAssessed *assessed;

  g_return_if_fail (subject < self->subjects->len && criterion < self->n_criteria);
  /* what the council gives comes from the sheets of its members, where there are any */
  if (self->sheets && stage == BV_STAGE_COUNCIL)
    return;
  assessed = g_ptr_array_index (self->subjects, subject);
  assessed->cells[criterion].stages[stage] = points;
}

/* What was computed; what was read stays. */
static void
forget (BvAssessment *self)
{
  g_clear_pointer (&self->ranking, bv_ranking_free);
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    g_clear_pointer (&self->ranked[i], g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->candidates, g_free);
  g_ptr_array_set_size (self->quotas, 0);
  for (guint i = 0; i < self->subjects->len; i++) {
    BvAssessed *subject = g_ptr_array_index (self->subjects, i);

    g_clear_pointer (&subject->reason, g_free);
    g_clear_pointer (&subject->blocked, g_free);
    subject->award_form_id = 0;
  }
}

gboolean
bv_assessment_rank_again (BvAssessment *self, GError **error)
{
  g_return_val_if_fail (BV_IS_ASSESSMENT (self), FALSE);

  forget (self);
  return _bv_assessment_compute (self, error);
}

const char *
_bv_assessment_keep (BvAssessment *self, char *text)
{
  g_ptr_array_add (self->strings, text);
  return text;
}

BvAssessed *
_bv_assessment_find (BvAssessment *self, gint64 subject_id)
{
  guint place;

  return bv_id_map_find (self->by_id, subject_id, &place)
             ? g_ptr_array_index (self->subjects, place)
             : NULL;
}

const BvScoringCriterion *
bv_assessment_get_criteria (BvAssessment *self, guint *n_criteria)
{
  *n_criteria = self->n_criteria;
  return self->criteria;
}

const char *
bv_assessment_get_criterion_name (BvAssessment *self, guint criterion)
{
  g_return_val_if_fail (criterion < self->n_criteria, "");
  return g_ptr_array_index (self->criterion_names, criterion);
}

const BvRulePack *
bv_assessment_get_pack (BvAssessment *self)
{
  return self->pack;
}

const BvScoringRules *
bv_assessment_get_rules (BvAssessment *self)
{
  return &self->rules;
}

BvMemberSheets *
bv_assessment_get_member_sheets (BvAssessment *self)
{
  return self->sheets;
}

guint
bv_assessment_get_n_subjects (BvAssessment *self)
{
  return self->subjects->len;
}

BvEligibilityBook *
bv_assessment_get_book (BvAssessment *self)
{
  return self->book;
}

static void
add_unproposed (BvAssessment *self, GHashTable *proposed, BvRankList list, GArray *candidacies)
{
  for (guint i = 0; i < self->n_ranked[list]; i++) {
    const BvAssessed *subject = g_ptr_array_index (self->subjects, self->ranked[list][i]);
    BvCandidacy candidacy = { subject->subject_id, subject->award_form_id, 0 };

    if (!g_hash_table_contains (proposed, &candidacy.subject_id))
      g_array_append_val (candidacies, candidacy);
  }
}

GArray *
bv_assessment_list_candidacies (BvAssessment *self)
{
  GArray *candidacies = bv_eligibility_book_list_proposals (self->book);
  g_autoptr (GHashTable) proposed = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < candidacies->len; i++)
    g_hash_table_add (
        proposed,
        g_memdup2 (&g_array_index (candidacies, BvCandidacy, i).subject_id, sizeof (gint64)));
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    add_unproposed (self, proposed, (BvRankList) i, candidacies);
  return candidacies;
}

/* Putting reasons into words takes longer than ranking: only for those who are looked at. */
const BvAssessed *
bv_assessment_get_subject (BvAssessment *self, guint index)
{
  BvAssessed *subject;

  g_return_val_if_fail (index < self->subjects->len, NULL);
  subject = g_ptr_array_index (self->subjects, index);
  if (!subject->reason)
    subject->reason = bv_ranking_reason (self->ranking, subject->list, self->places[index]);
  if (!subject->eligible && !subject->blocked)
    subject->blocked = bv_eligibility_book_dup_obstacle (
        self->book, subject->subject_id, subject->award_form_id);
  return subject;
}

const BvAssessed *
bv_assessment_peek_subject (BvAssessment *self, guint index)
{
  g_return_val_if_fail (index < self->subjects->len, NULL);
  return g_ptr_array_index (self->subjects, index);
}

const guint *
bv_assessment_get_ranked (BvAssessment *self, BvRankList list, guint *n)
{
  *n = self->n_ranked[list];
  return self->ranked[list];
}

guint
bv_assessment_get_n_quotas (BvAssessment *self)
{
  return self->quotas->len;
}

const BvQuotaLine *
bv_assessment_get_quota (BvAssessment *self, guint index)
{
  g_return_val_if_fail (index < self->quotas->len, NULL);
  return g_ptr_array_index (self->quotas, index);
}
