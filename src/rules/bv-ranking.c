/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranking: order, joint ranks, and the step that separated each pair of neighbours. */
#include "config.h"

#include "bv-ranking.h"

struct _BvRanking
{
  /* Borrowed from the caller */
  const BvCandidate *candidates;
  BvRankingRules rules;

  /* Owned */
  guint *by_maximum; /* criteria, greatest maximum first */
  GArray *lists[BV_N_RANK_LISTS];
};

/* What separates two candidates. */
typedef struct
{
  BvTieStep step;
  guint criterion;
  int order; /* less than 0: the first one stands higher */
} Separation;

const BvTieStep bv_ranking_default_chain[4] = {
  BV_TIE_WOMAN,
  BV_TIE_DIRECT_WORKER,
  BV_TIE_CRITERIA,
  BV_TIE_ACHIEVEMENTS,
};

/* Greater stands higher. */
static int
compare_descending (gint64 a, gint64 b)
{
  return (a < b) - (a > b);
}

/* A criterion that does not apply or has no value gives no points, for ties too. */
static BvFraction
count_points (const BvCandidate *candidate, guint criterion)
{
  if (candidate->exact != NULL && candidate->points[criterion] >= 0)
    return candidate->exact[criterion];
  return bv_fraction_from_points (MAX (candidate->points[criterion], 0));
}

static int
compare_criteria (const BvRanking *self, const BvCandidate *a, const BvCandidate *b, guint *which)
{
  for (guint i = 0; i < self->rules.n_criteria; i++) {
    guint criterion = self->by_maximum[i];
    int order = -bv_fraction_compare (count_points (a, criterion), count_points (b, criterion));

    if (order != 0) {
      *which = criterion;
      return order;
    }
  }
  return 0;
}

static int
compare_by_step (const BvRanking *self,
                 BvTieStep step,
                 const BvCandidate *a,
                 const BvCandidate *b,
                 guint *criterion)
{
  switch (step) {
  case BV_TIE_TOTAL:
    return -bv_fraction_compare (a->total, b->total);
  case BV_TIE_WOMAN:
    return !!b->woman_preferred - !!a->woman_preferred;
  case BV_TIE_DIRECT_WORKER:
    return !!b->direct_worker - !!a->direct_worker;
  case BV_TIE_CRITERIA:
    return compare_criteria (self, a, b, criterion);
  case BV_TIE_ACHIEVEMENTS:
    return compare_descending (a->n_verified, b->n_verified);
  case BV_TIE_NONE:
  case BV_TIE_JOINT:
  default:
    return 0;
  }
}

/* The first step that tells @a from @b, both complete. */
static Separation
separate (const BvRanking *self, const BvCandidate *a, const BvCandidate *b)
{
  Separation found = { .step = BV_TIE_TOTAL };

  found.order = compare_by_step (self, BV_TIE_TOTAL, a, b, &found.criterion);
  for (guint i = 0; found.order == 0 && i < self->rules.n_chain; i++) {
    found.step = self->rules.chain[i];
    found.order = compare_by_step (self, found.step, a, b, &found.criterion);
  }
  if (found.order == 0)
    found.step = BV_TIE_JOINT;
  return found;
}

static int
compare_ranked_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const BvRanking *self = data;
  const BvCandidate *a = &self->candidates[((const BvRanked *) first)->candidate];
  const BvCandidate *b = &self->candidates[((const BvRanked *) second)->candidate];
  int order = !!b->complete - !!a->complete;

  if (order == 0 && a->complete)
    order = separate (self, a, b).order;
  /* Joint ranks and the unranked need some order to be shown in; the id gives no rank. */
  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

static int
compare_maximum_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const BvScoringCriterion *criteria = data;
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;
  int order = compare_descending (criteria[a].maximum, criteria[b].maximum);

  return order != 0 ? order : (a > b) - (a < b);
}

static void
sort_criteria (BvRanking *self)
{
  self->by_maximum = g_new (guint, self->rules.n_criteria);
  for (guint i = 0; i < self->rules.n_criteria; i++)
    self->by_maximum[i] = i;
  g_qsort_with_data (self->by_maximum,
                     (int) self->rules.n_criteria,
                     sizeof (guint),
                     compare_maximum_cb,
                     (gpointer) self->rules.criteria);
}

static void
distribute (BvRanking *self, guint n_candidates)
{
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    self->lists[i] = g_array_new (FALSE, TRUE, sizeof (BvRanked));
  for (guint i = 0; i < n_candidates; i++) {
    BvRanked ranked = { .candidate = i };
    BvRankList list = self->candidates[i].list;

    g_assert (list < BV_N_RANK_LISTS);
    if (self->rules.join_individuals && list != BV_RANK_COLLECTIVES)
      list = BV_RANK_INDIVIDUALS;
    g_array_append_val (self->lists[list], ranked);
  }
}

/* Notes between which steps each position stands and starts a new rank where one separates. */
static void
number_ranks (BvRanking *self, BvRanked *ranked, guint n_ranked)
{
  for (guint i = 0; i < n_ranked && self->candidates[ranked[i].candidate].complete; i++) {
    const BvCandidate *candidate = &self->candidates[ranked[i].candidate];
    Separation found = { .step = BV_TIE_NONE };

    if (i > 0) {
      found = separate (self, &self->candidates[ranked[i - 1].candidate], candidate);
      ranked[i - 1].below_step = found.step;
      ranked[i - 1].below_criterion = found.criterion;
    }
    ranked[i].above_step = found.step;
    ranked[i].above_criterion = found.criterion;
    ranked[i].rank = found.step == BV_TIE_JOINT ? ranked[i - 1].rank : i + 1;
    ranked[ranked[i].rank - 1].n_tied++;
  }
  for (guint i = 0; i < n_ranked && ranked[i].rank > 0; i++)
    ranked[i].n_tied = ranked[ranked[i].rank - 1].n_tied;
}

BvRanking *
bv_ranking_new (const BvCandidate *candidates, guint n_candidates, const BvRankingRules *rules)
{
  BvRanking *self = g_new0 (BvRanking, 1);

  self->candidates = candidates;
  self->rules = *rules;
  if (rules->chain == NULL) {
    self->rules.chain = bv_ranking_default_chain;
    self->rules.n_chain = G_N_ELEMENTS (bv_ranking_default_chain);
  }
  sort_criteria (self);
  distribute (self, n_candidates);
  for (guint i = 0; i < BV_N_RANK_LISTS; i++) {
    g_array_sort_with_data (self->lists[i], compare_ranked_cb, self);
    number_ranks (self, (BvRanked *) (gpointer) self->lists[i]->data, self->lists[i]->len);
  }
  return self;
}

void
bv_ranking_free (BvRanking *self)
{
  for (guint i = 0; i < BV_N_RANK_LISTS; i++)
    g_array_unref (self->lists[i]);
  g_free (self->by_maximum);
  g_free (self);
}

const BvRanked *
bv_ranking_get_list (const BvRanking *self, BvRankList list, guint *n_ranked)
{
  g_return_val_if_fail (list < BV_N_RANK_LISTS, NULL);

  *n_ranked = self->lists[list]->len;
  return (const BvRanked *) (gconstpointer) self->lists[list]->data;
}

const BvCandidate *
bv_ranking_get_candidate (const BvRanking *self, BvRankList list, guint position)
{
  g_return_val_if_fail (list < BV_N_RANK_LISTS && position < self->lists[list]->len, NULL);

  return &self->candidates[g_array_index (self->lists[list], BvRanked, position).candidate];
}

const BvRankingRules *
bv_ranking_get_rules (const BvRanking *self)
{
  return &self->rules;
}
