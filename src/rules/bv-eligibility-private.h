/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the conditions share: one test under way, and the tests. */
#pragma once
#include "bv-eligibility.h"

G_BEGIN_DECLS

/* What a test finds. */
typedef enum {
  BV_FOUND_NOTHING, /* the condition does not concern the case */
  BV_FOUND_MET,
  BV_FOUND_UNKNOWN,
  BV_FOUND_FAILED,
} BvFound;

typedef struct
{
  const BvEligibilityCase *occasion;
  const BvEligibilityFacts *facts;
  const BvRuleConditions *rules;
  GString *fact;   /* nullable: nobody will read it */
  GString *period; /* nullable together with fact */
} BvEligibilityTest;

typedef BvFound (*BvEligibilityFunc) (BvEligibilityTest *test);

/* Add to the fact and name the time looked at; all do nothing when nobody reads. @words are marked
 * by N_() and translated here: looking words up for everybody takes longer than testing. */
void _bv_eligibility_say (BvEligibilityTest *test, const char *words, ...) G_GNUC_PRINTF (2, 3);
char *_bv_eligibility_dup_day (BvEligibilityTest *test, const char *iso);
void _bv_eligibility_set_period (BvEligibilityTest *test, const char *from, const char *to);
gboolean _bv_eligibility_is_form (BvEligibilityTest *test, const char *code);
gboolean _bv_eligibility_is_known (const char *text);

BvFound _bv_eligibility_test_restriction (BvEligibilityTest *test);
BvFound _bv_eligibility_test_discipline (BvEligibilityTest *test);
BvFound _bv_eligibility_test_dissolved (BvEligibilityTest *test);
BvFound _bv_eligibility_test_pledge (BvEligibilityTest *test);
BvFound _bv_eligibility_test_months (BvEligibilityTest *test);
BvFound _bv_eligibility_test_absence (BvEligibilityTest *test);
BvFound _bv_eligibility_test_form_exists (BvEligibilityTest *test);
BvFound _bv_eligibility_test_form_subject (BvEligibilityTest *test);
BvFound _bv_eligibility_test_form_level (BvEligibilityTest *test);
BvFound _bv_eligibility_test_form_valid (BvEligibilityTest *test);
BvFound _bv_eligibility_test_form_occasion (BvEligibilityTest *test);
BvFound _bv_eligibility_test_same_form (BvEligibilityTest *test);
BvFound _bv_eligibility_test_two_forms (BvEligibilityTest *test);
BvFound _bv_eligibility_test_used (BvEligibilityTest *test);
BvFound _bv_eligibility_test_theme_ground (BvEligibilityTest *test);
BvFound _bv_eligibility_test_chain (BvEligibilityTest *test);
BvFound _bv_eligibility_test_collective_standard (BvEligibilityTest *test);
BvFound _bv_eligibility_test_fighter_standard (BvEligibilityTest *test);
BvFound _bv_eligibility_test_advanced_standard (BvEligibilityTest *test);
BvFound _bv_eligibility_test_head (BvEligibilityTest *test);
BvFound _bv_eligibility_test_lower_form (BvEligibilityTest *test);

G_END_DECLS
