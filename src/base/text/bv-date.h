/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as clerks type and read them. In memory and in the file a date is ISO text, 2024-06-01. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_date_parse:
 * @typed: what the user typed
 * @today_iso: (nullable): the date that fills in a missing year; %NULL for today
 * @error: BV_ERROR_INVALID with a sentence that names what is wrong
 *
 * Reads 1/6, 1/6/24, 01.06.2024, 1-6-2024, 1 6 2024, 010624, 01062024, 2024-06-01 and
 * "ngày 5 tháng 2 năm 2026". Day before month, always. Years of two digits up to twenty years ahead
 * of @today_iso lie in this century, others in the last one.
 *
 * Returns: (transfer full) (nullable): the date in ISO form
 */
char *bv_date_parse (const char *typed, const char *today_iso, GError **error);

/**
 * bv_date_parse_within:
 * @typed: what the user typed
 * @first: (nullable): first day of the period that the date speaks of, "" or %NULL when unknown
 * @last: (nullable): last day of that period, likewise
 * @error: as for bv_date_parse()
 *
 * The same, but 1/6 is the one that lies in the period or nearest to it; without a period it is the
 * one of this year.
 *
 * Returns: (transfer full) (nullable): the date in ISO form
 */
char *bv_date_parse_within (const char *typed, const char *first, const char *last, GError **error);

/**
 * bv_date_parse_or_year: the same where the year alone may be known: "1985", "năm 1985" and
 * "00/00/1985" give "1985", which sorts before every day of that year. 1/6 is the last one that is
 * not after @today_iso: so people tell when they were born.
 */
char *bv_date_parse_or_year (const char *typed, const char *today_iso, GError **error);

/**
 * bv_date_format:
 * @iso: (nullable): a date
 *
 * Returns: (transfer full): "01/06/2024"; "" for %NULL, the text itself when it is not a date
 */
char *bv_date_format (const char *iso);

/**
 * bv_date_format_long:
 * @iso: (nullable): a date
 *
 * The form of official documents: days under 10 and the months 1 and 2 get a leading zero (Nghị
 * định 30/2020/NĐ-CP, Phụ lục I).
 *
 * Returns: (transfer full): "ngày 05 tháng 02 năm 2026"; "" for %NULL, the text itself when it is
 *   not a date
 */
char *bv_date_format_long (const char *iso);

/**
 * bv_date_step:
 * @iso: (nullable): a date
 * @days: how many days later, negative for earlier
 *
 * Returns: (transfer full) (nullable): the other date; %NULL when @iso is not a date or the result
 *   leaves the years 1 to 9999
 */
char *bv_date_step (const char *iso, int days);

/**
 * bv_date_is_valid:
 * @iso: (nullable): text
 *
 * Returns: whether @iso is exactly YYYY-MM-DD and that day exists
 */
gboolean bv_date_is_valid (const char *iso);

/**
 * bv_date_is_year:
 * @text: (nullable): text
 *
 * Returns: whether @text is exactly YYYY, a year that bv_date_parse_or_year() takes
 */
gboolean bv_date_is_year (const char *text);

/**
 * bv_date_today:
 *
 * Returns: (transfer full): today on this computer, in ISO form
 */
char *bv_date_today (void);

/**
 * bv_date_now:
 *
 * Returns: (transfer full): this moment with its offset, "2024-06-01T08:30:00+07:00"
 */
char *bv_date_now (void);

G_END_DECLS
