/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing tables: headings, references, verdicts, all or nothing, one step to undo. */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-import.h"
#include "bv-record.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *office;

static void
import_text (const BvKind *kind, gint64 movement_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BvImport) import = bv_import_read (
      office, kind, movement_id, bytes, "bang.csv", &error);

  g_assert_no_error (error);
  bv_import_commit (import, FALSE, &error);
  g_assert_no_error (error);
}

static BvImport *
read_text (const BvKind *kind, gint64 movement_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  BvImport *import = bv_import_read (office, kind, movement_id, bytes, "can-bo.csv", &error);

  g_assert_no_error (error);
  return import;
}

static gint64
query (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Everything that people entered, as text. */
static char *
dump (void)
{
  static const char *const tables[] = { "subject", "department", "person", "criterion", "score" };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);
    g_autoptr (BvStatement) statement = bv_database_prepare (
        bv_office_get_database (office), sql, NULL);

    while (bv_statement_step (statement, NULL) == BV_STEP_ROW)
      for (int column = 0; column < bv_statement_get_n_columns (statement); column++) {
        const char *text = bv_statement_get_text (statement, column);

        g_string_append_printf (all, "%s|", text ? text : "NULL");
      }
  }
  return g_string_free (all, FALSE);
}

static void
open_office (void)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("co-quan-%u.bangvang", n++);
  g_autofree char *path = test_folder_path (name);
  g_autoptr (GError) error = NULL;

  office = bv_office_create (
      path, "Sở Thử", NULL, NULL, NULL, "Người thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  import_text (&bv_department_kind, 0, "name,short_name\nVăn phòng Sở,VP\nThanh tra Sở,TT\n");
}

static void
close_office (void)
{
  g_autoptr (GError) error = NULL;

  bv_office_close (office, &error);
  g_assert_no_error (error);
  g_clear_object (&office);
}

static void
test_headings (void)
{
  static const char *const headings[] = {
    "full_name,birth_date,department_id",
    "Full name,Birth date,Department",
    "FULL NAME;birth   date;department",
    "STT,full-name,Birth date,Department,Error",
    "List of staff\n\nFull name,Birth date,Department",
    "\xef\xbb\xbf\"Full\nname\"\tBirth date\tDepartment",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    const char *separator = strchr (headings[i], '\t')  ? "\t"
                            : strchr (headings[i], ';') ? ";"
                                                        : ",";
    g_autoptr (BvImport) import = NULL;
    g_autofree char *table = g_strdup_printf ("%s\n%s%s%s%s%s\n",
                                              headings[i],
                                              g_str_has_prefix (headings[i], "STT") ? "1," : "",
                                              "Nông Văn Đạt",
                                              separator,
                                              "1/2/1990",
                                              separator);

    open_office ();
    import = read_text (&bv_person_kind, 0, table);
    g_assert_cmpuint (bv_import_get_n_rows (import), ==, 1);
    g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 1);
    g_clear_pointer (&import, bv_import_free);
    close_office ();
  }
}

