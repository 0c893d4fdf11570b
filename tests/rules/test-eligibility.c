/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded: conditions of the subject, its time and the form, each met and not met. */
#include "config.h"

#include "test-eligibility-fixture.h"

static void
test_restriction (void)
{
  World world = make_world ();
  BvEligibilityRestriction open = { FALSE, "Complaint", "2024-08-10", NULL, "12/TB" };

  PASSES (BV_CHECK_RESTRICTION, "none");
  world.facts.restrictions = &open;
  world.facts.n_restrictions = 1;
  BLOCKS (BV_CHECK_RESTRICTION, "Complaint, since 10/08/2024, not ended (12/TB)");
  open.to_on = "2024-09-06"; /* its last day is the day of the session */
  BLOCKS (BV_CHECK_RESTRICTION, "to 06/09/2024");
  open.to_on = "2024-09-05";
  PASSES (BV_CHECK_RESTRICTION, "none");
  open.from_on = "2024-09-07";
  open.to_on = NULL;
  PASSES (BV_CHECK_RESTRICTION, "none");
  world.facts.n_restrictions = 0;
  world.facts.marked_disciplined = TRUE;
  BLOCKS (BV_CHECK_RESTRICTION, "under discipline");
}

static void
test_discipline (void)
{
  World world = make_world ();
  BvEligibilityRestriction served = { TRUE, "Disciplined", "2023-07-10", "2024-07-09", NULL };
  BvEligibilityEvidence evidence[] = { { "before", "2024-06-20" },
                                       { "on the day", "2024-07-09" },
                                       { "after", "2024-07-10" } };

  PASSES (BV_CHECK_DISCIPLINE, "none");
  world.facts.restrictions = &served;
  world.facts.n_restrictions = 1;
  world.facts.evidence = evidence;
  world.facts.n_evidence = G_N_ELEMENTS (evidence);
  WARNS (BV_CHECK_DISCIPLINE, "2 achievements up to then are left out: “before”, “on the day”");
  PASSES (BV_CHECK_RESTRICTION, "none");
  g_assert_cmpstr (bv_eligibility_served_until (&world.occasion, &world.facts), ==, "2024-07-09");
  served.to_on = "2024-05-31"; /* before the movement began */
  PASSES (BV_CHECK_DISCIPLINE, "none");
  served.to_on = "2024-07-09";
  served.discipline = FALSE; /* a case that came to nothing costs no achievement */
  PASSES (BV_CHECK_DISCIPLINE, "none");
}

static void
test_dissolved (void)
{
  World world = make_world ();

  SKIPS (BV_CHECK_DISSOLVED);
  world.facts.collective = TRUE;
  PASSES (BV_CHECK_DISSOLVED, "not dissolved");
  world.facts.dissolved_on = "2024-12-31";
  PASSES (BV_CHECK_DISSOLVED, "not dissolved");
  world.facts.dissolved_on = "2024-07-01";
  BLOCKS (BV_CHECK_DISSOLVED, "dissolved on 01/07/2024");
}

static void
test_pledge (void)
{
  World world = make_world ();

  PASSES (BV_CHECK_PLEDGE, "2 contents");
  world.facts.n_pledges = 0;
  BLOCKS (BV_CHECK_PLEDGE, "no registration");
  world.rules.no_pledge = BV_RULE_WARN;
  WARNS (BV_CHECK_PLEDGE, "no registration");
  world.rules.no_pledge = BV_RULE_OFF;
  SKIPS (BV_CHECK_PLEDGE);
}

static void
test_months (void)
{
  World world = make_world ();

  PASSES (BV_CHECK_MONTHS, "since 01/03/2015");
  world.facts.joined_on = "2023-10-30";
  PASSES (BV_CHECK_MONTHS, "10 months");
  world.facts.joined_on = "2023-10-31";
  WARNS (BV_CHECK_MONTHS, "9 months, 10 are needed");
  world.facts.joined_on = "";
  LACKS (BV_CHECK_MONTHS, "not on record");
  world.facts.collective = TRUE;
  SKIPS (BV_CHECK_MONTHS);
}

static void
test_absence (void)
{
  World world = make_world ();
  BvEligibilityAbsence leave[] = {
    { FALSE, "Sick", "2024-06-03", "2024-07-12", 30 },
    { TRUE, "Maternity", "2024-06-01", "2024-12-01", 130 },
    { FALSE, "Unpaid", "2024-08-01", NULL, -1 },
  };

  PASSES (BV_CHECK_ABSENCE, "0 working days");
  world.facts.absences = leave;
  world.facts.n_absences = 2;
  PASSES (BV_CHECK_ABSENCE, "30 working days away");
  world.facts.n_absences = 3; /* 22 weekdays from 1 to 30 August */
  WARNS (BV_CHECK_ABSENCE, "52 working days away, less than 40");
  leave[2].working_days = 9;
  PASSES (BV_CHECK_ABSENCE, "39 working days away");
  leave[2].working_days = 10;
  WARNS (BV_CHECK_ABSENCE, "40 working days away");
  leave[0].from_on = "2024-01-01"; /* before the movement, but in the year of a title */
  leave[0].to_on = "2024-03-01";
  leave[2].working_days = 15;
  PASSES (BV_CHECK_ABSENCE, "15 working days away");
  ask_for (&world, "Lao động tiên tiến", "LDTT", TRUE, FALSE);
  WARNS (BV_CHECK_ABSENCE, "45 working days away");
}

