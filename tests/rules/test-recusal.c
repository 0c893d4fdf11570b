/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who leaves a line by who he or she is. */
#include "config.h"

#include "bv-recusal.h"

static void
test_derive (void)
{
  g_assert_cmpint (bv_recusal_derive (3, 7, 3, FALSE), ==, BV_RECUSAL_SELF);
  g_assert_cmpint (bv_recusal_derive (3, 7, 3, TRUE), ==, BV_RECUSAL_SELF);
  g_assert_cmpint (bv_recusal_derive (3, 7, 7, TRUE), ==, BV_RECUSAL_OWN_DEPARTMENT);
  g_assert_cmpint (bv_recusal_derive (3, 7, 7, FALSE), ==, BV_RECUSAL_NONE);
  g_assert_cmpint (bv_recusal_derive (3, 7, 4, TRUE), ==, BV_RECUSAL_NONE);
  /* a guest without a row, who works nowhere */
  g_assert_cmpint (bv_recusal_derive (0, 0, 0, TRUE), ==, BV_RECUSAL_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/recusal/derive", test_derive);
  return g_test_run ();
}
