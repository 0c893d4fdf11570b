/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All evidence of one subject on the disk: names, index, what is left when it is stopped. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-error.h"
#include "bv-evidence-export.h"
#include "bv-evidence-name.h"
#include "bv-record.h"
#include "test-folder.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  BvOffice *office;
  gint64 movement, other_movement, bureau, person;
} Fixture;

static gint64
save (Fixture *fixture, BvRecord *taken)
{
  g_autoptr (BvRecord) record = taken;
  g_autoptr (GError) error = NULL;

  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_movement (Fixture *fixture, const char *title, gint64 *criterion)
{
  BvRecord *movement = bv_record_new (&bv_movement_kind);
  BvRecord *content = bv_record_new (&bv_criterion_kind);
  gint64 id;

  bv_record_set_text (movement, "title", title);
  id = save (fixture, movement);
  bv_record_set_integer (content, "movement_id", id);
  bv_record_set_text (content, "label", "3.");
  bv_record_set_text (content, "title", "Cải cách hành chính");
  bv_record_set_integer (content, "max_points", 2000);
  *criterion = save (fixture, content);
  return id;
}

static gint64
add_achievement (
    Fixture *fixture, gint64 movement, gint64 criterion, gint64 subject, const char *title)
{
  BvRecord *record = bv_record_new (&bv_achievement_kind);

  bv_record_set_integer (record, "movement_id", movement);
  bv_record_set_integer (record, "criterion_id", criterion);
  bv_record_set_integer (record, "subject_id", subject);
  bv_record_set_text (record, "title", title);
  bv_record_set_text (record, "document_number", "15/QĐ-SNgV");
  return save (fixture, record);
}

static void
attach (Fixture *fixture, gint64 achievement, const char *name, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  bv_attachment_add_bytes (fixture->office, achievement, name, bytes, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture)
{
  BvRecord *bureau = bv_record_new (&bv_department_kind);
  BvRecord *person = bv_record_new (&bv_person_kind);
  BvRecord *credit = bv_record_new (&bv_credit_kind);
  gint64 criterion, other_criterion, own, shared;

  bv_record_set_text (bureau, "name", "Văn phòng");
  fixture->bureau = save (fixture, bureau);
  bv_record_set_text (person, "full_name", "Nguyễn Văn An");
  fixture->person = save (fixture, person);
  fixture->movement = add_movement (fixture, "Phong trào 2024", &criterion);
  fixture->other_movement = add_movement (fixture, "Phong trào 2023", &other_criterion);
  own = add_achievement (
      fixture, fixture->movement, criterion, fixture->person, "Đưa 9 thủ tục lên mạng");
  attach (fixture, own, "Báo cáo.pdf", "một");
  attach (fixture, own, "Báo cáo.pdf", "hai");
  shared = add_achievement (fixture, fixture->movement, criterion, fixture->bureau, "Hội nghị");
  attach (fixture, shared, "../../etc/passwd", "ba");
  bv_record_set_integer (credit, "achievement_id", shared);
  bv_record_set_integer (credit, "subject_id", fixture->person);
  bv_record_set_integer (credit, "share", 5000);
  save (fixture, credit);
  add_achievement (fixture, fixture->movement, criterion, fixture->person, "Không có tệp");
  attach (fixture,
          add_achievement (
              fixture, fixture->other_movement, other_criterion, fixture->person, "Năm trước"),
          "cũ.pdf",
          "bốn");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  test_folder_make ();
  path = test_folder_path ("office.bangvang");
  fixture->office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  fill (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->office);
  test_folder_remove ();
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Names in @folder, sorted; owned. */
static GPtrArray *
list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  return names;
}

static void
assert_content (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *read = NULL;

  g_assert_true (g_file_get_contents (path, &read, NULL, NULL));
  g_assert_cmpstr (read, ==, content);
}

static void
test_into_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = test_folder_path ("Minh chứng");
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      bv_evidence_export_count (fixture->office, fixture->person, fixture->movement, &error),
      ==,
      3);
  g_assert_true (bv_evidence_export_write (
      fixture->office, fixture->person, fixture->movement, target, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  names = list (target);
  g_assert_cmpuint (names->len, ==, 4);
  g_assert_cmpstr (names->pdata[0], ==, "00 - Danh mục minh chứng.xlsx");
  g_assert_cmpstr (
      names->pdata[1], ==, "01 - 3. Cải cách hành chính - Đưa 9 thủ tục lên mạng - Báo cáo.pdf");
  g_assert_cmpstr (
      names->pdata[2], ==, "02 - 3. Cải cách hành chính - Đưa 9 thủ tục lên mạng - Báo cáo.pdf");
  g_assert_true (g_str_has_prefix (names->pdata[3], "03 - 3. Cải cách hành chính - Hội nghị - "));
  assert_content (target, names->pdata[1], "một");
  assert_content (target, names->pdata[2], "hai");
  assert_content (target, names->pdata[3], "ba");

  /* what is there is not touched */
  g_assert_false (bv_evidence_export_write (
      fixture->office, fixture->person, fixture->movement, target, NULL, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_all_movements (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = test_folder_path ("Tất cả");
  g_autoptr (GPtrArray) names = NULL;

  g_assert_true (bv_evidence_export_write (
      fixture->office, fixture->person, 0, target, NULL, NULL, NULL, NULL));
  names = list (target);
  g_assert_cmpuint (names->len, ==, 5);
}

/* The names are marked as UTF-8 in the archive itself. */
static void
test_zip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = test_folder_path ("Minh chứng.zip");
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint n = 0;
  int status;
  char text[16] = "";

  g_assert_true (g_file_set_contents (target, "cũ", -1, NULL)); /* replaced */
  g_assert_true (bv_evidence_export_write (
      fixture->office, fixture->person, fixture->movement, target, NULL, NULL, NULL, NULL));
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, target, 4096), ==, ARCHIVE_OK);
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || status == ARCHIVE_WARN) {
    const char *name = archive_entry_pathname_utf8 (entry);

    g_assert_nonnull (name);
    g_assert_null (strchr (name, '/'));
    if (n++ == 1) {
      g_assert_cmpstr (
          name, ==, "01 - 3. Cải cách hành chính - Đưa 9 thủ tục lên mạng - Báo cáo.pdf");
      g_assert_cmpint (archive_read_data (archive, text, sizeof text - 1), ==, strlen ("một"));
      g_assert_cmpstr (text, ==, "một");
    }
  }
  g_assert_cmpuint (n, ==, 4);
  archive_read_free (archive);
}

static void
stop (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

/* The folder holds the office file and its lock, and nothing else is left. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  const char *const targets[] = { "Minh chứng", "Minh chứng.zip" };
  g_autofree char *here = g_path_get_dirname (bv_office_get_path (fixture->office));
  g_autoptr (GPtrArray) before = list (here);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++) {
    g_autofree char *target = test_folder_path (targets[i]);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GPtrArray) after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (bv_evidence_export_write (fixture->office,
                                              fixture->person,
                                              fixture->movement,
                                              target,
                                              stop,
                                              cancellable,
                                              cancellable,
                                              &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
    after = list (here);
    g_assert_cmpuint (after->len, ==, before->len);
  }
}

static void
assert_name (const char *content, const char *achievement, const char *file, const char *expected)
{
  g_autofree char *name = bv_evidence_name_make (7, 2, content, achievement, file);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  assert_name ("3. Nội dung", "Thành tích", "a.pdf", "07 - 3. Nội dung - Thành tích - a.pdf");
  assert_name ("A/B\\C", "x: \"y\" <z>|?*", "con.txt", "07 - A-B-C - x- -y- -z---- - con.txt");
  assert_name ("", "", "..", "07");
  assert_name ("nhiều\n dòng\t", NULL, "tệp . ", "07 - nhiều dòng - tệp");
  /* shown as "exe.pdf" where the mark is obeyed */
  assert_name ("a", "b", "fdp\xe2\x80\xae.exe", "07 - a - b - fdp.exe");
  assert_name ("a", "b", "\xff\xfe.pdf", "07 - a - b - \xef\xbf\xbd\xef\xbf\xbd.pdf");
  assert_name ("a", "b", "tên.phần mở rộng dài", "07 - a - b - tên.phần mở rộng dài");
}

/* Whatever comes in, what comes out is one name that Windows takes. */
static void
test_random_names (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 2000; round++) {
    GString *parts[] = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
    g_autofree char *name = NULL;
    gsize length;

    for (guint i = 0; i < 3; i++)
      for (int j = g_rand_int_range (random, 0, 150); j > 0; j--)
        g_string_append_unichar (parts[i],
                                 (gunichar) g_rand_int_range (random, 1, j % 2 ? 128 : 0xd7ff));
    name = bv_evidence_name_make (1234, 2, parts[0]->str, parts[1]->str, parts[2]->str);
    length = strlen (name);
    for (guint i = 0; i < 3; i++)
      g_string_free (parts[i], TRUE);
    g_assert_cmpint (length, <=, 220);
    g_assert_true (g_utf8_validate (name, -1, NULL));
    g_assert_cmpint (strcspn (name, "<>:\"/\\|?*\n\t\r"), ==, length);
    g_assert_true (name[length - 1] != ' ' && name[length - 1] != '.');
    g_assert_true (g_str_has_prefix (name, "1234"));
  }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/evidence-export/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8"); /* the reader of the test wants it */
  g_test_init (&argc, &argv, NULL);
  ADD ("folder", test_into_folder);
  ADD ("all-movements", test_all_movements);
  ADD ("zip", test_zip);
  ADD ("stopped", test_stopped);
  g_test_add_func ("/evidence-export/names", test_names);
  g_test_add_func ("/evidence-export/random-names", test_random_names);
  return g_test_run ();
}
