/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proposals: drawn up, put in order, priced, exported in the background. */
#include "config.h"

#include "bv-bonus-estimate.h"
#include "bv-proposal-order.h"
#include "bv-proposals-page.h"
#include "bv-submit-window.h"
#include "bv-workbook-window-private.h"
#include "test-dialog.h"
#include "test-full-disk.h"
#include "test-page-fixture.h"

#include <glib/gstdio.h>

static BvProposalsPage *
get_page (Fixture *fixture)
{
  return BV_PROPOSALS_PAGE (fixture->page);
}

static gint64
count_rows (Fixture *fixture)
{
  return ask (fixture, "SELECT count (*) FROM proposal");
}

static void
test_draw_up (Fixture *fixture, gconstpointer data)
{
  gint64 n, typed;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) proposal = NULL;

  forget_session (fixture);
  bv_proposals_page_draw_up (get_page (fixture), TRUE);
  settle ();
  n = count_rows (fixture);
  g_assert_cmpint (n, >, 5);
  g_assert_nonnull (fixture->toast);
  typed = ask (fixture, "SELECT id FROM proposal ORDER BY position LIMIT 1");
  proposal = bv_office_load (fixture->office, &bv_proposal_kind, typed, &error);
  bv_record_set_text (proposal, "grounds", "Biên bản số 5");
  g_assert_true (bv_office_save (fixture->office, proposal, &error));

  bv_proposals_page_draw_up (get_page (fixture), FALSE);
  g_assert_cmpint (count_rows (fixture), ==, n);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE grounds IS NOT NULL"), ==, 1);
  bv_proposals_page_draw_up (get_page (fixture), TRUE);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE grounds IS NOT NULL"), ==, 0);
  undo (fixture);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE grounds IS NOT NULL"), ==, 1);
  g_assert_null (fixture->report);
}

static const char group_sql[] = "SELECT id FROM proposal WHERE award_form_id = (SELECT "
                                "award_form_id FROM proposal ORDER BY position DESC LIMIT 1)"
                                " ORDER BY position LIMIT 1 OFFSET ";

static gint64
get_member (Fixture *fixture, guint offset)
{
  g_autofree char *sql = g_strdup_printf ("%s%u", group_sql, offset);

  return ask (fixture, sql);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  gint64 first, second;

  forget_session (fixture);
  bv_proposals_page_draw_up (get_page (fixture), TRUE);
  settle ();
  first = get_member (fixture, 0);
  second = get_member (fixture, 1);
  g_assert_true (bv_list_page_show_row (BV_LIST_PAGE (fixture->page), second));
  bv_proposals_page_move (get_page (fixture), -1);
  settle ();
  g_assert_cmpint (get_member (fixture, 0), ==, second);
  g_assert_cmpint (get_member (fixture, 1), ==, first);
  g_assert_cmpint (bv_list_page_get_selected (BV_LIST_PAGE (fixture->page)), ==, second);
  /* at the top of its group it stays */
  bv_proposals_page_move (get_page (fixture), -1);
  g_assert_cmpint (get_member (fixture, 0), ==, second);
  undo (fixture);
  g_assert_cmpint (get_member (fixture, 0), ==, first);
  g_assert_null (fixture->report);
}

/* Positions that people typed may repeat; moving makes them distinct. */
static void
test_move_same_positions (Fixture *fixture, gconstpointer data)
{
  gint64 third;
  g_autoptr (GError) error = NULL;

  forget_session (fixture);
  g_assert_true (bv_database_exec (
      bv_office_get_database (fixture->office), "UPDATE proposal SET position = NULL", &error));
  third = get_member (fixture, 2);
  g_assert_true (bv_proposal_order_move (fixture->office, third, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_member (fixture, 1), ==, third);
  g_assert_true (bv_proposal_order_move (fixture->office, third, 1, &error));
  g_assert_cmpint (get_member (fixture, 2), ==, third);
}

static void
test_money (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvBonusEstimate) estimate = NULL;
  gint64 total = 0;

  bv_proposals_page_draw_up (get_page (fixture), TRUE);
  settle ();
  estimate = bv_bonus_estimate_load (fixture->office, fixture->movement, "2024-09-05", &error);
  g_assert_no_error (error);
  g_assert_cmpint (estimate->base_salary, ==, 2340000);
  for (guint i = 0; i < estimate->lines->len; i++) {
    const BvBonusLine *line = &g_array_index (estimate->lines, BvBonusLine, i);

    total += MAX (0, line->amount) * line->n;
    if (line->coefficient == 300)
      g_assert_cmpint (line->amount, ==, 710000);
  }
  g_assert_cmpint (estimate->total, ==, total);
  g_assert_cmpint (total, >, 0);
  g_assert_false (estimate->confirmed);
  g_assert_nonnull (strstr (bv_proposals_page_get_money (get_page (fixture)), "to be confirmed"));
}

