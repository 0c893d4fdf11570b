/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person or a department may be given an award: one result for each condition, with the
 * fact it was tested on. */
#pragma once
#include "bv-rule-conditions.h"

G_BEGIN_DECLS

typedef enum {
  BV_CHECK_RESTRICTION,
  BV_CHECK_DISCIPLINE,
  BV_CHECK_DISSOLVED,
  BV_CHECK_PLEDGE,
  BV_CHECK_MONTHS,
  BV_CHECK_ABSENCE,
  BV_CHECK_FORM_EXISTS,
  BV_CHECK_FORM_SUBJECT,
  BV_CHECK_FORM_LEVEL,
  BV_CHECK_FORM_VALID,
  BV_CHECK_FORM_OCCASION,
  BV_CHECK_SAME_FORM,
  BV_CHECK_TWO_FORMS,
  BV_CHECK_USED,
  BV_CHECK_THEME_GROUND,
  BV_CHECK_CHAIN,
  BV_CHECK_COLLECTIVE_STANDARD,
  BV_CHECK_FIGHTER_STANDARD,
  BV_CHECK_ADVANCED_STANDARD,
  BV_CHECK_HEAD,
  BV_CHECK_LOWER_FORM,
  BV_N_CHECKS,
} BvEligibilityCheck;

/* From light to grave. */
typedef enum {
  BV_ELIGIBILITY_NOT_TESTED, /* does not concern this subject or form, or is switched off */
  BV_ELIGIBILITY_PASSED,
  BV_ELIGIBILITY_UNKNOWN, /* a fact is missing */
  BV_ELIGIBILITY_WARNED,
  BV_ELIGIBILITY_BLOCKED,
} BvEligibilityResult;

/* Dates are ISO text, "" or %NULL when not known; everything is borrowed. */

/**
 * BvEligibilityRestriction:
 * @discipline: a discipline, which ends; else a pending case
 * @label: what it is, in the language of the user
 */
typedef struct
{
  gboolean discipline;
  const char *label;
  const char *from_on;
  const char *to_on;
  const char *document;
} BvEligibilityRestriction;

/**
 * BvEligibilityAbsence:
 * @exempt: maternity, which is never held against anybody
 * @working_days: -1 to count them from the dates
 */
typedef struct
{
  gboolean exempt;
  const char *label;
  const char *from_on;
  const char *to_on;
  gint64 working_days;
} BvEligibilityAbsence;

/**
 * BvEligibilityAward: an award of the history.
 * @code: of the form, "" when it has none
 * @title: a title of emulation, else a form of commendation
 * @type: "merit", "theme", "sudden", …
 * @fulfils: was written from the very proposal that is looked at
 */
typedef struct
{
  gint64 form_id;
  const char *form;
  const char *code;
  gboolean title;
  const char *type;
  gint64 year;
  const char *decision_number;
  const char *decision_date;
  gint64 movement_id;
  gboolean revoked;
  gboolean fulfils;
} BvEligibilityAward;

/** BvEligibilityUse: an achievement that was rewarded before. */
typedef struct
{
  const char *achievement;
  const char *file;    /* nullable: the same file proves another achievement */
  const char *subject; /* who was rewarded */
  const char *form;
  const char *type;
  const char *movement;
  const char *decision_number;
  const char *decision_date;
} BvEligibilityUse;

typedef struct
{
  gint64 year;
  const char *level; /* "excellent", "good", "completed", "not" */
  const char *label;
} BvEligibilityRating;

typedef struct
{
  const char *title;
  const char *recognised_on;
} BvEligibilityInitiative;

/** BvEligibilityOther: another proposal for the same subject in the same movement. */
typedef struct
{
  const char *form;
  gboolean title;
} BvEligibilityOther;

/** BvEligibilityEvidence: a verified achievement of the movement. */
typedef struct
{
  const char *title;
  const char *achieved_on;
} BvEligibilityEvidence;

typedef enum {
  BV_UNIT_NONE, /* leads no department that competes */
  BV_UNIT_UNKNOWN,
  BV_UNIT_PROPOSED,
  BV_UNIT_NOT_PROPOSED,
} BvEligibilityUnit;

