/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions that look at the past of a subject: discipline, pledge, time in the office, leave. */
#include "config.h"

#include "bv-eligibility-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
is_open (const BvEligibilityRestriction *restriction, const char *day)
{
  return strcmp (restriction->from_on, day) <= 0
         && (!_bv_eligibility_is_known (restriction->to_on)
             || strcmp (restriction->to_on, day) >= 0);
}

static void
say_restriction (BvEligibilityTest *test, const BvEligibilityRestriction *restriction)
{
  g_autofree char *from = _bv_eligibility_dup_day (test, restriction->from_on);
  g_autofree char *to = _bv_eligibility_dup_day (test, restriction->to_on);
  g_autofree char *document = NULL;

  if (_bv_eligibility_is_known (restriction->document))
    document = g_strdup_printf (" (%s)", restriction->document);
  if (_bv_eligibility_is_known (restriction->to_on))
    _bv_eligibility_say (
        test, N_ ("%s, from %s to %s%s"), restriction->label, from, to, document ? document : "");
  else
    _bv_eligibility_say (
        test, N_ ("%s, since %s, not ended%s"), restriction->label, from, document ? document : "");
}

BvFound
_bv_eligibility_test_restriction (BvEligibilityTest *test)
{
  const BvEligibilityFacts *facts = test->facts;
  const char *day = test->occasion->considered_on;
  gboolean failed = FALSE;

  _bv_eligibility_set_period (test, NULL, day);
  for (guint i = 0; i < facts->n_restrictions; i++)
    if (is_open (&facts->restrictions[i], day)) {
      say_restriction (test, &facts->restrictions[i]);
      failed = TRUE;
    }
  if (failed)
    return BV_FOUND_FAILED;
  if (facts->marked_disciplined && facts->n_restrictions == 0) {
    _bv_eligibility_say (test,
                         N_ ("the staff list says “under discipline”, without a date or document"));
    return BV_FOUND_FAILED;
  }
  _bv_eligibility_say (test, N_ ("none is open on that day"));
  return BV_FOUND_MET;
}

const char *
bv_eligibility_served_until (const BvEligibilityCase *occasion, const BvEligibilityFacts *facts)
{
  const char *until = NULL;

  for (guint i = 0; i < facts->n_restrictions; i++) {
    const BvEligibilityRestriction *restriction = &facts->restrictions[i];

    if (restriction->discipline && _bv_eligibility_is_known (restriction->to_on)
        && strcmp (restriction->to_on, occasion->considered_on) < 0
        && g_strcmp0 (restriction->to_on, occasion->start_on) >= 0
        && g_strcmp0 (restriction->to_on, until) > 0)
      until = restriction->to_on;
  }
  return until;
}

static void
say_excluded (BvEligibilityTest *test, const char *until)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < test->facts->n_evidence; i++) {
    const BvEligibilityEvidence *evidence = &test->facts->evidence[i];

    if (!_bv_eligibility_is_known (evidence->achieved_on)
        || strcmp (evidence->achieved_on, until) > 0)
      continue;
    g_string_append_printf (titles, "%s“%s”", n > 0 ? ", " : "", evidence->title);
    n++;
  }
  if (n > 0)
    _bv_eligibility_say (test,
                         ngettext ("%u achievement up to then is left out: %s",
                                   "%u achievements up to then are left out: %s",
                                   n),
                         n,
                         titles->str);
  else
    _bv_eligibility_say (test, N_ ("no achievement lies before"));
}

