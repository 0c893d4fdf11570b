/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions that look at awards given before: twice the same, achievements used up, chains. */
#include "config.h"

#include "bv-eligibility-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
say_award (BvEligibilityTest *test, const BvEligibilityAward *award)
{
  g_autofree char *day = _bv_eligibility_dup_day (test, award->decision_date);

  _bv_eligibility_say (test,
                       N_ ("%s, decision %s of %s"),
                       award->form,
                       _bv_eligibility_is_known (award->decision_number) ? award->decision_number
                                                                         : "…",
                       day);
}

/* Awards of this movement that came from elsewhere than the proposal in hand. */
static gboolean
is_rival (BvEligibilityTest *test, const BvEligibilityAward *award)
{
  return !award->revoked && !award->fulfils && award->movement_id != 0
         && award->movement_id == test->occasion->movement_id;
}

BvFound
_bv_eligibility_test_same_form (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;
  BvFound found = BV_FOUND_MET;

  if (!form)
    return BV_FOUND_NOTHING;
  for (guint i = 0; i < test->facts->n_awards; i++) {
    const BvEligibilityAward *award = &test->facts->awards[i];

    if (!is_rival (test, award) || award->form_id != form->id)
      continue;
    say_award (test, award);
    found = BV_FOUND_FAILED;
  }
  if (found == BV_FOUND_MET)
    _bv_eligibility_say (test, N_ ("this form was not given for this movement"));
  return found;
}

/* A title and a form of commendation may be given side by side, two forms may not. */
BvFound
_bv_eligibility_test_two_forms (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;
  const BvEligibilityFacts *facts = test->facts;
  BvFound found = BV_FOUND_MET;

  if (!form || form->title)
    return BV_FOUND_NOTHING;
  for (guint i = 0; i < facts->n_awards; i++) {
    const BvEligibilityAward *award = &facts->awards[i];

    if (!is_rival (test, award) || award->title || award->form_id == form->id)
      continue;
    say_award (test, award);
    found = BV_FOUND_FAILED;
  }
  for (guint i = 0; i < facts->n_others; i++) {
    if (facts->others[i].title)
      continue;
    _bv_eligibility_say (test, N_ ("%s is proposed too"), facts->others[i].form);
    found = BV_FOUND_FAILED;
  }
  if (found == BV_FOUND_MET)
    _bv_eligibility_say (test, N_ ("no other form for this movement"));
  return found;
}

static void
say_use (BvEligibilityTest *test, const BvEligibilityUse *use)
{
  g_autofree char *day = _bv_eligibility_dup_day (test, use->decision_date);
  const char *number = _bv_eligibility_is_known (use->decision_number) ? use->decision_number : "…";
  const char *movement = _bv_eligibility_is_known (use->movement) ? use->movement
                                                                  : _ ("outside of a movement");

  if (use->file)
    _bv_eligibility_say (test,
                         N_ ("“%s”: its file “%s” proved an achievement of %s that was rewarded "
                             "with %s (%s), decision %s of %s"),
                         use->achievement,
                         use->file,
                         use->subject,
                         use->form,
                         movement,
                         number,
                         day);
  else
    _bv_eligibility_say (test,
                         N_ ("“%s” was rewarded with %s (%s), decision %s of %s"),
                         use->achievement,
                         use->form,
                         movement,
                         number,
                         day);
}

BvFound
_bv_eligibility_test_used (BvEligibilityTest *test)
{
  for (guint i = 0; i < test->facts->n_uses; i++)
    say_use (test, &test->facts->uses[i]);
  if (test->facts->n_uses > 0)
    return BV_FOUND_FAILED;
  _bv_eligibility_say (test, N_ ("neither an achievement nor its file stands behind an award"));
  return BV_FOUND_MET;
}

static gboolean
is_occasional (const char *type)
{
  return g_strcmp0 (type, "theme") == 0 || g_strcmp0 (type, "sudden") == 0;
}

