/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded: what follows when a condition is not met, and the figures of conditions. */
#include "config.h"

#include "bv-rule-conditions.h"

void
bv_rule_conditions_init (BvRuleConditions *self)
{
  *self = (BvRuleConditions){
    .restriction = BV_RULE_BLOCK,
    .discipline = BV_RULE_WARN,
    .dissolved = BV_RULE_BLOCK,
    .no_pledge = BV_RULE_BLOCK,
    .months_in_office = BV_RULE_WARN,
    .least_months = 10,
    .absence = BV_RULE_WARN,
    .absence_days = 40,
    .same_form = BV_RULE_BLOCK,
    .two_forms = BV_RULE_BLOCK,
    .achievement_used = BV_RULE_BLOCK,
    .form_fits = BV_RULE_BLOCK,
    .theme_as_ground = BV_RULE_BLOCK,
    .chain = BV_RULE_BLOCK,
    .chain_years = 3,
    .national_chain_years = 2,
    .collective_standard = BV_RULE_BLOCK,
    .excellent_advanced_percent = 70,
    .excellent_fighters = 1,
    .advanced_advanced_percent = 50,
    .fighter_standard = BV_RULE_BLOCK,
    .fighter_first = BV_STANDARD_ADVANCED,
    .fighter_initiative = TRUE,
    .head_of_unit = BV_RULE_WARN,
  };
}
