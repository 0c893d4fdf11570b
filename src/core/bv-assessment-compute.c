/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letting the rules compute totals, ranks and quotas of what was read. */
#include "config.h"

#include "bv-assessment-private.h"
#include "bv-query.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

static void
compute_total (BvAssessment *self, guint index)
{
  BvAssessed *subject = g_ptr_array_index (self->subjects, index);
  BvSubjectType type = subject->kind == &bv_department_kind ? BV_SUBJECT_COLLECTIVE
                                                            : BV_SUBJECT_INDIVIDUAL;

  bv_scoring_total (&self->rules,
                    type,
                    subject->cells,
                    subject->total.bonus,
                    subject->total.penalty,
                    subject->points,
                    &subject->total);
  if (subject->exact)
    bv_scoring_replace_sum (&self->rules,
                            type,
                            bv_member_sheets_get_result (self->sheets, index)->official,
                            &subject->total);
}

static gboolean
is_preferred (const BvAssessed *subject, gint64 women_percent)
{
  if (subject->kind == &bv_department_kind)
    return subject->n_members > 0 && subject->n_women * 100 >= subject->n_members * women_percent;
  return g_str_equal (subject->sex, "female");
}

static void
fill_candidate (const BvRulePack *pack, BvAssessed *subject, BvCandidate *candidate)
{
  subject->woman_preferred = is_preferred (subject, pack->ranking.women_percent);
  candidate->id = subject->subject_id;
  candidate->name = subject->name;
  candidate->list = subject->list;
  candidate->total = subject->total.total;
  candidate->complete = subject->total.complete;
  candidate->points = subject->points;
  candidate->exact = subject->exact;
  candidate->bonus = subject->total.bonus;
  candidate->penalty = subject->total.penalty;
  candidate->woman_preferred = subject->woman_preferred;
  candidate->direct_worker = subject->kind == &bv_person_kind && !subject->leader;
  candidate->n_verified = subject->n_verified;
}

static void
store_list (BvAssessment *self, BvRankList list)
{
  guint n;
  const BvRanked *ranked = bv_ranking_get_list (self->ranking, list, &n);

  self->ranked[list] = g_new0 (guint, n);
  self->n_ranked[list] = n;
  for (guint i = 0; i < n; i++) {
    BvAssessed *subject = g_ptr_array_index (self->subjects, ranked[i].candidate);
    self->ranked[list][i] = ranked[i].candidate;
    self->places[ranked[i].candidate] = i;
    subject->rank = ranked[i].rank;
    subject->n_tied = ranked[i].n_tied;
  }
}

static void
rank (BvAssessment *self)
{
  const BvRuleRanking *ranking = &self->pack->ranking;
  BvRankingRules rules = { self->criteria,
                           self->n_criteria,
                           ranking->chain.steps,
                           ranking->chain.n_steps,
                           ranking->join_individuals };

  self->candidates = g_new0 (BvCandidate, self->subjects->len);
  for (guint i = 0; i < self->subjects->len; i++) {
    compute_total (self, i);
    fill_candidate (self->pack, g_ptr_array_index (self->subjects, i), &self->candidates[i]);
  }
  self->places = g_new0 (guint, self->subjects->len);
  self->ranking = bv_ranking_new (self->candidates, self->subjects->len, &rules);
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    store_list (self, (BvRankList) i);
}

/* Quotas */

static guint
get_choice_index (BvRecord *record, const char *field_name)
{
  const BvField *field = bv_kind_find_field (bv_record_get_kind (record), field_name);
  const BvChoice *choice = bv_field_get_choice (field, bv_record_get_text (record, field_name));

  return choice ? (guint) (choice - field->choices) : 0;
}

/* Where leaders and staff are ranked together, a quota of either is one of both. */
static BvRankList
get_list (BvAssessment *self, BvRecord *quota)
{
  BvRankList list = (BvRankList) get_choice_index (quota, "list");

  return list != BV_RANK_COLLECTIVES && self->pack->ranking.join_individuals ? BV_RANK_INDIVIDUALS
                                                                             : list;
}

