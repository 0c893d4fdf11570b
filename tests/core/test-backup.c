/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of an office file: what is in them, which are kept, what happens when one fails. */
#include "config.h"

#include "bv-backup.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *
found (const char *name)
{
  g_autofree char *path = test_folder_path (name);
  g_autoptr (GError) error = NULL;
  BvOffice *office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  return office;
}

static void
add_departments (BvOffice *office, guint n)
{
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (GError) error = NULL;

  bv_history_begin (history, "Nhập", &error);
  for (guint i = 0; i < n; i++) {
    g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);
    g_autofree char *name = g_strdup_printf ("Phòng %u", i);

    bv_record_set_text (record, "name", name);
    g_assert_true (bv_office_save (office, record, &error));
  }
  g_assert_true (bv_history_commit (history, &error));
  g_assert_no_error (error);
}

static gint64
count_departments (BvOffice *office)
{
  gint64 n = -1;

  bv_database_query_integer (
      bv_office_get_database (office), "SELECT count(*) FROM department", &n, NULL);
  return n;
}

static void
test_write (void)
{
  g_autoptr (BvOffice) office = found ("written.bangvang");
  g_autofree char *copy = test_folder_path ("bản sao.bangvang");
  g_autoptr (BvOffice) copied = NULL;
  g_autoptr (GError) error = NULL;
  gint64 clean = 0;

  add_departments (office, 50);
  g_assert_true (bv_backup_write (office, copy, NULL, &error));
  g_assert_no_error (error);
  add_departments (office, 1);
  copied = bv_office_open (copy, NULL, BV_OFFICE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_departments (copied), ==, 50);
  bv_database_query_integer (
      bv_office_get_database (copied), "SELECT clean FROM file", &clean, &error);
  g_assert_cmpint (clean, ==, 1);
  g_clear_object (&copied);
  /* A copy is a full office file: it can be gone on with, undo included. */
  copied = bv_office_open (copy, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_true (bv_history_undo (bv_office_get_history (copied), &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_departments (copied), ==, 0);
}

static void
test_not_onto_itself (void)
{
  g_autoptr (BvOffice) office = found ("itself.bangvang");
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_backup_write (office, bv_office_get_path (office), NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_older_copy_survives (void)
{
  g_autoptr (BvOffice) office = found ("survives.bangvang");
  g_autofree char *folder = test_folder_path ("copies");
  g_autofree char *copy = g_build_filename (folder, "copy.bangvang", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_mkdir (folder, 0755);
  g_file_set_contents (copy, "older", -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (bv_backup_write (office, copy, cancellable, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_assert_cmpint (test_folder_count (folder), ==, 1);
  g_file_get_contents (copy, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "older");
}

static void
test_make (void)
{
  g_autoptr (BvOffice) office = found ("made.bangvang");
  g_autofree char *folder = bv_backup_dup_folder (office);
  g_autofree char *foreign = g_build_filename (folder, "ghi chú.txt", NULL);
  g_autofree char *old = g_build_filename (folder, "2020-01-01_080000_close.bangvang", NULL);
  g_autofree char *older = g_build_filename (folder, "2020-01-01_070000_close.bangvang", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) second = NULL;
  g_autofree char *other_folder = NULL;

  g_assert_true (g_str_has_prefix (folder, g_get_user_data_dir ()));
  g_assert_true (bv_backup_make (office, "trước khi nhập: a/b", &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_folder_count (folder), ==, 1);
  g_file_set_contents (foreign, "x", 1, NULL);
  g_file_set_contents (old, "x", 1, NULL);
  g_file_set_contents (older, "x", 1, NULL);
  g_assert_true (bv_backup_make (office, "close", &error));
  /* Of one day in the past the last is enough; what is not ours stays. */
  g_assert_true (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (older, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  second = found ("other.bangvang");
  other_folder = bv_backup_dup_folder (second);
  g_assert_cmpstr (folder, !=, other_folder);
}

static void
test_folder_cannot_be_made (void)
{
  g_autoptr (BvOffice) office = found ("blocked.bangvang");
  g_autofree char *folder = bv_backup_dup_folder (office);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (folder, "a file where the folder should be", -1, NULL);
  g_assert_false (bv_backup_make (office, "close", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "blocked"));
}

static guint
count_kept (GArray *kept)
{
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    n += g_array_index (kept, gboolean, i) ? 1 : 0;
  return n;
}

static void
test_choose_every_day (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDateTime) today = g_date_time_new_utc (2024, 6, 5, 0, 0, 0);
  g_auto (GStrv) dates = NULL;
  g_autoptr (GArray) kept = NULL;

  for (int i = 0; i < 800; i++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (today, -i);
    g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

    g_strv_builder_add (builder, date);
  }
  dates = g_strv_builder_end (builder);
  kept = bv_backup_choose ((const char *const *) dates, "2024-06-05");
  g_assert_cmpint (kept->len, ==, 800);
  for (guint i = 0; i < 7; i++)
    g_assert_true (g_array_index (kept, gboolean, i));
  /* Sundays 26 and 19 May end the third and fourth week (the second, 2 June, is among the days);
   * then the last days of ten months more. 2 June and 31 May are among the days themselves. */
  g_assert_true (g_array_index (kept, gboolean, 10));
  g_assert_true (g_array_index (kept, gboolean, 17));
  g_assert_true (g_array_index (kept, gboolean, 36)); /* 30 April */
  g_assert_false (g_array_index (kept, gboolean, 35));
  g_assert_cmpint (count_kept (kept), ==, 7 + 2 + 10);
  g_assert_false (g_array_index (kept, gboolean, 799));
}

static void
test_choose_few (void)
{
  /* Seldom used: what is there stays, however old. */
  const char *const seldom[] = { "2024-06-05", "2024-01-01", "2021-05-05", "2019-12-31", NULL };
  const char *const same_day[] = { "2024-06-05", "2024-06-05", "2024-06-04", NULL };
  const char *const odd[] = { "2031-01-01", "no date", "2024-06-05", NULL };
  g_autoptr (GArray) kept = bv_backup_choose (seldom, "2024-06-05");
  g_autoptr (GArray) of_day = bv_backup_choose (same_day, "2024-06-05");
  g_autoptr (GArray) of_odd = bv_backup_choose (odd, "2024-06-05");

  g_assert_cmpint (count_kept (kept), ==, 4);
  g_assert_true (g_array_index (of_day, gboolean, 0));
  g_assert_false (g_array_index (of_day, gboolean, 1));
  g_assert_true (g_array_index (of_day, gboolean, 2));
  g_assert_cmpint (count_kept (of_odd), ==, 3);
}

int
main (int argc, char *argv[])
{
  int result;

  test_folder_make ();
  g_setenv ("XDG_DATA_HOME", test_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/write", test_write);
  g_test_add_func ("/backup/not-onto-itself", test_not_onto_itself);
  g_test_add_func ("/backup/older-copy-survives", test_older_copy_survives);
  g_test_add_func ("/backup/make", test_make);
  g_test_add_func ("/backup/folder-cannot-be-made", test_folder_cannot_be_made);
  g_test_add_func ("/backup/choose-every-day", test_choose_every_day);
  g_test_add_func ("/backup/choose-few", test_choose_few);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