static void
finished_cb (BvExportBar *bar, gboolean written, int *result)
{
  *result = written ? 1 : 0;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("đề nghị.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  gsize length;
  int written = -1;

  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  bv_proposals_page_export (get_page (fixture), target);
  g_assert_true (bv_export_bar_is_running (bv_proposals_page_get_export_bar (get_page (fixture))));
  WAIT_FOR (written >= 0);
  g_assert_null (fixture->report);
  g_assert_cmpint (written, ==, 1);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (contents, "PK", 2) == 0);
}

/* A folder that is not there: a sentence, and nothing is left behind. */
static void
test_export_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("không có/a.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  int written = -1;

  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  bv_proposals_page_export (get_page (fixture), target);
  WAIT_FOR (written >= 0);
  g_assert_cmpint (written, ==, 0);
  g_assert_nonnull (fixture->report);
}

/* Another program has it open: a sentence that says so, and the old file stays. */
static void
test_export_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("mở.xlsx");
  g_autofree char *mark = test_folder_path ("~$mở.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  int written = -1;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  g_assert_true (g_file_set_contents (mark, "", -1, NULL));
  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  bv_proposals_page_export (get_page (fixture), target);
  WAIT_FOR (written >= 0);
  g_assert_cmpint (written, ==, 0);
  g_assert_nonnull (strstr (fixture->report, "open in another program"));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
}

/* A full disk: a sentence that says so, the old file stays, nothing lies beside it. */
static void
test_export_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("đầy.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  struct rlimit before;
  int written = -1;
  guint n_files;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  n_files = count_files_beside (path);
  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  before = full_disk_begin (4096);
  bv_proposals_page_export (get_page (fixture), target);
  WAIT_FOR (written >= 0);
  full_disk_end (before);
  g_assert_cmpint (written, ==, 0);
  g_assert_nonnull (strstr (fixture->report, "the disk is full"));
  g_assert_nonnull (strstr (fixture->report, "đầy.xlsx"));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_assert_cmpuint (count_files_beside (path), ==, n_files);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM issue"), ==, 0);
}

static void
test_export_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("a.xlsx");
  g_autoptr (GFile) target = g_file_new_for_path (path);
  BvExportBar *bar = bv_proposals_page_get_export_bar (get_page (fixture));
  int written = -1;

  g_signal_connect (bar, "finished", G_CALLBACK (finished_cb), &written);
  bv_proposals_page_export (get_page (fixture), target);
  bv_export_bar_cancel (bar);
  WAIT_FOR (written >= 0);
  g_assert_null (fixture->report);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, written);
}

static BvWorkbookWindow *
find_export_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    if (BV_IS_WORKBOOK_WINDOW (window->data))
      return window->data;
  return NULL;
}

static BvWorkbookWindow *
open_export_window (Fixture *fixture)
{
  BvWorkbookWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "proposals.workbook", NULL);
  window = find_export_window ();
  g_assert_nonnull (window);
  gtk_check_button_set_active (window->open, FALSE);
  return window;
}