/** BvEligibilityFacts: what is known of one subject. */
typedef struct
{
  gboolean collective;
  gboolean marked_disciplined; /* its row says so, without dates */
  const char *joined_on;
  const char *dissolved_on;
  guint n_pledges;
  BvEligibilityUnit unit; /* leaders */
  const char *unit_name;

  /* Collectives, in the year of the movement */
  guint n_members;
  guint n_advanced; /* with the title Lao động tiên tiến */
  guint n_fighters; /* with the title Chiến sĩ thi đua cơ sở */
  guint n_disciplined;
  gboolean advanced_known; /* the titles of that year are on record at all */

  const BvEligibilityRestriction *restrictions;
  guint n_restrictions;
  const BvEligibilityAbsence *absences;
  guint n_absences;
  const BvEligibilityAward *awards; /* any order */
  guint n_awards;
  const BvEligibilityUse *uses;
  guint n_uses;
  const BvEligibilityRating *ratings;
  guint n_ratings;
  const BvEligibilityInitiative *initiatives;
  guint n_initiatives;
  const BvEligibilityOther *others;
  guint n_others;
  const char *grounds;                   /* nullable: what a proposal says it rests on */
  const BvEligibilityEvidence *evidence; /* of those with a served discipline */
  guint n_evidence;
} BvEligibilityFacts;

/**
 * BvEligibilityForm: the award that is asked for.
 * @refusal: (nullable): why there is no such award, where the rules say so
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *code;
  gboolean title;
  gboolean collective;
  gboolean office_level;
  gboolean by_head; /* the head of the office decides */
  gboolean yearly;
  const char *valid_from;
  const char *valid_to;
  const char *refusal;
} BvEligibilityForm;

/**
 * BvEligibilityCase: for what and when.
 * @closing_on: end of the movement
 * @considered_on: the day of the council's session, else the closing date
 * @form: (nullable): only what concerns every form is tested without one
 */
typedef struct
{
  gint64 movement_id;
  const char *award_type;
  const char *start_on;
  const char *closing_on;
  const char *considered_on;
  gint64 year;
  const BvEligibilityForm *form;
} BvEligibilityCase;

/** BvEligibilityLine: one condition in words. */
typedef struct
{
  BvEligibilityCheck check;
  BvEligibilityResult result;
  char *basis;
  char *fact;
  char *period; /* "" when it has none */
} BvEligibilityLine;

/** bv_eligibility_judge: fills @results, one for each check; quick, nothing is put into words. */
void bv_eligibility_judge (const BvEligibilityCase *occasion,
                           const BvEligibilityFacts *facts,
                           const BvRuleConditions *rules,
                           BvEligibilityResult results[BV_N_CHECKS]);
/** bv_eligibility_describe: the same for the reader; (transfer full): BvEligibilityLine, without
 * what was not tested. */
GPtrArray *bv_eligibility_describe (const BvEligibilityCase *occasion,
                                    const BvEligibilityFacts *facts,
                                    const BvRuleConditions *rules);
/** bv_eligibility_check_name: "restriction", as overrides keep it. */
const char *bv_eligibility_check_name (BvEligibilityCheck check);
/** bv_eligibility_find_check: %BV_N_CHECKS when there is none called @name. */
BvEligibilityCheck bv_eligibility_find_check (const char *name);
/** bv_eligibility_check_title: translated: "No pending case". */
const char *bv_eligibility_check_title (BvEligibilityCheck check);
/** bv_eligibility_result_label: translated: "Passed". */
const char *bv_eligibility_result_label (BvEligibilityResult result);

/** bv_eligibility_served_until: the last day of the discipline that ended in the time of the
 * movement; achievements up to it do not count; %NULL when there is none. */
const char *bv_eligibility_served_until (const BvEligibilityCase *occasion,
                                         const BvEligibilityFacts *facts);
/**
 * bv_eligibility_chain:
 * @codes: forms that count, ended by %NULL
 * @until: year of the last link, or the year before it
 * @step: most years between two links
 *
 * Length of the unbroken chain of awards that reaches up to @until; annulled ones and those of
 * another kind than merit break it.
 */
guint bv_eligibility_chain (const BvEligibilityFacts *facts,
                            const char *const *codes,
                            gint64 until,
                            gint64 step);

G_END_DECLS
