/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as clerks type and read them. In memory and in the file a date is ISO text, 2024-06-01. */
#include "config.h"

#include "bv-date.h"

#include "bv-error.h"
#include "bv-fold.h"
#include "bv-normalize.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EARLIEST_YEAR 1800
#define LATEST_YEAR 2199
#define YEARS_AHEAD 20
#define ISO_LENGTH 10
#define MAX_NUMBERS 3
#define MAX_DIGITS 8

/* The numbers of a typed date, in the order in which they stand. */
typedef struct
{
  int value[MAX_NUMBERS];
  int digits[MAX_NUMBERS];
  int n;
} Numbers;

typedef struct
{
  int day;
  int month;
  int year;
} Day;

typedef struct
{
  GDate first;
  GDate last;
} Period;

static const char *const month_names[] = {
  N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
  N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
  N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
};

static gboolean
fail_unreadable (const char *typed, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not a date. Type day/month/year, for example 01/06/2024."),
               typed);
  return FALSE;
}

static int
read_digits (const char *digits, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

static gboolean
read_iso (const char *iso, GDate *date)
{
  int year, month, day;

  if (iso == NULL || strlen (iso) != ISO_LENGTH)
    return FALSE;
  for (int i = 0; i < ISO_LENGTH; i++)
    if (i == 4 || i == 7 ? iso[i] != '-' : !g_ascii_isdigit (iso[i]))
      return FALSE;
  year = read_digits (iso, 4);
  month = read_digits (iso + 5, 2);
  day = read_digits (iso + 8, 2);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static char *
write_iso (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Spreadsheets give dates with an empty time of day, which says nothing. */
static void
cut_time_of_day (char *text)
{
  GDate date;
  char first[ISO_LENGTH + 1];

  if (strlen (text) < ISO_LENGTH + 5 || (text[ISO_LENGTH] != 'T' && text[ISO_LENGTH] != ' ')
      || text[ISO_LENGTH + 3] != ':')
    return;
  g_strlcpy (first, text, sizeof first);
  if (read_iso (first, &date))
    text[ISO_LENGTH] = '\0';
}

static gboolean
is_date_word (const char *word, gsize length)
{
  static const char *const words[] = { "ngay", "mung", "mong", "thang", "nam" };
  g_autofree char *exact = g_strndup (word, length);
  g_autofree char *folded = bv_fold (exact);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
take_number (const char **p, Numbers *numbers)
{
  const char *start = *p;
  int length;

  while (g_ascii_isdigit (**p))
    (*p)++;
  length = *p - start;
  if (numbers->n == MAX_NUMBERS || length > MAX_DIGITS)
    return FALSE;
  numbers->value[numbers->n] = read_digits (start, length);
  numbers->digits[numbers->n++] = length;
  return TRUE;
}

static gboolean
take_word (const char **p)
{
  const char *start = *p;

  while (g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  return is_date_word (start, *p - start);
}

static gboolean
scan (const char *text, Numbers *numbers)
{
  const char *p = text;

  while (*p != '\0') {
    if (g_ascii_isdigit (*p)) {
      if (!take_number (&p, numbers))
        return FALSE;
    } else if (g_unichar_isalpha (g_utf8_get_char (p))) {
      if (!take_word (&p))
        return FALSE;
    } else if (strchr ("/.-, ", *p) != NULL) {
      p++;
    } else {
      return FALSE;
    }
  }
  return numbers->n > 0;
}

/* 010624 and 01062024 stand for three numbers. */
static void
spread_digits (Numbers *numbers)
{
  int value = numbers->value[0];
  int year_digits = numbers->digits[0] - 4;
  int scale = year_digits == 2 ? 100 : 10000;

  if (numbers->n != 1 || (year_digits != 2 && year_digits != 4))
    return;
  *numbers = (Numbers){
    .value = { value / scale / 100, value / scale % 100, value % scale },
    .digits = { 2, 2, year_digits },
    .n = 3,
  };
}

static int
complete_year (int year, int digits, const GDate *today)
{
  int this_year = g_date_get_year (today);
  int century = this_year - this_year % 100;

  if (digits > 2)
    return year;
  return century + year <= this_year + YEARS_AHEAD ? century + year : century - 100 + year;
}

static gboolean
order_numbers (const Numbers *numbers, const GDate *today, Day *day)
{
  const int *value = numbers->value, *digits = numbers->digits;

  if (numbers->n < 2)
    return FALSE;
  if (numbers->n == 3 && digits[0] == 4) {
    *day = (Day){ value[2], value[1], value[0] };
    return digits[1] <= 2 && digits[2] <= 2;
  }
  *day = (Day){ value[0], value[1], g_date_get_year (today) };
  if (numbers->n == 3)
    day->year = complete_year (value[2], digits[2], today);
  return digits[0] <= 2 && digits[1] <= 2 && (numbers->n == 2 || digits[2] == 2 || digits[2] == 4);
}

static gboolean
fail_day (const Day *day, GError **error)
{
  int last = g_date_get_days_in_month (day->month, day->year);
  const char *month = _ (month_names[day->month - 1]);

  if (day->day == 0)
    g_set_error (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("There is no day 0. Type a day from 1 to %d."), last);
  else if (day->month == G_DATE_FEBRUARY)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 /* Translators: a date, a month, a year, a number of days. */
                 _ ("There is no %02d/%02d/%04d: %s %d has %d days."),
                 day->day,
                 day->month,
                 day->year,
                 month,
                 day->year,
                 last);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 /* Translators: a date, a month, a number of days. */
                 _ ("There is no %02d/%02d/%04d: %s has %d days."),
                 day->day,
                 day->month,
                 day->year,
                 month,
                 last);
  return FALSE;
}

static gboolean
check_day (const Day *day, GError **error)
{
  if (day->month < 1 || day->month > 12) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("There is no month %d. Type the day first, then the month from 1 to 12."),
                 day->month);
    return FALSE;
  }
  if (day->year < EARLIEST_YEAR || day->year > LATEST_YEAR) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The year %d cannot be right. Type a year from %d to %d."),
                 day->year,
                 EARLIEST_YEAR,
                 LATEST_YEAR);
    return FALSE;
  }
  if (!g_date_valid_dmy (day->day, day->month, day->year))
    return fail_day (day, error);
  return TRUE;
}