/* What is chosen in the window is what is written, and is chosen the next time too. */
static void
test_export_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder_path = test_folder_path ("xuất");
  g_autofree char *path = test_folder_path ("xuất/a.xlsx");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  BvWorkbookWindow *window;
  int written = -1;

  g_mkdir (folder_path, 0755);
  window = open_export_window (fixture);
  WAIT_FOR (bv_workbook_window_has_preview (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "workbook.sheets", "b", FALSE);
  bv_workbook_window_accept (window); /* nothing is chosen: the window stays */
  g_assert_true (find_export_window () == window);
  bv_workbook_window_set_sheet (window, 1, TRUE);
  bv_workbook_window_set_folder (window, folder);
  gtk_editable_set_text (GTK_EDITABLE (window->name), "a");
  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  bv_workbook_window_accept (window);
  WAIT_FOR (written >= 0);
  g_assert_null (fixture->report);
  g_assert_cmpint (written, ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  WAIT_FOR (find_export_window () == NULL);
  window = open_export_window (fixture);
  g_assert_false (gtk_check_button_get_active (window->sheets[0]));
  g_assert_true (gtk_check_button_get_active (window->sheets[1]));
  g_assert_cmpstr (gtk_label_get_text (window->folder), ==, folder_path);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The folder vanished: the window says so and stays; a name with slashes stays in the folder. */
static void
test_export_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder_path = test_folder_path ("rút ra");
  g_autofree char *path = test_folder_path ("rút ra/quý 2_2024.xlsx");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  BvWorkbookWindow *window = open_export_window (fixture);
  int written = -1;

  bv_workbook_window_set_folder (window, folder);
  gtk_editable_set_text (GTK_EDITABLE (window->name), "quý 2/2024");
  bv_workbook_window_accept (window);
  settle ();
  g_assert_true (find_export_window () == window);
  WAIT_FOR (find_answer_of_dialog ("_Close") != NULL);
  g_signal_emit_by_name (find_answer_of_dialog ("_Close"), "clicked");
  WAIT_FOR (find_answer_of_dialog ("_Close") == NULL);
  g_mkdir (folder_path, 0755);
  g_signal_connect (bv_proposals_page_get_export_bar (get_page (fixture)),
                    "finished",
                    G_CALLBACK (finished_cb),
                    &written);
  bv_workbook_window_accept (window);
  WAIT_FOR (written >= 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  WAIT_FOR (find_export_window () == NULL);
}

/* Those that passed go together under one number; when none waits, it is said what comes first. */
static void
test_submit (Fixture *fixture, gconstpointer data)
{
  BvDatabase *database = bv_office_get_database (fixture->office);
  GtkWidget *window;
  gint64 n;

  bv_database_exec (database, "UPDATE proposal SET state = 'decided'", NULL);
  g_assert_null (bv_submit_window_open (fixture->page));
  g_assert_nonnull (strstr (fixture->report, "in a session that is sealed"));
  bv_database_exec (
      database, "UPDATE proposal SET state = 'drafted' WHERE vote_outcome = 'passed'", NULL);
  n = ask (fixture,
           "SELECT count (*) FROM proposal WHERE vote_outcome = 'passed' AND movement_id ="
           " (SELECT id FROM movement WHERE start_on = '2024-06-01')");
  window = bv_submit_window_open (fixture->page);
  g_assert_nonnull (window);
  bv_submit_window_submit (BV_SUBMIT_WINDOW (window), 0, " 45/TTr-SNgV ");
  settle ();
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM proposal WHERE state = 'submitted'"
                        " AND submission_number = '45/TTr-SNgV'"),
                   ==,
                   n);
  undo (fixture);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE state = 'submitted'"), ==, 0);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/proposals/" name, Fixture, bv_proposals_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("draw-up", test_draw_up);
  ADD ("move", test_move);
  ADD ("move-same-positions", test_move_same_positions);
  ADD ("money", test_money);
  ADD ("submit", test_submit);
  ADD ("export", test_export);
  ADD ("export-window", test_export_window);
  ADD ("export-folder", test_export_folder);
  ADD ("export-fails", test_export_fails);
  ADD ("export-open-elsewhere", test_export_open_elsewhere);
  ADD ("export-full-disk", test_export_full_disk);
  ADD ("export-cancelled", test_export_cancelled);
  return g_test_run ();
}