/* The choices of a quota stand in the order of the rules' enums. */
static BvQuotaLine *
make_line (BvAssessment *self, BvRecord *quota)
{
  BvQuotaLine *line = g_new0 (BvQuotaLine, 1);

  line->quota_id = bv_record_get_id (quota);
  line->award_form_id = bv_record_get_integer (quota, "award_form_id");
  line->award_form = _bv_assessment_keep (
      self, g_strdup (bv_office_get_name (self->office, &bv_award_form_kind, line->award_form_id)));
  line->list = get_list (self, quota);
  line->rule.form = line->award_form_id;
  line->rule.percent = bv_record_get_integer (quota, "percent");
  line->rule.base = bv_record_get_integer (quota, "base");
  line->rule.rounding = bv_record_is_null (quota, "rounding")
                            ? self->pack->quota.rounding
                            : (BvRounding) get_choice_index (quota, "rounding");
  line->rule.minimum = bv_record_is_null (quota, "minimum")
                           ? self->pack->quota.minimum
                           : bv_record_get_integer (quota, "minimum");
  line->rule.n_alternates = (guint) self->pack->quota.n_alternates;
  line->explanation = bv_quota_explain (&line->rule);
  return line;
}

/* Who gave the form up is passed over, so that the next in line moves up. */
static gboolean
walk (BvAssessment *self, BvQuotaLine *line, const gboolean *eligible, gint64 *held, GError **error)
{
  g_autofree BvQuotaOutcome *outcomes = g_new0 (BvQuotaOutcome, self->subjects->len);
  g_autofree gboolean *declined = g_new0 (gboolean, self->subjects->len);
  g_autofree gboolean *willing = g_new0 (gboolean, self->subjects->len);
  guint n;
  const BvRanked *ranked = bv_ranking_get_list (self->ranking, line->list, &n);

  if (!_bv_assessment_read_declined (self, line->award_form_id, declined, error))
    return FALSE;
  for (guint i = 0; i < self->subjects->len; i++)
    willing[i] = eligible[i] && !declined[i];
  bv_quota_walk (&line->rule, ranked, n, willing, held, outcomes, &line->use);
  line->n_outcomes = n;
  line->subjects = g_new (guint, n);
  line->outcomes = g_new (BvQuotaOutcome, n);
  for (guint i = 0; i < n; i++) {
    line->subjects[i] = ranked[i].candidate;
    line->outcomes[i] = outcomes[ranked[i].candidate];
    if (declined[ranked[i].candidate])
      line->outcomes[i] = BV_QUOTA_DECLINED;
  }
  return TRUE;
}

/* Each form has its own conditions. */
static void
judge_list (BvAssessment *self, const BvQuotaLine *line, gboolean *eligible)
{
  guint n;
  const BvRanked *ranked = bv_ranking_get_list (self->ranking, line->list, &n);

  for (guint i = 0; i < n; i++) {
    BvAssessed *subject = g_ptr_array_index (self->subjects, ranked[i].candidate);
    BvEligibilityVerdict verdict = bv_eligibility_book_judge (
        self->book, subject->subject_id, line->award_form_id);

    eligible[ranked[i].candidate] = verdict.result != BV_ELIGIBILITY_BLOCKED;
    if (subject->award_form_id != 0)
      continue;
    subject->award_form_id = line->award_form_id;
    subject->verdict = verdict;
    subject->eligible = eligible[ranked[i].candidate];
  }
}

/* Where the movement has no quota for a list, what concerns every form is tested all the same. */
static void
judge_others (BvAssessment *self)
{
  for (guint i = 0; i < self->subjects->len; i++) {
    BvAssessed *subject = g_ptr_array_index (self->subjects, i);

    if (subject->award_form_id != 0)
      continue;
    subject->verdict = bv_eligibility_book_judge (self->book, subject->subject_id, 0);
    subject->eligible = subject->verdict.result != BV_ELIGIBILITY_BLOCKED;
  }
}

static gboolean
fill_quotas (BvAssessment *self, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_quota_kind);
  g_autoptr (GArray) ids = NULL;
  g_autofree gboolean *eligible = g_new0 (gboolean, self->subjects->len);
  g_autofree gint64 *held = g_new0 (gint64, self->subjects->len);

  query->movement_id = self->movement_id;
  ids = bv_query_run (query, self->office, error);
  for (guint i = 0; ids && i < ids->len; i++) {
    g_autoptr (BvRecord) quota = bv_office_load (
        self->office, &bv_quota_kind, g_array_index (ids, gint64, i), error);
    if (!quota)
      return FALSE;
    g_ptr_array_add (self->quotas, make_line (self, quota));
    judge_list (self, g_ptr_array_index (self->quotas, i), eligible);
    if (!walk (self, g_ptr_array_index (self->quotas, i), eligible, held, error))
      return FALSE;
  }
  judge_others (self);
  return ids != NULL;
}

gboolean
_bv_assessment_compute (BvAssessment *self, GError **error)
{
  rank (self);
  return fill_quotas (self, error);
}
