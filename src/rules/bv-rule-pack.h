/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law and the custom of an office as dated data: every figure that a computation asks for. */
#pragma once
#include "bv-ballot.h"
#include "bv-bonus.h"
#include "bv-member-scores.h"
#include "bv-quota.h"
#include "bv-rule-conditions.h"
#include "bv-rule-field.h"
#include "bv-scoring.h"

G_BEGIN_DECLS

/** BvRuleText: a legal text that the pack rests on. Dates are ISO. */
typedef struct
{
  char *code; /* as legal references name it: "L2022" */
  char *title;
  char *issued_on;
  char *valid_from;
  char *valid_to; /* nullable */
} BvRuleText;

typedef enum {
  BV_AWARD_TITLE,
  BV_AWARD_FORM,
} BvAwardType;

typedef enum {
  BV_LEVEL_OFFICE,
  BV_LEVEL_PROVINCE,
  BV_LEVEL_MINISTRY,
  BV_LEVEL_STATE,
} BvAwardLevel;

typedef enum {
  BV_DECIDER_DIRECTOR,
  BV_DECIDER_PROVINCE_CHAIRMAN,
  BV_DECIDER_MINISTER,
  BV_DECIDER_PRIME_MINISTER,
} BvAwardDecider;

typedef enum {
  BV_CYCLE_YEAR,
  BV_CYCLE_OCCASION,
  BV_CYCLE_ONCE,
} BvAwardCycle;

/**
 * BvRuleAward: a title or form of commendation.
 * @coefficient: thousandths of the base salary, -1 for none
 * @is_maximum: whether @coefficient is the most that may be given
 * @vote_share: a denominator of 0 when the council need not vote
 */
typedef struct
{
  char *code;
  char *name;
  BvAwardType type;
  BvSubjectType subject;
  BvAwardLevel level;
  BvAwardDecider decider;
  BvAwardCycle cycle;
  gint64 coefficient;
  gboolean is_maximum;
  BvShare vote_share;
  char *legal_reference;
  char *valid_from;
  char *valid_to; /* nullable */
} BvRuleAward;

/** BvRuleRefusal: a name that people use though no such award exists. */
typedef struct
{
  char *name;
  char *reason;
} BvRuleRefusal;

/** BvRuleSalary: the monthly base salary in đồng. */
typedef struct
{
  char *valid_from;
  char *valid_to; /* nullable */
  gint64 amount;
  char *source;
} BvRuleSalary;

typedef struct
{
  BvRuleChain chain;
  gboolean join_individuals;
  gint64 women_percent; /* from which a collective counts as one of women */
} BvRuleRanking;

/**
 * BvRuleQuota: what a new quota begins with, and what is watched after the walk.
 * @leaders_percent: the most leaders among those taken, -1 for no limit
 * @department_places: the most taken from one department, -1 for no limit
 */
typedef struct
{
  BvRounding rounding;
  gint64 n_alternates;
  gint64 minimum;
  gint64 leaders_percent;
  gint64 department_places;
} BvRuleQuota;

typedef struct
{
  BvBallotRules ballots;
  gboolean own_department_recused; /* members leave the line of their own department */
} BvRuleVote;

typedef struct
{
  BvBonusRounding rounding;
} BvRuleMoney;

/**
 * BvRuleMark: a parameter that waits, or waited, for the office's confirmation.
 * @parameter: "vote.quorum", "awards.GK_CN.coefficient_thousandths", "texts.L2026A"
 * @document: (nullable): number of the document that confirms it, %NULL while it waits
 */
typedef struct
{
  char *parameter;
  char *document;
} BvRuleMark;

/** BvRulePack: read from JSON, shared, and not changed once it is read. */
typedef struct
{
  char *code;
  char *title;
  char *valid_from;
  char *valid_to;      /* nullable */
  char *note;          /* nullable */
  GPtrArray *texts;    /* BvRuleText */
  GPtrArray *awards;   /* BvRuleAward */
  GPtrArray *refused;  /* BvRuleRefusal */
  GPtrArray *salaries; /* BvRuleSalary, the oldest first */
  BvScoringRules scoring;
  BvRuleRanking ranking;
  BvRuleQuota quota;
  BvRuleVote vote;
  BvRuleMoney money;
  BvMemberRules sheets;
  BvRuleConditions conditions;
  GPtrArray *marks; /* BvRuleMark, by parameter */
} BvRulePack;

/**
 * bv_rule_pack_parse:
 * @json: the text of a pack
 * @length: in bytes, or -1
 * @error: BV_ERROR_INVALID with a sentence that names the line and the parameter
 *
 * Reads and checks a pack: every parameter is there, within its range, and what it refers to
 * exists.
 *
 * Returns: (transfer full) (nullable)
 */
BvRulePack *bv_rule_pack_parse (const char *json, gssize length, GError **error);
/* Returns: (transfer full): readable JSON, the same bytes for the same pack. */
char *bv_rule_pack_to_json (const BvRulePack *self);

/* Returns: (transfer full): one that may be changed before it is shared. */
BvRulePack *bv_rule_pack_copy (const BvRulePack *self);
BvRulePack *bv_rule_pack_ref (BvRulePack *self);
void bv_rule_pack_unref (BvRulePack *self);

/* Returns: (transfer none) (nullable): the award with @code. */
const BvRuleAward *bv_rule_pack_find_award (const BvRulePack *self, const char *code);
/* Returns: (transfer none) (nullable): why there is no award whose name begins like @name; accents,
 * case and little words ("của", "cấp") do not matter. */
const BvRuleRefusal *bv_rule_pack_find_refusal (const BvRulePack *self, const char *name);
/* Returns: (transfer full) (nullable): why there is no award @name: it is refused, or the head of
 * the office shall decide it (@by_head) and decides no award of that name (L2022 Đ80 k1). */
char *bv_rule_pack_dup_refusal (const BvRulePack *self, const char *name, gboolean by_head);
/* Returns: (transfer none) (nullable): the base salary in force on @day (ISO),
 * %NULL when that is no date. */
const BvRuleSalary *bv_rule_pack_find_salary (const BvRulePack *self, const char *day);
/* Whether @day (ISO) lies in the time of the pack. */
gboolean bv_rule_pack_is_valid_on (const BvRulePack *self, const char *day);

/* Whether @parameter still waits for the office's confirmation. */
gboolean bv_rule_pack_is_unconfirmed (const BvRulePack *self, const char *parameter);
/* The same of a field of the award with @code. */
gboolean
bv_rule_pack_is_award_unconfirmed (const BvRulePack *self, const char *code, const char *field);
/* Returns: (transfer none) (nullable): the number of the document that confirmed @parameter. */
const char *bv_rule_pack_get_document (const BvRulePack *self, const char *parameter);
guint bv_rule_pack_count_unconfirmed (const BvRulePack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRulePack, bv_rule_pack_unref)

G_END_DECLS
