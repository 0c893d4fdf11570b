/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thresholds in whole votes, traps before the vote, tallies that do not balance. */
#include "config.h"

#include "bv-ballot.h"
#include "bv-error.h"

static const BvShare half = { 1, 2, FALSE };
static const BvShare more = { 1, 2, TRUE };
static const BvShare thirds = { 2, 3, FALSE };
static const BvShare fifths = { 4, 5, FALSE };
static const BvShare tenths = { 9, 10, FALSE };

static void
test_table (void)
{
  static const gint64 table[][6] = {
    { 5, 3, 3, 4, 4, 5 },   { 7, 4, 4, 5, 6, 7 },    { 9, 5, 5, 6, 8, 9 },
    { 11, 6, 6, 8, 9, 10 }, { 13, 7, 7, 9, 11, 12 }, { 15, 8, 8, 10, 12, 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    const gint64 *row = table[i];
    g_assert_cmpint (bv_ballot_need (half, row[0]), ==, row[1]);
    g_assert_cmpint (bv_ballot_need (more, row[0]), ==, row[2]);
    g_assert_cmpint (bv_ballot_need (thirds, row[0]), ==, row[3]);
    g_assert_cmpint (bv_ballot_need (fifths, row[0]), ==, row[4]);
    g_assert_cmpint (bv_ballot_need (tenths, row[0]), ==, row[5]);
  }
}

/* "More than half" is 2·yes > N, and a rounded 67 % would ask for 7 of 9. */
static void
test_need_by_definition (void)
{
  for (gint64 n = 1; n <= 200; n++) {
    gint64 least = bv_ballot_need (more, n);
    g_assert_true (2 * least > n && 2 * (least - 1) <= n);
    least = bv_ballot_need (thirds, n);
    g_assert_true (3 * least >= 2 * n && 3 * (least - 1) < 2 * n);
    least = bv_ballot_need (tenths, n);
    g_assert_true (10 * least >= 9 * n && 10 * (least - 1) < 9 * n);
  }
  g_assert_cmpint (bv_ballot_need ((BvShare){ 67, 100, FALSE }, 9), ==, 7);
  g_assert_cmpint (bv_ballot_need (bv_share_from_basis_points (6700), 9), ==, 6);
}

static void
test_shares (void)
{
  BvShare share = bv_share_from_basis_points (5100);

  g_assert_true (share.more && share.numerator == 1 && share.denominator == 2);
  share = bv_share_from_basis_points (8000);
  g_assert_true (!share.more && share.numerator == 4 && share.denominator == 5);
  share = bv_share_from_basis_points (9000);
  g_assert_true (!share.more && share.numerator == 9 && share.denominator == 10);
}

/* Nine members, nine tenths, one recusal: it can never pass, and this is known before the vote. */
static void
test_unreachable (void)
{
  BvBallotPresence presence = { 9, 9, 0 };
  BvBallotResult result;

  bv_ballot_decide (&bv_ballot_default_rules, &presence, tenths, 0, 0, NULL, &result);
  g_assert_true (result.reachable);
  g_assert_cmpint (result.outcome, ==, BV_BALLOT_OPEN);
  bv_ballot_decide (&bv_ballot_default_rules, &presence, tenths, 1, 0, NULL, &result);
  g_assert_cmpint (result.need, ==, 9);
  g_assert_cmpint (result.able, ==, 8);
  g_assert_false (result.reachable);
}

static void
test_written (void)
{
  BvBallotPresence presence = { 9, 7, 2 };
  BvBallotCount count = { .yes = 6, .no = 1, .written_yes = 2 };
  BvBallotRules rules = bv_ballot_default_rules;
  BvBallotResult result;

  bv_ballot_decide (&rules, &presence, fifths, 0, 0, &count, &result);
  g_assert_cmpint (result.yes, ==, 8);
  g_assert_cmpint (result.outcome, ==, BV_BALLOT_PASSED);
  rules.written_counts = FALSE;
  bv_ballot_decide (&rules, &presence, fifths, 0, 0, &count, &result);
  g_assert_cmpint (result.yes, ==, 6);
  g_assert_cmpint (result.outcome, ==, BV_BALLOT_FAILED);
  rules.base = BV_VOTE_OF_PRESENT;
  bv_ballot_decide (&rules, &presence, fifths, 0, 0, &count, &result);
  g_assert_cmpint (result.base, ==, 7);
  g_assert_cmpint (result.need, ==, 6);
  g_assert_cmpint (result.outcome, ==, BV_BALLOT_PASSED);
}

static void
test_quorum (void)
{
  BvBallotCount count = { .yes = 5 };
  BvBallotPresence presence = { 9, 5, 0 };
  BvBallotResult result;

  g_assert_false (bv_ballot_has_quorum (&bv_ballot_default_rules, &presence));
  bv_ballot_decide (&bv_ballot_default_rules, &presence, more, 0, 0, &count, &result);
  g_assert_cmpint (result.outcome, ==, BV_BALLOT_NO_QUORUM);
  presence.n_present = 6;
  g_assert_true (bv_ballot_has_quorum (&bv_ballot_default_rules, &presence));
  presence = (BvBallotPresence){ 0, 0, 0 };
  g_assert_false (bv_ballot_has_quorum (&bv_ballot_default_rules, &presence));
}

static void
assert_refused (BvBallotBox box)
{
  BvBallotPresence presence = { 9, 8, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_ballot_check_box (&box, &presence, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_balance (void)
{
  BvBallotPresence presence = { 9, 8, 1 };
  BvBallotBox box = { 8, 8, 1, 1 };
  BvBallotCount count = { 5, 1, 1, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_ballot_check_box (&box, &presence, &error));
  g_assert_cmpint (bv_ballot_count_valid (&box), ==, 6);
  g_assert_true (bv_ballot_check_count (&count, &box, &presence, 0, 0, "An", &error));
  assert_refused ((BvBallotBox){ 9, 8, 0, 0 });
  assert_refused ((BvBallotBox){ 8, 9, 0, 0 });
  assert_refused ((BvBallotBox){ 8, 3, 2, 2 });
  count.no = 2;
  g_assert_false (bv_ballot_check_count (&count, &box, &presence, 0, 0, "An", &error));
  g_assert_true (g_str_has_prefix (error->message, "An: 7"));
  g_clear_error (&error);
  count = (BvBallotCount){ 5, 1, 1, 1 };
  g_assert_false (bv_ballot_check_count (&count, &box, &presence, 0, 0, "An", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  /* who leaves the line neither votes nor writes on it */
  count = (BvBallotCount){ 5, 1, 0, 0 };
  g_assert_true (bv_ballot_check_count (&count, &box, &presence, 2, 0, "An", &error));
  g_assert_false (bv_ballot_check_count (&count, &box, &presence, 3, 0, "An", NULL));
  count = (BvBallotCount){ 5, 1, 1, 0 };
  g_assert_false (bv_ballot_check_count (&count, &box, &presence, 0, 1, "An", NULL));
}

/* One more vote for never turns a pass into a failure, and a pass means the share is met. */
static void
test_monotone (void)
{
  static const BvShare *const shares[] = { &half, &more, &thirds, &fifths, &tenths };

  for (gint64 n = 1; n <= 15; n++)
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
      gboolean passed = FALSE;
      for (gint64 yes = 0; yes <= n; yes++) {
        BvBallotPresence presence = { n, n, 0 };
        BvBallotCount count = { .yes = yes };
        BvBallotResult result;
        gboolean now;
        bv_ballot_decide (&bv_ballot_default_rules, &presence, *shares[i], 0, 0, &count, &result);
        now = result.outcome == BV_BALLOT_PASSED;
        g_assert_true (now || !passed);
        g_assert_true (!now
                       || yes * shares[i]->denominator
                              >= n * shares[i]->numerator + (shares[i]->more ? 1 : 0));
        passed = now;
      }
      g_assert_true (passed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ballot/table", test_table);
  g_test_add_func ("/ballot/need-by-definition", test_need_by_definition);
  g_test_add_func ("/ballot/shares", test_shares);
  g_test_add_func ("/ballot/unreachable", test_unreachable);
  g_test_add_func ("/ballot/written", test_written);
  g_test_add_func ("/ballot/quorum", test_quorum);
  g_test_add_func ("/ballot/balance", test_balance);
  g_test_add_func ("/ballot/monotone", test_monotone);
  return g_test_run ();
}
