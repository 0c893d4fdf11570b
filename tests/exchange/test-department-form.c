/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms go out with their lists and come back filled in; those that are not ours, old or changed
 * are refused. */
#include "config.h"

#include "bv-department-form-answer.h"
#include "bv-department-form-write.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-source.h"
#include "bv-submission.h"
#include "sample-office.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *office;
static gint64 movement, department;

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
open_office_at (const char *path)
{
  g_autoptr (GError) error = NULL;

  office = bv_office_open (path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  movement = query ("SELECT id FROM movement WHERE start_on = '2024-06-01'");
  department = query ("SELECT id FROM department WHERE name = 'Văn phòng Sở'");
}

static void
open_office (void)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("co-quan-%u.bangvang", n++);
  g_autofree char *path = test_folder_path (name);

  sample_office_write (path);
  open_office_at (path);
}

/* No copy: an office with the same names in a file of its own. */
static void
open_other_office (void)
{
  g_autofree char *path = test_folder_path ("co-quan-khac.bangvang");

  g_assert_true (bv_sample_create (path, "Kiểm thử", NULL));
  open_office_at (path);
}

static void
close_office (void)
{
  g_assert_true (bv_office_close (office, NULL));
  g_clear_object (&office);
}

static char *
write_form (const char *name, BvDepartmentFormType type)
{
  g_autofree char *file = g_strdup_printf ("%s.xlsx", name);
  char *path = test_folder_path (file);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_department_form_write (office, movement, department, type, path, &error));
  g_assert_no_error (error);
  return path;
}

/* As a department does it, in a program of its own: @script gets the book as "b". */
static void
fill (const char *path, const char *script)
{
  g_autofree char *program = g_strdup_printf (
      "import sys, datetime, openpyxl\np = sys.argv[1]\nb = openpyxl.load_workbook (p)\n"
      "h = b['_BangVang']\n%s\nb.save (p)\n",
      script);
  const char *words[] = { "/usr/bin/python3", "-c", program, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) words, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static BvDepartmentFormAnswer *
open_form (const char *path)
{
  g_autoptr (GError) error = NULL;
  BvDepartmentFormAnswer *answer = bv_department_form_answer_open (office, path, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
test_pledges (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BvDepartmentFormAnswer) answer = NULL;
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before;

  open_office ();
  before = query ("SELECT count (*) FROM pledge");
  path = write_form ("dang-ky", BV_DEPARTMENT_FORM_PLEDGES);
  fill (path,
        "s = b.worksheets[0]\n"
        "for r, who in ((6, 'G1'), (7, 'G2'), (12, 'G3')):\n"
        "  s.cell (r, 1, h[who].value); s.cell (r, 2, h['H2'].value)\n"
        "  s.cell (r, 3, 'Hoàn thành việc ' + who); s.cell (r, 6, datetime.date (2024, 8, 1))\n"
        "s['D6'] = 9.5\ns['A8'] = 'Người lạ'; s['B8'] = h['H1'].value; s['C8'] = 'x'");
  answer = open_form (path);
  g_assert_cmpint (bv_department_form_answer_get_type_of (answer), ==, BV_DEPARTMENT_FORM_PLEDGES);
  g_assert_cmpint (bv_department_form_answer_get_department (answer), ==, department);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_NEW), ==, 3);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_ERROR), ==, 1);
  problems = bv_department_form_answer_dup_problems (answer);
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], "Line 8"));
  g_assert_nonnull (strstr (problems[0], "Người lạ"));
  g_assert_cmpint (query ("SELECT count (*) FROM pledge"), ==, before);
  g_assert_true (bv_department_form_answer_accept (office, &answer, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM pledge"), ==, before + 3);
  g_assert_cmpint (query ("SELECT count (*) FROM pledge WHERE target = 950"
                          " AND due_on = '2024-08-01'"),
                   >=,
                   1);
  g_assert_cmpint (query ("SELECT count (*) FROM submission WHERE form = 'pledges'"
                          " AND state = 'sent' AND state_on IS NOT NULL"),
                   ==,
                   1);
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_cmpint (query ("SELECT count (*) FROM pledge"), ==, before);
  g_assert_cmpint (query ("SELECT count (*) FROM submission WHERE state = 'sent'"), ==, 0);
  g_clear_pointer (&answer, bv_department_form_answer_free);
  close_office ();
}

/* What is printed in the self-scores does not count until points stand beside it. */
static void
test_scores (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BvDepartmentFormAnswer) blank = NULL;
  g_autoptr (BvDepartmentFormAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  path = write_form ("thanh-tich", BV_DEPARTMENT_FORM_ACHIEVEMENTS);
  blank = open_form (path);
  g_assert_cmpuint (bv_department_form_answer_count (blank, BV_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (bv_department_form_answer_count (blank, BV_IMPORT_ERROR), ==, 0);
  fill (path,
        "s = b.worksheets[1]\ns['D6'] = 1.5\ns['D7'] = 2\ns['D8'] = 'mười'\n"
        "t = b.worksheets[0]\nt['A6'] = h['G1'].value\nt['B6'] = h['H1'].value\n"
        "t['C6'] = 'Việc mới làm xong'\nt['D6'] = '1/7/2024'");
  answer = open_form (path);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_NEW)
                        + bv_department_form_answer_count (answer, BV_IMPORT_UPDATE)
                        + bv_department_form_answer_count (answer, BV_IMPORT_SAME),
                    ==,
                    3);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_ERROR), ==, 1);
  g_assert_true (bv_department_form_answer_accept (office, &answer, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      query ("SELECT count (*) FROM score WHERE stage = 'self' AND points = 150"), >=, 1);
  g_assert_cmpint (
      query ("SELECT count (*) FROM achievement WHERE title = 'Việc mới làm xong'"), ==, 1);
  g_clear_pointer (&blank, bv_department_form_answer_free);
  g_clear_pointer (&answer, bv_department_form_answer_free);
  close_office ();
}

