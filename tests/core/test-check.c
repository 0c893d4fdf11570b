/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of an office file finds each sort of fault, and none in a whole file. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-check.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-search.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *office;

static void
set_up (gpointer *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gint64 bureau;

  test_folder_make ();
  path = test_folder_path ("office.bangvang");
  office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_history_begin (bv_office_get_history (office), "Nhập", &error);
  for (guint i = 0; i < 30; i++) {
    g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
    g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
    g_autofree char *name = g_strdup_printf ("Phòng %u", i);

    bv_record_set_text (department, "name", name);
    g_assert_true (bv_office_save (office, department, &error));
    bureau = bv_record_get_id (department);
    bv_record_set_text (person, "full_name", "Nguyễn Văn An");
    bv_record_set_integer (person, "department_id", bureau);
    g_assert_true (bv_office_save (office, person, &error));
  }
  bv_history_commit (bv_office_get_history (office), &error);
  g_assert_no_error (error);
}

static void
tear_down (gpointer *fixture, gconstpointer data)
{
  g_clear_object (&office);
  test_folder_remove ();
}

static void
spoil (const char *sql)
{
  g_autoptr (GError) error = NULL;

  bv_database_exec (bv_office_get_database (office), "PRAGMA foreign_keys = OFF", &error);
  bv_database_exec (bv_office_get_database (office), sql, &error);
  g_assert_no_error (error);
}

static GPtrArray *
run (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = bv_check_run (office, NULL, &error);

  g_assert_no_error (error);
  return findings;
}

static void
assert_finding (guint n, const char *words)
{
  g_autoptr (GPtrArray) findings = run ();

  g_assert_cmpint (findings->len, ==, n);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), words));
}

static void
test_whole (gpointer *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = run ();

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpint (findings->len, ==, 0);
}

static void
test_orphans (gpointer *fixture, gconstpointer data)
{
  spoil ("DELETE FROM search WHERE rowid IN (SELECT id FROM department);"
         "UPDATE person SET department_id = 12345");
  /* Twenty by name, the rest as a number; then the index. */
  assert_finding (22, "Nguyễn Văn An");
}

static void
test_subjects (gpointer *fixture, gconstpointer data)
{
  spoil ("INSERT INTO subject VALUES (77, 'person')");
  assert_finding (1, "1 subject is neither");
}

static void
test_search (gpointer *fixture, gconstpointer data)
{
  spoil ("DELETE FROM search WHERE rowid = (SELECT max(id) FROM person)");
  assert_finding (1, "search index");
}

static void
test_search_stale (gpointer *fixture, gconstpointer data)
{
  spoil ("UPDATE person SET full_name = 'Trần Thị Bình' WHERE id = (SELECT max(id) FROM person)");
  assert_finding (1, "search index");
}

static void
test_history (gpointer *fixture, gconstpointer data)
{
  spoil ("UPDATE history SET changeset = x'54ff' WHERE id = 1");
  assert_finding (1, "cannot be undone");
}

static void
test_column (gpointer *fixture, gconstpointer data)
{
  spoil ("ALTER TABLE adjustment DROP COLUMN document_number");
  assert_finding (1, "changed by another program");
}

static void
test_damaged (gpointer *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (bv_office_get_path (office));
  g_autofree char *content = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;
  gint64 page = 0;

  bv_database_query_integer (bv_office_get_database (office),
                             "SELECT rootpage FROM sqlite_schema WHERE name = 'person_full_name'",
                             &page,
                             NULL);
  g_clear_object (&office);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  memset (content + (page - 1) * 16384 + 8, 0xff, 200);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  office = bv_office_open (path, NULL, BV_OFFICE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_finding (1, "damaged");
}

static void
test_cancelled (gpointer *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bv_check_run (office, cancellable, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
}

/* A step of very many rows is indexed in another way than a row typed by hand. */
static void
test_large_step (gpointer *fixture, gconstpointer data)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  bv_history_begin (bv_office_get_history (office), "Nhập", &error);
  for (guint i = 0; i < 2000; i++) {
    g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
    g_autofree char *name = g_strdup_printf ("Trạm kiểm dịch số %u", i);

    bv_record_set_text (department, "name", name);
    g_assert_true (bv_office_save (office, department, &error));
  }
  g_assert_true (bv_history_commit (bv_office_get_history (office), &error));
  test_whole (fixture, data);
  found = bv_search_find (office, &bv_department_kind, "tram kiem dich so 1999", 0, &error);
  g_assert_cmpint (found->len, ==, 1);
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  test_whole (fixture, data);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, gpointer, NULL, set_up, func, tear_down)
  ADD ("/check/whole", test_whole);
  ADD ("/check/orphans", test_orphans);
  ADD ("/check/subjects", test_subjects);
  ADD ("/check/search", test_search);
  ADD ("/check/search-stale", test_search_stale);
  ADD ("/check/large-step", test_large_step);
  ADD ("/check/history", test_history);
  ADD ("/check/column", test_column);
  ADD ("/check/damaged", test_damaged);
  ADD ("/check/cancelled", test_cancelled);
#undef ADD
  return g_test_run ();
}
