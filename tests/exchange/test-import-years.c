/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people that give the year of birth alone, in one column or in one for each sex. */
#include "config.h"

#include "bv-error.h"
#include "bv-import-fields.h"
#include "bv-import.h"
#include "bv-list-export.h"
#include "bv-query.h"
#include "bv-source.h"
#include "test-folder.h"

#include <string.h>
#include <xlsxwriter.h>

#define FIRST_LINE 6 /* of the people, from 0 */

static BvOffice *office;

static void
set_up (void)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("co-quan-%u.bangvang", n++);
  g_autofree char *path = test_folder_path (name);
  static const char table[] = "name,short_name\nVăn phòng Sở,VP\nThanh tra Sở,TT\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;

  office = bv_office_create (
      path, "Sở Thử", NULL, NULL, NULL, "Người thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  import = bv_import_read (office, &bv_department_kind, 0, bytes, "bang.csv", &error);
  g_assert_no_error (error);
  g_assert_true (bv_import_commit (import, FALSE, &error));
}

static void
tear_down (void)
{
  g_assert_true (bv_office_close (office, NULL));
  g_clear_object (&office);
}

/* "1985 male" of the person called so. */
static char *
describe (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT coalesce (birth_date, '-') || ' ' || coalesce (sex, '-') FROM person"
      " WHERE full_name = ?1",
      &error);

  g_assert_no_error (error);
  bv_statement_bind_text (statement, 1, name);
  g_assert_cmpint (bv_statement_step (statement, &error), ==, BV_STEP_ROW);
  return g_strdup (bv_statement_get_text (statement, 0));
}

static void
assert_person (const char *name, const char *expected)
{
  g_autofree char *found = describe (name);

  g_assert_cmpstr (found, ==, expected);
}

/* Titles merged over the whole width, and “Năm sinh” merged over “Nam” and “Nữ”. */
static void
write_headings (lxw_worksheet *sheet, lxw_format *format)
{
  worksheet_merge_range (sheet, 0, 0, 0, 5, "SỞ NGOẠI VỤ TỈNH LẠNG SƠN", format);
  worksheet_merge_range (sheet, 2, 0, 2, 5, "DANH SÁCH CÁN BỘ NĂM 2024", format);
  worksheet_merge_range (sheet, 4, 0, 5, 0, "TT", format);
  worksheet_merge_range (sheet, 4, 1, 5, 1, "Họ và tên", format);
  worksheet_merge_range (sheet, 4, 2, 4, 3, "Năm sinh", format);
  worksheet_write_string (sheet, 5, 2, "Nam", format);
  worksheet_write_string (sheet, 5, 3, "Nữ", format);
  worksheet_merge_range (sheet, 4, 4, 5, 4, "Phòng, đơn vị", format);
  worksheet_merge_range (sheet, 4, 5, 5, 5, "Chức vụ", format);
}

static void
write_person (lxw_worksheet *sheet, guint i, const char *name, gboolean woman, const char *born)
{
  lxw_row_t row = FIRST_LINE + i;

  worksheet_write_number (sheet, row, 0, i + 1, NULL);
  worksheet_write_string (sheet, row, 1, name, NULL);
  if (strlen (born) == 4)
    worksheet_write_number (
        sheet, row, woman ? 3 : 2, (double) g_ascii_strtoll (born, NULL, 10), NULL);
  else
    worksheet_write_string (sheet, row, woman ? 3 : 2, born, NULL);
  worksheet_write_string (sheet, row, 4, "Văn phòng Sở", NULL);
}

static char *
write_list (void)
{
  char *path = test_folder_path ("danh-sach.xlsx");
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);

  write_headings (sheet, workbook_add_format (workbook));
  write_person (sheet, 0, "Nông Văn Đạt", FALSE, "1985");
  write_person (sheet, 1, "Hoàng Thị Hường", TRUE, "1990");
  write_person (sheet, 2, "Lộc Thị Mai", TRUE, "12/5/1991");
  write_person (sheet, 3, "Vi Văn Sai", FALSE, "1985");
  worksheet_write_number (sheet, FIRST_LINE + 3, 3, 1985, NULL);
  write_person (sheet, 4, "Bế Văn Dấu", FALSE, "x");
  write_person (sheet, 5, "Ma Thị Xấu", TRUE, "19855");
  worksheet_write_string (sheet, FIRST_LINE + 6, 1, "Tổng cộng: 6 người", NULL);
  worksheet_write_number (sheet, FIRST_LINE + 6, 2, 3, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

static void
assert_column (BvImport *import, guint column, const char *name)
{
  const BvField *field = bv_import_get_field (import, column);

  g_assert_cmpstr (field ? field->name : NULL, ==, name);
}

static BvImport *
judge (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvSource) source = bv_source_open (path, NULL, &error);
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvImportColumns) columns = NULL;
  BvImport *import;

  g_assert_no_error (error);
  table = bv_source_read (source, bv_source_get_first (source), NULL, &error);
  g_assert_no_error (error);
  columns = bv_import_columns_find (&bv_person_kind, table, FALSE, &error);
  g_assert_no_error (error);
  import = bv_import_new (office, 0, table, columns, BV_IMPORT_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (bv_import_judge (import, G_MAXUINT, NULL, &error));
  return import;
}

