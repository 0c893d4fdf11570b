/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is watched after the walk, against a count done in another way. */
#include "config.h"

#include "bv-quota-limits.h"

static const BvQuotaPlace places[] = {
  { 7, TRUE }, { 8, FALSE }, { 7, FALSE }, { 9, TRUE }, { 7, FALSE }, { 0, FALSE }, { 0, FALSE },
};

static void
test_leaders (void)
{
  g_autoptr (GArray) within = bv_quota_limits_check (places, G_N_ELEMENTS (places), 29, -1);
  g_autoptr (GArray) beyond = bv_quota_limits_check (places, G_N_ELEMENTS (places), 28, -1);
  g_autoptr (GArray) none = bv_quota_limits_check (places, 1, 0, -1);
  g_autoptr (GArray) nobody = bv_quota_limits_check (places, 0, 0, 0);

  g_assert_cmpuint (within->len, ==, 0); /* 7 × 29 % = 2,03 → 2 */
  g_assert_cmpuint (beyond->len, ==, 1); /* 7 × 28 % = 1,96 → 1 */
  g_assert_cmpuint (g_array_index (beyond, BvQuotaExcess, 0).n, ==, 2);
  g_assert_cmpuint (g_array_index (beyond, BvQuotaExcess, 0).most, ==, 1);
  g_assert_cmpint (g_array_index (beyond, BvQuotaExcess, 0).department_id, ==, 0);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpuint (nobody->len, ==, 0);
}

/* Who works nowhere is of no department. */
static void
test_departments (void)
{
  g_autoptr (GArray) free = bv_quota_limits_check (places, G_N_ELEMENTS (places), -1, -1);
  g_autoptr (GArray) two = bv_quota_limits_check (places, G_N_ELEMENTS (places), -1, 2);
  g_autoptr (GArray) none = bv_quota_limits_check (places, G_N_ELEMENTS (places), -1, 0);

  g_assert_cmpuint (free->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 1);
  g_assert_cmpint (g_array_index (two, BvQuotaExcess, 0).department_id, ==, 7);
  g_assert_cmpuint (g_array_index (two, BvQuotaExcess, 0).n, ==, 3);
  g_assert_cmpuint (g_array_index (two, BvQuotaExcess, 0).most, ==, 2);
  g_assert_cmpuint (none->len, ==, 3);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++) {
    guint counts[6] = { 0 }, leaders = 0, expected;
    guint n = (guint) g_test_rand_int_range (0, 40);
    gint64 percent = g_test_rand_int_range (0, 101), most = g_test_rand_int_range (0, 12);
    g_autofree BvQuotaPlace *taken = g_new0 (BvQuotaPlace, n + 1);
    g_autoptr (GArray) found = NULL;

    for (guint i = 0; i < n; i++) {
      taken[i] = (BvQuotaPlace){ g_test_rand_int_range (0, 6), g_test_rand_bit () };
      counts[taken[i].department_id]++;
      leaders += taken[i].leader ? 1 : 0;
    }
    expected = leaders * 100 > (guint) percent * n ? 1 : 0;
    for (guint i = 1; i < 6; i++)
      expected += counts[i] > (guint) most;
    found = bv_quota_limits_check (taken, n, percent, most);
    g_assert_cmpuint (found->len, ==, expected);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/quota-limits/leaders", test_leaders);
  g_test_add_func ("/rules/quota-limits/departments", test_departments);
  g_test_add_func ("/rules/quota-limits/random", test_random);
  return g_test_run ();
}
