/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks as offices really have them: titles above, headings of two lines, dates as text, hidden
 * rows, totals and signatures below. */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-import.h"
#include "bv-source.h"
#include "test-folder.h"

#include <string.h>
#include <xlsxwriter.h>

#define N_STAFF 300
#define FIRST_LINE 8 /* of the staff, from 0 */

static BvOffice *office;

static gint64
query (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
open_office (void)
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
close_office (void)
{
  g_assert_true (bv_office_close (office, NULL));
  g_clear_object (&office);
}

static void
write_headings (lxw_worksheet *sheet, lxw_format *format)
{
  worksheet_write_string (sheet, 0, 0, "SỞ NGOẠI VỤ", NULL);
  worksheet_merge_range (sheet, 2, 0, 2, 7, "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", format);
  worksheet_merge_range (sheet, 3, 0, 3, 7, "(Kèm theo Công văn số 12/SNgV-VP)", format);
  worksheet_merge_range (sheet, 5, 0, 6, 0, "STT", format);
  worksheet_merge_range (sheet, 5, 1, 6, 1, "Họ và\ntên cán bộ", format);
  worksheet_merge_range (sheet, 5, 2, 5, 3, "Thông tin cá nhân", format);
  worksheet_write_string (sheet, 6, 2, "Ngày, tháng,\nnăm sinh", format);
  worksheet_write_string (sheet, 6, 3, "Giới tính", format);
  worksheet_merge_range (sheet, 5, 4, 5, 5, "Công tác", format);
  worksheet_write_string (sheet, 6, 4, "Phòng, ban", format);
  worksheet_write_string (sheet, 6, 5, "CHỨC VỤ", format);
  worksheet_merge_range (sheet, 5, 6, 6, 6, "Điện thoại", format);
  worksheet_merge_range (sheet, 5, 7, 6, 7, "Ghi chú", format);
  for (lxw_col_t i = 0; i < 8; i++) {
    g_autofree char *number = g_strdup_printf ("(%u)", i + 1);

    worksheet_write_string (sheet, 7, i, number, format);
  }
}

/* Every second birth date is a real date, the others are text. The bad rows are wrong in four ways.
 */
static void
write_person (lxw_worksheet *sheet, lxw_row_t row, guint i, lxw_format *date)
{
  g_autofree char *name = g_strdup_printf ("Nông Văn A%03u", i);
  g_autofree char *day = g_strdup_printf ("%u/%u/1985", i % 28 + 1, i % 12 + 1);
  lxw_datetime birth = { 1985, (int) (i % 12 + 1), (int) (i % 28 + 1), 0, 0, 0 };
  guint wrong = i % 25 == 24 ? i / 25 % 4 + 1 : 0;

  worksheet_write_number (sheet, row, 0, i + 1, NULL);
  if (wrong != 1)
    worksheet_write_string (sheet, row, 1, name, NULL);
  if (wrong == 2)
    worksheet_write_string (sheet, row, 2, "31/02/1985", NULL);
  else if (i % 2)
    worksheet_write_datetime (sheet, row, 2, &birth, date);
  else
    worksheet_write_string (sheet, row, 2, day, NULL);
  worksheet_write_string (sheet, row, 3, wrong == 3 ? "Khác" : i % 2 ? "male" : "female", NULL);
  worksheet_write_string (sheet,
                          row,
                          4,
                          wrong == 4 ? "Phòng Ma"
                          : i % 2    ? "Văn phòng Sở"
                                     : "THANH TRA SỞ",
                          NULL);
  worksheet_write_string (sheet, row, 5, "Chuyên viên", NULL);
  worksheet_write_number (sheet, row, 6, 912345678, NULL);
}

/* In the middle a heading over a group and a row that is hidden; a total and signatures below. */
static char *
write_staff (const char *name)
{
  char *path = test_folder_path (name);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *cover = workbook_add_worksheet (workbook, "Bìa");
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Danh sách");
  lxw_format *format = workbook_add_format (workbook);
  lxw_format *date = workbook_add_format (workbook);
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  lxw_row_t row = FIRST_LINE;

  format_set_text_wrap (format);
  format_set_num_format (date, "dd/mm/yyyy");
  worksheet_hide (cover);
  worksheet_activate (sheet);
  worksheet_set_first_sheet (sheet);
  write_headings (sheet, format);
  for (guint i = 0; i < N_STAFF; i++) {
    if (i == 150) {
      worksheet_merge_range (sheet, row, 0, row, 7, "II. KHỐI CHUYÊN MÔN", format);
      row++;
    }
    if (i == 200) {
      worksheet_write_string (sheet, row, 1, "Người đã chuyển đi", NULL);
      worksheet_set_row_opt (sheet, row++, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
    }
    write_person (sheet, row++, i, date);
  }
  worksheet_write_string (sheet, row, 1, "Tổng cộng: 300 người", NULL);
  worksheet_write_string (sheet, row + 2, 5, "Lạng Sơn, ngày 05 tháng 02 năm 2024", NULL);
  worksheet_write_string (sheet, row + 3, 1, "NGƯỜI LẬP BIỂU", NULL);
  worksheet_write_string (sheet, row + 3, 5, "GIÁM ĐỐC", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

static BvImport *
judge (const char *path, gboolean with_hidden)
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
  import = bv_import_new (
      office, 0, table, columns, with_hidden ? BV_IMPORT_WITH_HIDDEN : BV_IMPORT_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (bv_import_judge (import, G_MAXUINT, NULL, &error));
  return import;
}

static void
assert_field (BvImport *import, guint column, const char *field)
{
  const BvField *found = bv_import_get_field (import, column);

  g_assert_cmpstr (found ? found->name : NULL, ==, field);
}

/* 300 staff with 12 bad ones: 288 in, 12 in the workbook of errors, and one step takes all back. */
static void
test_staff (void)
{
  g_autofree char *path = write_staff ("can-bo.xlsx");
  g_autofree char *errors = test_folder_path ("can-bo-loi.xlsx");
  g_autoptr (BvImport) import = NULL;
  g_autoptr (BvImport) again = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  import = judge (path, FALSE);
  assert_field (import, 0, NULL);
  assert_field (import, 1, "full_name");
  assert_field (import, 2, "birth_date");
  assert_field (import, 3, "sex");
  assert_field (import, 4, "department_id");
  assert_field (import, 5, "job_title");
  assert_field (import, 6, NULL);
  assert_field (import, 7, "note");
  for (guint i = 0; i < bv_import_get_n_rows (import); i++) {
    const char *message;

    if (bv_import_get_verdict (import, i, &message) != BV_IMPORT_NEW)
      g_test_message ("%s", message);
  }
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 288);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_ERROR), ==, 12);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_LEFT_OUT), ==, 6);
  g_assert_true (bv_import_commit (import, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 288);
  g_assert_cmpint (
      query ("SELECT count (*) FROM person WHERE birth_date LIKE '1985-__-__'"), ==, 288);
  g_assert_true (bv_import_write_errors (import, errors, &error));
  again = judge (errors, FALSE);
  g_assert_cmpuint (bv_import_count (again, BV_IMPORT_ERROR), ==, 12);
  g_assert_cmpuint (bv_import_get_n_rows (again), ==, 12);
  g_assert_nonnull (strstr (bv_import_get_cell (again, 0, 8), "Line "));
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 0);
  g_clear_pointer (&import, bv_import_free);
  g_clear_pointer (&again, bv_import_free);
  close_office ();
}