static void
test_form_exists (void)
{
  World world = make_world ();

  PASSES (BV_CHECK_FORM_EXISTS, "form of the law");
  world.form.name = "Bằng khen của Giám đốc Sở";
  world.form.refusal = "Giám đốc Sở chỉ quyết định …";
  BLOCKS (BV_CHECK_FORM_EXISTS, "Giám đốc Sở chỉ quyết định");
  world.form.refusal = NULL;
  world.form.name = "Bằng khen của Chủ tịch UBND tỉnh (cá nhân)";
  world.form.by_head = world.form.office_level = FALSE;
  PASSES (BV_CHECK_FORM_EXISTS, "form of the law");
}

static void
test_form_fits (void)
{
  World world = make_world ();

  PASSES (BV_CHECK_FORM_SUBJECT, "individuals");
  world.facts.collective = TRUE;
  BLOCKS (BV_CHECK_FORM_SUBJECT, "individuals");
  PASSES (BV_CHECK_FORM_LEVEL, "head of the office decides");
  world.form.office_level = FALSE;
  BLOCKS (BV_CHECK_FORM_LEVEL, "cannot decide");
  world.form.by_head = FALSE;
  PASSES (BV_CHECK_FORM_LEVEL, "proposes");
  PASSES (BV_CHECK_LOWER_FORM, "no condition");
}

static void
test_form_valid (void)
{
  World world = make_world ();

  PASSES (BV_CHECK_FORM_VALID, "in force");
  world.form.valid_from = "2024-09-07";
  BLOCKS (BV_CHECK_FORM_VALID, "only from 07/09/2024");
  world.form.valid_from = "2024-01-01";
  world.form.valid_to = "2024-09-05";
  BLOCKS (BV_CHECK_FORM_VALID, "only until 05/09/2024");
  world.occasion.considered_on = "2022-09-01";
  SKIPS (BV_CHECK_FORM_VALID); /* under rules that are not on record */
}

static void
test_form_occasion (void)
{
  World world = make_world ();

  SKIPS (BV_CHECK_FORM_OCCASION);
  ask_for (&world, "Lao động tiên tiến", "LDTT", TRUE, FALSE);
  WARNS (BV_CHECK_FORM_OCCASION, "Giấy khen");
  world.occasion.award_type = "merit";
  PASSES (BV_CHECK_FORM_OCCASION, "title of the year");
}

static void
test_head (void)
{
  World world = make_world ();

  SKIPS (BV_CHECK_HEAD);
  world.facts.unit_name = "Thanh tra Sở";
  world.facts.unit = BV_UNIT_PROPOSED;
  PASSES (BV_CHECK_HEAD, "Thanh tra Sở is proposed");
  world.facts.unit = BV_UNIT_NOT_PROPOSED;
  WARNS (BV_CHECK_HEAD, "Thanh tra Sở is not proposed");
  world.facts.unit = BV_UNIT_UNKNOWN;
  LACKS (BV_CHECK_HEAD, "no collective");
}

/* The law that is named is the one in force on the day. */
static void
test_basis (void)
{
  static const struct
  {
    const char *day, *part;
  } vectors[] = {
    { "2023-08-21", "91/2017" },
    { "2024-09-06", "98/2023" },
    { "2025-06-30", "98/2023" },
    { "2025-07-01", "152/2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    World world = make_world ();
    g_autoptr (GPtrArray) lines = NULL;

    world.occasion.considered_on = vectors[i].day;
    lines = bv_eligibility_describe (&world.occasion, &world.facts, &world.rules);
    g_assert_nonnull (
        strstr (((BvEligibilityLine *) g_ptr_array_index (lines, 0))->basis, vectors[i].part));
  }
}

/* Overrides are kept by name: each is found again, and none is used twice. */
static void
test_names (void)
{
  for (guint i = 0; i < BV_N_CHECKS; i++) {
    const char *name = bv_eligibility_check_name ((BvEligibilityCheck) i);

    g_assert_cmpint (bv_eligibility_find_check (name), ==, i);
    g_assert_cmpstr (bv_eligibility_check_title ((BvEligibilityCheck) i), !=, "");
  }
  g_assert_cmpint (bv_eligibility_find_check ("no such"), ==, BV_N_CHECKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eligibility/restriction", test_restriction);
  g_test_add_func ("/eligibility/discipline", test_discipline);
  g_test_add_func ("/eligibility/dissolved", test_dissolved);
  g_test_add_func ("/eligibility/pledge", test_pledge);
  g_test_add_func ("/eligibility/months", test_months);
  g_test_add_func ("/eligibility/absence", test_absence);
  g_test_add_func ("/eligibility/form-exists", test_form_exists);
  g_test_add_func ("/eligibility/form-fits", test_form_fits);
  g_test_add_func ("/eligibility/form-valid", test_form_valid);
  g_test_add_func ("/eligibility/form-occasion", test_form_occasion);
  g_test_add_func ("/eligibility/head", test_head);
  g_test_add_func ("/eligibility/basis", test_basis);
  g_test_add_func ("/eligibility/names", test_names);
  return g_test_run ();
}