static void
assert_refused (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;
  BvDepartmentFormAnswer *answer = bv_department_form_answer_open (office, path, NULL, &error);

  g_assert_null (answer);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name, *script, *part;
  } changes[] = {
    { "seal", "h['A6'] = '1'", "was changed" },
    { "heading", "b.worksheets[0]['C5'] = 'Khác'", "headings" },
    { "moved", "b.worksheets[0].insert_rows (3)", "headings" },
    { "column", "b.worksheets[0].delete_cols (2)", "headings" },
    { "sheet", "b.worksheets[0].title = 'x'", "headings" },
    { "foreign", "b.remove (h)", "no form" },
  };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *form = write_form (changes[i].name, BV_DEPARTMENT_FORM_PLEDGES);

    fill (form, changes[i].script);
    assert_refused (form, changes[i].part);
  }
  path = write_form ("old", BV_DEPARTMENT_FORM_PLEDGES);
  bv_database_exec (
      bv_office_get_database (office), "UPDATE criterion SET title = title || ' mới'", &error);
  g_assert_no_error (error);
  assert_refused (path, "contents of the movement");
  close_office ();
  open_other_office ();
  assert_refused (path, "another office");
  close_office ();
}

#define RETURNED_HERE                                                                              \
  "FROM achievement WHERE status = 'returned' AND movement_id = (SELECT id FROM movement WHERE "   \
  "start_on = '2024-06-01') AND subject_id IN (SELECT d.id UNION ALL SELECT id FROM person WHERE " \
  "department_id = d.id)"

/* Has three achievements sent back: one to mend in two fields, one with nothing named, one that is
 * taken back while the form is out. */
static char *
write_mending_form (const char *name)
{
  g_autoptr (GError) error = NULL;

  bv_database_exec (
      bv_office_get_database (office),
      "UPDATE achievement SET status = 'returned', mend = 'title points', return_reason = 'Sai số'"
      " WHERE id IN (SELECT a.id FROM achievement a JOIN department d ON a.subject_id = d.id"
      " WHERE d.name = 'Văn phòng Sở' AND a.status = 'verified' AND a.movement_id = (SELECT id FROM"
      " movement WHERE start_on = '2024-06-01') ORDER BY a.id LIMIT 3)",
      &error);
  g_assert_no_error (error);
  return write_form (name, BV_DEPARTMENT_FORM_MENDING);
}

static void
set_of_mended (const char *assignment, guint offset)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE achievement SET %s WHERE id = (SELECT a.id FROM achievement a JOIN department d ON"
      " a.subject_id = d.id WHERE d.name = 'Văn phòng Sở' AND a.return_reason = 'Sai số'"
      " ORDER BY a.id LIMIT 1 OFFSET %u)",
      assignment,
      offset);
  g_autoptr (GError) error = NULL;

  bv_database_exec (bv_office_get_database (office), sql, &error);
  g_assert_no_error (error);
}