static void
test_hidden (void)
{
  g_autofree char *path = write_staff ("co-dong-an.xlsx");
  g_autoptr (BvImport) import = NULL;

  open_office ();
  import = judge (path, TRUE);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 289);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_LEFT_OUT), ==, 5);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

static BvImport *
judge_text (const char *text, gboolean bare)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_table_read (bytes, "dán", '\0', &error);
  g_autoptr (BvImportColumns) columns = NULL;
  BvImport *import;

  g_assert_no_error (error);
  columns = bv_import_columns_find (&bv_person_kind, table, bare, &error);
  g_assert_no_error (error);
  import = bv_import_new (office, 0, table, columns, BV_IMPORT_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (bv_import_judge (import, G_MAXUINT, NULL, &error));
  return import;
}

/* Copied cells have no headings as a rule: they come as the list shows them. */
static void
test_bare (void)
{
  g_autoptr (BvImport) import = NULL;
  g_autoptr (BvImport) headed = NULL;

  open_office ();
  import = judge_text ("Vi Đức Thịnh\tMale\t1/2/1980\n\"Nông\nVăn Đạt\"\tmale\t3/4/1981\n", TRUE);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 2);
  assert_field (import, 2, "birth_date");
  headed = judge_text ("Ngày sinh\tHọ và tên\n1/2/1980\tVi Đức Thịnh\n", TRUE);
  g_assert_cmpuint (bv_import_get_n_rows (headed), ==, 1);
  assert_field (headed, 1, "full_name");
  g_clear_pointer (&import, bv_import_free);
  g_clear_pointer (&headed, bv_import_free);
  close_office ();
}

