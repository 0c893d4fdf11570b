/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranking: the chain step by step, joint ranks, and random lists against a plain definition. */
#include "config.h"

#include <string.h>

#include "bv-ranking.h"

#define N_CRITERIA 4
#define N_RANDOM 120

/* The greatest maximum is second; the first and the last are equal. */
static const BvScoringCriterion criteria[N_CRITERIA] = {
  { 1, "1.", 2000, TRUE, TRUE, FALSE },
  { 2, "2.", 5000, TRUE, TRUE, FALSE },
  { 3, "3.", 1000, TRUE, TRUE, FALSE },
  { 4, "4.", 2000, TRUE, TRUE, FALSE },
};

static const BvRankingRules apart = { criteria, N_CRITERIA, NULL, 0, FALSE };
static const BvRankingRules joined = { criteria, N_CRITERIA, NULL, 0, TRUE };

/* A candidate and its points in one piece, so that shuffling keeps them together. */
typedef struct
{
  BvCandidate candidate;
  gint64 points[N_CRITERIA];
} Entry;

static void
add_up (Entry *entry)
{
  gint64 sum = entry->candidate.bonus - entry->candidate.penalty;

  for (guint i = 0; i < N_CRITERIA; i++)
    sum += entry->points[i];
  entry->candidate.total = bv_fraction_from_points (CLAMP (sum, 0, 10000));
}

/* Few distinct values, so that every step of the chain is reached and many ties remain. */
static void
fill_random (Entry *entries, guint n)
{
  for (guint i = 0; i < n; i++) {
    entries[i] = (Entry){ .candidate = { .id = i * 7 + 1,
                                         .list = g_test_rand_int_range (0, BV_RANK_INDIVIDUALS),
                                         .complete = g_test_rand_int_range (0, 10) > 0,
                                         .woman_preferred = g_test_rand_int_range (0, 4) == 0,
                                         .direct_worker = g_test_rand_bit (),
                                         .n_verified = g_test_rand_int_range (0, 2) } };
    for (guint j = 0; j < N_CRITERIA; j++)
      entries[i].points[j] = g_test_rand_int_range (1, 3) * criteria[j].maximum / 2;
    if (!entries[i].candidate.complete)
      entries[i].points[0] = BV_POINTS_MISSING;
    add_up (&entries[i]);
  }
}

static BvRanking *
rank (const Entry *entries, guint n, BvCandidate *candidates, const BvRankingRules *rules)
{
  for (guint i = 0; i < n; i++) {
    candidates[i] = entries[i].candidate;
    candidates[i].points = entries[i].points;
  }
  return bv_ranking_new (candidates, n, rules);
}

/* Whether @a stands above @b, written down from the rules without looking at the program. */
static gboolean
is_better (const Entry *a, const Entry *b)
{
  static const guint order[N_CRITERIA] = { 1, 0, 3, 2 };

  if (a->candidate.total.numerator != b->candidate.total.numerator)
    return a->candidate.total.numerator > b->candidate.total.numerator;
  if (a->candidate.woman_preferred != b->candidate.woman_preferred)
    return a->candidate.woman_preferred;
  if (a->candidate.direct_worker != b->candidate.direct_worker)
    return a->candidate.direct_worker;
  for (guint i = 0; i < N_CRITERIA; i++)
    if (a->points[order[i]] != b->points[order[i]])
      return a->points[order[i]] > b->points[order[i]];
  return a->candidate.n_verified > b->candidate.n_verified;
}

static gboolean
is_same_list (const Entry *a, const Entry *b, gboolean join)
{
  if (join && a->candidate.list != BV_RANK_COLLECTIVES)
    return b->candidate.list != BV_RANK_COLLECTIVES;
  return a->candidate.list == b->candidate.list;
}

/* 1 + how many are better; 0 when points are missing. */
static guint
count_rank (const Entry *entries, guint n, guint which, gboolean join)
{
  guint place = 1;

  if (!entries[which].candidate.complete)
    return 0;
  for (guint i = 0; i < n; i++)
    if (entries[i].candidate.complete && is_same_list (&entries[i], &entries[which], join)
        && is_better (&entries[i], &entries[which]))
      place++;
  return place;
}

