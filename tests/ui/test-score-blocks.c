/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of the score sheet: choosing, copying, pasting, filling, one reason, one step; and the
 * sheets of the council's members. */
#include "config.h"

#include "test-scores-fixture.h"

#define OFFICE "Văn phòng Sở"
#define INSPECTORATE "Thanh tra Sở"
#define CONSULAR "Phòng Lãnh sự - Hợp tác quốc tế"
#define BORDER "Phòng Quản lý biên giới"
#define CENTRE "Trung tâm Dịch vụ đối ngoại"

static void
choose (Fixture *fixture, const char *from, guint left, const char *to, guint right)
{
  bv_score_grid_select (
      get_grid (fixture), find_subject (fixture, from), left, find_subject (fixture, to), right);
  settle ();
}

static BvScorePlan *
get_plan (Fixture *fixture)
{
  BvScorePreview *preview = bv_score_grid_get_preview (get_grid (fixture));

  g_assert_nonnull (preview);
  return bv_score_preview_get_plan (preview);
}

static void
accept (Fixture *fixture, const char *reason)
{
  bv_score_preview_accept (bv_score_grid_get_preview (get_grid (fixture)), reason);
  settle ();
}

static void
paste (Fixture *fixture, const char *text)
{
  bv_score_grid_paste (get_grid (fixture), text);
  settle ();
}

static gint64
get_points (Fixture *fixture, const char *name, const char *stage, guint criterion)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce ((SELECT points FROM score s WHERE stage = '%s' AND subject_id = "
      "%" G_GINT64_FORMAT
      " AND criterion_id = (SELECT id FROM criterion WHERE movement_id = %" G_GINT64_FORMAT
      " ORDER BY position, id LIMIT 1 OFFSET %u)), -1)",
      stage,
      find_subject (fixture, name),
      fixture->movement,
      criterion);

  return ask (fixture, sql);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  place (fixture, OFFICE, 0);
  g_assert_true (press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_cursor (fixture, INSPECTORATE, 1);
  g_assert_true (has_class (fixture, OFFICE, 0, "chosen"));
  g_assert_true (has_class (fixture, INSPECTORATE, 1, "chosen"));
  g_assert_false (has_class (fixture, OFFICE, 2, "chosen"));
  g_assert_false (has_class (fixture, CONSULAR, 0, "chosen"));
  /* a block does not go round the edge */
  for (guint i = 0; i < 8; i++)
    press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_cursor (fixture, INSPECTORATE, 0);
  /* Esc, or a step without Shift, leaves the one cell */
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (has_class (fixture, OFFICE, 0, "chosen"));
  assert_cursor (fixture, INSPECTORATE, 0);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (has_class (fixture, OFFICE, 0, "chosen"));
  g_assert_true (has_class (fixture, CENTRE, 5, "chosen"));
  press (fixture, GDK_KEY_Up, 0);
  g_assert_false (has_class (fixture, OFFICE, 0, "chosen"));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  choose (fixture, OFFICE, 3, INSPECTORATE, 5);
  text = bv_score_grid_dup_copied (get_grid (fixture));
  g_assert_cmpstr (text, ==, "13,5\t9,5\tn/a\n11\t9,5\tn/a\n");
}

/* A block out of a spreadsheet: seen before it is written, one reason, one step. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, OFFICE, 0);
  paste (fixture, "18,5\t22,5\t\r\n16\t20\t18\r\n");
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 2);
  g_assert_cmpuint (get_plan (fixture)->n_reasons, ==, 2);
  g_assert_cmpuint (get_plan (fixture)->n_problems, ==, 0);
  g_assert_cmpint (count_steps (fixture), ==, steps);
  accept (fixture, "  ");
  g_assert_cmpint (count_steps (fixture), ==, steps);
  accept (fixture, "Chậm báo cáo");
  g_assert_null (bv_score_grid_get_preview (get_grid (fixture)));
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  g_assert_cmpstr (get_text (fixture, OFFICE, 1), ==, "22,50");
  g_assert_cmpstr (get_text (fixture, INSPECTORATE, 0), ==, "16,00");
  g_assert_cmpstr (get_text (fixture, OFFICE, 2), ==, "19,50");
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM score WHERE reason = 'Chậm báo cáo'"), ==, 2);
  g_assert_nonnull (fixture->toast);
  assert_cursor (fixture, OFFICE, 0);
  undo (fixture);
  g_assert_cmpstr (get_text (fixture, OFFICE, 1), ==, "23,00");
  g_assert_cmpstr (get_text (fixture, INSPECTORATE, 0), ==, "17,00");
}

/* What is wrong is told and never cut to fit; closing the window writes nothing. */
static void
test_bad_paste (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, OFFICE, 0);
  paste (fixture, "25\tKAD\tmười\n17\t20\t18\n");
  g_assert_cmpuint (get_plan (fixture)->n_problems, ==, 3);
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 0);
  accept (fixture, "Lý do");
  g_assert_nonnull (bv_score_grid_get_preview (get_grid (fixture)));
  gtk_window_destroy (GTK_WINDOW (bv_score_grid_get_preview (get_grid (fixture))));
  settle ();
  g_assert_cmpint (count_steps (fixture), ==, steps);
  /* only the right cells, when the person says so */
  paste (fixture, "25\t22\n");
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 1);
  accept (fixture, "Lý do");
  g_assert_cmpstr (get_text (fixture, OFFICE, 0), ==, "18,50");
  g_assert_cmpstr (get_text (fixture, OFFICE, 1), ==, "22,00");
  /* a block that does not fit is refused as a whole */
  place (fixture, CENTRE, 4);
  g_clear_pointer (&fixture->report, g_free);
  paste (fixture, "1\t2\t3\n");
  g_assert_null (bv_score_grid_get_preview (get_grid (fixture)));
  g_assert_nonnull (fixture->report);
  g_clear_pointer (&fixture->report, g_free);
  paste (fixture, "9\n9\n");
  g_assert_nonnull (fixture->report);
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
}

