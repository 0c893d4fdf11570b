/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person or a department may be given an award: one result for each condition, with the
 * fact it was tested on. */
#include "config.h"

#include "bv-eligibility-private.h"

#include "bv-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* What a condition rests on; decrees and circulars depend on the day. */
typedef enum {
  BASIS_DECREE_4,
  BASIS_CIRCULAR,
  BASIS_LAW_5,
  BASIS_LAW_80,
  BASIS_LAW_TITLES,
  BASIS_PRACTICE,
} Basis;

/* From when a text is in force. */
#define LAW_2022_FROM "2024-01-01"
#define DECREE_152_FROM "2025-07-01"
#define CIRCULAR_15_FROM "2025-08-05"

static const struct
{
  const char *name;
  const char *title;
  Basis basis;
  gsize action; /* offset in BvRuleConditions */
  gboolean only_warns;
  BvEligibilityFunc func;
} checks[] = {
#define ACTION(field) G_STRUCT_OFFSET (BvRuleConditions, field)
  [BV_CHECK_RESTRICTION] = { "restriction",
                             N_ ("No discipline in force, no pending case"),
                             BASIS_DECREE_4,
                             ACTION (restriction),
                             FALSE,
                             _bv_eligibility_test_restriction },
  [BV_CHECK_DISCIPLINE] = { "discipline",
                            N_ ("No discipline served in the time counted"),
                            BASIS_DECREE_4,
                            ACTION (discipline),
                            FALSE,
                            _bv_eligibility_test_discipline },
  [BV_CHECK_DISSOLVED] = { "dissolved",
                           N_ ("The department exists"),
                           BASIS_CIRCULAR,
                           ACTION (dissolved),
                           FALSE,
                           _bv_eligibility_test_dissolved },
  [BV_CHECK_PLEDGE] = { "pledge",
                        N_ ("Registered for the movement"),
                        BASIS_PRACTICE,
                        ACTION (no_pledge),
                        FALSE,
                        _bv_eligibility_test_pledge },
  [BV_CHECK_MONTHS] = { "months-in-office",
                        N_ ("Long enough in the office"),
                        BASIS_PRACTICE,
                        ACTION (months_in_office),
                        FALSE,
                        _bv_eligibility_test_months },
  [BV_CHECK_ABSENCE] = { "absence",
                         N_ ("Not away for long"),
                         BASIS_PRACTICE,
                         ACTION (absence),
                         FALSE,
                         _bv_eligibility_test_absence },
  [BV_CHECK_FORM_EXISTS] = { "form-exists",
                             N_ ("The award form exists"),
                             BASIS_LAW_80,
                             ACTION (form_fits),
                             FALSE,
                             _bv_eligibility_test_form_exists },
  [BV_CHECK_FORM_SUBJECT] = { "form-subject",
                              N_ ("The award form is for such a subject"),
                              BASIS_LAW_5,
                              ACTION (form_fits),
                              FALSE,
                              _bv_eligibility_test_form_subject },
  [BV_CHECK_FORM_LEVEL] = { "form-level",
                            N_ ("The right level decides"),
                            BASIS_LAW_80,
                            ACTION (form_fits),
                            FALSE,
                            _bv_eligibility_test_form_level },
  [BV_CHECK_FORM_VALID] = { "form-valid",
                            N_ ("The award form is in force"),
                            BASIS_LAW_TITLES,
                            ACTION (form_fits),
                            FALSE,
                            _bv_eligibility_test_form_valid },
  [BV_CHECK_FORM_OCCASION] = { "form-occasion",
                               N_ ("The award form suits the occasion"),
                               BASIS_LAW_TITLES,
                               ACTION (form_fits),
                               TRUE,
                               _bv_eligibility_test_form_occasion },
  [BV_CHECK_SAME_FORM] = { "same-form",
                           N_ ("Not given for this movement yet"),
                           BASIS_LAW_5,
                           ACTION (same_form),
                           FALSE,
                           _bv_eligibility_test_same_form },
  [BV_CHECK_TWO_FORMS] = { "two-forms",
                           N_ ("No second form for the same achievement"),
                           BASIS_LAW_5,
                           ACTION (two_forms),
                           FALSE,
                           _bv_eligibility_test_two_forms },
  [BV_CHECK_USED] = { "achievement-used",
                      N_ ("Achievements not rewarded before"),
                      BASIS_LAW_5,
                      ACTION (achievement_used),
                      FALSE,
                      _bv_eligibility_test_used },
  [BV_CHECK_THEME_GROUND] = { "theme-as-ground",
                              N_ ("Does not rest on a movement's or sudden award"),
                              BASIS_DECREE_4,
                              ACTION (theme_as_ground),
                              FALSE,
                              _bv_eligibility_test_theme_ground },
  [BV_CHECK_CHAIN] = { "chain",
                       N_ ("Titles in a row"),
                       BASIS_LAW_TITLES,
                       ACTION (chain),
                       FALSE,
                       _bv_eligibility_test_chain },
  [BV_CHECK_COLLECTIVE_STANDARD] = { "collective-standard",
                                     N_ ("Standard of the collective title"),
                                     BASIS_LAW_TITLES,
                                     ACTION (collective_standard),
                                     FALSE,
                                     _bv_eligibility_test_collective_standard },
  [BV_CHECK_FIGHTER_STANDARD] = { "fighter-standard",
                                  N_ ("Standard of Chiến sĩ thi đua cơ sở"),
                                  BASIS_LAW_TITLES,
                                  ACTION (fighter_standard),
                                  FALSE,
                                  _bv_eligibility_test_fighter_standard },
  [BV_CHECK_ADVANCED_STANDARD] = { "advanced-standard",
                                   N_ ("Standard of Lao động tiên tiến"),
                                   BASIS_LAW_TITLES,
                                   ACTION (fighter_standard),
                                   FALSE,
                                   _bv_eligibility_test_advanced_standard },
  [BV_CHECK_HEAD] = { "head-of-unit",
                      N_ ("The department of the head is proposed too"),
                      BASIS_PRACTICE,
                      ACTION (head_of_unit),
                      FALSE,
                      _bv_eligibility_test_head },
  [BV_CHECK_LOWER_FORM] = { "lower-form",
                            N_ ("No lower form is required"),
                            BASIS_DECREE_4,
                            ACTION (form_fits),
                            FALSE,
                            _bv_eligibility_test_lower_form },
#undef ACTION
};