static void
check_against_definition (const Entry *entries, guint n, const BvRankingRules *rules)
{
  g_autofree BvCandidate *candidates = g_new (BvCandidate, n);
  g_autoptr (BvRanking) ranking = rank (entries, n, candidates, rules);
  guint n_seen = 0;

  for (guint list = 0; list < BV_N_RANK_LISTS; list++) {
    guint n_ranked;
    const BvRanked *ranked = bv_ranking_get_list (ranking, list, &n_ranked);

    for (guint i = 0; i < n_ranked; i++) {
      guint expected = count_rank (entries, n, ranked[i].candidate, rules->join_individuals);
      guint n_tied = 0;

      g_assert_cmpuint (ranked[i].rank, ==, expected);
      for (guint j = 0; j < n_ranked; j++)
        n_tied += ranked[j].rank == ranked[i].rank;
      g_assert_cmpuint (ranked[i].n_tied, ==, expected == 0 ? 0 : n_tied);
      if (i > 0 && expected > 0)
        g_assert_cmpuint (ranked[i - 1].rank, >, 0);
      if (i > 0)
        g_assert_cmpint (ranked[i].above_step, ==, ranked[i - 1].below_step);
    }
    n_seen += n_ranked;
  }
  g_assert_cmpuint (n_seen, ==, n);
}

static void
test_definition (void)
{
  Entry entries[N_RANDOM];

  for (guint round = 0; round < 100; round++) {
    guint n = g_test_rand_int_range (0, N_RANDOM + 1);

    fill_random (entries, n);
    check_against_definition (entries, n, round % 2 == 0 ? &apart : &joined);
  }
}

static void
shuffle (Entry *entries, guint n)
{
  for (guint i = n; i > 1; i--) {
    guint other = g_test_rand_int_range (0, i);
    Entry kept = entries[i - 1];

    entries[i - 1] = entries[other];
    entries[other] = kept;
  }
}

static void
assert_same_list (const BvRanking *first, const BvRanking *second, BvRankList list)
{
  guint n_first, n_second;
  const BvRanked *a = bv_ranking_get_list (first, list, &n_first);
  const BvRanked *b = bv_ranking_get_list (second, list, &n_second);

  g_assert_cmpuint (n_first, ==, n_second);
  for (guint i = 0; i < n_first; i++) {
    g_assert_cmpint (bv_ranking_get_candidate (first, list, i)->id,
                     ==,
                     bv_ranking_get_candidate (second, list, i)->id);
    g_assert_cmpuint (a[i].rank, ==, b[i].rank);
    g_assert_cmpuint (a[i].n_tied, ==, b[i].n_tied);
    g_assert_cmpint (a[i].above_step, ==, b[i].above_step);
    g_assert_cmpint (a[i].below_step, ==, b[i].below_step);
    g_assert_cmpuint (a[i].above_criterion, ==, b[i].above_criterion);
    g_assert_cmpuint (a[i].below_criterion, ==, b[i].below_criterion);
  }
}

static void
test_shuffles (void)
{
  Entry entries[N_RANDOM], shuffled[N_RANDOM];
  BvCandidate candidates[N_RANDOM], others[N_RANDOM];
  g_autoptr (BvRanking) ranking = NULL;

  fill_random (entries, N_RANDOM);
  ranking = rank (entries, N_RANDOM, candidates, &joined);
  memcpy (shuffled, entries, sizeof entries);
  for (guint round = 0; round < 1000; round++) {
    g_autoptr (BvRanking) other = NULL;

    shuffle (shuffled, N_RANDOM);
    other = rank (shuffled, N_RANDOM, others, &joined);
    for (guint list = 0; list < BV_N_RANK_LISTS; list++)
      assert_same_list (ranking, other, list);
  }
}