static void
assert_verdict (BvImport *import, guint row, BvImportVerdict verdict)
{
  const char *message;

  if (bv_import_get_verdict (import, row, &message) != verdict)
    g_test_message ("%s", message);
  g_assert_cmpint (bv_import_get_verdict (import, row, NULL), ==, verdict);
}

static void
test_by_sex (void)
{
  g_autofree char *path = write_list ();
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;

  set_up ();
  import = judge (path);
  assert_column (import, 0, NULL);
  assert_column (import, 1, "full_name");
  assert_column (import, 2, "birth_date_male");
  assert_column (import, 3, "birth_date_female");
  assert_column (import, 4, "department_id");
  assert_column (import, 5, "job_title");
  for (guint i = 0; i < 3; i++)
    assert_verdict (import, i, BV_IMPORT_NEW);
  assert_verdict (import, 3, BV_IMPORT_ERROR);
  assert_verdict (import, 4, BV_IMPORT_NEW);
  assert_verdict (import, 5, BV_IMPORT_ERROR);
  assert_verdict (import, 6, BV_IMPORT_LEFT_OUT);
  g_assert_true (bv_import_commit (import, TRUE, &error));
  g_assert_no_error (error);
  assert_person ("Nông Văn Đạt", "1985 male");
  assert_person ("Hoàng Thị Hường", "1990 female");
  assert_person ("Lộc Thị Mai", "1991-05-12 female");
  assert_person ("Bế Văn Dấu", "- male");
  g_clear_pointer (&import, bv_import_free);
  tear_down ();
}

static BvImport *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BvImport *import = bv_import_read (office, &bv_person_kind, 0, bytes, "nam-sinh.csv", &error);

  g_assert_no_error (error);
  return import;
}

static void
import_text (const char *text)
{
  g_autoptr (BvImport) import = read_text (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_import_commit (import, FALSE, &error));
  g_assert_no_error (error);
}

/* A list with the year means the person whose day is known, and does not take the day away; a list
 * with the day adds it. Another year is another person. */
static void
test_known_closer (void)
{
  g_autoptr (BvImport) import = NULL;

  set_up ();
  import_text ("Họ và tên,Năm sinh,Phòng ban\nNông Văn Đạt,2/3/1985,VP\nVi Thị Hà,1990,VP\n");
  assert_person ("Vi Thị Hà", "1990 -");
  import = read_text ("Họ và tên,Năm sinh,Phòng ban,Chức vụ\nNông Văn Đạt,1985,VP,Lái xe\n"
                      "Vi Thị Hà,1/6/1990,VP,Văn thư\nNông Văn Đạt,1986,VP,Bảo vệ\n"
                      "Vi Thị Hà,1990,TT,Thanh tra\n");
  assert_verdict (import, 0, BV_IMPORT_UPDATE);
  assert_verdict (import, 1, BV_IMPORT_UPDATE);
  assert_verdict (import, 2, BV_IMPORT_NEW);
  assert_verdict (import, 3, BV_IMPORT_NEW);
  g_clear_pointer (&import, bv_import_free);
  import_text ("Họ và tên,Năm sinh,Phòng ban,Chức vụ\nNông Văn Đạt,1985,VP,Lái xe\n"
               "Vi Thị Hà,1/6/1990,VP,Văn thư\n");
  assert_person ("Nông Văn Đạt", "1985-03-02 -");
  assert_person ("Vi Thị Hà", "1990-06-01 -");
  tear_down ();
}

/* Namesakes are told apart by the year, whether the day is known or not. */
static void
test_namesakes (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  set_up ();
  import_text (
      "Họ và tên,Năm sinh,Phòng ban\nHoàng Thị Hường,1990,VP\nHoàng Thị Hường,2/3/1985,VP\n"
      "Hoàng Thị Hường,1985,TT\n");
  ids = bv_query_run (query, office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (bv_office_get_name (office, &bv_person_kind, g_array_index (ids, gint64, 0)),
                   ==,
                   "Hoàng Thị Hường (1985, Thanh tra Sở)");
  g_assert_cmpstr (bv_office_get_name (office, &bv_person_kind, g_array_index (ids, gint64, 2)),
                   ==,
                   "Hoàng Thị Hường (1990, Văn phòng Sở)");
  tear_down ();
}

/* What goes out as a number of a year comes back as the year. */
static void
test_round_trip (void)
{
  g_autofree char *path = test_folder_path ("xuat.xlsx");
  g_autoptr (BvListExport) list = bv_list_export_new ("Cán bộ");
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;

  set_up ();
  import_text ("Họ và tên,Năm sinh,Phòng ban\nHoàng Thị Hường,1990,VP\nNông Văn Đạt,2/3/1985,VP\n");
  for (guint i = 0; i < bv_person_kind.n_fields; i++)
    if (bv_person_kind.fields[i].flags & BV_FIELD_LISTED)
      bv_list_export_add_column (list, &bv_person_kind.fields[i], NULL);
  ids = bv_query_run (query, office, &error);
  bv_list_export_take_ids (list, &bv_person_kind, g_steal_pointer (&ids));
  g_assert_true (bv_list_export_write (list, office, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  import = judge (path);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_SAME), ==, 2);
  g_clear_pointer (&import, bv_import_free);
  tear_down ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/import-years/by-sex", test_by_sex);
  g_test_add_func ("/import-years/known-closer", test_known_closer);
  g_test_add_func ("/import-years/namesakes", test_namesakes);
  g_test_add_func ("/import-years/round-trip", test_round_trip);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
