/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of the council's members in the window: one's own, confirmed, opened again, left out; what
 * others gave stays hidden until then. */
#include "config.h"

#include "test-scores-fixture.h"

#define OFFICE "Văn phòng Sở"

static BvMemberBar *
get_bar (Fixture *fixture)
{
  return bv_scores_page_get_member_bar (BV_SCORES_PAGE (fixture->page));
}

static void
open_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) movement = NULL;

  open_page (fixture, data);
  g_assert_true (bv_database_exec (bv_office_get_database (fixture->office),
                                   "DELETE FROM member_sheet; DELETE FROM member_score",
                                   &error));
  movement = bv_office_load (fixture->office, &bv_movement_kind, fixture->movement, &error);
  bv_record_set_integer (movement, "member_sheets", 0);
  bv_office_save (fixture->office, movement, &error);
  bv_record_set_integer (movement, "member_sheets", 1);
  bv_office_save (fixture->office, movement, &error);
  g_assert_no_error (error);
  settle ();
  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_SCORE_MEMBER);
  settle ();
}

static char *
dup_details (Fixture *fixture)
{
  return bv_score_details_dup_text (bv_scores_page_get_details (BV_SCORES_PAGE (fixture->page)));
}

static gboolean
details_say (Fixture *fixture, const char *text)
{
  g_autofree char *all = dup_details (fixture);

  return strstr (all, text) != NULL;
}

/* All points of the member in hand, taken from the step before. */
static void
fill (Fixture *fixture, guint member)
{
  bv_member_bar_choose (get_bar (fixture), member);
  settle ();
  bv_score_grid_copy_forward (get_grid (fixture), TRUE);
  settle ();
}

static guint
count_confirmed (Fixture *fixture)
{
  return (guint) ask (fixture, "SELECT count (*) FROM member_sheet WHERE state = 'confirmed'");
}

static void
test_confirm (Fixture *fixture, gconstpointer data)
{
  gint64 steps;

  place (fixture, OFFICE, 0);
  g_assert_cmpstr (get_text (fixture, OFFICE, 0), ==, "–");
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "18");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (ask (fixture, "SELECT points FROM member_score"), ==, 1800);
  /* a sheet with a gap cannot be confirmed, and who is meant is named */
  bv_member_bar_confirm (get_bar (fixture));
  g_assert_nonnull (fixture->report);
  g_assert_nonnull (strstr (fixture->report, OFFICE));
  g_assert_cmpuint (count_confirmed (fixture), ==, 0);
  fill (fixture, 0);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM member_score WHERE points = 1800"), >=, 1);
  steps = count_steps (fixture);
  bv_member_bar_confirm (get_bar (fixture));
  settle ();
  g_assert_cmpuint (count_confirmed (fixture), >, 0);
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  /* confirmed points stay as they are */
  place (fixture, OFFICE, 0);
  press (fixture, GDK_KEY_1, 0);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpstr (get_text (fixture, OFFICE, 0), ==, "18,00");
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 0);
  bv_member_bar_confirm (get_bar (fixture));
  settle ();
  bv_member_bar_reopen (get_bar (fixture), "   ");
  g_assert_cmpuint (count_confirmed (fixture), >, 0);
  bv_member_bar_reopen (get_bar (fixture), "Ghi nhầm dòng");
  settle ();
  g_assert_cmpuint (count_confirmed (fixture), ==, 0);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM member_sheet WHERE reason = 'Ghi nhầm dòng'"), >, 0);
  undo (fixture);
  g_assert_cmpuint (count_confirmed (fixture), >, 0);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 0);
  bv_member_bar_confirm (get_bar (fixture));
  settle ();
  fill (fixture, 1);
  place (fixture, OFFICE, 0);
  g_assert_true (details_say (fixture, "What others gave is shown once"));
  g_assert_false (details_say (fixture, "18,5\n"));
  bv_member_bar_confirm (get_bar (fixture));
  settle ();
  place (fixture, OFFICE, 0);
  g_assert_false (details_say (fixture, "What others gave is shown once"));
  g_assert_true (details_say (fixture, "18,5\n"));
}

static void
test_recuse (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, OFFICE, 0);
  bv_member_bar_recuse (get_bar (fixture), "Từng phụ trách đơn vị");
  settle ();
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  press (fixture, GDK_KEY_1, 0);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  bv_member_bar_recuse (get_bar (fixture), "");
  settle ();
  place (fixture, OFFICE, 0);
  press (fixture, GDK_KEY_1, 0);
  g_assert_true (bv_score_grid_is_editing (get_grid (fixture)));
}

/* Six of nine make the council's value, which nobody types; median and spread stand beside it. */
static void
test_council (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 9; i++) {
    fill (fixture, i);
    bv_member_bar_confirm (get_bar (fixture));
    settle ();
  }
  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_COUNCIL);
  settle ();
  place (fixture, OFFICE, 0);
  g_assert_cmpstr (get_text (fixture, OFFICE, 0), ==, "18,50");
  g_assert_true (details_say (fixture, "median"));
  g_clear_pointer (&fixture->report, g_free);
  press (fixture, GDK_KEY_1, 0);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_nonnull (fixture->report);
}

#define ADD(name, func)                                                                            \
  g_test_add (                                                                                     \
      "/score-members/" name, Fixture, bv_scores_page_get_type, open_sheets, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("confirm", test_confirm);
  ADD ("reopen", test_reopen);
  ADD ("hidden", test_hidden);
  ADD ("recuse", test_recuse);
  ADD ("council", test_council);
  return g_test_run ();
}
