/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of the award form itself: does it exist, for whom, who decides, when. */
#include "config.h"

#include "bv-eligibility-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Older movements stand under older rules, which are not on record. */
#define FORMS_KNOWN_FROM "2024-01-01"

BvFound
_bv_eligibility_test_form_exists (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;

  if (!form)
    return BV_FOUND_NOTHING;
  if (form->refusal) {
    _bv_eligibility_say (test, "%s", form->refusal);
    return BV_FOUND_FAILED;
  }
  _bv_eligibility_say (test, N_ ("“%s” is a form of the law"), form->name);
  return BV_FOUND_MET;
}

BvFound
_bv_eligibility_test_form_subject (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;

  if (!form)
    return BV_FOUND_NOTHING;
  if (form->collective)
    _bv_eligibility_say (test, N_ ("the form is for collectives"));
  else
    _bv_eligibility_say (test, N_ ("the form is for individuals"));
  return form->collective == test->facts->collective ? BV_FOUND_MET : BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_form_level (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;

  if (!form)
    return BV_FOUND_NOTHING;
  if (form->by_head && !form->office_level)
    _bv_eligibility_say (test, N_ ("a form of a higher level, which the head cannot decide"));
  else if (!form->by_head && form->office_level)
    _bv_eligibility_say (test, N_ ("a form of the office, which its head decides"));
  else if (form->by_head)
    _bv_eligibility_say (test, N_ ("the head of the office decides"));
  else
    _bv_eligibility_say (test, N_ ("the office proposes to the level that decides"));
  return form->by_head == form->office_level ? BV_FOUND_MET : BV_FOUND_FAILED;
}

BvFound
_bv_eligibility_test_form_valid (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;
  const char *day = test->occasion->considered_on;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!form || strcmp (day, FORMS_KNOWN_FROM) < 0)
    return BV_FOUND_NOTHING;
  _bv_eligibility_set_period (test, NULL, day);
  from = _bv_eligibility_dup_day (test, form->valid_from);
  to = _bv_eligibility_dup_day (test, form->valid_to);
  if (_bv_eligibility_is_known (form->valid_from) && strcmp (form->valid_from, day) > 0) {
    _bv_eligibility_say (test, N_ ("in force only from %s"), from);
    return BV_FOUND_FAILED;
  }
  if (_bv_eligibility_is_known (form->valid_to) && strcmp (form->valid_to, day) < 0) {
    _bv_eligibility_say (test, N_ ("in force only until %s"), to);
    return BV_FOUND_FAILED;
  }
  _bv_eligibility_say (test, N_ ("in force on that day"));
  return BV_FOUND_MET;
}

BvFound
_bv_eligibility_test_form_occasion (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;
  gboolean merit = g_strcmp0 (test->occasion->award_type, "merit") == 0;

  if (!form || !form->title || !form->yearly)
    return BV_FOUND_NOTHING;
  if (merit) {
    _bv_eligibility_say (test, N_ ("a title of the year, considered at its end"));
    return BV_FOUND_MET;
  }
  _bv_eligibility_say (test,
                       N_ ("a title of the year; a movement of some months usually ends in Giấy "
                           "khen"));
  return BV_FOUND_FAILED;
}

/* Said on every card of a higher form, because people keep asking for it. */
BvFound
_bv_eligibility_test_lower_form (BvEligibilityTest *test)
{
  const BvEligibilityForm *form = test->occasion->form;

  if (!form || form->office_level || (form->title && !form->collective))
    return BV_FOUND_NOTHING;
  _bv_eligibility_say (test, N_ ("a lower form held before is no condition"));
  return BV_FOUND_MET;
}
