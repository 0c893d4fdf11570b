/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions: comparing, reducing, rounding and printing, to the edges of 64 bits. */
#include "config.h"

#include "bv-points.h"

static void
test_compare (void)
{
  const BvFraction third = { 1, 3 }, nearly = { 333333333, 1000000000 };
  const BvFraction least = { G_MININT64, 1 }, greatest = { G_MAXINT64, 1 };

  g_assert_cmpint (bv_fraction_compare (third, nearly), >, 0);
  g_assert_cmpint (bv_fraction_compare (nearly, third), <, 0);
  g_assert_cmpint (bv_fraction_compare (third, (BvFraction){ 4, 12 }), ==, 0);
  g_assert_cmpint (bv_fraction_compare (least, greatest), <, 0);
  g_assert_cmpint (bv_fraction_compare ((BvFraction){ G_MAXINT64, G_MAXINT64 },
                                        (BvFraction){ G_MAXINT64 - 1, G_MAXINT64 }),
                   >,
                   0);
  g_assert_cmpint (bv_fraction_compare ((BvFraction){ -1, 2 }, (BvFraction){ -1, 3 }), <, 0);
}

static void
test_round (void)
{
  static const struct
  {
    gint64 numerator, denominator, rounded;
  } vectors[] = {
    { 0, 7, 0 },
    { 1, 2, 1 },
    { 3, 2, 2 },
    { 5, 2, 3 },
    { 1, 3, 0 },
    { 2, 3, 1 },
    { 4999, 10000, 0 },
    { -1, 2, -1 },
    { -1, 3, 0 },
    { -5, 2, -3 },
    { 9550, 1, 9550 },
    { G_MAXINT64, 1, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MAXINT64, 2, (G_MAXINT64 / 2) + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmpint (
        bv_fraction_round ((BvFraction){ vectors[i].numerator, vectors[i].denominator }),
        ==,
        vectors[i].rounded);
}

/* The rounded value is at most half away, and the greater one when exactly half. */
static void
test_round_definition (void)
{
  for (guint i = 0; i < 20000; i++) {
    gint64 numerator = g_test_rand_int_range (0, G_MAXINT32);
    gint64 denominator = g_test_rand_int_range (1, 5000);
    gint64 rounded = bv_fraction_round ((BvFraction){ numerator, denominator });

    g_assert_cmpint (2 * (rounded * denominator - numerator), <=, denominator);
    g_assert_cmpint (2 * (numerator - rounded * denominator), <, denominator);
  }
}

static void
test_reduce (void)
{
  BvFraction fraction = bv_fraction_reduce (7200, 96);

  g_assert_cmpint (fraction.numerator, ==, 75);
  g_assert_cmpint (fraction.denominator, ==, 1);
  fraction = bv_fraction_reduce (-10, 4);
  g_assert_cmpint (fraction.numerator, ==, -5);
  g_assert_cmpint (fraction.denominator, ==, 2);
  fraction = bv_fraction_reduce (0, 9);
  g_assert_cmpint (fraction.numerator, ==, 0);
  g_assert_cmpint (fraction.denominator, ==, 1);

  /* 3 × 2^62 ÷ (2^62 + 1) has no shorter form that is exact and nearly is 3. */
  fraction = bv_fraction_reduce ((BvInt128) 3 << 62, ((BvInt128) 1 << 62) + 1);
  g_assert_cmpint (bv_fraction_round (fraction), ==, 3);
  fraction = bv_fraction_reduce ((BvInt128) 1 << 100, 1);
  g_assert_cmpint (fraction.numerator, ==, G_MAXINT64);
  fraction = bv_fraction_reduce (-((BvInt128) 1 << 100), 1);
  g_assert_cmpint (fraction.numerator, ==, -G_MAXINT64);
}

static void
test_format (void)
{
  static const struct
  {
    gint64 points;
    const char *text;
    const char *total;
  } vectors[] = {
    { 0, "0", "0,00" },         { 5, "0,05", "0,05" },      { 50, "0,5", "0,50" },
    { 1850, "18,5", "18,50" },  { 10000, "100", "100,00" }, { -125, "-1,25", "-1,25" },
    { 9999, "99,99", "99,99" }, { -50, "-0,5", "-0,50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_autofree char *points = bv_points_format (vectors[i].points);
    g_autofree char *total = bv_fraction_format (bv_fraction_from_points (vectors[i].points));

    g_assert_cmpstr (points, ==, vectors[i].text);
    g_assert_cmpstr (total, ==, vectors[i].total);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/points/compare", test_compare);
  g_test_add_func ("/rules/points/round", test_round);
  g_test_add_func ("/rules/points/round-definition", test_round_definition);
  g_test_add_func ("/rules/points/reduce", test_reduce);
  g_test_add_func ("/rules/points/format", test_format);
  return g_test_run ();
}
