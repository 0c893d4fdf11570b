/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an export must not do: harm an older file, leave pieces behind, let a text become a formula.
 */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-workbook.h"
#include "sample-office.h"
#include "test-full-disk.h"

#include <glib/gstdio.h>

static char *folder;
static BvOffice *office;
static gint64 movement_id;

static void
open_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GArray) ids = NULL;

  folder = g_dir_make_tmp ("bv-workbook-XXXXXX", &error);
  path = g_build_filename (folder, "mẫu.bangvang", NULL);
  sample_office_write (path);
  office = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  ids = bv_query_run (query, office, &error);
  movement_id = g_array_index (ids, gint64, 0);
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* An export that fails leaves the file that was there, and nothing beside it. */
static void
assert_old_file_kept (GCancellable *cancellable, BvError code)
{
  g_autofree char *path = g_build_filename (folder, "cũ.xlsx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  before = count_files ();
  g_assert_false (
      bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, cancellable, &error));
  if (cancellable)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_error (error, BV_ERROR, (int) code);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_assert_cmpuint (count_files (), ==, before);
  g_remove (path);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_old_file_kept (cancellable, BV_ERROR_CANCELLED);
}

static void
test_no_room (void)
{
  struct rlimit before = full_disk_begin (4096);

  assert_old_file_kept (NULL, BV_ERROR_FULL);
  full_disk_end (before);
}

static void
test_no_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "không có", "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "a.xlsx"));
}

/* Excel and LibreOffice mark what they have open. */
static void
test_open_elsewhere (void)
{
  static const char *const marks[] = { "~$cũ.xlsx", ".~lock.cũ.xlsx#" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *mark = g_build_filename (folder, marks[i], NULL);

    g_assert_true (g_file_set_contents (mark, "", -1, NULL));
    assert_old_file_kept (NULL, BV_ERROR_LOCKED);
    g_remove (mark);
  }
}

