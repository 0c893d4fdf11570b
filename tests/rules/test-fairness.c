/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a selection compares with its candidates, on figures counted by hand. */
#include "config.h"

#include "bv-fairness.h"

static void
test_count (void)
{
  BvFairnessCount count = { 0 };

  bv_fairness_add (&count, TRUE, FALSE);
  bv_fairness_add (&count, FALSE, TRUE);
  bv_fairness_add (&count, FALSE, FALSE);
  g_assert_cmpuint (count.n_candidates, ==, 3);
  g_assert_cmpuint (count.n_selected, ==, 1);
  g_assert_cmpuint (count.n_open, ==, 1);
}

/* 18 women of 31 candidates: of 6 places their share is 3,48, so 3. */
static void
test_share (void)
{
  const BvFairnessCount all = { 31, 6, 2 };
  const BvFairnessCount women = { 18, 2, 2 };
  const BvFairnessCount enough = { 18, 3, 0 };
  const BvFairnessCount nobody = { 0, 0, 0 };

  g_assert_cmpuint (bv_fairness_share (&women, &all), ==, 3);
  g_assert_cmpuint (bv_fairness_short (&women, &all), ==, 1);
  g_assert_cmpuint (bv_fairness_short (&enough, &all), ==, 0);
  g_assert_cmpuint (bv_fairness_short (&nobody, &all), ==, 0);
  g_assert_cmpuint (bv_fairness_share (&women, &nobody), ==, 0);
  /* the whole has exactly its share */
  g_assert_cmpuint (bv_fairness_share (&all, &all), ==, 6);
  g_assert_cmpuint (bv_fairness_short (&all, &all), ==, 0);
}

/* Shares of groups that make up the whole never add up to more places than there are. */
static void
test_shares_fit (void)
{
  for (guint n = 1; n <= 40; n++)
    for (guint places = 0; places <= n; places++)
      for (guint part = 0; part <= n; part++) {
        const BvFairnessCount all = { n, places, 0 };
        const BvFairnessCount one = { part, 0, 0 };
        const BvFairnessCount other = { n - part, 0, 0 };
        guint sum = bv_fairness_share (&one, &all) + bv_fairness_share (&other, &all);

        g_assert_cmpuint (sum, <=, places);
        g_assert_cmpuint (sum + 1, >=, places);
      }
}

static void
test_percent (void)
{
  g_assert_cmpuint (bv_fairness_percent (2, 3), ==, 667);
  g_assert_cmpuint (bv_fairness_percent (1, 3), ==, 333);
  g_assert_cmpuint (bv_fairness_percent (1, 8), ==, 125);
  g_assert_cmpuint (bv_fairness_percent (1, 16), ==, 63); /* 6,25 rounds up */
  g_assert_cmpuint (bv_fairness_percent (0, 0), ==, 0);
  g_assert_cmpuint (bv_fairness_percent (5, 5), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fairness/count", test_count);
  g_test_add_func ("/fairness/share", test_share);
  g_test_add_func ("/fairness/shares-fit", test_shares_fit);
  g_test_add_func ("/fairness/percent", test_percent);
  return g_test_run ();
}
