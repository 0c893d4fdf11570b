/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weeks from Monday, months and quarters, over the ends of years. */
#include "config.h"

#include "bv-period.h"

static void
assert_period (BvPeriod period, const char *today, const char *first, const char *last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  bv_period_find (period, today, &from, &to);
  g_assert_cmpstr (from, ==, first);
  g_assert_cmpstr (to, ==, last);
}

static void
test_periods (void)
{
  assert_period (BV_PERIOD_WEEK, "2026-11-26", "2026-11-23", "2026-11-29");
  assert_period (BV_PERIOD_WEEK, "2026-11-29", "2026-11-23", "2026-11-29");
  assert_period (BV_PERIOD_WEEK, "2026-11-30", "2026-11-30", "2026-12-06");
  assert_period (BV_PERIOD_WEEK, "2025-01-01", "2024-12-30", "2025-01-05");
  assert_period (BV_PERIOD_MONTH, "2024-02-10", "2024-02-01", "2024-02-29");
  assert_period (BV_PERIOD_MONTH, "2025-12-31", "2025-12-01", "2025-12-31");
  assert_period (BV_PERIOD_QUARTER, "2024-06-30", "2024-04-01", "2024-06-30");
  assert_period (BV_PERIOD_QUARTER, "2024-10-01", "2024-10-01", "2024-12-31");
  assert_period (BV_PERIOD_QUARTER, "2024-01-31", "2024-01-01", "2024-03-31");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/period", test_periods);
  return g_test_run ();
}