/* The proposal names the decision in its grounds. */
static gboolean
is_cited (const char *grounds, const BvEligibilityAward *award)
{
  return grounds && !award->revoked && is_occasional (award->type)
         && _bv_eligibility_is_known (award->decision_number)
         && strstr (grounds, award->decision_number) != NULL;
}

BvFound
_bv_eligibility_test_theme_ground (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;
  BvFound found = BV_FOUND_MET;

  if (!form || form->office_level || g_strcmp0 (test->occasion->award_type, "merit") != 0)
    return BV_FOUND_NOTHING;
  for (guint i = 0; i < test->facts->n_uses; i++)
    if (is_occasional (test->facts->uses[i].type)) {
      say_use (test, &test->facts->uses[i]);
      found = BV_FOUND_FAILED;
    }
  for (guint i = 0; i < test->facts->n_awards; i++)
    if (is_cited (test->facts->grounds, &test->facts->awards[i])) {
      say_award (test, &test->facts->awards[i]);
      _bv_eligibility_say (test, N_ ("which the grounds of the proposal name"));
      found = BV_FOUND_FAILED;
    }
  if (found == BV_FOUND_MET)
    _bv_eligibility_say (test, N_ ("no achievement of a movement's or sudden award is a ground"));
  return found;
}

/* Chains */

static gboolean
counts (const BvEligibilityAward *award, const char *const *codes)
{
  return !award->revoked && award->code && g_strv_contains (codes, award->code)
         && g_strcmp0 (award->type, "merit") == 0;
}

/* The latest year up to @until, not before @from; 0 when there is none. */
static gint64
find_link (const BvEligibilityFacts *facts, const char *const *codes, gint64 from, gint64 until)
{
  gint64 year = 0;

  for (guint i = 0; i < facts->n_awards; i++) {
    const BvEligibilityAward *award = &facts->awards[i];

    if (counts (award, codes) && award->year <= until && award->year >= from)
      year = MAX (year, award->year);
  }
  return year;
}

guint
bv_eligibility_chain (const BvEligibilityFacts *facts,
                      const char *const *codes,
                      gint64 until,
                      gint64 step)
{
  gint64 year = find_link (facts, codes, until - 1, until);
  guint length = 0;

  while (year != 0) {
    length++;
    year = find_link (facts, codes, year - step, year - 1);
  }
  return length;
}

static void
say_years (BvEligibilityTest *test, const char *const *codes)
{
  g_autoptr (GString) years = g_string_new (NULL);
  gint64 year = test->occasion->year;

  if (!test->fact)
    return;
  while ((year = find_link (test->facts, codes, 1, year)) != 0) {
    g_autofree char *one = g_strdup_printf ("%d", (int) year--);
    g_string_prepend (years, years->len > 0 ? ", " : "");
    g_string_prepend (years, one);
  }
  if (years->len > 0)
    _bv_eligibility_say (test, N_ ("given in %s"), years->str);
}

static BvFound
test_row (
    BvEligibilityTest *test, const char *const *codes, const char *title, gint64 need, gint64 step)
{
  guint length = bv_eligibility_chain (test->facts, codes, test->occasion->year, step);

  _bv_eligibility_say (test, N_ ("%s %u times in a row, %d are needed"), title, length, (int) need);
  say_years (test, codes);
  return length >= need ? BV_FOUND_MET : BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_chain (BvEligibilityTest *test)
{
  static const char *const base[] = { "CSTDCS", NULL };
  static const char *const upper[] = { "CSTDT", "CSTDB", NULL };
  const BvRuleConditions *rules = test->rules;

  if (_bv_eligibility_is_form (test, "CSTDT") || _bv_eligibility_is_form (test, "CSTDB"))
    return test_row (test, base, _ ("Chiến sĩ thi đua cơ sở"), rules->chain_years, 1);
  if (_bv_eligibility_is_form (test, "CSTDTQ"))
    return test_row (test,
                     upper,
                     _ ("Chiến sĩ thi đua of province or ministry"),
                     rules->national_chain_years,
                     MAX (rules->chain_years, 1));
  return BV_FOUND_NOTHING;
}
