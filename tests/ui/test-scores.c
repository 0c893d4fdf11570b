/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score sheet: points typed, checked, explained, deleted and undone, with the cursor kept. */
#include "config.h"

#include "test-scores-fixture.h"

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  place (fixture, "Văn phòng Sở", 0);
  assert_cursor (fixture, "Văn phòng Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  assert_cursor (fixture, "Văn phòng Sở", 1);
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_cursor (fixture, "Thanh tra Sở", 1);
  g_assert_true (press (fixture, GDK_KEY_Home, 0));
  assert_cursor (fixture, "Thanh tra Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_End, GDK_CONTROL_MASK));
  assert_cursor (fixture, "Trung tâm Dịch vụ đối ngoại", 5);
  /* Tab leaves out what does not apply: contents 6 is not for collectives */
  place (fixture, "Văn phòng Sở", 4);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_cursor (fixture, "Thanh tra Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  assert_cursor (fixture, "Văn phòng Sở", 4);
  /* at the end Tab goes on to whatever stands after the grid */
  place (fixture, "Trung tâm Dịch vụ đối ngoại", 4);
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  /* an input method may send Backspace at any time */
  g_assert_false (press (fixture, GDK_KEY_BackSpace, 0));
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "18,50");
}

static void
test_same_points (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, "Văn phòng Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_F2, 0));
  g_assert_true (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  assert_cursor (fixture, "Thanh tra Sở", 0);
  g_assert_cmpint (count_steps (fixture), ==, steps);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, "Văn phòng Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_1, 0));
  type (fixture, "17,5");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  /* nothing is saved before somebody says why */
  g_assert_cmpint (count_steps (fixture), ==, steps);
  g_assert_false (bv_page_flush (fixture->page));
  bv_score_grid_answer (get_grid (fixture), "  ");
  g_assert_cmpint (count_steps (fixture), ==, steps);
  bv_score_grid_answer (get_grid (fixture), "Chậm một báo cáo");
  settle ();
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "17,50");
  g_assert_true (has_class (fixture, "Văn phòng Sở", 0, "differs"));
  g_assert_false (has_class (fixture, "Văn phòng Sở", 0, "lacks-reason"));
  assert_cursor (fixture, "Văn phòng Sở", 1);
  g_assert_cmpint (
      ask (fixture, "SELECT points FROM score WHERE reason = 'Chậm một báo cáo'"), ==, 1750);

  undo (fixture);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "18,50");
  g_assert_false (has_class (fixture, "Văn phòng Sở", 0, "differs"));
  assert_cursor (fixture, "Văn phòng Sở", 1);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, "Văn phòng Sở", 0);
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "3");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  assert_cursor (fixture, "Văn phòng Sở", 0);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "18,50");
  g_assert_cmpint (count_steps (fixture), ==, steps);
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "21", "abc", "1,234", "-1" };
  gint64 steps = count_steps (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    place (fixture, "Văn phòng Sở", 0);
    press (fixture, GDK_KEY_F2, 0);
    type (fixture, wrong[i]);
    press (fixture, GDK_KEY_Return, 0);
    g_assert_true (bv_score_grid_is_editing (get_grid (fixture)));
    g_assert_true (has_class (fixture, "Văn phòng Sở", 0, "wrong"));
    g_assert_false (bv_page_flush (fixture->page));
    press (fixture, GDK_KEY_Escape, 0);
  }
  g_assert_cmpint (count_steps (fixture), ==, steps);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "18,50");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 scores = count_scores (fixture);

  place (fixture, "Văn phòng Sở", 0);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_cmpint (count_scores (fixture), ==, scores - 1);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "–");
  g_assert_nonnull (fixture->toast);
  assert_cursor (fixture, "Văn phòng Sở", 0);
  undo (fixture);
  g_assert_cmpint (count_scores (fixture), ==, scores);
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 0), ==, "18,50");
}

/* As the mouse does. */
static void
click (Fixture *fixture, const char *name, guint criterion)
{
  g_signal_emit_by_name (
      bv_score_grid_find_cell (get_grid (fixture), find_subject (fixture, name), criterion),
      "pressed",
      FALSE);
  settle ();
}

/* Another cell is clicked while points are being typed: they are kept; wrong ones keep the field.
 */
static void
test_click_on (Fixture *fixture, gconstpointer data)
{
  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_SELF);
  place (fixture, "Văn phòng Sở", 3);
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "13,5");
  click (fixture, "Thanh tra Sở", 1);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 3), ==, "13,50");
  assert_cursor (fixture, "Thanh tra Sở", 1);
  press (fixture, GDK_KEY_F2, 0);
  type (fixture, "99");
  click (fixture, "Văn phòng Sở", 0);
  g_assert_true (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_true (has_class (fixture, "Thanh tra Sở", 1, "wrong"));
  press (fixture, GDK_KEY_Escape, 0);
  assert_cursor (fixture, "Thanh tra Sở", 1);
}

/* The keyboard goes elsewhere with the mouse. */
static void
test_click_away (Fixture *fixture, gconstpointer data)
{
  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_SELF);
  place (fixture, "Văn phòng Sở", 3);
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "13,5");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  settle ();
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 3), ==, "13,50");
}

/* The first value of a cell differs from nothing, so nobody asks for a reason. */
static void
test_first_points (Fixture *fixture, gconstpointer data)
{
  gint64 scores = count_scores (fixture);

  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_SELF);
  place (fixture, "Văn phòng Sở", 3);
  g_assert_true (has_class (fixture, "Văn phòng Sở", 3, "computed"));
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "13,5");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (count_scores (fixture), ==, scores + 1);
  g_assert_false (has_class (fixture, "Văn phòng Sở", 3, "computed"));
  g_assert_cmpstr (get_text (fixture, "Văn phòng Sở", 3), ==, "13,50");
}

static void
test_not_applicable (Fixture *fixture, gconstpointer data)
{
  place (fixture, "Văn phòng Sở", 5);
  g_assert_true (has_class (fixture, "Văn phòng Sở", 5, "not-applicable"));
  press (fixture, GDK_KEY_F2, 0);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_cmpuint (bv_page_get_n_selected (fixture->page), ==, 0);
}

static void
test_show_row (Fixture *fixture, gconstpointer data)
{
  gint64 id = find_subject (fixture, "Nông Văn Đạt");

  BV_PAGE_GET_CLASS (fixture->page)->show_row (fixture->page, id);
  settle ();
  assert_cursor (fixture, "Nông Văn Đạt", 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/scores/" name, Fixture, bv_scores_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("keys", test_keys);
  ADD ("same-points", test_same_points);
  ADD ("reason", test_reason);
  ADD ("escape", test_escape);
  ADD ("wrong", test_wrong);
  ADD ("click-on", test_click_on);
  ADD ("click-away", test_click_away);
  ADD ("delete", test_delete);
  ADD ("first-points", test_first_points);
  ADD ("not-applicable", test_not_applicable);
  ADD ("show-row", test_show_row);
  return g_test_run ();
}
