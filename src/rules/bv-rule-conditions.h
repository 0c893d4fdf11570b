/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded: what follows when a condition is not met, and the figures of conditions. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* What follows when a condition is not met. */
typedef enum {
  BV_RULE_BLOCK,
  BV_RULE_WARN,
  BV_RULE_OFF,
} BvRuleAction;

typedef enum {
  BV_STANDARD_ADVANCED,  /* Lao động tiên tiến */
  BV_STANDARD_EXCELLENT, /* rated as having completed the tasks excellently */
} BvBaseFighterStandard;

/** BvRuleConditions: who may be rewarded; an action for each condition, and its figures. */
typedef struct
{
  BvRuleAction restriction;
  BvRuleAction discipline;
  BvRuleAction dissolved;
  BvRuleAction no_pledge;
  BvRuleAction months_in_office;
  gint64 least_months;
  BvRuleAction absence;
  gint64 absence_days;
  BvRuleAction same_form;
  BvRuleAction two_forms;
  BvRuleAction achievement_used;
  BvRuleAction form_fits;
  BvRuleAction theme_as_ground;
  BvRuleAction chain;
  gint64 chain_years;
  gint64 national_chain_years;
  BvRuleAction collective_standard;
  gint64 excellent_advanced_percent;
  gint64 excellent_fighters;
  gint64 advanced_advanced_percent;
  BvRuleAction fighter_standard;
  BvBaseFighterStandard fighter_first;
  gboolean fighter_initiative;
  BvRuleAction head_of_unit;
} BvRuleConditions;

/** bv_rule_conditions_init: the figures of the law and of common practice. */
void bv_rule_conditions_init (BvRuleConditions *self);

G_END_DECLS