static void
assert_table_refused (const BvKind *kind, gint64 movement_id, const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  BvImport *import = bv_import_read (office, kind, movement_id, bytes, "bang.csv", &error);

  g_assert_null (import);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_refused (void)
{
  open_office ();
  assert_table_refused (&bv_person_kind, 0, "full_name,Lương\nA,1\n", "Lương");
  assert_table_refused (&bv_person_kind, 0, "full_name,a,b\nA,1,2\n", "“a”, “b”");
  assert_table_refused (&bv_person_kind, 0, "full_name,Full name\nA,B\n", "Two columns");
  assert_table_refused (&bv_person_kind, 0, "birth_date,sex\n1/2/1990,male\n", "Full name");
  assert_table_refused (&bv_person_kind, 0, "", "empty");
  assert_table_refused (&bv_attachment_kind, 0, "achievement_id,name\nA,b\n", "cannot be imported");
  close_office ();
}

static const char *
get_message (const BvImport *import, guint row)
{
  const char *message = NULL;

  g_assert_cmpint (bv_import_get_verdict (import, row, &message), ==, BV_IMPORT_ERROR);
  g_test_message ("%s", message);
  return message;
}

#define BAD_PEOPLE                                                                                 \
  "Full name,Birth date,Department,Sex\n"                                                          \
  "Hoàng Thị Hường,12/05/1990,Văn phòng Sở,female\n"                                     \
  "Lộc Văn Toản,31/02/1990,VP,male\n"                                                         \
  "Vi Đức Thịnh,1/2/1980,Phòng Ma,male\n"                                                    \
  "hoàng thị hường,12.5.1990,vp,\n"                                                          \
  ",1/2/1980,VP,male\n"                                                                            \
  "Bế Ngọc Sơn,1/2/1980,\"van phong so\",nam gioi\n"                                          \
  "Hoàng Thị Hưởng,12/05/1990,thanh tra so,female\n"                                         \
  "Chu Minh Tuấn,1/1/2999,TT,male\n"

static void
test_bad_rows (void)
{
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_office ();
  before = dump ();
  import = read_text (&bv_person_kind, 0, BAD_PEOPLE);
  g_assert_cmpuint (bv_import_get_n_rows (import), ==, 8);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 2);
  g_assert_nonnull (strstr (get_message (import, 1), "Line 3: Birth date"));
  g_assert_nonnull (strstr (get_message (import, 2), "Phòng Ma"));
  g_assert_nonnull (strstr (get_message (import, 3), "line 2"));
  g_assert_nonnull (strstr (get_message (import, 4), "Full name"));
  g_assert_nonnull (strstr (get_message (import, 5), "nam gioi"));
  g_assert_nonnull (strstr (get_message (import, 7), "Line 9"));
  g_assert_false (bv_import_commit (import, FALSE, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "6 rows"));
  after = dump ();
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

static void
test_too_long (void)
{
  g_autofree char *name = g_strnfill (101, 'A');
  g_autofree char *table = g_strdup_printf ("full_name\n%s\n", name);
  g_autoptr (BvImport) import = NULL;

  open_office ();
  import = read_text (&bv_person_kind, 0, table);
  g_assert_nonnull (strstr (get_message (import, 0), "101 characters"));
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

/* The good rows go in; the bad ones go to a file that is imported again after mending. */
static void
test_skip_bad (void)
{
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = test_folder_path ("loi.csv");
  g_autofree char *text = NULL;
  g_autoptr (BvImport) again = NULL;

  open_office ();
  import = read_text (&bv_person_kind, 0, BAD_PEOPLE);
  bv_import_commit (import, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 2);
  bv_import_write_errors (import, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Full name,Birth date,Department,Sex,Error\n"));
  g_assert_nonnull (strstr (text, "Lộc Văn Toản,31/02/1990,VP,male,"));
  g_assert_null (strstr (text, "Hưởng"));
  again = read_text (&bv_person_kind, 0, text);
  g_assert_cmpuint (bv_import_get_n_rows (again), ==, 6);
  g_clear_pointer (&again, bv_import_free);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

static void
test_update (void)
{
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  import_text (&bv_person_kind,
               0,
               "full_name,birth_date,department_id,job_title,note\n"
               "Nông Văn Đạt,1/2/1990,VP,Chuyên viên,giữ\nVi Đức Thịnh,2/2/1980,VP,Lái xe,\n");
  import = read_text (&bv_person_kind,
                      0,
                      "full_name,birth_date,department_id,job_title,note\n"
                      "NÔNG VĂN ĐẠT,01/02/1990,VP,Phó Chánh Văn phòng,\n"
                      "Vi Đức Thịnh,02/02/1980,VP,Lái xe,\n"
                      "Vi Đức Thịnh,02/02/1980,TT,Lái xe,\n");
  g_assert_cmpint (bv_import_get_verdict (import, 0, NULL), ==, BV_IMPORT_UPDATE);
  g_assert_cmpint (bv_import_get_verdict (import, 1, NULL), ==, BV_IMPORT_SAME);
  g_assert_cmpint (bv_import_get_verdict (import, 2, NULL), ==, BV_IMPORT_NEW);
  bv_import_commit (import, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 3);
  g_assert_cmpint (query ("SELECT count (*) FROM person WHERE note = 'giữ'"
                          " AND job_title = 'Phó Chánh Văn phòng'"),
                   ==,
                   1);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

static void
test_undo (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;

  open_office ();
  before = dump ();
  import_text (&bv_person_kind, 0, "full_name\nNông Văn Đạt\nVi Đức Thịnh\nChu Minh Tuấn\n");
  title = bv_history_dup_undo_title (bv_office_get_history (office));
  g_assert_cmpstr (title, ==, "Import 3 person from bang.csv");
  bv_history_undo (bv_office_get_history (office), &error);
  g_assert_no_error (error);
  after = dump ();
  g_assert_cmpstr (before, ==, after);
  close_office ();
}

static void
test_references (void)
{
  gint64 movement;
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;

  open_office ();
  import_text (&bv_person_kind,
               0,
               "full_name,birth_date,department_id\nHoàng Thị Hường,1/1/1990,VP\n"
               "Hoàng Thị Hường,1/1/1985,TT\nHoàng Thị Hưởng,1/1/1987,TT\n");
  import_text (&bv_movement_kind, 0, "title,start_on\nPhong trào hè,1/6/2024\n");
  movement = query ("SELECT id FROM movement");
  import_text (&bv_criterion_kind,
               movement,
               "label,title,max_points\n5.,Kỷ luật,10\n5.,Học tập,10\n6.,Khác,10\n");
  import = read_text (&bv_score_kind,
                      movement,
                      "subject_id,criterion_id,stage,points\n"
                      "Hoàng Thị Hường,Kỷ luật,self,\"9,5\"\n"
                      "hoang thi huong (1985),ky luat,self,\"9,5\"\n"
                      "\"Hoàng Thị Hường (1990, Văn phòng Sở)\",5. Kỷ luật,self,9\n"
                      "Hoàng Thị Hưởng,6.,self,8\n"
                      "VP,5.,self,8\n"
                      "VP,Kỷ luật,self,11\n");
  g_assert_nonnull (strstr (get_message (import, 0), "several"));
  g_assert_cmpint (bv_import_get_verdict (import, 1, NULL), ==, BV_IMPORT_NEW);
  g_assert_cmpint (bv_import_get_verdict (import, 2, NULL), ==, BV_IMPORT_NEW);
  g_assert_cmpint (bv_import_get_verdict (import, 3, NULL), ==, BV_IMPORT_NEW);
  g_assert_nonnull (strstr (get_message (import, 4), "several"));
  g_assert_nonnull (strstr (get_message (import, 5), "Line 7"));
  bv_import_commit (import, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query ("SELECT sum (points) FROM score"), ==, 950 + 900 + 800);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

/* A list of an old movement that leaves the year out means the year of that movement. */
static void
test_days_without_year (void)
{
  gint64 movement;

  open_office ();
  import_text (&bv_movement_kind, 0, "title,start_on,end_on\nHè 2019,1/6/2019,30/8/2019\n");
  movement = query ("SELECT id FROM movement");
  import_text (&bv_criterion_kind, movement, "label,title,max_points\n1.,Kỷ luật,10\n");
  import_text (&bv_achievement_kind,
               movement,
               "title,subject_id,criterion_id,achieved_on\n"
               "Việc một,VP,Kỷ luật,1/6\nViệc hai,VP,Kỷ luật,5/4\nViệc ba,VP,Kỷ luật,2/7/18\n");
  g_assert_cmpint (query ("SELECT count (*) FROM achievement WHERE achieved_on IN"
                          " ('2019-06-01', '2019-04-05', '2018-07-02')"),
                   ==,
                   3);
  close_office ();
}

/* As many as a province has; names are looked up in a table, not by a query for each row.
 */
static void
test_many (void)
{
  g_autoptr (GString) table = g_string_new ("full_name,birth_date,department_id\n");
  g_autoptr (BvImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  open_office ();
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (table, "Nguyễn Văn A%05u,1/%u/1990,Thanh tra Sở\n", i, i % 12 + 1);
  import = read_text (&bv_person_kind, 0, table->str);
  g_test_message ("read in %.2f s", (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (bv_import_count (import, BV_IMPORT_NEW), ==, 20000);
  bv_import_commit (import, FALSE, &error);
  g_assert_no_error (error);
  g_test_message ("written in %.2f s", (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (query ("SELECT count (*) FROM person"), ==, 20000);
  g_clear_pointer (&import, bv_import_free);
  close_office ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/import/headings", test_headings);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/bad-rows", test_bad_rows);
  g_test_add_func ("/import/too-long", test_too_long);
  g_test_add_func ("/import/skip-bad", test_skip_bad);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/undo", test_undo);
  g_test_add_func ("/import/references", test_references);
  g_test_add_func ("/import/days-without-year", test_days_without_year);
  g_test_add_func ("/import/many", test_many);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
