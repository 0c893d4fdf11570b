/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists written as shown: cells by type, text that looks like a formula, cancel, refusals. */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-language.h"
#include "bv-list-export.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-source.h"
#include "test-folder.h"

typedef struct
{
  BvOffice *office;
  gint64 movement, department, criterion;
} Fixture;

static gint64
save (Fixture *fixture, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static void
add_achievement (Fixture *fixture, const char *title, const char *day, gint64 points)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_achievement_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "subject_id", fixture->department);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  bv_record_set_text (record, "title", title);
  bv_record_set_text (record, "achieved_on", day);
  bv_record_set_integer (record, "points", points);
  save (fixture, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  path = test_folder_path ("sở.bangvang");
  fixture->office = bv_office_create (
      path, "Sở Thử", NULL, NULL, NULL, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_record_set_text (department, "name", "Phòng A");
  fixture->department = save (fixture, department);
  bv_record_set_text (movement, "title", "Phong trào thử");
  fixture->movement = save (fixture, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 1000);
  fixture->criterion = save (fixture, criterion);
  add_achievement (fixture, "=HYPERLINK(\"http://x\")", "2024-06-03", 250);
  add_achievement (fixture, "-Trừ, rồi \"trích\"", "2024-06-02", 100);
  add_achievement (fixture, "Thường", "2024-06-01", 1200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_assert_finalize_object (fixture->office);
  test_folder_remove ();
}

static BvListExport *
make_export (Fixture *fixture)
{
  static const char *const names[] = { "title", "subject_id", "achieved_on", "points", "status" };
  BvListExport *list = bv_list_export_new ("Thành tích");
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GError) error = NULL;

  query->movement_id = fixture->movement;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    bv_list_export_add_column (list, bv_kind_find_field (&bv_achievement_kind, names[i]), NULL);
  bv_list_export_add_line (list, "Phong trào thử");
  bv_list_export_take_ids (
      list, &bv_achievement_kind, bv_query_run (query, fixture->office, &error));
  g_assert_no_error (error);
  return list;
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvListExport) list = make_export (fixture);
  g_autofree char *path = test_folder_path ("danh sách.CSV");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_list_export_write (list, fixture->office, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents,
                   ==,
                   "\357\273\277Achievement,Achieved by,Date,Points,Status\n"
                   "\"'=HYPERLINK(\"\"http://x\"\")\",Phòng A,03/06/2024,\"2,50\",Draft\n"
                   "\"'-Trừ, rồi \"\"trích\"\"\",Phòng A,02/06/2024,\"1,00\",Draft\n"
                   "Thường,Phòng A,01/06/2024,\"12,00\",Draft\n");
  g_assert_cmpuint (strlen (bv_list_export_get_fingerprint (list)), ==, 64);
}

static guint
find_heading (BvTable *table)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (g_str_equal (bv_table_get_cell (table, i, 1), "Achievement"))
      return i;
  g_assert_not_reached ();
}

static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvListExport) list = make_export (fixture);
  g_autofree char *path = test_folder_path ("danh sách.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSource) source = NULL;
  g_autoptr (BvTable) table = NULL;
  guint top;

  g_assert_true (bv_list_export_write (list, fixture->office, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  source = bv_source_open (path, NULL, &error);
  g_assert_no_error (error);
  table = bv_source_read (source, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bv_table_get_cell (table, 0, 0), ==, "THÀNH TÍCH");
  g_assert_cmpstr (bv_table_get_cell (table, 1, 0), ==, "Phong trào thử");
  top = find_heading (table);
  g_assert_cmpstr (bv_table_get_cell (table, top + 1, 0), ==, "1");
  g_assert_cmpstr (bv_table_get_cell (table, top + 1, 1), ==, "=HYPERLINK(\"http://x\")");
  g_assert_cmpint (bv_table_get_type_of (table, top + 1, 1), ==, BV_TABLE_TEXT);
  g_assert_cmpint (bv_table_get_type_of (table, top + 1, 3), ==, BV_TABLE_DATE);
  g_assert_cmpint (bv_table_get_type_of (table, top + 1, 4), ==, BV_TABLE_NUMBER);
  g_assert_cmpstr (bv_table_get_cell (table, top + 3, 5), ==, "Draft");
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, top + 4);
}

/* Both formats say the same; another order says something else. */
static void
test_fingerprint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvListExport) sheet = make_export (fixture);
  g_autoptr (BvListExport) table = make_export (fixture);
  g_autoptr (BvListExport) other = make_export (fixture);
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autofree char *xlsx = test_folder_path ("một.xlsx");
  g_autofree char *csv = test_folder_path ("hai.csv");
  BvOffice *office = fixture->office;

  query->descending = TRUE;
  bv_list_export_take_ids (other, &bv_achievement_kind, bv_query_run (query, office, NULL));
  g_assert_null (bv_list_export_get_fingerprint (sheet));
  g_assert_true (bv_list_export_write (sheet, office, xlsx, NULL, NULL, NULL, NULL));
  g_assert_true (bv_list_export_write (table, office, csv, NULL, NULL, NULL, NULL));
  g_assert_true (bv_list_export_write (other, office, csv, NULL, NULL, NULL, NULL));
  g_assert_cmpstr (
      bv_list_export_get_fingerprint (sheet), ==, bv_list_export_get_fingerprint (table));
  g_assert_cmpstr (
      bv_list_export_get_fingerprint (sheet), !=, bv_list_export_get_fingerprint (other));
}

static void
assert_untouched (Fixture *fixture, BvListExport *list, const char *name, GCancellable *cancellable)
{
  g_autofree char *path = test_folder_path (name);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  n_files = test_folder_count (test_folder);
  g_assert_false (
      bv_list_export_write (list, fixture->office, path, NULL, NULL, cancellable, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "cũ");
  g_assert_cmpuint (test_folder_count (test_folder), ==, n_files);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (BvListExport) list = make_export (fixture);
  g_autoptr (BvListExport) endless = make_export (fixture);
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (gint64));

  g_cancellable_cancel (cancelled);
  assert_untouched (fixture, list, "một.xlsx", cancelled);
  assert_untouched (fixture, list, "hai.csv", cancelled);
  g_array_set_size (ids, 1048577);
  bv_list_export_take_ids (endless, &bv_achievement_kind, ids);
  assert_untouched (fixture, endless, "ba.xlsx", NULL);
}

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/list-export/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (csv);
  ADD (workbook);
  ADD (fingerprint);
  ADD (refusals);
#undef ADD
  return g_test_run ();
}
