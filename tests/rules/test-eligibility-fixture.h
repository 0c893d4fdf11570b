/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One subject and one movement about whom there is nothing to say, for the tests of conditions. */
#pragma once
#include "bv-eligibility.h"

#include <string.h>

#define MOVEMENT 7

static const BvEligibilityForm merit_certificate = {
  11,           "Giấy khen của Giám đốc Sở (cá nhân)",
  "GK_CN",      FALSE,
  FALSE,        TRUE,
  TRUE,         FALSE,
  "2024-01-01", NULL
};

/* One subject about whom there is nothing to say, and one movement; tests change what they need. */
typedef struct
{
  BvEligibilityCase occasion;
  BvEligibilityForm form;
  BvEligibilityFacts facts;
  BvRuleConditions rules;
} World;

static World
make_world (void)
{
  World world = { .form = merit_certificate };

  world.occasion = (BvEligibilityCase){
    MOVEMENT, "theme", "2024-06-01", "2024-08-30", "2024-09-06", 2024, NULL,
  };
  world.facts.joined_on = "2015-03-01";
  world.facts.n_pledges = 2;
  bv_rule_conditions_init (&world.rules);
  return world;
}

static void
ask_for (World *world, const char *name, const char *code, gboolean title, gboolean collective)
{
  world->form.id = 20;
  world->form.name = name;
  world->form.code = code;
  world->form.title = world->form.yearly = title;
  world->form.collective = world->facts.collective = collective;
}

static BvEligibilityResult
judge (World *world, BvEligibilityCheck check)
{
  BvEligibilityResult results[BV_N_CHECKS];

  world->occasion.form = &world->form;
  bv_eligibility_judge (&world->occasion, &world->facts, &world->rules, results);
  return results[check];
}

/* Words and results come from one test: they agree for every check. */
static char *
describe (World *world, BvEligibilityCheck check)
{
  g_autoptr (GPtrArray) lines = NULL;
  BvEligibilityResult results[BV_N_CHECKS];
  char *fact = NULL;
  guint n = 0;

  world->occasion.form = &world->form;
  bv_eligibility_judge (&world->occasion, &world->facts, &world->rules, results);
  lines = bv_eligibility_describe (&world->occasion, &world->facts, &world->rules);
  for (guint i = 0; i < lines->len; i++) {
    const BvEligibilityLine *line = g_ptr_array_index (lines, i);

    g_assert_cmpint (line->result, ==, results[line->check]);
    g_assert_cmpstr (line->basis, !=, "");
    g_assert_cmpstr (line->fact, !=, "");
    if (line->check == check)
      fact = g_strdup (line->fact);
  }
  for (guint i = 0; i < BV_N_CHECKS; i++)
    n += results[i] != BV_ELIGIBILITY_NOT_TESTED;
  g_assert_cmpuint (n, ==, lines->len);
  return fact;
}

static void
assert_says (World *world, BvEligibilityCheck check, BvEligibilityResult result, const char *part)
{
  g_autofree char *fact = describe (world, check);

  g_assert_cmpint (judge (world, check), ==, result);
  g_assert_nonnull (fact);
  g_test_message ("%s", fact);
  g_assert_nonnull (strstr (fact, part));
}

#define PASSES(check, part) assert_says (&world, check, BV_ELIGIBILITY_PASSED, part)
#define BLOCKS(check, part) assert_says (&world, check, BV_ELIGIBILITY_BLOCKED, part)
#define WARNS(check, part) assert_says (&world, check, BV_ELIGIBILITY_WARNED, part)
#define LACKS(check, part) assert_says (&world, check, BV_ELIGIBILITY_UNKNOWN, part)
#define SKIPS(check) g_assert_cmpint (judge (&world, check), ==, BV_ELIGIBILITY_NOT_TESTED)
