/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and places that cannot be worked with: each is refused with its own sentence, and left as
 * it is. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-check.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-folder.h"
#include "test-full-disk.h"

#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define NOBODY 65534

static BvOffice *
found_at (const char *path)
{
  g_autoptr (GError) error = NULL;
  BvOffice *office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  return office;
}

static gboolean
add_department (BvOffice *office, const char *note, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);

  bv_record_set_text (record, "name", "Phòng Quản lý biên giới");
  bv_record_set_text (record, "note", note);
  return bv_office_save (office, record, error);
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
assert_whole (BvOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = bv_check_run (office, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (findings->len, ==, 0);
}

/* Opening fails with this sentence; the file stays as it is, and nothing lies beside it. */
static void
assert_refused (const char *path, int code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  guint n_files = test_folder_count (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before = 0;
  gsize size_after = 0;

  g_file_get_contents (path, &before, &size_before, NULL);
  g_assert_null (bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error));
  g_assert_error (error, BV_ERROR, code);
  g_assert_cmpstr (error->message, ==, sentence);
  g_file_get_contents (path, &after, &size_after, NULL);
  g_assert_cmpmem (before, size_before, after, size_after);
  g_assert_cmpint (test_folder_count (folder), ==, n_files);
}

static void
test_text_file (void)
{
  g_autofree char *path = test_folder_path ("letter.bangvang");

  g_file_set_contents (path, "Kính gửi: Văn phòng Sở. Phòng xin báo cáo như sau …", -1, NULL);
  assert_refused (path,
                  BV_ERROR_NOT_OFFICE,
                  "“letter.bangvang” is not an office file of Bảng Vàng. Choose a file that the "
                  "program has made.");
}

static void
test_empty_file (void)
{
  g_autofree char *path = test_folder_path ("empty.bangvang");

  g_file_set_contents (path, "", 0, NULL);
  assert_refused (path,
                  BV_ERROR_NOT_OFFICE,
                  "“empty.bangvang” is not an office file of Bảng Vàng. Choose a file that the "
                  "program has made.");
}

static void
test_missing_file (void)
{
  g_autofree char *path = test_folder_path ("gone.bangvang");

  assert_refused (path,
                  BV_ERROR_NOT_FOUND,
                  "“gone.bangvang” is not there any more. It may have been moved or renamed, or "
                  "the drive is not connected.");
}

static void
test_other_database (void)
{
  g_autofree char *path = test_folder_path ("other.bangvang");
  g_autoptr (BvDatabase) database = bv_database_open (
      path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, NULL);

  g_assert_true (bv_database_exec (database, "CREATE TABLE song (title TEXT)", NULL));
  g_clear_object (&database);
  assert_refused (path,
                  BV_ERROR_NOT_OFFICE,
                  "“other.bangvang” is a database of another program, not an office file of Bảng "
                  "Vàng.");
}

static void
test_newer (void)
{
  g_autofree char *path = test_folder_path ("newer.bangvang");
  g_autoptr (BvOffice) office = found_at (path);
  g_autoptr (BvDatabase) database = NULL;

  g_clear_object (&office);
  database = bv_database_open (path, BV_DATABASE_READ_WRITE, NULL);
  g_assert_true (bv_database_exec (database, "PRAGMA user_version = 999", NULL));
  g_clear_object (&database);
  assert_refused (path,
                  BV_ERROR_NEWER,
                  "“newer.bangvang” was made by a newer version of Bảng Vàng. Update the program "
                  "on this computer, then open the file again.");
}

static void
test_truncated (void)
{
  g_autofree char *path = test_folder_path ("cut.bangvang");
  g_autoptr (BvOffice) office = found_at (path);
  GStatBuf status;

  g_clear_object (&office);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  /* A copy on a stick that was pulled out too early. */
  g_assert_cmpint (truncate (path, status.st_size / 2 + 100), ==, 0);
  assert_refused (
      path, BV_ERROR_DAMAGED, "“cut.bangvang” is damaged. Open the newest backup instead.");
  g_assert_cmpint (truncate (path, 50), ==, 0);
  assert_refused (path,
                  BV_ERROR_NOT_OFFICE,
                  "“cut.bangvang” is not an office file of Bảng Vàng. Choose a file that the "
                  "program has made.");
}

/* Somebody who may only look: everything is shown, nothing is written, the sentence says so. */
static void
look_as_reader (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (BvOffice) office = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  g_assert_false (bv_office_is_writable (office));
  g_assert_null (bv_office_get_holder (office));
  g_assert_cmpint (count_departments (office), ==, 1);
  g_assert_false (add_department (office, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_READ_ONLY);
  g_assert_cmpstr (
      error->message, ==, "The file is open for reading only, so nothing can be changed.");
  g_clear_error (&error);
  assert_whole (office);
  g_assert_true (bv_office_close (office, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_folder_count (folder), ==, 1);
}

static void
test_read_only_folder (void)
{
  g_autofree char *folder = test_folder_path ("archive");
  g_autofree char *path = g_build_filename (folder, "old.bangvang", NULL);
  g_autoptr (BvOffice) office = NULL;

  if (g_test_subprocess ()) {
    if (getuid () == 0)
      g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
    look_as_reader (g_getenv ("BV_TEST_FILE"));
    return;
  }
  g_mkdir (folder, 0755);
  g_chmod (test_folder, 0755);
  office = found_at (path);
  g_assert_true (add_department (office, NULL, NULL));
  g_clear_object (&office);
  g_chmod (path, 0444);
  g_chmod (folder, 0555);
  g_setenv ("BV_TEST_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Grows the office until the disk refuses; true to its word before and after. */
static void
fill_up (BvOffice *office)
{
  g_autofree char *note = g_strnfill (1900, 'x');
  g_autoptr (GError) error = NULL;
  gint64 n = count_departments (office);
  g_autofree char *megabytes = g_malloc0 (3000000);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&megabytes), 3000000);

  while (add_department (office, note, &error) && n < 3000)
    n++;
  g_assert_error (error, BV_ERROR, BV_ERROR_FULL);
  g_assert_cmpstr (error->message,
                   ==,
                   "There is no room left on the disk for “full.bangvang”. Free some space, then "
                   "try again.");
  g_clear_error (&error);
  g_assert_cmpint (bv_attachment_add_bytes (office, 0, "x.pdf", bytes, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_false (bv_history_is_open (bv_office_get_history (office)));
  g_assert_cmpint (count_departments (office), ==, n);
  assert_whole (office);
}

/* As under a quota; the system says "file too large" instead of "disk full". */
static void
test_full_quota (void)
{
  g_autofree char *path = test_folder_path ("full.bangvang");
  g_autoptr (BvOffice) office = found_at (path);
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  before = full_disk_begin ((rlim_t) status.st_size + 300000);
  fill_up (office);
  full_disk_end (before);
  /* When there is room again, work goes on. */
  g_assert_true (add_department (office, NULL, &error));
  g_assert_no_error (error);
  assert_whole (office);
}

static void
test_full_disk (void)
{
  g_autofree char *folder = test_folder_path ("small disk");
  g_autofree char *path = g_build_filename (folder, "full.bangvang", NULL);
  g_autoptr (BvOffice) office = NULL;

  if (!g_test_subprocess ()) {
    g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
    if (g_test_trap_has_passed ())
      return;
    g_test_trap_assert_stdout ("*cannot mount*");
    g_test_skip ("only the administrator can make a small disk");
    return;
  }
  /* Seen by this process alone, and gone with it. */
  g_mkdir (folder, 0755);
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", folder, "tmpfs", 0, "size=4m") != 0) {
    g_print ("cannot mount\n");
    _exit (77);
  }
  office = found_at (path);
  fill_up (office);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/broken-file/text-file", test_text_file);
  g_test_add_func ("/broken-file/empty-file", test_empty_file);
  g_test_add_func ("/broken-file/missing-file", test_missing_file);
  g_test_add_func ("/broken-file/other-database", test_other_database);
  g_test_add_func ("/broken-file/newer", test_newer);
  g_test_add_func ("/broken-file/truncated", test_truncated);
  g_test_add_func ("/broken-file/read-only-folder", test_read_only_folder);
  g_test_add_func ("/broken-file/full-quota", test_full_quota);
  g_test_add_func ("/broken-file/full-disk", test_full_disk);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