/* One number goes all over the block, but for what it does not concern. */
static void
test_paste_one (Fixture *fixture, gconstpointer data)
{
  choose (fixture, OFFICE, 4, CENTRE, 5);
  paste (fixture, "8\n");
  g_assert_cmpuint (get_plan (fixture)->n_problems, ==, 0);
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 5);
  accept (fixture, "Chung");
  g_assert_cmpstr (get_text (fixture, CENTRE, 4), ==, "8,00");
}

static void
test_fill_down (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_COUNCIL);
  settle ();
  place (fixture, OFFICE, 0);
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "18,5");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  place (fixture, OFFICE, 0);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 2);
  g_assert_cmpuint (get_plan (fixture)->n_reasons, ==, 2);
  accept (fixture, "Hội đồng thống nhất");
  g_assert_cmpint (get_points (fixture, CONSULAR, "council", 0), ==, 1850);
  g_assert_cmpint (count_steps (fixture), ==, steps + 2);
  /* a single line takes what stands above it */
  place (fixture, BORDER, 0);
  BV_PAGE_GET_CLASS (fixture->page)->duplicate_row (fixture->page);
  settle ();
  accept (fixture, "Như trên");
  g_assert_cmpint (get_points (fixture, BORDER, "council", 0), ==, 1850);
}

/* The step before, into what is empty: nothing differs, so nothing is asked. */
static void
test_copy_forward (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);
  gint64 before = count_scores (fixture);
  gint64 reasons = ask (fixture, "SELECT count (*) FROM score WHERE reason <> ''");

  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_COUNCIL);
  settle ();
  choose (fixture, OFFICE, 0, OFFICE, 1);
  bv_score_grid_copy_forward (get_grid (fixture), FALSE);
  settle ();
  g_assert_cmpint (get_points (fixture, OFFICE, "council", 0), ==, 1850);
  bv_score_grid_copy_forward (get_grid (fixture), TRUE);
  settle ();
  g_assert_null (bv_score_grid_get_preview (get_grid (fixture)));
  g_assert_cmpint (count_steps (fixture), ==, steps + 2);
  g_assert_cmpint (get_points (fixture, CENTRE, "council", 4), ==, 900);
  /* what evidence gives is taken over as well */
  g_assert_cmpint (get_points (fixture, CENTRE, "council", 3), ==, 1350);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score WHERE reason <> ''"), ==, reasons);
  undo (fixture);
  undo (fixture);
  g_assert_cmpint (count_scores (fixture), ==, before);
}

static void
test_block_reason (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);

  place (fixture, OFFICE, 0); /* newer GTK gives the keyboard to the first cell by itself, later */
  choose (fixture, OFFICE, 0, CENTRE, 5);
  press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  g_assert_cmpuint (get_plan (fixture)->n_changes, ==, 8);
  accept (fixture, "Theo biên bản họp");
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM score WHERE reason = 'Theo biên bản họp'"), ==, 8);
}

