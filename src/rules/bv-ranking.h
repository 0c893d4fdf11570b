/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders candidates by total and a declared chain of ties, and remembers what decided. */
#pragma once

#include "bv-scoring.h"

G_BEGIN_DECLS

/* Lists are ranked apart. BV_RANK_INDIVIDUALS is filled instead of leaders and staff when the
 * rules join them. */
typedef enum {
  BV_RANK_COLLECTIVES,
  BV_RANK_LEADERS,
  BV_RANK_STAFF,
  BV_RANK_INDIVIDUALS,
  BV_N_RANK_LISTS,
} BvRankList;

typedef enum {
  BV_TIE_NONE,          /* there is no neighbour on that side, or it is not ranked */
  BV_TIE_TOTAL,         /* the totals differ */
  BV_TIE_WOMAN,         /* a woman, or a collective of mostly women, first */
  BV_TIE_DIRECT_WORKER, /* who works directly before who leads */
  BV_TIE_CRITERIA,      /* more points in the criterion with the greatest maximum, then the next */
  BV_TIE_ACHIEVEMENTS,  /* more verified achievements */
  BV_TIE_JOINT,         /* nothing separates them: the same rank */
} BvTieStep;

/**
 * BvCandidate:
 * @id: id of the subject; unique
 * @name: (nullable): only for the reasons
 * @list: collectives, leaders or staff
 * @total: official total, see BvTotal
 * @complete: a candidate who lacks points stands at the end without a rank
 * @points: (array): official points for each criterion, see BvTotal
 * @exact: (array) (nullable): the same points exactly, where @points are rounded means; those ≥ 0
 * @bonus: in hundredths, for the reasons
 * @penalty: in hundredths, for the reasons
 * @woman_preferred: a woman, or a collective with the share of women that the rules ask
 * @direct_worker: does not lead
 * @n_verified: verified achievements
 */
typedef struct
{
  gint64 id;
  const char *name;
  BvRankList list;
  BvFraction total;
  gboolean complete;
  const gint64 *points;
  const BvFraction *exact;
  gint64 bonus;
  gint64 penalty;
  gboolean woman_preferred;
  gboolean direct_worker;
  guint n_verified;
} BvCandidate;

/**
 * BvRankingRules:
 * @criteria: (array length=n_criteria): in the order of the launch notice; criteria with the same
 *   maximum are compared in this order
 * @chain: (array length=n_chain) (nullable): how ties end, or %NULL for bv_ranking_default_chain
 * @join_individuals: rank leaders and staff in one list
 */
typedef struct
{
  const BvScoringCriterion *criteria;
  guint n_criteria;
  const BvTieStep *chain;
  guint n_chain;
  gboolean join_individuals;
} BvRankingRules;

/**
 * BvRanked:
 * @candidate: index in the array given to bv_ranking_new()
 * @rank: 1, 2, 2, 4; 0 when points are missing
 * @n_tied: candidates with this rank, 1 when alone; 0 when points are missing
 * @above_step: what separated it from the position above
 * @below_step: what separated it from the position below
 * @above_criterion: index of the criterion when @above_step is BV_TIE_CRITERIA
 * @below_criterion: index of the criterion when @below_step is BV_TIE_CRITERIA
 *
 * The first candidate of a rank stands at position rank − 1.
 */
typedef struct
{
  guint candidate;
  guint rank;
  guint n_tied;
  BvTieStep above_step;
  BvTieStep below_step;
  guint above_criterion;
  guint below_criterion;
} BvRanked;

typedef struct _BvRanking BvRanking;

/* Women, direct workers, criteria, achievements; then joint. */
extern const BvTieStep bv_ranking_default_chain[4];

/* Ranks @candidates; the result does not depend on their order. The candidates, their points, the
 * criteria and all strings must outlive the ranking. Returns: (transfer full) */
BvRanking *
bv_ranking_new (const BvCandidate *candidates, guint n_candidates, const BvRankingRules *rules);

void bv_ranking_free (BvRanking *self);

/* Returns: (transfer none) (array length=n_ranked): @list from first to last, joint ranks by id
 * and those without a rank at the end. */
const BvRanked *bv_ranking_get_list (const BvRanking *self, BvRankList list, guint *n_ranked);

/* Returns: (transfer none): the candidate at @position of @list. */
const BvCandidate *
bv_ranking_get_candidate (const BvRanking *self, BvRankList list, guint position);

/* Returns: (transfer none): the rules that it was made by, with the chain filled in. */
const BvRankingRules *bv_ranking_get_rules (const BvRanking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRanking, bv_ranking_free)

G_END_DECLS