/* How many days lie between the day and the period; 0 within it. */
static int
measure_distance (const Day *day, int year, const Period *period)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day->day, day->month, year);
  if (g_date_compare (&date, &period->first) < 0)
    return g_date_days_between (&date, &period->first);
  return MAX (0, g_date_days_between (&period->last, &date));
}

/* The year that puts the day into the period, or nearest to it; of two the earlier one: what is
 * written down has happened. */
static int
choose_year (const Day *day, const Period *period)
{
  int last = g_date_get_year (&period->last);
  int nearest = G_MAXINT, chosen = last;

  for (int year = g_date_get_year (&period->first) - 1; year <= last + 1; year++) {
    int distance;

    if (year < EARLIEST_YEAR || !g_date_valid_dmy (day->day, day->month, year))
      continue;
    distance = measure_distance (day, year, period);
    if (distance < nearest) {
      nearest = distance;
      chosen = year;
    }
  }
  return chosen;
}

/* A period that is open at one end reaches a year from the other. */
static gboolean
read_period (const char *first, const char *last, Period *period)
{
  gboolean starts = read_iso (first, &period->first);
  gboolean ends = read_iso (last, &period->last);

  if (!starts && !ends)
    return FALSE;
  if (!ends) {
    period->last = period->first;
    g_date_add_years (&period->last, 1);
    g_date_subtract_days (&period->last, 1);
  } else if (!starts) {
    period->first = period->last;
    g_date_subtract_years (&period->first, 1);
    g_date_add_days (&period->first, 1);
  }
  return g_date_compare (&period->first, &period->last) <= 0;
}

