/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of days that people name. */
#include "config.h"

#include "bv-period.h"

#include "bv-date.h"

static char *
format (GDate *date)
{
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/* @n_months from the month @first on. */
static void
find_months (int year, int first_month, int n_months, GDate *first, GDate *last)
{
  g_date_set_dmy (first, 1, (GDateMonth) first_month, (GDateYear) year);
  *last = *first;
  g_date_add_months (last, (guint) n_months);
  g_date_subtract_days (last, 1);
}

void
bv_period_find (BvPeriod period, const char *today, char **first, char **last)
{
  int year, month, day;
  GDate from, to;

  g_return_if_fail (bv_date_is_valid (today));

  year = (int) g_ascii_strtoll (today, NULL, 10);
  month = (int) g_ascii_strtoll (today + 5, NULL, 10);
  day = (int) g_ascii_strtoll (today + 8, NULL, 10);
  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  if (period == BV_PERIOD_WEEK) {
    g_date_set_dmy (&from, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    g_date_subtract_days (&from, g_date_get_weekday (&from) - G_DATE_MONDAY);
    to = from;
    g_date_add_days (&to, 6);
  } else if (period == BV_PERIOD_MONTH) {
    find_months (year, month, 1, &from, &to);
  } else {
    find_months (year, (month - 1) / 3 * 3 + 1, 3, &from, &to);
  }
  *first = format (&from);
  *last = format (&to);
}
