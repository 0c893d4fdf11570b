/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standards of the titles: ratings, initiatives, titles of the members; and the head's unit. */
#include "config.h"

#include "bv-eligibility-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What one part of a standard adds to the whole: the worst counts. */
static BvFound
join (BvFound a, BvFound b)
{
  return MAX (a, b);
}

static const BvEligibilityRating *
find_rating (BvEligibilityTest *test)
{
  for (guint i = 0; i < test->facts->n_ratings; i++)
    if (test->facts->ratings[i].year == test->occasion->year)
      return &test->facts->ratings[i];
  return NULL;
}

static BvFound
test_rating (BvEligibilityTest *test, gboolean excellent)
{
  const BvEligibilityRating *rating = find_rating (test);
  int year = (int) test->occasion->year;

  if (!rating) {
    _bv_eligibility_say (test, N_ ("no rating for %d yet"), year);
    return BV_FOUND_UNKNOWN;
  }
  _bv_eligibility_say (test, N_ ("rating %d: %s"), year, rating->label);
  if (g_strcmp0 (rating->level, "excellent") == 0)
    return BV_FOUND_MET;
  return !excellent && g_strcmp0 (rating->level, "good") == 0 ? BV_FOUND_MET : BV_FOUND_FAILED;
}

static gboolean
has_title (BvEligibilityTest *test, const char *code)
{
  for (guint i = 0; i < test->facts->n_awards; i++) {
    const BvEligibilityAward *award = &test->facts->awards[i];

    if (!award->revoked && award->year == test->occasion->year
        && g_strcmp0 (award->code, code) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The title of the year, or the rating that it asks for. */
static BvFound
test_advanced (BvEligibilityTest *test)
{
  if (!has_title (test, "LDTT"))
    return test_rating (test, FALSE);
  _bv_eligibility_say (test, N_ ("Lao động tiên tiến of %d"), (int) test->occasion->year);
  return BV_FOUND_MET;
}

BvFound
_bv_eligibility_test_advanced_standard (BvEligibilityTest *test)
{
  return _bv_eligibility_is_form (test, "LDTT") ? test_rating (test, FALSE) : BV_FOUND_NOTHING;
}

static BvFound
test_initiative (BvEligibilityTest *test)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", (int) test->occasion->year);

  for (guint i = 0; i < test->facts->n_initiatives; i++) {
    const BvEligibilityInitiative *initiative = &test->facts->initiatives[i];
    const char *day = initiative->recognised_on;

    if (!_bv_eligibility_is_known (day) || strcmp (day, first) < 0
        || strcmp (day, test->occasion->considered_on) > 0)
      continue;
    _bv_eligibility_say (test, N_ ("initiative “%s” recognised"), initiative->title);
    return BV_FOUND_MET;
  }
  _bv_eligibility_say (test, N_ ("no initiative recognised in %d"), (int) test->occasion->year);
  return BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_fighter_standard (BvEligibilityTest *test)
{
  BvFound found;

  if (!_bv_eligibility_is_form (test, "CSTDCS"))
    return BV_FOUND_NOTHING;
  found = test->rules->fighter_first == BV_STANDARD_EXCELLENT ? test_rating (test, TRUE)
                                                              : test_advanced (test);
  return test->rules->fighter_initiative ? join (found, test_initiative (test)) : found;
}

/* Collectives */

/* Of exactly half, "more than half" is not reached; of exactly 70 %, "at least 70 %" is. */
static BvFound
test_share (BvEligibilityTest *test, gint64 percent, gboolean more)
{
  const BvEligibilityFacts *facts = test->facts;
  gint64 have = (gint64) facts->n_advanced * 100;
  gint64 need = percent * facts->n_members;

  if (facts->n_members == 0 || !facts->advanced_known) {
    _bv_eligibility_say (
        test, N_ ("no Lao động tiên tiến of %d on record yet"), (int) test->occasion->year);
    return BV_FOUND_UNKNOWN;
  }
  if (more)
    _bv_eligibility_say (test,
                         N_ ("%u of %u members are Lao động tiên tiến, more than %d %% are needed"),
                         facts->n_advanced,
                         facts->n_members,
                         (int) percent);
  else
    _bv_eligibility_say (test,
                         N_ ("%u of %u members are Lao động tiên tiến, at least %d %% are needed"),
                         facts->n_advanced,
                         facts->n_members,
                         (int) percent);
  return (more ? have > need : have >= need) ? BV_FOUND_MET : BV_FOUND_FAILED;
}

static BvFound
test_members_disciplined (BvEligibilityTest *test)
{
  guint n = test->facts->n_disciplined;

  if (n == 0) {
    _bv_eligibility_say (test, N_ ("nobody disciplined"));
    return BV_FOUND_MET;
  }
  _bv_eligibility_say (test, ngettext ("%u member disciplined", "%u members disciplined", n), n);
  return BV_FOUND_FAILED;
}

static BvFound
test_fighters (BvEligibilityTest *test)
{
  gint64 need = test->rules->excellent_fighters;

  if (!test->facts->advanced_known)
    return BV_FOUND_UNKNOWN;
  _bv_eligibility_say (test,
                       N_ ("%u Chiến sĩ thi đua cơ sở, at least %d needed"),
                       test->facts->n_fighters,
                       (int) need);
  return test->facts->n_fighters >= need ? BV_FOUND_MET : BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_collective_standard (BvEligibilityTest *test)
{
  const BvRuleConditions *rules = test->rules;
  gboolean excellent = _bv_eligibility_is_form (test, "TTLDXS");
  BvFound found;

  if (!excellent && !_bv_eligibility_is_form (test, "TTLDTT"))
    return BV_FOUND_NOTHING;
  found = test_rating (test, excellent);
  found = join (
      found,
      test_share (test,
                  excellent ? rules->excellent_advanced_percent : rules->advanced_advanced_percent,
                  !excellent));
  if (excellent)
    found = join (found, test_fighters (test));
  return join (found, test_members_disciplined (test));
}

BvFound
_bv_eligibility_test_head (BvEligibilityTest *test)
{
  const char *unit = test->facts->unit_name;

  switch (test->facts->unit) {
  case BV_UNIT_PROPOSED:
    _bv_eligibility_say (test, N_ ("%s is proposed"), unit);
    return BV_FOUND_MET;
  case BV_UNIT_NOT_PROPOSED:
    _bv_eligibility_say (test, N_ ("%s is not proposed"), unit);
    return BV_FOUND_FAILED;
  case BV_UNIT_UNKNOWN:
    _bv_eligibility_say (test, N_ ("no collective is proposed yet"));
    return BV_FOUND_UNKNOWN;
  case BV_UNIT_NONE:
  default:
    return BV_FOUND_NOTHING;
  }
}