static guint
find_rank (const Entry *entries, guint n, guint which)
{
  g_autofree BvCandidate *candidates = g_new (BvCandidate, n);
  g_autoptr (BvRanking) ranking = rank (entries, n, candidates, &apart);
  guint n_ranked;
  const BvRanked *ranked = bv_ranking_get_list (ranking, entries[which].candidate.list, &n_ranked);

  for (guint i = 0; i < n_ranked; i++)
    if (ranked[i].candidate == which)
      return ranked[i].rank;
  g_assert_not_reached ();
}

/* More points in any content, a bonus or one more achievement never lead to a lower rank. */
static void
test_monotonous (void)
{
  Entry entries[N_RANDOM];
  guint n_raised = 0;

  for (guint round = 0; round < 1000; round++) {
    guint which = g_test_rand_int_range (0, N_RANDOM);
    guint what = g_test_rand_int_range (0, N_CRITERIA + 2);
    guint before;

    fill_random (entries, N_RANDOM);
    if (!entries[which].candidate.complete)
      continue;
    before = find_rank (entries, N_RANDOM, which);
    if (what < N_CRITERIA)
      entries[which].points[what] += g_test_rand_int_range (1, (int) criteria[what].maximum / 2);
    else if (what == N_CRITERIA)
      entries[which].candidate.bonus += g_test_rand_int_range (1, 200);
    else
      entries[which].candidate.n_verified++;
    add_up (&entries[which]);
    g_assert_cmpuint (find_rank (entries, N_RANDOM, which), <=, before);
    n_raised++;
  }
  g_assert_cmpuint (n_raised, >, 500);
}

static Entry
make_entry (gint64 id, const gint64 *points)
{
  Entry entry = { .candidate = { .id = id, .list = BV_RANK_STAFF, .complete = TRUE } };

  memcpy (entry.points, points, sizeof entry.points);
  add_up (&entry);
  return entry;
}

/* 1, 2, 2, 4, in the order of ids where nothing separates. */
static void
test_joint (void)
{
  const Entry entries[] = {
    make_entry (40, (gint64[]){ 1000, 2000, 500, 1000 }),
    make_entry (30, (gint64[]){ 1000, 3000, 500, 1000 }),
    make_entry (20, (gint64[]){ 1000, 3000, 500, 1000 }),
    make_entry (10, (gint64[]){ 2000, 3000, 500, 1000 }),
  };
  static const guint ranks[] = { 1, 2, 2, 4 };
  static const gint64 ids[] = { 10, 20, 30, 40 };
  BvCandidate candidates[4];
  g_autoptr (BvRanking) ranking = rank (entries, 4, candidates, &apart);
  guint n_ranked;
  const BvRanked *ranked = bv_ranking_get_list (ranking, BV_RANK_STAFF, &n_ranked);

  g_assert_cmpuint (n_ranked, ==, 4);
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpuint (ranked[i].rank, ==, ranks[i]);
    g_assert_cmpint (candidates[ranked[i].candidate].id, ==, ids[i]);
  }
  g_assert_cmpint (ranked[0].above_step, ==, BV_TIE_NONE);
  g_assert_cmpint (ranked[0].below_step, ==, BV_TIE_TOTAL);
  g_assert_cmpint (ranked[1].below_step, ==, BV_TIE_JOINT);
  g_assert_cmpint (ranked[2].above_step, ==, BV_TIE_JOINT);
  g_assert_cmpint (ranked[2].below_step, ==, BV_TIE_TOTAL);
  g_assert_cmpint (ranked[3].below_step, ==, BV_TIE_NONE);
}

