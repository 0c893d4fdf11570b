/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded: conditions on awards given before and the standards of titles, each met and
 * not met; chains against a plain count. */
#include "config.h"

#include "test-eligibility-fixture.h"

static BvEligibilityAward
make_award (const char *code, gint64 year)
{
  return (BvEligibilityAward){
    .form_id = 20,
    .form = "Bằng khen",
    .code = code,
    .type = "merit",
    .year = year,
    .decision_number = "9/QĐ",
    .decision_date = "2024-09-10",
  };
}

static void
test_same_form (void)
{
  World world = make_world ();
  BvEligibilityAward award = make_award ("GK_CN", 2024);

  world.facts.awards = &award;
  world.facts.n_awards = 1;
  award.form_id = merit_certificate.id;
  PASSES (BV_CHECK_SAME_FORM, "not given"); /* in no movement */
  award.movement_id = MOVEMENT;
  BLOCKS (BV_CHECK_SAME_FORM, "decision 9/QĐ of 10/09/2024");
  award.revoked = TRUE;
  PASSES (BV_CHECK_SAME_FORM, "not given");
  award.revoked = FALSE;
  award.fulfils = TRUE;
  PASSES (BV_CHECK_SAME_FORM, "not given");
}

static void
test_two_forms (void)
{
  World world = make_world ();
  BvEligibilityAward award = make_award ("BK_T_CN", 2024);
  BvEligibilityOther other = { "Bằng khen tỉnh", FALSE };

  PASSES (BV_CHECK_TWO_FORMS, "no other form");
  world.facts.awards = &award;
  world.facts.n_awards = 1;
  award.movement_id = MOVEMENT;
  BLOCKS (BV_CHECK_TWO_FORMS, "decision 9/QĐ");
  award.title = TRUE; /* a title beside a form is allowed */
  PASSES (BV_CHECK_TWO_FORMS, "no other form");
  world.facts.others = &other;
  world.facts.n_others = 1;
  BLOCKS (BV_CHECK_TWO_FORMS, "Bằng khen tỉnh is proposed too");
}

static void
test_used (void)
{
  World world = make_world ();
  BvEligibilityUse use = {
    "Tờ gấp", NULL, "Lý Văn A", "Giấy khen", "theme", "Đợt 78", "166/QĐ", "2023-08-25",
  };

  PASSES (BV_CHECK_USED, "neither");
  world.facts.uses = &use;
  world.facts.n_uses = 1;
  BLOCKS (BV_CHECK_USED, "“Tờ gấp” was rewarded with Giấy khen (Đợt 78), decision 166/QĐ of 25/08");
  use.file = "to-gap.pdf";
  BLOCKS (BV_CHECK_USED, "its file “to-gap.pdf” proved an achievement of Lý Văn A");
}

static void
test_theme_ground (void)
{
  World world = make_world ();
  BvEligibilityUse use = { .achievement = "Việc", .form = "Giấy khen", .type = "theme" };
  BvEligibilityAward award = make_award ("GK_CN", 2024);

  world.facts.uses = &use;
  world.facts.n_uses = 1;
  SKIPS (BV_CHECK_THEME_GROUND); /* a movement that rewards movements */
  world.occasion.award_type = "merit";
  SKIPS (BV_CHECK_THEME_GROUND); /* not a higher level */
  world.form.office_level = world.form.by_head = FALSE;
  BLOCKS (BV_CHECK_THEME_GROUND, "“Việc” was rewarded");
  use.type = "sudden";
  BLOCKS (BV_CHECK_THEME_GROUND, "“Việc” was rewarded");
  use.type = "merit";
  PASSES (BV_CHECK_THEME_GROUND, "no achievement");
  award.type = "theme";
  world.facts.awards = &award;
  world.facts.n_awards = 1;
  PASSES (BV_CHECK_THEME_GROUND, "no achievement");
  world.facts.grounds = "Giấy khen theo Quyết định số 9/QĐ ngày 10/9/2024";
  BLOCKS (BV_CHECK_THEME_GROUND, "decision 9/QĐ");
  award.type = "merit";
  PASSES (BV_CHECK_THEME_GROUND, "no achievement");
}

static void
test_chain (void)
{
  World world = make_world ();
  BvEligibilityAward awards[] = {
    make_award ("CSTDCS", 2021), make_award ("CSTDCS", 2022), make_award ("CSTDCS", 2023),
    make_award ("CSTDT", 2020),  make_award ("CSTDT", 2023),
  };

  SKIPS (BV_CHECK_CHAIN);
  ask_for (&world, "Chiến sĩ thi đua tỉnh", "CSTDT", TRUE, FALSE);
  world.facts.awards = awards;
  world.facts.n_awards = 3;
  PASSES (BV_CHECK_CHAIN, "3 times in a row, 3 are needed; given in 2021, 2022, 2023");
  awards[1].revoked = TRUE;
  BLOCKS (BV_CHECK_CHAIN, "1 times in a row");
  awards[1].revoked = FALSE;
  awards[1].type = "theme";
  BLOCKS (BV_CHECK_CHAIN, "1 times in a row");
  awards[1].type = "merit";
  world.occasion.year = 2025; /* the last link is too old */
  BLOCKS (BV_CHECK_CHAIN, "0 times in a row");
  world.occasion.year = 2024;
  ask_for (&world, "Chiến sĩ thi đua toàn quốc", "CSTDTQ", TRUE, FALSE);
  world.facts.n_awards = 4;
  BLOCKS (BV_CHECK_CHAIN, "0 times in a row, 2 are needed");
  world.facts.n_awards = 5;
  PASSES (BV_CHECK_CHAIN, "2 times in a row");
}

