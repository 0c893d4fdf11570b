/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pasting and importing in the window: preview, mapping, decisions, writing, one undo. */
#include "config.h"

#include "bv-import-window.h"
#include "bv-list-page-private.h"
#include "bv-staff-page.h"
#include "test-clipboard.h"
#include "test-page-fixture.h"

#define HEADINGS "STT\tHọ và tên\tNgày sinh\tĐơn vị\tĐiện thoại\n"

static BvImportWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    if (BV_IS_IMPORT_WINDOW (window->data))
      return window->data;
  return NULL;
}

static void
copy (Fixture *fixture, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
}

static BvImportWindow *
paste (Fixture *fixture, const char *text)
{
  BvImportWindow *window;

  copy (fixture, text);
  BV_PAGE_GET_CLASS (fixture->page)->paste_rows (fixture->page);
  WAIT_FOR ((window = find_window ()) != NULL);
  WAIT_FOR (bv_import_job_get_state (bv_import_window_get_job (window)) == BV_IMPORT_JOB_READY);
  return window;
}

static guint
count (BvImportWindow *window, BvImportVerdict verdict)
{
  return bv_import_count (bv_import_job_get_import (bv_import_window_get_job (window)), verdict);
}

static void
close_window (BvImportWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
}

/* 300 staff with 12 bad ones. */
static char *
make_staff (void)
{
  GString *table = g_string_new ("DANH SÁCH CÁN BỘ\n\n" HEADINGS);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (table,
                            "%u\tNông Văn B%03u\t%s\tVăn phòng Sở\t0912\n",
                            i + 1,
                            i,
                            i % 25 == 24 ? "31/02/1985" : "1/6/1985");
  g_string_append (table, "\tTổng cộng: 300 người\n");
  return g_string_free (table, FALSE);
}

/* A file copied in the file manager is opened: its address is no table. */
static void
test_paste_file (Fixture *fixture, gconstpointer type)
{
  g_autofree char *staff = make_staff ();
  g_autofree char *path = test_folder_path ("cán bộ.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BvImportWindow *window;

  g_assert_true (g_file_set_contents (path, staff, -1, NULL));
  copy_file (fixture->window, file);
  BV_PAGE_GET_CLASS (fixture->page)->paste_rows (fixture->page);
  WAIT_FOR ((window = find_window ()) != NULL);
  WAIT_FOR (bv_import_job_get_state (bv_import_window_get_job (window)) == BV_IMPORT_JOB_READY);
  g_assert_cmpuint (count (window, BV_IMPORT_NEW), ==, 288);
  close_window (window);
}

static void
test_paste (Fixture *fixture, gconstpointer type)
{
  g_autofree char *staff = make_staff ();
  gint64 before = ask (fixture, "SELECT count (*) FROM person");
  BvImportWindow *window = paste (fixture, staff);
  BvImportJob *job = bv_import_window_get_job (window);
  g_autofree char *title = NULL;
  GFile *errors;

  g_assert_cmpuint (count (window, BV_IMPORT_NEW), ==, 288);
  g_assert_cmpuint (count (window, BV_IMPORT_ERROR), ==, 12);
  g_assert_cmpuint (count (window, BV_IMPORT_LEFT_OUT), ==, 1);
  g_assert_cmpuint (bv_import_preview_get_n_shown (bv_import_window_get_preview (window)), ==, 301);
  bv_import_preview_show (bv_import_window_get_preview (window), BV_IMPORT_ERROR);
  g_assert_cmpuint (bv_import_preview_get_n_shown (bv_import_window_get_preview (window)), ==, 12);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM person"), ==, before);
  gtk_widget_activate_action (GTK_WIDGET (window), "task.accept", NULL);
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_DONE);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM person"), ==, before + 288);
  g_assert_nonnull (strstr (fixture->toast, "288"));
  errors = bv_import_job_get_errors_file (job);
  g_assert_nonnull (errors);
  g_assert_true (g_file_query_exists (errors, NULL));
  g_assert_true (g_file_delete (errors, NULL, NULL));
  close_window (window);
  title = bv_history_dup_undo_title (bv_office_get_history (fixture->office));
  g_assert_nonnull (strstr (title, "288"));
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM person"), ==, before);
}

/* Without headings the columns are those of the list; another field may be chosen for each. */
static void
test_mapping (Fixture *fixture, gconstpointer type)
{
  BvImportWindow *window = paste (fixture, "Vi Đức An\tghi chú\nNông Văn Bình\tghi chú\n");
  BvImportJob *job = bv_import_window_get_job (window);

  g_assert_cmpuint (count (window, BV_IMPORT_ERROR), ==, 2); /* a note is no sex */
  bv_import_job_set_field (job, 1, bv_kind_find_field (&bv_person_kind, "note"));
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  g_assert_cmpuint (count (window, BV_IMPORT_NEW), ==, 2);
  bv_import_job_set_field (job, 0, NULL);
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  g_assert_nonnull (strstr (bv_import_job_get_problem (job), "Full name"));
  g_assert_cmpuint (bv_import_job_count_writable (job), ==, 0);
  close_window (window);
}

