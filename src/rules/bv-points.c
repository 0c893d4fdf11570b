/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact arithmetic on points, so that no ranking ever hangs on a rounded number. */
#include "config.h"

#include "bv-points.h"

#include "bv-number.h"

/* Points are stored in hundredths. */
#define DECIMALS 2

static BvInt128
find_common_divisor (BvInt128 a, BvInt128 b)
{
  while (b != 0) {
    BvInt128 rest = a % b;

    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

static gboolean
is_too_wide (BvInt128 value)
{
  return value > G_MAXINT64 || value < -(BvInt128) G_MAXINT64;
}

BvFraction
bv_fraction_from_points (gint64 points)
{
  return (BvFraction){ points, 1 };
}

BvFraction
bv_fraction_reduce (BvInt128 numerator, BvInt128 denominator)
{
  BvInt128 divisor;

  g_return_val_if_fail (denominator > 0, ((BvFraction){ 0, 1 }));

  divisor = find_common_divisor (numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  while (denominator > 1 && (is_too_wide (numerator) || is_too_wide (denominator))) {
    numerator /= 2;
    denominator /= 2;
  }
  return (BvFraction){ (gint64) CLAMP (numerator, -(BvInt128) G_MAXINT64, (BvInt128) G_MAXINT64),
                       (gint64) denominator };
}

int
bv_fraction_compare (BvFraction a, BvFraction b)
{
  BvInt128 left = (BvInt128) a.numerator * b.denominator;
  BvInt128 right = (BvInt128) b.numerator * a.denominator;

  return (left > right) - (left < right);
}

gint64
bv_fraction_round (BvFraction fraction)
{
  BvInt128 size = fraction.numerator;
  BvInt128 rounded;

  g_return_val_if_fail (fraction.denominator > 0, 0);

  if (size < 0)
    size = -size;
  rounded = (2 * size + fraction.denominator) / (2 * (BvInt128) fraction.denominator);
  return (gint64) (fraction.numerator < 0 ? -rounded : rounded);
}

char *
bv_points_format (gint64 points)
{
  return bv_number_format_decimal (points, DECIMALS);
}

char *
bv_fraction_format (BvFraction fraction)
{
  return bv_number_format_fixed (bv_fraction_round (fraction), DECIMALS);
}