/* Against a plain walk over the years. */
static void
test_chain_random (void)
{
  static const char *const codes[] = { "CSTDCS", NULL };

  for (guint round = 0; round < 500; round++) {
    BvEligibilityAward awards[12];
    BvEligibilityFacts facts = { .awards = awards, .n_awards = G_N_ELEMENTS (awards) };
    gboolean given[20] = { FALSE };
    guint plain = 0;
    int year;

    for (guint i = 0; i < G_N_ELEMENTS (awards); i++) {
      int offset = g_test_rand_int_range (0, 16);

      awards[i] = make_award (g_test_rand_bit () ? "CSTDCS" : "LDTT", 2005 + offset);
      awards[i].revoked = g_test_rand_int_range (0, 4) == 0;
      given[offset] |= !awards[i].revoked && g_str_equal (awards[i].code, "CSTDCS");
    }
    year = given[15] ? 15 : 14;
    while (year >= 0 && given[year--])
      plain++;
    g_assert_cmpuint (bv_eligibility_chain (&facts, codes, 2020, 1), ==, plain);
  }
}

static void
test_collective_standard (void)
{
  World world = make_world ();
  BvEligibilityRating rating = { 2024, "excellent", "Excellent" };

  ask_for (&world, "Tập thể lao động xuất sắc", "TTLDXS", TRUE, TRUE);
  world.facts.n_members = 10;
  LACKS (BV_CHECK_COLLECTIVE_STANDARD, "no Lao động tiên tiến of 2024");
  world.facts.ratings = &rating;
  world.facts.n_ratings = 1;
  world.facts.advanced_known = TRUE;
  world.facts.n_advanced = 7;
  world.facts.n_fighters = 1;
  PASSES (BV_CHECK_COLLECTIVE_STANDARD, "7 of 10 members");
  world.facts.n_advanced = 6;
  BLOCKS (BV_CHECK_COLLECTIVE_STANDARD, "at least 70 %");
  world.facts.n_advanced = 7;
  world.facts.n_fighters = 0;
  BLOCKS (BV_CHECK_COLLECTIVE_STANDARD, "0 Chiến sĩ thi đua cơ sở, at least 1");
  world.facts.n_fighters = 1;
  world.facts.n_disciplined = 1;
  BLOCKS (BV_CHECK_COLLECTIVE_STANDARD, "1 member disciplined");
  world.facts.n_disciplined = 0;
  rating.level = "good";
  BLOCKS (BV_CHECK_COLLECTIVE_STANDARD, "rating 2024");
  ask_for (&world, "Tập thể lao động tiên tiến", "TTLDTT", TRUE, TRUE);
  world.facts.n_advanced = 5; /* half is not more than half */
  BLOCKS (BV_CHECK_COLLECTIVE_STANDARD, "more than 50 %");
  world.facts.n_advanced = 6;
  PASSES (BV_CHECK_COLLECTIVE_STANDARD, "6 of 10");
}

static void
test_fighter_standard (void)
{
  World world = make_world ();
  BvEligibilityRating rating = { 2024, "good", "Good" };
  BvEligibilityInitiative initiative = { "Sổ điện tử", "2024-08-28" };
  BvEligibilityAward title = make_award ("LDTT", 2024);

  ask_for (&world, "Chiến sĩ thi đua cơ sở", "CSTDCS", TRUE, FALSE);
  world.facts.initiatives = &initiative;
  world.facts.n_initiatives = 1;
  LACKS (BV_CHECK_FIGHTER_STANDARD, "no rating for 2024");
  world.facts.ratings = &rating;
  world.facts.n_ratings = 1;
  PASSES (BV_CHECK_FIGHTER_STANDARD, "initiative “Sổ điện tử” recognised");
  rating.level = "completed";
  BLOCKS (BV_CHECK_FIGHTER_STANDARD, "Good");
  world.facts.awards = &title;
  world.facts.n_awards = 1;
  PASSES (BV_CHECK_FIGHTER_STANDARD, "Lao động tiên tiến of 2024");
  initiative.recognised_on = "2023-12-31";
  BLOCKS (BV_CHECK_FIGHTER_STANDARD, "no initiative recognised in 2024");
  world.rules.fighter_initiative = FALSE;
  PASSES (BV_CHECK_FIGHTER_STANDARD, "Lao động tiên tiến of 2024");
  world.rules.fighter_first = BV_STANDARD_EXCELLENT;
  rating.level = "good";
  BLOCKS (BV_CHECK_FIGHTER_STANDARD, "rating 2024");
  rating.level = "excellent";
  PASSES (BV_CHECK_FIGHTER_STANDARD, "rating 2024");
}

static void
test_advanced_standard (void)
{
  World world = make_world ();
  BvEligibilityRating rating = { 2024, "good", "Good" };

  ask_for (&world, "Lao động tiên tiến", "LDTT", TRUE, FALSE);
  LACKS (BV_CHECK_ADVANCED_STANDARD, "no rating");
  world.facts.ratings = &rating;
  world.facts.n_ratings = 1;
  PASSES (BV_CHECK_ADVANCED_STANDARD, "Good");
  rating.level = "completed";
  BLOCKS (BV_CHECK_ADVANCED_STANDARD, "rating 2024");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eligibility/same-form", test_same_form);
  g_test_add_func ("/eligibility/two-forms", test_two_forms);
  g_test_add_func ("/eligibility/used", test_used);
  g_test_add_func ("/eligibility/theme-ground", test_theme_ground);
  g_test_add_func ("/eligibility/chain", test_chain);
  g_test_add_func ("/eligibility/chain-random", test_chain_random);
  g_test_add_func ("/eligibility/collective-standard", test_collective_standard);
  g_test_add_func ("/eligibility/fighter-standard", test_fighter_standard);
  g_test_add_func ("/eligibility/advanced-standard", test_advanced_standard);
  return g_test_run ();
}