G_STATIC_ASSERT (G_N_ELEMENTS (checks) == BV_N_CHECKS);

/* Words of a test */

void
_bv_eligibility_say (BvEligibilityTest *test, const char *words, ...)
{
  va_list arguments;

  if (!test->fact)
    return;
  if (test->fact->len > 0)
    g_string_append (test->fact, "; ");
  va_start (arguments, words);
  g_string_append_vprintf (test->fact, _ (words), arguments);
  va_end (arguments);
}

char *
_bv_eligibility_dup_day (BvEligibilityTest *test, const char *iso)
{
  if (!test->fact)
    return NULL;
  return _bv_eligibility_is_known (iso) ? bv_date_format (iso) : g_strdup ("…");
}

void
_bv_eligibility_set_period (BvEligibilityTest *test, const char *from, const char *to)
{
  g_autofree char *first = _bv_eligibility_dup_day (test, from);
  g_autofree char *last = _bv_eligibility_dup_day (test, to);

  if (!test->period)
    return;
  if (!from || g_strcmp0 (from, to) == 0)
    g_string_assign (test->period, last);
  else
    g_string_printf (test->period, "%s – %s", first, last);
}

gboolean
_bv_eligibility_is_form (BvEligibilityTest *test, const char *code)
{
  return test->occasion->form && g_strcmp0 (test->occasion->form->code, code) == 0;
}

gboolean
_bv_eligibility_is_known (const char *text)
{
  return text && *text;
}

/* Basis */

static const char *
get_decree (const char *day)
{
  if (strcmp (day, LAW_2022_FROM) < 0)
    return _ ("Decree 91/2017/NĐ-CP");
  if (strcmp (day, DECREE_152_FROM) < 0)
    return _ ("Decree 98/2023/NĐ-CP, Article 4");
  return _ ("Decree 152/2025/NĐ-CP, Article 4");
}

static char *
dup_law (const char *day, const char *article)
{
  if (strcmp (day, LAW_2022_FROM) < 0)
    return g_strdup (_ ("Law on Emulation and Commendation 2003"));
  return *article ? g_strdup_printf (_ ("Law 06/2022/QH15, Article %s"), article)
                  : g_strdup (_ ("Law 06/2022/QH15"));
}

static const char *
find_article (const BvEligibilityForm *form)
{
  static const struct
  {
    const char *code, *article;
  } articles[] = {
    { "LDTT", "24" },  { "CSTDCS", "23" }, { "CSTDT", "22" },
    { "CSTDB", "22" }, { "CSTDTQ", "21" }, { "TTLDXS", "27" },
  };

  for (guint i = 0; form && i < G_N_ELEMENTS (articles); i++)
    if (g_strcmp0 (articles[i].code, form->code) == 0)
      return articles[i].article;
  return "";
}