/* A layout that was mapped by hand is mapped so the next time. */
static void
test_remembered (Fixture *fixture, gconstpointer type)
{
  static const char table[] = "Họ và tên\tQuê quán\nVi Đức An\tTràng Định\n";
  BvImportWindow *window = paste (fixture, table);
  BvImportJob *job = bv_import_window_get_job (window);

  g_assert_null (bv_import_job_get_columns (job)->fields[1]);
  bv_import_job_set_field (job, 1, bv_kind_find_field (&bv_person_kind, "note"));
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  gtk_widget_activate_action (GTK_WIDGET (window), "task.accept", NULL);
  WAIT_FOR (find_window () == NULL);
  window = paste (fixture, table);
  job = bv_import_window_get_job (window);
  g_assert_nonnull (bv_import_job_get_columns (job)->fields[1]);
  g_assert_cmpstr (bv_import_job_get_columns (job)->fields[1]->name, ==, "note");
  close_window (window);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && strstr (gtk_button_get_label (GTK_BUTTON (widget)), label) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Who may be somebody that is there is asked about; the answer is a button. */
static void
test_asked (Fixture *fixture, gconstpointer type)
{
  BvImportWindow *window = paste (fixture, "Họ và tên\tChức vụ\nVi Đức Thịnh\tLái xe\n");
  GtkWidget *answer;

  g_assert_cmpuint (count (window, BV_IMPORT_ASK), ==, 1);
  WAIT_FOR ((answer = find_button (GTK_WIDGET (window), "Somebody new")) != NULL);
  g_signal_emit_by_name (answer, "clicked");
  settle ();
  g_assert_cmpuint (count (window, BV_IMPORT_NEW), ==, 1);
  WAIT_FOR ((answer = find_button (GTK_WIDGET (window), "Vi Đức Thịnh")) != NULL);
  g_signal_emit_by_name (answer, "clicked");
  settle ();
  g_assert_cmpuint (count (window, BV_IMPORT_UPDATE), ==, 1);
  close_window (window);
}

static void
test_file (Fixture *fixture, gconstpointer type)
{
  g_autofree char *path = test_folder_path ("cu.csv");
  static const char text[] = "Full name\nNguy\xd4n V\xa8n H\xbcng\nTr\xc7n Th\xde H\xadng\n"
                             "Ph\xb9m \xa7\xd8nh Qu\xfd\n";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BvImportWindow *window;
  BvImportJob *job;
  gboolean converting;

  g_assert_true (g_file_set_contents (path, text, sizeof text - 1, NULL));
  BV_PAGE_GET_CLASS (fixture->page)->import_rows (fixture->page);
  WAIT_FOR ((window = find_window ()) != NULL);
  job = bv_import_window_get_job (window);
  g_assert_cmpint (bv_import_job_get_state (job), ==, BV_IMPORT_JOB_EMPTY);
  bv_import_job_open (job, file);
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  g_assert_cmpint (bv_import_job_get_encoding (job, &converting), ==, BV_LEGACY_TCVN3);
  g_assert_false (converting);
  bv_import_job_set_converting (job, TRUE);
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  g_assert_cmpstr (bv_table_get_cell (bv_import_job_get_table (job), 2, 0), ==, "Trần Thị Hưng");
  close_window (window);
}

/* A file that is no table says so, and another one can be chosen. */
static void
test_refused (Fixture *fixture, gconstpointer type)
{
  g_autofree char *path = test_folder_path ("giả.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BvImportWindow *window;
  BvImportJob *job;

  g_assert_true (g_file_set_contents (path, "<html>", -1, NULL));
  BV_PAGE_GET_CLASS (fixture->page)->import_rows (fixture->page);
  WAIT_FOR ((window = find_window ()) != NULL);
  job = bv_import_window_get_job (window);
  bv_import_job_open (job, file);
  WAIT_FOR (bv_import_job_get_problem (job) != NULL);
  g_assert_nonnull (strstr (bv_import_job_get_problem (job), "not an Excel workbook"));
  bv_import_job_paste (job, "Họ và tên\nVi Đức An\n");
  WAIT_FOR (bv_import_job_get_state (job) == BV_IMPORT_JOB_READY);
  g_assert_null (bv_import_job_get_problem (job));
  close_window (window);
}

/* Cancelled while it writes: nothing is there. */
static void
test_cancelled (Fixture *fixture, gconstpointer type)
{
  g_autofree char *staff = make_staff ();
  gint64 before = ask (fixture, "SELECT count (*) FROM person");
  BvImportWindow *window = paste (fixture, staff);
  BvImportJob *job = bv_import_window_get_job (window);

  bv_import_job_write (job);
  g_assert_cmpint (bv_import_job_get_state (job), ==, BV_IMPORT_JOB_WRITING);
  WAIT_FOR (bv_import_job_get_progress (job) > 0.2);
  bv_import_job_cancel (job);
  g_assert_cmpint (bv_import_job_get_state (job), ==, BV_IMPORT_JOB_READY);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM person"), ==, before);
  g_assert_false (bv_history_is_open (bv_office_get_history (fixture->office)));
  close_window (window);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/import-window/" path,                                                              \
              Fixture,                                                                             \
              (gconstpointer) bv_staff_page_get_type,                                              \
              open_page,                                                                           \
              test,                                                                                \
              close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("paste", test_paste);
  ADD ("paste-file", test_paste_file);
  ADD ("mapping", test_mapping);
  ADD ("remembered", test_remembered);
  ADD ("asked", test_asked);
  ADD ("file", test_file);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