static void
test_delete_block (Fixture *fixture, gconstpointer data)
{
  gint64 steps = count_steps (fixture);
  gint64 scores = count_scores (fixture);

  place (fixture, OFFICE, 0);
  choose (fixture, OFFICE, 0, INSPECTORATE, 1);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (count_scores (fixture), ==, scores - 4);
  g_assert_cmpint (count_steps (fixture), ==, steps + 1);
  undo (fixture);
  g_assert_cmpint (count_scores (fixture), ==, scores);
}

/* Digits and one key more: a column by Enter runs on into the next, a line by Tab. */
static void
test_run_on (Fixture *fixture, gconstpointer data)
{
  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_STAGE_OFFICE);
  place (fixture, CENTRE, 0);
  press (fixture, GDK_KEY_F2, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, OFFICE, 1);
  /* the last content does not concern collectives */
  place (fixture, CENTRE, 4);
  press (fixture, GDK_KEY_F2, 0);
  press (fixture, GDK_KEY_Return, 0);
  assert_cursor (fixture, CENTRE, 4);
}

/* A row that is being completed stays until rows are asked for anew. */
static void
test_missing_only (Fixture *fixture, gconstpointer data)
{
  BvScoresBar *bar = bv_scores_page_get_bar (BV_SCORES_PAGE (fixture->page));

  place (fixture, BORDER, 0);
  press (fixture, GDK_KEY_Delete, 0);
  bv_scores_bar_set_missing_only (bar, TRUE);
  settle ();
  g_assert_false (bv_score_grid_set_cursor (get_grid (fixture), find_subject (fixture, OFFICE), 0));
  place (fixture, BORDER, 0);
  press (fixture, GDK_KEY_1, 0);
  type (fixture, "18");
  press (fixture, GDK_KEY_Return, 0);
  place (fixture, BORDER, 0);
  bv_scores_bar_set_missing_only (bar, FALSE);
  settle ();
  place (fixture, OFFICE, 0);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *details = NULL;

  bv_scores_page_choose (BV_SCORES_PAGE (fixture->page), BV_RANK_COLLECTIVES, BV_SCORE_OFFICIAL);
  settle ();
  g_assert_cmpstr (
      get_text (fixture, OFFICE, 1), ==, "24,00\n↓\302\24023,50\n↓\302\24023,00\n23,00");
  g_assert_cmpstr (get_text (fixture, OFFICE, 3), ==, "13,50");
  g_assert_true (has_class (fixture, OFFICE, 3, "computed"));
  place (fixture, INSPECTORATE, 1);
  press (fixture, GDK_KEY_1, 0);
  g_assert_false (bv_score_grid_is_editing (get_grid (fixture)));
  g_assert_nonnull (fixture->report);
  details = bv_score_details_dup_text (bv_scores_page_get_details (BV_SCORES_PAGE (fixture->page)));
  g_assert_nonnull (strstr (details, "Kết quả chưa vượt chỉ tiêu đăng ký"));
  g_assert_nonnull (strstr (details, "Total × 100 ÷ 90"));
}

/* Here the council gives its points together, not on the sheets of its members. */
static void
open_stages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) movement = NULL;

  open_page (fixture, data);
  movement = bv_office_load (fixture->office, &bv_movement_kind, fixture->movement, &error);
  bv_record_set_integer (movement, "member_sheets", 0);
  bv_office_save (fixture->office, movement, &error);
  g_assert_no_error (error);
  settle ();
}

#define ADD(name, func)                                                                            \
  g_test_add (                                                                                     \
      "/score-blocks/" name, Fixture, bv_scores_page_get_type, open_stages, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("choose", test_choose);
  ADD ("copy", test_copy);
  ADD ("paste", test_paste);
  ADD ("bad-paste", test_bad_paste);
  ADD ("paste-one", test_paste_one);
  ADD ("fill-down", test_fill_down);
  ADD ("copy-forward", test_copy_forward);
  ADD ("block-reason", test_block_reason);
  ADD ("delete-block", test_delete_block);
  ADD ("run-on", test_run_on);
  ADD ("missing-only", test_missing_only);
  ADD ("compare", test_compare);
  return g_test_run ();
}