/* Ranks two entries; the one with id 1 must win by @step. */
static void
assert_separated (
    Entry winner, Entry loser, const BvRankingRules *rules, BvTieStep step, guint criterion)
{
  const Entry entries[] = { loser, winner };
  BvCandidate candidates[2];
  g_autoptr (BvRanking) ranking = rank (entries, 2, candidates, rules);
  guint n_ranked;
  const BvRanked *ranked = bv_ranking_get_list (ranking, BV_RANK_STAFF, &n_ranked);

  g_assert_cmpuint (n_ranked, ==, 2);
  g_assert_cmpint (candidates[ranked[0].candidate].id, ==, 1);
  g_assert_cmpuint (ranked[1].rank, ==, step == BV_TIE_JOINT ? 1 : 2);
  g_assert_cmpint (ranked[0].below_step, ==, step);
  g_assert_cmpint (ranked[1].above_step, ==, step);
  g_assert_cmpuint (ranked[1].above_criterion, ==, criterion);
}

static void
test_chain (void)
{
  static const gint64 same[] = { 1000, 3000, 500, 1000 };
  Entry winner = make_entry (1, same), loser = make_entry (2, same);

  assert_separated (winner, loser, &apart, BV_TIE_JOINT, 0);
  winner.candidate.n_verified = 1;
  assert_separated (winner, loser, &apart, BV_TIE_ACHIEVEMENTS, 0);
  /* Each earlier step outweighs all later ones. */
  loser = make_entry (2, (gint64[]){ 1000, 3000, 400, 1100 });
  loser.candidate.n_verified = 0;
  winner = make_entry (1, (gint64[]){ 1100, 3000, 500, 900 });
  assert_separated (winner, loser, &apart, BV_TIE_CRITERIA, 0);
  winner = make_entry (1, (gint64[]){ 900, 3001, 599, 1000 });
  loser.candidate.n_verified = 9;
  assert_separated (winner, loser, &apart, BV_TIE_CRITERIA, 1);
  loser = make_entry (2, (gint64[]){ 0, 5000, 500, 0 });
  winner.candidate.direct_worker = TRUE;
  assert_separated (winner, loser, &apart, BV_TIE_DIRECT_WORKER, 0);
  winner.candidate.direct_worker = FALSE;
  loser.candidate.direct_worker = TRUE;
  winner.candidate.woman_preferred = TRUE;
  assert_separated (winner, loser, &apart, BV_TIE_WOMAN, 0);
  winner.candidate.woman_preferred = FALSE;
  loser.candidate.woman_preferred = TRUE;
  winner.points[2]++;
  add_up (&winner);
  assert_separated (winner, loser, &apart, BV_TIE_TOTAL, 0);
}

static void
test_own_chain (void)
{
  static const gint64 same[] = { 1000, 3000, 500, 1000 };
  static const BvTieStep steps[] = { BV_TIE_ACHIEVEMENTS, BV_TIE_WOMAN };
  const BvRankingRules own = { criteria, N_CRITERIA, steps, G_N_ELEMENTS (steps), FALSE };
  const BvRankingRules none = { criteria, N_CRITERIA, steps, 0, FALSE };
  Entry winner = make_entry (1, same), loser = make_entry (2, same);

  winner.candidate.n_verified = 3;
  loser.candidate.woman_preferred = TRUE;
  assert_separated (winner, loser, &own, BV_TIE_ACHIEVEMENTS, 0);
  assert_separated (winner, loser, &none, BV_TIE_JOINT, 0);
}

static void
test_exact_totals (void)
{
  static const gint64 same[] = { 1000, 3000, 500, 1000 };
  Entry winner = make_entry (1, same), loser = make_entry (2, same);

  winner.candidate.total = (BvFraction){ 83351, 9 };
  loser.candidate.total = (BvFraction){ 83350, 9 };
  assert_separated (winner, loser, &apart, BV_TIE_TOTAL, 0);
  loser.candidate.total = (BvFraction){ 83351 * 4, 36 };
  assert_separated (winner, loser, &apart, BV_TIE_JOINT, 0);
}

/* A criterion that does not apply gives no points, so it neither beats nor loses to a zero. */
static void
test_not_applicable (void)
{
  Entry winner = make_entry (1, (gint64[]){ 1000, 0, 500, 1000 });
  Entry loser = make_entry (2, (gint64[]){ 1000, 0, 500, 1000 });

  loser.points[1] = BV_POINTS_NOT_APPLICABLE;
  assert_separated (winner, loser, &apart, BV_TIE_JOINT, 0);
}

