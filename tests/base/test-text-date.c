/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as they are typed, refused, shown and stepped. */
#include "config.h"

#include "bv-date.h"
#include "bv-error.h"

#define TODAY "2026-11-22"

static void
assert_reads (const char *typed, const char *today, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = bv_date_parse (typed, today, &error);

  g_test_message ("“%s”", typed);
  g_assert_no_error (error);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_refuses (const char *typed, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = bv_date_parse (typed, TODAY, &error);

  g_test_message ("“%s”", typed);
  g_assert_null (iso);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_forms (void)
{
  static const char *const forms[] = {
    "1/6/24",
    "01.06.2024",
    "1-6-2024",
    "01/06/2024",
    "2024-06-01",
    "2024/6/1",
    "1 6 2024",
    "010624",
    "01062024",
    "  1 / 6 / 2024 ",
    "1. 6. 2024",
    "1/6-24",
    "2024-06-01T00:00:00",
    "2024-06-01 07:30",
    "ngày 1 tháng 6 năm 2024",
    "Ngày 01 Tháng 06 Năm 2024",
    "ngay 1 thang 6 nam 2024",
    "mùng 1 tháng 6 năm 2024",
    "1 tháng 6, 2024",
    "nga\xcc\x80y 1/6/2024",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_reads (forms[i], TODAY, "2024-06-01");
  assert_reads ("ngày 5 tháng 2 năm 2026", TODAY, "2026-02-05");
}

static void
test_missing_year (void)
{
  assert_reads ("1/6", TODAY, "2026-06-01");
  assert_reads ("1/6", "2031-01-01", "2031-06-01");
  assert_reads ("29/2", "2028-05-05", "2028-02-29");
}

static void
assert_within (const char *typed, const char *first, const char *last, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = bv_date_parse_within (typed, first, last, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (iso, ==, expected);
}

static void
test_year_of_period (void)
{
  assert_within ("1/6", "2024-06-01", "2024-08-30", "2024-06-01");
  assert_within ("31/8", "2024-06-01", "2024-08-30", "2024-08-31");
  assert_within ("15/3", "2024-06-01", "2024-08-30", "2024-03-15");
  assert_within ("2/1", "2024-09-05", "2025-05-31", "2025-01-02");
  assert_within ("10/10", "2024-09-05", "2025-05-31", "2024-10-10");
  assert_within ("20/12", "2025-01-01", "2025-03-31", "2024-12-20");
  assert_within ("29/2", "2023-12-01", "2024-11-30", "2024-02-29");
  assert_within ("1/6/23", "2024-06-01", "2024-08-30", "2023-06-01");
  assert_within ("5/2", "2023-06-01", "", "2024-02-05");
  assert_within ("5/2", NULL, "2023-12-31", "2023-02-05");
  assert_within ("15/1", "2024-06-01", "2024-08-30", "2024-01-15");
  assert_within ("5/1", "2024-06-01", "2024-08-30", "2025-01-05");
}

static void
test_no_period (void)
{
  g_autofree char *today = bv_date_today ();
  g_autofree char *expected = g_strdup_printf ("%.4s-06-01", today);

  assert_within ("1/6", NULL, NULL, expected);
  assert_within ("1/6", "", "", expected);
  assert_within ("1/6", "2024-08-30", "2024-06-01", expected);
}

static void
assert_born (const char *typed, const char *today, const char *expected)
{
  g_autofree char *iso = bv_date_parse_or_year (typed, today, NULL);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_birth_is_past (void)
{
  assert_born ("1/6", "2026-05-31", "2025-06-01");
  assert_born ("1/6", "2026-06-01", "2026-06-01");
  assert_born ("1/6/26", "2026-05-31", "1926-06-01");
  assert_born ("010645", "2026-05-31", "1945-06-01");
  assert_born ("1/6/25", "2026-05-31", "2025-06-01");
}

static void
test_two_digit_year (void)
{
  assert_reads ("1/6/00", TODAY, "2000-06-01");
  assert_reads ("1/6/46", TODAY, "2046-06-01");
  assert_reads ("1/6/47", TODAY, "1947-06-01");
  assert_reads ("1/6/99", TODAY, "1999-06-01");
  assert_reads ("010647", "2027-01-01", "2047-06-01");
}

static void
test_leap_years (void)
{
  assert_reads ("29/2/2024", TODAY, "2024-02-29");
  assert_reads ("29/2/2000", TODAY, "2000-02-29");
  assert_refuses ("29/2/2023", "There is no 29/02/2023: February 2023 has 28 days.");
  assert_refuses ("29/2/1900", "There is no 29/02/1900: February 1900 has 28 days.");
  assert_refuses ("30/2/24", "There is no 30/02/2024: February 2024 has 29 days.");
}

static void
test_no_such_day (void)
{
  assert_refuses ("31/6/2024", "There is no 31/06/2024: June has 30 days.");
  assert_refuses ("32/1/24", "There is no 32/01/2024: January has 31 days.");
  assert_refuses ("310624", "There is no 31/06/2024: June has 30 days.");
  assert_refuses ("0/6/24", "There is no day 0. Type a day from 1 to 30.");
  assert_refuses ("6/13/2024",
                  "There is no month 13. Type the day first, then the month from 1 to 12.");
  assert_refuses ("1/0/24",
                  "There is no month 0. Type the day first, then the month from 1 to 12.");
  assert_refuses ("1/6/0024", "The year 24 cannot be right. Type a year from 1800 to 2199.");
  assert_refuses ("2204-06-01", "The year 2204 cannot be right. Type a year from 1800 to 2199.");
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "x",
    "1",
    "2024",
    "6/2024",
    "tháng 6 năm 2024",
    "1/6/202",
    "1/6/20244",
    "1/2/3/2024",
    "1/6/2024x",
    "10:30",
    "123456789",
    "99999999999999999999",
    "1+6",
    "/",
    "٣/٦/٢٠٢٤",
    "2024-006-01",
    "1 June 2024",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *message = g_strdup_printf (
        "“%s” is not a date. Type day/month/year, for example 01/06/2024.", texts[i]);

    assert_refuses (texts[i], message);
  }
  assert_refuses ("", "The date is empty. Type day/month/year, for example 01/06/2024.");
  assert_refuses (NULL, "The date is empty. Type day/month/year, for example 01/06/2024.");
}

static void
assert_shown (const char *iso, const char *expected, const char *expected_long)
{
  g_autofree char *text = bv_date_format (iso), *in_document = bv_date_format_long (iso);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (in_document, ==, expected_long);
}

static void
test_format (void)
{
  assert_shown ("2024-06-01", "01/06/2024", "ngày 01 tháng 6 năm 2024");
  assert_shown ("2026-02-05", "05/02/2026", "ngày 05 tháng 02 năm 2026");
  assert_shown ("2026-01-10", "10/01/2026", "ngày 10 tháng 01 năm 2026");
  assert_shown ("2026-12-31", "31/12/2026", "ngày 31 tháng 12 năm 2026");
  assert_shown (NULL, "", "");
  assert_shown ("", "", "");
  assert_shown ("2024-06-31", "2024-06-31", "2024-06-31");
  assert_shown ("cuối năm", "cuối năm", "cuối năm");
}

static void
test_validity (void)
{
  static const char *const wrong[] = { "",           "2024-6-1",    "2024-02-30", "2024/02/03",
                                       "2024-13-01", "2024-01-01 ", "0000-01-01", "-024-01-01" };

  g_assert_true (bv_date_is_valid ("2024-02-29"));
  g_assert_true (bv_date_is_valid ("0001-01-01"));
  g_assert_false (bv_date_is_valid (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (bv_date_is_valid (wrong[i]));
}

static void
assert_steps (const char *iso, int days, const char *expected)
{
  g_autofree char *other = bv_date_step (iso, days);

  g_assert_cmpstr (other, ==, expected);
}

static void
test_step (void)
{
  assert_steps ("2024-02-28", 1, "2024-02-29");
  assert_steps ("2024-03-01", -1, "2024-02-29");
  assert_steps ("2023-12-31", 1, "2024-01-01");
  assert_steps ("2024-06-01", 0, "2024-06-01");
  assert_steps ("9999-12-31", 1, NULL);
  assert_steps ("0001-01-01", -1, NULL);
  assert_steps ("2024-06-01", G_MAXINT, NULL);
  assert_steps ("2024-06-01", G_MININT, NULL);
  assert_steps ("x", 1, NULL);
  assert_steps (NULL, 1, NULL);
}

static void
test_now (void)
{
  g_autofree char *before = bv_date_today (), *now = bv_date_now (), *after = bv_date_today ();

  g_assert_true (bv_date_is_valid (before));
  g_assert_true (g_str_has_prefix (now, before) || g_str_has_prefix (now, after));
  g_assert_true (g_regex_match_simple (
      "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d$", now, 0, 0));
}

/* Every day of four centuries comes back from what is shown, and a step there leads back. */
static void
test_round_trip (void)
{
  g_autofree char *day = g_strdup ("1800-01-01");
  int days = 0;

  while (g_strcmp0 (day, "2199-12-31") < 0) {
    g_autofree char *shown = bv_date_format (day), *in_document = bv_date_format_long (day);
    g_autofree char *parsed = bv_date_parse (shown, TODAY, NULL);
    g_autofree char *parsed_long = bv_date_parse (in_document, TODAY, NULL);
    char *next = bv_date_step (day, 1);
    g_autofree char *back = bv_date_step (next, -1);

    g_assert_cmpstr (parsed, ==, day);
    g_assert_cmpstr (parsed_long, ==, day);
    g_assert_cmpstr (back, ==, day);
    g_assert_cmpstr (day, <, next);
    g_free (day);
    day = next;
    days++;
  }
  g_assert_cmpint (days, ==, 146096);
}

/* Where the year alone may be known it is kept as it is, and nothing else changes. */
static void
test_year_alone (void)
{
  static const char *const years[] = { "1985", "năm 1985", " 1985 ", "00/00/1985", "0/1985" };
  static const char *const refused[] = { "85", "5/1985", "31/02/1985", "9999", "0106", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    g_autofree char *year = bv_date_parse_or_year (years[i], TODAY, NULL);

    g_assert_cmpstr (year, ==, "1985");
    g_assert_null (bv_date_parse (years[i], TODAY, NULL));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (bv_date_parse_or_year (refused[i], TODAY, &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  }
  {
    g_autofree char *day = bv_date_parse_or_year ("2/3/85", TODAY, NULL);
    g_autofree char *shown = bv_date_format ("1985");

    g_assert_cmpstr (day, ==, "1985-03-02");
    g_assert_cmpstr (shown, ==, "1985");
  }
  g_assert_true (bv_date_is_year ("1985"));
  g_assert_false (bv_date_is_year ("85"));
  g_assert_false (bv_date_is_year ("19a5"));
  g_assert_false (bv_date_is_year ("0085"));
  g_assert_false (bv_date_is_year (NULL));
  g_assert_false (bv_date_is_valid ("1985"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/forms", test_forms);
  g_test_add_func ("/date/missing-year", test_missing_year);
  g_test_add_func ("/date/year-of-period", test_year_of_period);
  g_test_add_func ("/date/no-period", test_no_period);
  g_test_add_func ("/date/birth-is-past", test_birth_is_past);
  g_test_add_func ("/date/two-digit-year", test_two_digit_year);
  g_test_add_func ("/date/leap-years", test_leap_years);
  g_test_add_func ("/date/no-such-day", test_no_such_day);
  g_test_add_func ("/date/unreadable", test_unreadable);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/validity", test_validity);
  g_test_add_func ("/date/step", test_step);
  g_test_add_func ("/date/now", test_now);
  g_test_add_func ("/date/year-alone", test_year_alone);
  g_test_add_func ("/date/round-trip", test_round_trip);
  return g_test_run ();
}
