/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows and what leaves it: the list exported as it stands, in the real window. */
#include "config.h"

#include "bv-content.h"
#include "bv-list-page-private.h"
#include "bv-table.h"
#include "test-window-fixture.h"

static BvListPage *
get_page (void)
{
  return BV_LIST_PAGE (bv_content_get_page (window->content));
}

static BvListPagePrivate *
get_parts (void)
{
  return bv_list_page_get_private (get_page ());
}

static void
open_list (const char *page)
{
  g_autoptr (GFile) file = make_sample ();

  g_assert_true (bv_window_open (window, file));
  bv_window_show_page (window, page, 0);
  WAIT_FOR (bv_content_get_page (window->content) != NULL && BV_IS_LIST_PAGE (get_page ())
            && get_parts ()->list != NULL && bv_record_list_get_n_rows (get_parts ()->list) > 0);
  settle ();
}

static gint64
ask (const char *sql)
{
  gint64 value = -1;

  g_assert_true (bv_database_query_integer (
      bv_office_get_database (bv_window_get_office (window)), sql, &value, NULL));
  return value;
}

static guint
count_rows (void)
{
  return bv_record_list_get_n_rows (get_parts ()->list);
}

/* The narrowed list as text: what is on the screen is what is in the file, and it is on record. */
static void
test_export (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BvTable) table = NULL;
  gint64 n_issues;

  show_window ();
  open_list ("achievements");
  g_assert_true (is_enabled ("export"));
  gtk_editable_set_text (GTK_EDITABLE (get_parts ()->search), "tieng anh");
  WAIT_FOR (count_rows () > 0 && count_rows () < 50);
  n_issues = ask ("SELECT count (*) FROM issue");
  path = test_folder_path ("danh sách.csv");
  target = g_file_new_for_path (path);
  bv_list_page_export_to (get_page (), target);
  g_assert_true (bv_export_bar_is_running (get_parts ()->export_bar));
  WAIT_FOR (!bv_export_bar_is_running (get_parts ()->export_bar));
  settle ();
  g_assert_true (says (GTK_WIDGET (window), "danh sách.csv"));
  g_assert_cmpint (ask ("SELECT count (*) FROM issue"), ==, n_issues + 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM issue WHERE medium = 'csv' AND length (fingerprint)"
                        " = 64 AND title LIKE '%Achievements%' AND file_name LIKE '%sách.csv'"),
                   ==,
                   1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  bytes = g_bytes_new_static (contents, strlen (contents));
  table = bv_table_read (bytes, "x", 0, NULL);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, count_rows () + 1);
  for (guint i = 0; i < count_rows (); i++) {
    g_autoptr (BvRecord) record = bv_list_table_dup_record (
        get_parts ()->table, bv_record_list_get_id (get_parts ()->list, i));

    g_assert_cmpstr (bv_table_get_cell (table, i + 1, 0), ==, bv_record_get_text (record, "title"));
  }
  close_window ();
}

/* A page of several lists exports the one in sight; a page that is no list cannot. */
static void
test_where (void)
{
  show_window ();
  open_list ("staff");
  g_assert_true (is_enabled ("export"));
  bv_window_show_page (window, "movements", 0);
  settle ();
  g_assert_true (is_enabled ("export"));
  bv_window_show_page (window, "overview", 0);
  settle ();
  g_assert_false (is_enabled ("export"));
  close_window ();
}

int
main (int argc, char **argv)
{
  int status;

  start_application (&argc, &argv);
  g_test_add_func ("/list-view/export", test_export);
  g_test_add_func ("/list-view/where", test_where);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