BvFound
_bv_eligibility_test_discipline (BvEligibilityTest *test)
{
  const char *until = bv_eligibility_served_until (test->occasion, test->facts);
  g_autofree char *day = NULL;

  _bv_eligibility_set_period (test, test->occasion->start_on, test->occasion->closing_on);
  if (!until) {
    _bv_eligibility_say (test, N_ ("none ended in that time"));
    return BV_FOUND_MET;
  }
  day = _bv_eligibility_dup_day (test, until);
  _bv_eligibility_say (test, N_ ("a discipline ended on %s; achievements count after it"), day);
  if (test->fact)
    say_excluded (test, until);
  return BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_dissolved (BvEligibilityTest *test)
{
  const char *dissolved = test->facts->dissolved_on;
  g_autofree char *day = _bv_eligibility_dup_day (test, dissolved);

  if (!test->facts->collective)
    return BV_FOUND_NOTHING;
  _bv_eligibility_set_period (test, NULL, test->occasion->considered_on);
  if (!_bv_eligibility_is_known (dissolved)
      || strcmp (dissolved, test->occasion->considered_on) > 0) {
    _bv_eligibility_say (test, N_ ("not dissolved"));
    return BV_FOUND_MET;
  }
  _bv_eligibility_say (test, N_ ("dissolved on %s"), day);
  return BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_pledge (BvEligibilityTest *test)
{
  guint n = test->facts->n_pledges;

  if (n == 0) {
    _bv_eligibility_say (test, N_ ("no registration for this movement"));
    return BV_FOUND_FAILED;
  }
  if (test->fact)
    _bv_eligibility_say (test, ngettext ("%u content registered", "%u contents registered", n), n);
  return BV_FOUND_MET;
}

static int
read_number (const char *text, gsize length)
{
  g_autofree char *digits = g_strndup (text, length);

  return (int) g_ascii_strtoll (digits, NULL, 10);
}

/* Whole months between two ISO dates. */
static int
count_months (const char *from, const char *to)
{
  int months = (read_number (to, 4) - read_number (from, 4)) * 12 + read_number (to + 5, 2)
               - read_number (from + 5, 2);

  return strcmp (to + 8, from + 8) < 0 ? months - 1 : months;
}

BvFound
_bv_eligibility_test_months (BvEligibilityTest *test)
{
  const char *joined = test->facts->joined_on;
  g_autofree char *day = _bv_eligibility_dup_day (test, joined);
  int months;

  if (test->facts->collective)
    return BV_FOUND_NOTHING;
  if (!_bv_eligibility_is_known (joined)) {
    _bv_eligibility_say (test, N_ ("the day of joining the office is not on record"));
    return BV_FOUND_UNKNOWN;
  }
  _bv_eligibility_set_period (test, joined, test->occasion->closing_on);
  months = count_months (joined, test->occasion->closing_on);
  _bv_eligibility_say (test,
                       N_ ("since %s: %d months, %d are needed"),
                       day,
                       MAX (months, 0),
                       (int) test->rules->least_months);
  return months >= test->rules->least_months ? BV_FOUND_MET : BV_FOUND_FAILED;
}

/* Leave */

static GDate *
read_date (const char *iso)
{
  return g_date_new_dmy ((GDateDay) read_number (iso + 8, 2),
                         (GDateMonth) read_number (iso + 5, 2),
                         (GDateYear) read_number (iso, 4));
}

/* Monday to Friday; public holidays are not known here. */
static gint64
count_weekdays (const char *from, const char *to)
{
  g_autoptr (GDate) day = read_date (from);
  g_autoptr (GDate) last = read_date (to);
  gint64 n = 0;

  for (; g_date_compare (day, last) <= 0; g_date_add_days (day, 1))
    n += g_date_get_weekday (day) <= G_DATE_FRIDAY;
  return n;
}

static const char *
later (const char *a, const char *b)
{
  return g_strcmp0 (a, b) >= 0 ? a : b;
}

static gint64
count_leave (const BvEligibilityAbsence *absence, const char *from, const char *to)
{
  const char *first = later (absence->from_on, from);
  const char *last = _bv_eligibility_is_known (absence->to_on) && strcmp (absence->to_on, to) < 0
                         ? absence->to_on
                         : to;
  gint64 within;

  if (strcmp (first, last) > 0)
    return 0;
  within = count_weekdays (first, last);
  if (absence->working_days < 0)
    return within;
  if (g_strcmp0 (absence->to_on, last) == 0 && g_strcmp0 (absence->from_on, first) == 0)
    return absence->working_days;
  return MIN (absence->working_days, within);
}

/* A yearly title looks at the whole year, anything else at the movement. */
static char *
dup_first_day (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;

  if ((form && form->yearly) || !_bv_eligibility_is_known (test->occasion->start_on))
    return g_strdup_printf ("%04d-01-01", (int) test->occasion->year);
  return g_strdup (test->occasion->start_on);
}

BvFound
_bv_eligibility_test_absence (BvEligibilityTest *test)
{
  const BvEligibilityFacts *facts = test->facts;
  gint64 days = 0;
  g_autofree char *from = NULL;

  if (facts->collective)
    return BV_FOUND_NOTHING;
  if (facts->n_absences == 0 && !test->fact)
    return BV_FOUND_MET;
  from = dup_first_day (test);
  _bv_eligibility_set_period (test, from, test->occasion->closing_on);
  for (guint i = 0; i < facts->n_absences; i++) {
    const BvEligibilityAbsence *absence = &facts->absences[i];
    gint64 n = count_leave (absence, from, test->occasion->closing_on);

    if (n == 0)
      continue;
    if (absence->exempt)
      _bv_eligibility_say (
          test, N_ ("%s, %d working days, is not counted"), absence->label, (int) n);
    else
      _bv_eligibility_say (test, N_ ("%s, %d working days"), absence->label, (int) n);
    days += absence->exempt ? 0 : n;
  }
  _bv_eligibility_say (test,
                       N_ ("%d working days away, less than %d are allowed"),
                       (int) days,
                       (int) test->rules->absence_days);
  return days >= test->rules->absence_days ? BV_FOUND_FAILED : BV_FOUND_MET;
}