/* Who lacks the birth date may be somebody who is there: that is asked, not guessed. A staff code
 * settles it. */
static void
test_asked (void)
{
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  open_office ();
  import = judge_text ("Full name,Staff code,Birth date,Department\nVi Đức Thịnh,M1,1/2/1980,VP\n"
                       "Bế Ngọc Sơn,M2,1/2/1981,VP\n",
                       FALSE);
  g_assert_true (bv_import_commit (import, FALSE, &error));
  id = query ("SELECT id FROM person WHERE full_name LIKE 'Vi%'");
  g_clear_pointer (&import, bv_import_free);
  import = judge_text ("Full name,Staff code,Position\nVi Đức Thịnh,,Lái xe\n"
                       "Bế Ngọc Sơn (mới),M2,Lái xe\nLộc Văn Toản,,Lái xe\n",
                       FALSE);
  g_assert_cmpint (bv_import_get_verdict (import, 0, NULL), ==, BV_IMPORT_ASK);
  g_assert_cmpint (bv_import_get_verdict (import, 1, NULL), ==, BV_IMPORT_UPDATE);
  g_assert_cmpint (bv_import_get_verdict (import, 2, NULL), ==, BV_IMPORT_NEW);
  g_assert_cmpuint (bv_import_get_candidates (import, 0)->len, ==, 1);
  g_assert_false (bv_import_commit (import, FALSE, &error));
  g_clear_error (&error);
  bv_import_decide (import, 0, 0);
  g_assert_cmpint (bv_import_get_verdict (import, 0, NULL), ==, BV_IMPORT_NEW);
  bv_import_decide (import, 0, id);
  g_assert_cmpint (bv_import_get_verdict (import, 0, NULL), ==, BV_IMPORT_UPDATE);
  g_assert_true (bv_import_commit (import, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 3);
  g_assert_cmpint (query ("SELECT count (*) FROM person WHERE job_title = 'Lái xe'"), ==, 3);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

/* Text of old fonts is never taken as it is. */
static void
test_old_text (void)
{
  static const char text[] = "Full name\nNguy\xd4n V\xa8n H\xbcng\nTr\xc7n Th\xde H\xadng\n"
                             "Ph\xb9m \xa7\xd8nh Qu\xfd\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table = bv_table_read (bytes, "cu.csv", '\0', &error);
  g_autoptr (BvTable) converted = NULL;

  g_assert_no_error (error);
  g_assert_false (bv_table_check_unicode (table, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_cmpint (bv_table_guess (table), ==, BV_LEGACY_TCVN3);
  converted = bv_table_convert (table, BV_LEGACY_TCVN3);
  g_assert_true (bv_table_check_unicode (converted, NULL));
  g_assert_cmpstr (bv_table_get_cell (converted, 2, 0), ==, "Trần Thị Hưng");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/import-sheets/staff", test_staff);
  g_test_add_func ("/import-sheets/hidden", test_hidden);
  g_test_add_func ("/import-sheets/bare", test_bare);
  g_test_add_func ("/import-sheets/asked", test_asked);
  g_test_add_func ("/import-sheets/old-text", test_old_text);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