static char *
dup_basis (Basis basis, const BvEligibilityCase *occasion)
{
  const char *day = occasion->considered_on;

  switch (basis) {
  case BASIS_DECREE_4:
    return g_strdup (get_decree (day));
  case BASIS_CIRCULAR:
    if (strcmp (day, CIRCULAR_15_FROM) >= 0)
      return g_strdup (_ ("Circular 15/2025/TT-BNV"));
    return g_strdup (_ ("Practice of the office"));
  case BASIS_LAW_5:
    return dup_law (day, "5");
  case BASIS_LAW_80:
    return dup_law (day, _ ("80, clause 1"));
  case BASIS_LAW_TITLES:
    return dup_law (day, find_article (occasion->form));
  case BASIS_PRACTICE:
  default:
    return g_strdup (_ ("Practice of the office"));
  }
}

/* Running the tests */

static BvEligibilityResult
run (BvEligibilityCheck check, BvEligibilityTest *test)
{
  BvRuleAction action = *(const BvRuleAction *) ((const char *) test->rules + checks[check].action);
  BvFound found = action == BV_RULE_OFF ? BV_FOUND_NOTHING : checks[check].func (test);

  if (found == BV_FOUND_NOTHING)
    return BV_ELIGIBILITY_NOT_TESTED;
  if (found == BV_FOUND_MET)
    return BV_ELIGIBILITY_PASSED;
  if (found == BV_FOUND_UNKNOWN)
    return BV_ELIGIBILITY_UNKNOWN;
  return action == BV_RULE_BLOCK && !checks[check].only_warns ? BV_ELIGIBILITY_BLOCKED
                                                              : BV_ELIGIBILITY_WARNED;
}

void
bv_eligibility_judge (const BvEligibilityCase *occasion,
                      const BvEligibilityFacts *facts,
                      const BvRuleConditions *rules,
                      BvEligibilityResult results[BV_N_CHECKS])
{
  BvEligibilityTest test = { occasion, facts, rules, NULL, NULL };

  for (guint i = 0; i < BV_N_CHECKS; i++)
    results[i] = run ((BvEligibilityCheck) i, &test);
}

static void
free_line (gpointer data)
{
  BvEligibilityLine *line = data;

  g_free (line->basis);
  g_free (line->fact);
  g_free (line->period);
  g_free (line);
}

GPtrArray *
bv_eligibility_describe (const BvEligibilityCase *occasion,
                         const BvEligibilityFacts *facts,
                         const BvRuleConditions *rules)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  for (guint i = 0; i < BV_N_CHECKS; i++) {
    g_autoptr (GString) fact = g_string_new (NULL);
    g_autoptr (GString) period = g_string_new (NULL);
    BvEligibilityTest test = { occasion, facts, rules, fact, period };
    BvEligibilityResult result = run ((BvEligibilityCheck) i, &test);
    BvEligibilityLine *line;

    if (result == BV_ELIGIBILITY_NOT_TESTED)
      continue;
    line = g_new0 (BvEligibilityLine, 1);
    line->check = (BvEligibilityCheck) i;
    line->result = result;
    line->basis = dup_basis (checks[i].basis, occasion);
    line->fact = g_strdup (fact->str);
    line->period = g_strdup (period->str);
    g_ptr_array_add (lines, line);
  }
  return lines;
}

const char *
bv_eligibility_check_name (BvEligibilityCheck check)
{
  g_return_val_if_fail (check < BV_N_CHECKS, "");
  return checks[check].name;
}

BvEligibilityCheck
bv_eligibility_find_check (const char *name)
{
  for (guint i = 0; i < BV_N_CHECKS; i++)
    if (g_strcmp0 (checks[i].name, name) == 0)
      return (BvEligibilityCheck) i;
  return BV_N_CHECKS;
}

const char *
bv_eligibility_check_title (BvEligibilityCheck check)
{
  g_return_val_if_fail (check < BV_N_CHECKS, "");
  return _ (checks[check].title);
}

const char *
bv_eligibility_result_label (BvEligibilityResult result)
{
  static const char *const labels[] = {
    N_ ("Not tested"), N_ ("Passes"), N_ ("Facts missing"), N_ ("Warning"), N_ ("Blocked"),
  };

  g_return_val_if_fail (result < G_N_ELEMENTS (labels), "");
  return _ (labels[result]);
}