static void
test_incomplete (void)
{
  static const gint64 same[] = { 1000, 3000, 500, 1000 };
  Entry entries[] = { make_entry (3, same), make_entry (2, same), make_entry (4, same) };
  BvCandidate candidates[3];
  g_autoptr (BvRanking) ranking = NULL;
  const BvRanked *ranked;
  guint n_ranked;

  entries[0].candidate.complete = FALSE;
  entries[1].candidate.complete = FALSE;
  ranking = rank (entries, 3, candidates, &apart);
  ranked = bv_ranking_get_list (ranking, BV_RANK_STAFF, &n_ranked);
  g_assert_cmpuint (n_ranked, ==, 3);
  g_assert_cmpuint (ranked[0].candidate, ==, 2);
  g_assert_cmpuint (ranked[0].rank, ==, 1);
  g_assert_cmpint (ranked[0].below_step, ==, BV_TIE_NONE);
  g_assert_cmpuint (ranked[1].candidate, ==, 1);
  g_assert_cmpuint (ranked[1].rank, ==, 0);
  g_assert_cmpuint (ranked[2].rank, ==, 0);
}

static void
test_lists (void)
{
  static const gint64 same[] = { 1000, 3000, 500, 1000 };
  Entry entries[] = { make_entry (1, same), make_entry (2, same), make_entry (3, same) };
  static const guint expected[2][BV_N_RANK_LISTS] = { { 1, 1, 1, 0 }, { 1, 0, 0, 2 } };
  BvCandidate candidates[3];

  for (guint i = 0; i < 3; i++)
    entries[i].candidate.list = i;
  for (guint join = 0; join < 2; join++) {
    g_autoptr (BvRanking) ranking = rank (entries, 3, candidates, join ? &joined : &apart);

    for (guint list = 0; list < BV_N_RANK_LISTS; list++) {
      guint n_ranked;

      bv_ranking_get_list (ranking, list, &n_ranked);
      g_assert_cmpuint (n_ranked, ==, expected[join][list]);
    }
  }
}

/* The greatest list that is promised, once with distinct totals and once with none. */
static void
test_large (void)
{
  const guint n = 20000;
  g_autofree Entry *entries = g_new (Entry, n);
  g_autofree BvCandidate *candidates = g_new (BvCandidate, n);

  for (guint same = 0; same < 2; same++) {
    g_autoptr (BvRanking) ranking = NULL;
    const BvRanked *ranked;
    guint n_ranked;

    for (guint i = 0; i < n; i++) {
      entries[i] = make_entry (n - i, (gint64[]){ 0, 0, 0, 0 });
      entries[i].candidate.total = bv_fraction_from_points (same ? 5 : (i * 7919) % n);
    }
    ranking = rank (entries, n, candidates, &apart);
    ranked = bv_ranking_get_list (ranking, BV_RANK_STAFF, &n_ranked);
    g_assert_cmpuint (n_ranked, ==, n);
    g_assert_cmpuint (ranked[n - 1].rank, ==, same ? 1 : n);
    g_assert_cmpuint (ranked[n - 1].n_tied, ==, same ? n : 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/ranking/definition", test_definition);
  g_test_add_func ("/rules/ranking/shuffles", test_shuffles);
  g_test_add_func ("/rules/ranking/monotonous", test_monotonous);
  g_test_add_func ("/rules/ranking/joint", test_joint);
  g_test_add_func ("/rules/ranking/chain", test_chain);
  g_test_add_func ("/rules/ranking/own-chain", test_own_chain);
  g_test_add_func ("/rules/ranking/exact-totals", test_exact_totals);
  g_test_add_func ("/rules/ranking/not-applicable", test_not_applicable);
  g_test_add_func ("/rules/ranking/incomplete", test_incomplete);
  g_test_add_func ("/rules/ranking/lists", test_lists);
  g_test_add_func ("/rules/ranking/large", test_large);
  return g_test_run ();
}