/* Only what was named is open, and what comes back waits for verification again. */
static void
test_mending (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BvDepartmentFormAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  path = write_mending_form ("tra-lai");
  fill (path,
        "s = b.worksheets[0]\n"
        "assert s.protection.sheet and s['I6'].value == 'Sai số' and s['I6'].protection.locked\n"
        "assert [c.protection.locked for c in s[6]][:8] == [True, True, False, True, True, False,"
        " True, True]\n"
        "s['C6'] = 'Đã sửa lại cho đúng'; s['F6'] = 4.5");
  answer = open_form (path);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_UPDATE), ==, 1);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_ERROR), ==, 0);
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_SAME), >=, 2);
  g_assert_true (bv_department_form_answer_accept (office, &answer, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM achievement WHERE title = 'Đã sửa lại cho đúng'"
                          " AND points = 450 AND status = 'waiting' AND mend IS NULL"),
                   ==,
                   1);
  g_assert_cmpint (query ("SELECT count (*) FROM achievement WHERE return_reason = 'Sai số'"
                          " AND status = 'returned'"),
                   ==,
                   2);
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_cmpint (query ("SELECT count (*) FROM achievement WHERE return_reason = 'Sai số'"
                          " AND status = 'returned'"),
                   ==,
                   3);
  g_clear_pointer (&answer, bv_department_form_answer_free);
  close_office ();
}

/* A locked cell that was changed all the same, and rows that moved on, stay out and are named. */
static void
test_mending_left_out (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BvDepartmentFormAnswer) answer = NULL;
  g_auto (GStrv) problems = NULL;

  open_office ();
  path = write_mending_form ("tra-lai-sua");
  fill (path, "s = b.worksheets[0]\ns['E6'] = '01/07/2024'\ns['F7'] = '7,5'");
  set_of_mended ("status = 'verified'", 2);
  answer = open_form (path);
  problems = bv_department_form_answer_dup_problems (answer);
  for (guint i = 0; problems[i]; i++)
    g_test_message ("%s", problems[i]);
  g_assert_cmpuint (g_strv_length (problems), ==, 2);
  g_assert_nonnull (strstr (problems[0], "Line 6"));
  g_assert_nonnull (strstr (problems[0], "not to be mended"));
  g_assert_nonnull (strstr (problems[1], "Line 8"));
  g_assert_cmpuint (bv_department_form_answer_count (answer, BV_IMPORT_UPDATE), ==, 1);
  g_clear_pointer (&answer, bv_department_form_answer_free);
  close_office ();
}

/* Everybody gets both forms, the board expects them, and the reminder names who is late. */
static void
test_board (void)
{
  g_autofree char *folder = test_folder_path ("bieu-mau");
  g_autofree char *reminder = NULL;
  g_autoptr (GError) error = NULL;
  guint n_written, n_departments, n_mending;

  open_office ();
  n_mending = (guint) query ("SELECT count (*) FROM department d WHERE dissolved_on IS NULL"
                             " AND EXISTS (SELECT 1 " RETURNED_HERE ")");
  g_assert_cmpuint (n_mending, >, 0);
  n_departments = (guint) query ("SELECT count (*) FROM department WHERE dissolved_on IS NULL");
  bv_database_exec (bv_office_get_database (office), "DELETE FROM submission", &error);
  g_mkdir (folder, 0755);
  g_assert_true (bv_department_form_write_all (office, movement, folder, &n_written, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, 2 * n_departments + n_mending);
  g_assert_cmpuint (test_folder_count (folder), ==, n_written);
  g_assert_cmpint (
      query ("SELECT count (*) FROM submission WHERE state = 'missing'"), ==, 2 * n_departments);
  g_assert_true (bv_department_form_write_all (office, movement, folder, &n_written, &error));
  g_assert_cmpint (query ("SELECT count (*) FROM submission"), ==, 2 * n_departments);
  g_assert_true (bv_submission_mark (office, movement, "pledges", department, "received", &error));
  reminder = bv_submission_dup_reminder (office, movement, &error);
  g_assert_no_error (error);
  g_test_message ("%s", reminder);
  g_assert_nonnull (strstr (reminder, "Thanh tra Sở"));
  g_assert_cmpint (query ("SELECT count (*) FROM submission WHERE state = 'received'"), ==, 1);
  close_office ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/department-form/pledges", test_pledges);
  g_test_add_func ("/department-form/scores", test_scores);
  g_test_add_func ("/department-form/mending", test_mending);
  g_test_add_func ("/department-form/mending-left-out", test_mending_left_out);
  g_test_add_func ("/department-form/refused", test_refused);
  g_test_add_func ("/department-form/board", test_board);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
