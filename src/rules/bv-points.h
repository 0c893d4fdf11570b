/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in hundredths, and exact fractions of them: 9550 is 95,50 points. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nobody has entered a value: never the same as zero. */
#define BV_POINTS_MISSING G_MININT64
/* The criterion is declared not to concern this kind of subject. */
#define BV_POINTS_NOT_APPLICABLE (G_MININT64 + 1)

/* Wide enough for the product of any two stored numbers. */
__extension__ typedef __int128 BvInt128;

/**
 * BvFraction:
 * @numerator: hundredths of a point
 * @denominator: always greater than 0
 *
 * An exact number of points. It is compared as it is and rounded only to be printed.
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} BvFraction;

/* The whole number of hundredths @points as a fraction. */
BvFraction bv_fraction_from_points (gint64 points);

/* The fraction @numerator / @denominator (> 0) in lowest terms. A value that does not fit 64 bits,
 * which no real scale of points reaches, keeps its leading digits instead of overflowing. */
BvFraction bv_fraction_reduce (BvInt128 numerator, BvInt128 denominator);

/* Less than, equal to or greater than 0 as @a is less than, equal to or greater than @b; exact. */
int bv_fraction_compare (BvFraction a, BvFraction b);

/* @fraction in whole hundredths, halves away from zero. For printing only. */
gint64 bv_fraction_round (BvFraction fraction);

/* Returns: (transfer full): @points as a Vietnamese office writes them, "18,5" or "100". */
char *bv_points_format (gint64 points);

/* Returns: (transfer full): @fraction with two decimals, "95,50". */
char *bv_fraction_format (BvFraction fraction);

G_END_DECLS