static void
test_read_only_file (void)
{
  g_autofree char *path = g_build_filename (folder, "khóa.xlsx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  g_chmod (path, 0444);
  g_assert_false (bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_remove (path);
}

/* Not even root makes files there. */
static void
test_read_only_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/sys/kernel", G_FILE_TEST_IS_DIR)) {
    g_test_skip ("no folder that nobody can write to");
    return;
  }
  g_assert_false (bv_workbook_export (
      office, movement_id, NULL, "/sys/kernel/a.xlsx", NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_READ_ONLY);
}

/* Cancelled when half of it is written. */
static void
cancel_cb (double fraction, gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancelled_halfway (void)
{
  g_autofree char *path = g_build_filename (folder, "nửa.xlsx", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  before = count_files ();
  g_assert_false (bv_workbook_export (
      office, movement_id, NULL, path, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_assert_cmpuint (count_files (), ==, before);
  g_remove (path);
}

static char *
read_part (const char *path, const char *part)
{
  char *argv[] = { (char *) "unzip", (char *) "-p", (char *) path, (char *) part, NULL };
  char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error));
  g_assert_no_error (error);
  return out;
}

/* The sheet called @name; sheets are numbered in their order. */
static char *
read_sheet (const char *path, const char *name)
{
  g_autofree char *book = read_part (path, "xl/workbook.xml");
  g_autofree char *before = g_strdup_printf ("name=\"%s\" sheetId=\"", name);
  const char *found = strstr (book, before);
  g_autofree char *part = NULL;

  g_assert_nonnull (found);
  part = g_strdup_printf ("xl/worksheets/sheet%d.xml",
                          (int) g_ascii_strtoll (found + strlen (before), NULL, 10));
  return read_part (path, part);
}

static void
test_text_stays_text (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);
  g_autoptr (BvRecord) achievement = bv_office_load (
      office, &bv_achievement_kind, g_array_index (ids, gint64, 0), NULL);
  g_autofree char *path = g_build_filename (folder, "chữ.xlsx", NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;

  bv_record_set_text (achievement, "title", "=HYPERLINK(\"http://a\";\"b\") & <c>");
  bv_record_set_text (achievement, "status", "verified");
  g_assert_true (bv_office_save (office, achievement, &error));
  g_assert_true (bv_workbook_export (office, movement_id, NULL, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  strings = read_part (path, "xl/sharedStrings.xml");
  g_assert_nonnull (
      strstr (strings, "=HYPERLINK(&quot;http") ? strings : strstr (strings, "=HYPERLINK(\"http"));
  sheet = read_sheet (path, "Minh chứng");
  g_assert_null (strstr (sheet, "<f>"));
  g_remove (path);
}

/* Only the sheets chosen, and at least one. */
static void
test_choice (void)
{
  BvWorkbookChoice choice = { .sheets = 1u << BV_WORKBOOK_INDIVIDUALS | 1u << BV_WORKBOOK_SUMMARY };
  g_autofree char *path = g_build_filename (folder, "chọn.xlsx", NULL);
  g_autofree char *book = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_workbook_export (office, movement_id, &choice, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  book = read_part (path, "xl/workbook.xml");
  g_assert_nonnull (strstr (book, "name=\"Đề nghị - Cá nhân\" sheetId=\"1\""));
  g_assert_nonnull (strstr (book, "name=\"Tổng hợp\" sheetId=\"2\""));
  g_assert_null (strstr (book, "sheetId=\"3\""));
  g_remove (path);
  choice.sheets = 0;
  g_assert_false (
      bv_workbook_export (office, movement_id, &choice, path, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_split (void)
{
  /* conditions tell of other forms too */
  BvWorkbookChoice choice = { .sheets = BV_WORKBOOK_ALL_SHEETS & ~(1u << BV_WORKBOOK_ELIGIBILITY),
                              .split = TRUE };
  g_autoptr (GArray) forms = bv_workbook_list_forms (office, movement_id, NULL);
  g_autofree char *path = g_build_filename (folder, "tách.xlsx", NULL);
  g_auto (GStrv) files = bv_workbook_list_files (office, movement_id, &choice, path, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint before = count_files ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (forms->len, >, 1);
  g_assert_cmpuint (g_strv_length (files), ==, forms->len);
  g_cancellable_cancel (cancellable);
  g_assert_false (
      bv_workbook_export (office, movement_id, &choice, path, NULL, NULL, cancellable, &error));
  g_assert_cmpuint (count_files (), ==, before);
  g_clear_error (&error);
  g_assert_true (bv_workbook_export (office, movement_id, &choice, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (), ==, before + forms->len);
  for (guint i = 0; files[i]; i++) {
    const char *own = bv_office_get_name (
        office, &bv_award_form_kind, g_array_index (forms, gint64, i));
    const char *other = bv_office_get_name (
        office, &bv_award_form_kind, g_array_index (forms, gint64, i == 0 ? 1 : 0));
    g_autofree char *strings = read_part (files[i], "xl/sharedStrings.xml");

    g_assert_nonnull (strstr (files[i], own));
    g_assert_nonnull (strstr (strings, own));
    if (!strstr (own, other))
      g_assert_null (strstr (strings, other));
    g_remove (files[i]);
  }
}

/* Long names that begin alike become names that a file system takes, each its own. */
static void
test_long_names (void)
{
  BvWorkbookChoice choice = { .sheets = BV_WORKBOOK_ALL_SHEETS, .split = TRUE };
  g_autoptr (GArray) forms = bv_workbook_list_forms (office, movement_id, NULL);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "tên.xlsx", NULL);
  g_auto (GStrv) files = NULL;

  while (g_utf8_strlen (name->str, -1) < 180)
    g_string_append (name, "Thưởng/");
  for (guint i = 0; i < forms->len; i++) {
    g_autoptr (BvRecord) form = bv_office_load (
        office, &bv_award_form_kind, g_array_index (forms, gint64, i), NULL);
    g_autofree char *own = g_strdup_printf ("%s%u", name->str, i);

    bv_record_set_text (form, "name", own);
    g_assert_true (bv_office_save (office, form, NULL));
  }
  files = bv_workbook_list_files (office, movement_id, &choice, path, NULL);
  g_assert_cmpuint (g_strv_length (files), ==, forms->len);
  for (guint i = 0; files[i]; i++) {
    g_autofree char *base = g_path_get_basename (files[i]);

    g_assert_cmpuint (strlen (base), <, 256);
    g_assert_true (g_utf8_validate (base, -1, NULL));
    g_assert_true (g_str_has_suffix (base, ".xlsx"));
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (files[i], !=, files[j]);
  }
  for (guint i = 0; i < forms->len; i++)
    g_assert_true (bv_history_undo (bv_office_get_history (office), NULL));
}

/* What is shown before the export is what the first page says. */
static void
test_preview (void)
{
  BvWorkbookChoice choice = { .sheets = 1u << BV_WORKBOOK_INDIVIDUALS };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSheetPicture) picture = bv_workbook_preview (
      office, movement_id, &choice, NULL, &error);
  gboolean title = FALSE, headings = FALSE;
  guint n_texts = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < bv_sheet_picture_get_n (picture); i++) {
    const BvSheetPictureCell *cell = bv_sheet_picture_get (picture, i);

    g_assert_cmpfloat (cell->x, >=, 0);
    g_assert_cmpfloat (cell->x + cell->width, <=, BV_SHEET_PAGE_WIDTH);
    g_assert_cmpfloat (cell->y + cell->height, <=, BV_SHEET_PAGE_HEIGHT);
    title |= g_strcmp0 (cell->text, "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG") == 0;
    headings |= g_strcmp0 (cell->text, "Họ và tên") == 0;
    n_texts += cell->text != NULL;
  }
  g_assert_true (title && headings);
  g_assert_cmpuint (n_texts, >, 30);
}

/* Each sheet alone, of each movement: cells with texts, all on the paper. */
static void
test_preview_each (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GArray) ids = bv_query_run (query, office, NULL);

  for (guint n = 0; n < ids->len * BV_N_WORKBOOK_SHEETS; n++) {
    BvWorkbookChoice choice = { .sheets = 1u << n % BV_N_WORKBOOK_SHEETS };
    g_autoptr (GError) error = NULL;
    g_autoptr (BvSheetPicture) picture = bv_workbook_preview (
        office, g_array_index (ids, gint64, n / BV_N_WORKBOOK_SHEETS), &choice, NULL, &error);
    guint n_texts = 0;

    g_assert_no_error (error);
    for (guint i = 0; i < bv_sheet_picture_get_n (picture); i++) {
      const BvSheetPictureCell *cell = bv_sheet_picture_get (picture, i);

      g_assert_cmpfloat (cell->x + cell->width, <=, BV_SHEET_PAGE_WIDTH);
      g_assert_cmpfloat (cell->y + cell->height, <=, BV_SHEET_PAGE_HEIGHT);
      n_texts += cell->text != NULL;
    }
    g_assert_cmpuint (n_texts, >, 10);
  }
}

static void
test_suggested_name (void)
{
  g_autofree char *name = bv_workbook_suggest_name (office, movement_id);

  g_assert_true (g_str_has_prefix (name, "Đề nghị khen thưởng"));
  g_assert_true (g_str_has_suffix (name, ".xlsx"));
  g_assert_null (strpbrk (name, "/\\:*?\"<>|"));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  open_sample ();
  g_test_add_func ("/workbook/cancelled", test_cancelled);
  g_test_add_func ("/workbook/no-room", test_no_room);
  g_test_add_func ("/workbook/no-folder", test_no_folder);
  g_test_add_func ("/workbook/open-elsewhere", test_open_elsewhere);
  g_test_add_func ("/workbook/read-only-file", test_read_only_file);
  g_test_add_func ("/workbook/read-only-folder", test_read_only_folder);
  g_test_add_func ("/workbook/cancelled-halfway", test_cancelled_halfway);
  g_test_add_func ("/workbook/text-stays-text", test_text_stays_text);
  g_test_add_func ("/workbook/choice", test_choice);
  g_test_add_func ("/workbook/split", test_split);
  g_test_add_func ("/workbook/long-names", test_long_names);
  g_test_add_func ("/workbook/preview", test_preview);
  g_test_add_func ("/workbook/preview-each", test_preview_each);
  g_test_add_func ("/workbook/suggested-name", test_suggested_name);
  result = g_test_run ();
  path = g_strdup (bv_office_get_path (office));
  g_assert_true (bv_office_close (office, NULL));
  g_clear_object (&office);
  g_remove (path);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
