/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus money: the vectors of the decree, every rounding against its definition, the edges. */
#include "config.h"

#include "bv-bonus.h"
#include "bv-points.h"

static void
test_vectors (void)
{
  static const struct
  {
    gint64 base, coefficient, up, nearest;
  } vectors[] = {
    { 2340000, 300, 710000, 700000 },
    { 2530000, 300, 760000, 760000 },
    { 2530000, 800, 2030000, 2020000 },
    { 2530000, 1500, 3800000, 3800000 },
    { 2530000, 4500, 11390000, 11390000 },
    { 2530000, 600, 1520000, 1520000 },
    { 2530000, 1000, 2530000, 2530000 },
    { 2530000, 3500, 8860000, 8860000 },
    { 2530000, 0, 0, 0 },
    { 0, 300, 0, 0 },
    { 5000, 1000, 10000, 10000 },
    { 4999, 1000, 10000, 0 },
    { 1, 1, 10000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_assert_cmpint (
        bv_bonus_amount (vectors[i].coefficient, vectors[i].base, BV_BONUS_UP), ==, vectors[i].up);
    g_assert_cmpint (bv_bonus_amount (vectors[i].coefficient, vectors[i].base, BV_BONUS_NEAREST),
                     ==,
                     vectors[i].nearest);
  }
}

/* Up is the least step not below the product; nearest is at most half a step away, up in doubt. */
static void
test_definition (void)
{
  for (guint i = 0; i < 20000; i++) {
    gint64 coefficient = g_test_rand_int_range (0, 20000);
    gint64 base = g_test_rand_int_range (0, 10000000);
    gint64 product = coefficient * base;
    gint64 up = bv_bonus_amount (coefficient, base, BV_BONUS_UP);
    gint64 nearest = bv_bonus_amount (coefficient, base, BV_BONUS_NEAREST);

    g_assert_cmpint (up % 10000, ==, 0);
    g_assert_cmpint (up * 1000, >=, product);
    g_assert_cmpint ((up - 10000) * 1000, <, product);
    g_assert_cmpint (nearest % 10000, ==, 0);
    g_assert_cmpint (nearest * 1000 - product, <=, 5000000);
    g_assert_cmpint (product - nearest * 1000, <, 5000000);
  }
}

static void
test_edges (void)
{
  g_assert_cmpint (bv_bonus_amount (-1, 2340000, BV_BONUS_UP), ==, -1);
  g_assert_cmpint (bv_bonus_amount (300, -1, BV_BONUS_UP), ==, -1);
  g_assert_cmpint (bv_bonus_amount (G_MAXINT64, G_MAXINT64, BV_BONUS_UP), ==, -1);
  g_assert_cmpint (bv_bonus_amount (1000, G_MAXINT64, BV_BONUS_UP), ==, -1);
  /* …775 807 đồng would go up to …780 000, which 64 bits cannot hold. */
  g_assert_cmpint (bv_bonus_amount (1000, G_MAXINT64, BV_BONUS_NEAREST), ==, -1);
  g_assert_cmpint (
      bv_bonus_amount (1, G_MAXINT64, BV_BONUS_NEAREST), ==, G_GINT64_CONSTANT (9223372036850000));
  g_assert_cmpint (
      bv_bonus_amount (1, G_MAXINT64, BV_BONUS_UP), ==, G_GINT64_CONSTANT (9223372036860000));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/bonus/vectors", test_vectors);
  g_test_add_func ("/rules/bonus/definition", test_definition);
  g_test_add_func ("/rules/bonus/edges", test_edges);
  return g_test_run ();
}
