/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese numbers, typed, shown and in words; never by the machine's locale, never in floats. */
#pragma once
#include <glib.h>

#include "bv-money.h"

G_BEGIN_DECLS

/* The most decimal places that a scaled 64-bit number can have. */
#define BV_NUMBER_MAX_DECIMALS 18

/**
 * bv_number_parse_integer:
 * @typed: what the user typed
 * @value: (out): the number
 * @error: BV_ERROR_INVALID with a sentence that names what is wrong
 *
 * Reads "1234567", "1.234.567" and "1 234 567", with a sign before it or without.
 *
 * Returns: whether it is a whole number
 */
gboolean bv_number_parse_integer (const char *typed, gint64 *value, GError **error);

/**
 * bv_number_parse_decimal:
 * @typed: what the user typed
 * @decimals: how many decimal places @scaled has, at most BV_NUMBER_MAX_DECIMALS
 * @scaled: (out): the number times ten to the power of @decimals: 9,5 with two decimals is 950
 * @error: BV_ERROR_INVALID with a sentence that names what is wrong
 *
 * Reads "1.234,5" and "9,5". A single dot is taken for the decimal sign too, as in "9.5", unless it
 * stands like a thousands dot: "1.234" is one thousand two hundred and thirty-four.
 *
 * Returns: whether it is a number with no more than @decimals decimal places
 */
gboolean
bv_number_parse_decimal (const char *typed, guint decimals, gint64 *scaled, GError **error);

/**
 * bv_number_format_integer:
 * @value: a number
 *
 * Returns: (transfer full): "1.234.567"
 */
char *bv_number_format_integer (gint64 value);

/**
 * bv_number_format_decimal:
 * @scaled: a number times ten to the power of @decimals
 * @decimals: how many decimal places it has, at most BV_NUMBER_MAX_DECIMALS
 *
 * Returns: (transfer full): without trailing zeros, "1.234,5"
 */
char *bv_number_format_decimal (gint64 scaled, guint decimals);

/**
 * bv_number_format_fixed:
 * @scaled: a number times ten to the power of @decimals
 * @decimals: how many decimal places it has, at most BV_NUMBER_MAX_DECIMALS
 *
 * Returns: (transfer full): with all its decimal places, "8,00"
 */
char *bv_number_format_fixed (gint64 scaled, guint decimals);

/**
 * bv_number_in_words:
 * @value: a number
 *
 * Reads it as documents do in the north: nghìn, linh, mốt, tư, lăm, tỷ.
 *
 * Returns: (transfer full): "một nghìn không trăm linh năm"
 */
char *bv_number_in_words (gint64 value);

G_END_DECLS