/* @period: where a day without a year is looked for; NULL for the year of @today_iso. */
static char *
parse (const char *typed, const char *today_iso, const Period *period, GError **error)
{
  g_autofree char *text = bv_normalize_line (typed);
  g_autofree char *computed = today_iso == NULL ? bv_date_today () : NULL;
  Numbers numbers = { 0 };
  GDate today;
  Day day;

  if (!read_iso (today_iso != NULL ? today_iso : computed, &today))
    g_return_val_if_reached (NULL);
  if (*text == '\0') {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The date is empty. Type day/month/year, for example 01/06/2024."));
    return NULL;
  }
  cut_time_of_day (text);
  if (!scan (text, &numbers)) {
    fail_unreadable (text, error);
    return NULL;
  }
  spread_digits (&numbers);
  if (!order_numbers (&numbers, &today, &day)) {
    fail_unreadable (text, error);
    return NULL;
  }
  if (numbers.n == 2 && period != NULL && g_date_valid_month (day.month))
    day.year = choose_year (&day, period);
  return check_day (&day, error) ? write_iso (day.year, day.month, day.day) : NULL;
}

char *
bv_date_parse (const char *typed, const char *today_iso, GError **error)
{
  return parse (typed, today_iso, NULL, error);
}

char *
bv_date_parse_within (const char *typed, const char *first, const char *last, GError **error)
{
  Period period;

  return parse (typed, NULL, read_period (first, last, &period) ? &period : NULL, error);
}

/* "1985" or "00/00/1985"; lists leave the day blank that way. */
static gboolean
is_year_alone (const Numbers *numbers)
{
  int last = numbers->n - 1;

  if (numbers->n < 1 || numbers->digits[last] != 4)
    return FALSE;
  for (int i = 0; i < last; i++)
    if (numbers->value[i] != 0)
      return FALSE;
  return numbers->value[last] >= EARLIEST_YEAR && numbers->value[last] <= LATEST_YEAR;
}

/* Where the past is asked for, 45 is no year to come. */
static void
move_century_back (char *iso)
{
  int year = read_digits (iso, 4) - 100;

  g_snprintf (iso, 5, "%04d", year);
  iso[4] = '-';
}

char *
bv_date_parse_or_year (const char *typed, const char *today_iso, GError **error)
{
  g_autofree char *text = bv_normalize_line (typed);
  g_autofree char *computed = today_iso == NULL ? bv_date_today () : NULL;
  const char *today = today_iso != NULL ? today_iso : computed;
  Numbers numbers = { 0 };
  Period period;
  char *date;

  if (scan (text, &numbers) && is_year_alone (&numbers))
    return g_strdup_printf ("%04d", numbers.value[numbers.n - 1]);
  date = parse (typed, today, read_period (NULL, today, &period) ? &period : NULL, error);
  spread_digits (&numbers);
  if (date != NULL && numbers.digits[2] == 2 && strcmp (date, today) > 0)
    move_century_back (date);
  return date;
}

char *
bv_date_format (const char *iso)
{
  GDate date;

  if (!read_iso (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf (
      "%02d/%02d/%04d", g_date_get_day (&date), g_date_get_month (&date), g_date_get_year (&date));
}

char *
bv_date_format_long (const char *iso)
{
  GDate date;
  int month;

  if (!read_iso (iso, &date))
    return g_strdup (iso != NULL ? iso : "");
  month = g_date_get_month (&date);
  return g_strdup_printf ("ngày %02d tháng %0*d năm %d",
                          g_date_get_day (&date),
                          month <= 2 ? 2 : 1,
                          month,
                          g_date_get_year (&date));
}

char *
bv_date_step (const char *iso, int days)
{
  GDate date, last;
  gint64 julian;

  if (!read_iso (iso, &date))
    return NULL;
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 31, G_DATE_DECEMBER, 9999);
  julian = (gint64) g_date_get_julian (&date) + days;
  if (julian < 1 || julian > g_date_get_julian (&last))
    return NULL;
  g_date_set_julian (&date, (guint32) julian);
  return write_iso (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

gboolean
bv_date_is_valid (const char *iso)
{
  GDate date;

  return read_iso (iso, &date);
}

gboolean
bv_date_is_year (const char *text)
{
  Numbers numbers = { 0 };

  return text != NULL && strlen (text) == 4 && strspn (text, "0123456789") == 4
         && scan (text, &numbers) && is_year_alone (&numbers);
}
