/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, statements, transactions, and what is said when the system refuses. */
#include "config.h"

#include "bv-database.h"
#include "bv-error.h"
#include "bv-migration.h"
#include "test-folder.h"

#include <string.h>

static BvDatabase *
create (const char *path)
{
  g_autoptr (GError) error = NULL;
  BvDatabase *database = bv_database_open (
      path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  bv_database_exec (database,
                    "CREATE TABLE note (id INTEGER PRIMARY KEY NOT NULL, text TEXT, data BLOB)"
                    " STRICT; INSERT INTO note VALUES (1, 'Nguyễn', x'00ff')",
                    &error);
  g_assert_no_error (error);
  return database;
}

static gint64
ask (BvDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  bv_database_query_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_sentence (GError *error, int code, const char *name)
{
  g_assert_error (error, BV_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_pragmas (void)
{
  g_autofree char *path = test_folder_path ("Sổ thi đua?%41#.bangvang");
  g_autoptr (BvDatabase) database = create (path);
  g_autofree char *journal = bv_database_query_text (database, "PRAGMA journal_mode", NULL);

  g_assert_cmpint (ask (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA recursive_triggers"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (database, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask (database, "PRAGMA page_size"), ==, 16384);
  g_assert_cmpstr (journal, ==, "delete");
  g_assert_cmpstr (bv_database_get_path (database), ==, path);
  /* The name with its odd letters is one file, and nothing lies beside it. */
  g_assert_cmpint (test_folder_count (test_folder), ==, 1);
}

static void
test_values (void)
{
  g_autofree char *path = test_folder_path ("values");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\xff", 2);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (BvStatement) insert = NULL;
  g_autoptr (BvStatement) select = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_auto (BvValue) expected = BV_VALUE_INIT;

  insert = bv_database_prepare (database, "INSERT INTO note VALUES (?1, ?2, ?3)", &error);
  bv_statement_bind_integer (insert, 1, G_MAXINT64);
  bv_statement_bind_text (insert, 2, NULL);
  bv_statement_bind_blob (insert, 3, empty);
  g_assert_true (bv_statement_run (insert, &error));
  select = bv_database_prepare (database, "SELECT id, text, data FROM note ORDER BY id", &error);
  g_assert_cmpint (bv_statement_get_n_columns (select), ==, 3);
  g_assert_cmpstr (bv_statement_get_column_name (select, 1), ==, "text");
  g_assert_cmpint (bv_statement_step (select, &error), ==, BV_STEP_ROW);
  bv_statement_get_value (select, 1, &value);
  bv_value_set_text (&expected, "Nguyễn");
  g_assert_true (bv_value_equal (&value, &expected));
  bv_statement_get_value (select, 2, &value);
  g_assert_true (g_bytes_equal (value.blob, bytes));
  g_assert_cmpint (bv_statement_step (select, &error), ==, BV_STEP_ROW);
  g_assert_cmpint (bv_statement_get_integer (select, 0), ==, G_MAXINT64);
  g_assert_true (bv_statement_is_null (select, 1));
  g_assert_null (bv_statement_get_text (select, 1));
  bv_statement_get_value (select, 2, &value);
  g_assert_cmpint (value.type, ==, BV_VALUE_BLOB);
  g_assert_cmpint (g_bytes_get_size (value.blob), ==, 0);
  bv_value_copy (&value, &expected);
  g_assert_true (bv_value_equal (&value, &expected));
  g_assert_cmpint (bv_statement_step (select, &error), ==, BV_STEP_DONE);
  bv_value_set_text (&expected, "");
  g_assert_cmpint (expected.type, ==, BV_VALUE_NULL);
}

static void
test_statement_cache (void)
{
  g_autofree char *path = test_folder_path ("cache");
  g_autoptr (BvDatabase) database = create (path);
  const char *sql = "SELECT ?1 FROM note";
  BvStatement *first = bv_database_prepare (database, sql, NULL);
  g_autoptr (BvStatement) second = NULL;
  g_autoptr (BvStatement) third = NULL;

  bv_statement_bind_integer (first, 1, 7);
  g_assert_cmpint (bv_statement_step (first, NULL), ==, BV_STEP_ROW);
  /* The same text while the first is in use is another statement. */
  second = bv_database_prepare (database, sql, NULL);
  g_assert_true (second != first);
  g_assert_cmpint (bv_statement_step (second, NULL), ==, BV_STEP_ROW);
  g_assert_true (bv_statement_is_null (second, 0));
  g_assert_cmpint (bv_statement_get_integer (first, 0), ==, 7);
  bv_statement_release (first);
  third = bv_database_prepare (database, sql, NULL);
  g_assert_true (third == first);
  g_assert_cmpint (bv_statement_step (third, NULL), ==, BV_STEP_ROW);
  g_assert_true (bv_statement_is_null (third, 0));
}

static void
test_cache_is_bounded (void)
{
  g_autofree char *path = test_folder_path ("bounded");
  g_autoptr (BvDatabase) database = create (path);

  for (int i = 0; i < 1000; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

    g_assert_cmpint (ask (database, sql), ==, i);
  }
  for (int i = 999; i >= 0; i--) {
    g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

    g_assert_cmpint (ask (database, sql), ==, i);
  }
}

static void
test_step_failure_is_told (void)
{
  g_autofree char *path = test_folder_path ("constraint");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) insert = bv_database_prepare (
      database, "INSERT INTO note (id) VALUES (1)", &error);

  g_assert_cmpint (bv_statement_step (insert, &error), ==, BV_STEP_FAILED);
  assert_sentence (error, BV_ERROR_FAILED, "constraint");
  g_clear_error (&error);
  g_assert_false (bv_statement_run (insert, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (bv_database_prepare (database, "SELECT nothing FROM nowhere", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (bv_database_query_text (database, "SELECT 1 FROM note WHERE id = 5", &error));
  assert_sentence (error, BV_ERROR_NOT_FOUND, "constraint");
}

static void
test_missing (void)
{
  g_autofree char *path = test_folder_path ("not here");
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_database_open (path, BV_DATABASE_READ_WRITE, &error));
  assert_sentence (error, BV_ERROR_NOT_FOUND, "not here");
  g_clear_error (&error);
  g_assert_null (bv_database_open (path, BV_DATABASE_READ_ONLY, &error));
  assert_sentence (error, BV_ERROR_NOT_FOUND, "not here");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_text_file (void)
{
  g_autofree char *path = test_folder_path ("letter.bangvang");
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, NULL);
  g_assert_null (bv_database_open (path, BV_DATABASE_READ_WRITE, &error));
  assert_sentence (error, BV_ERROR_DAMAGED, "letter.bangvang");
}

static void
overwrite (const char *path, gsize from, gsize length)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpint (size, >=, from + length);
  memset (data + from, 0xee, length);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
test_damaged (void)
{
  g_autofree char *path = test_folder_path ("damaged");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_clear_object (&database);
  overwrite (path, 16384, 16384);
  database = bv_database_open (path, BV_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (bv_database_query_integer (database, "SELECT sum(id) FROM note", &value, &error));
  assert_sentence (error, BV_ERROR_DAMAGED, "damaged");
}

static void
test_read_only (void)
{
  g_autofree char *folder = test_folder_path ("share");
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (BvDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0755);
  database = create (path);
  g_clear_object (&database);
  g_chmod (path, 0444);
  g_chmod (folder, 0555);
  database = bv_database_open (path, BV_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (bv_database_is_writable (database));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM note"), ==, 1);
  g_assert_true (bv_database_begin (database, &error));
  g_assert_false (bv_database_exec (database, "DELETE FROM note", &error));
  assert_sentence (error, BV_ERROR_READ_ONLY, "file");
  bv_database_rollback (database);
  g_assert_cmpint (test_folder_count (folder), ==, 1);
}

static void
test_no_permission (void)
{
  g_autofree char *folder = test_folder_path ("forbidden");
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (BvDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0755);
  database = create (path);
  g_clear_object (&database);
  g_chmod (folder, 0555);
  if (g_access (folder, 2) == 0) {
    g_test_skip ("this user may write everywhere");
    return;
  }
  g_assert_null (bv_database_open (path, BV_DATABASE_READ_WRITE, &error));
  assert_sentence (error, BV_ERROR_READ_ONLY, "file");
}

static void
test_full (void)
{
  g_autofree char *path = test_folder_path ("full");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_database_exec (database, "PRAGMA max_page_count = 4", &error));
  g_assert_true (bv_database_begin (database, &error));
  g_assert_false (
      bv_database_exec (database, "INSERT INTO note VALUES (2, NULL, zeroblob (1000000))", &error));
  assert_sentence (error, BV_ERROR_FULL, "full");
  bv_database_rollback (database);
  g_assert_false (bv_database_in_transaction (database));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM note"), ==, 1);
}

static void
test_locked (void)
{
  g_autofree char *path = test_folder_path ("locked");
  g_autoptr (BvDatabase) one = create (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvDatabase) other = bv_database_open (path, BV_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ask (other, "PRAGMA busy_timeout"), ==, 2000);
  g_assert_cmpint (ask (other, "PRAGMA busy_timeout = 0"), ==, 0);
  g_assert_true (bv_database_begin (one, &error));
  g_assert_true (bv_database_in_transaction (one));
  g_assert_false (bv_database_begin (other, &error));
  assert_sentence (error, BV_ERROR_LOCKED, "locked");
  g_clear_error (&error);
  g_assert_true (bv_database_commit (one, &error));
  g_assert_true (bv_database_begin (other, &error));
  bv_database_rollback (other);
  g_assert_no_error (error);
}

static void
test_total_changes (void)
{
  g_autofree char *path = test_folder_path ("changes");
  g_autoptr (BvDatabase) database = create (path);
  gint64 before = bv_database_get_total_changes (database);

  g_assert_true (bv_database_exec (database, "UPDATE note SET text = 'Trần'", NULL));
  g_assert_cmpint (bv_database_get_total_changes (database), ==, before + 1);
}

static void
fill (BvDatabase *database)
{
  g_assert_true (bv_database_exec (database,
                                   "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1"
                                   " FROM n WHERE i < 3000) INSERT INTO note"
                                   " SELECT i, 'Tờ trình', randomblob (15000) FROM n",
                                   NULL));
}

static gboolean
count_cb (int done, int total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  ++*(int *) data;
  return TRUE;
}

static gboolean
stop_cb (int done, int total, gpointer data)
{
  return FALSE;
}

static void
test_backup (void)
{
  g_autofree char *path = test_folder_path ("live");
  g_autofree char *copy = test_folder_path ("copy");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (BvDatabase) copied = NULL;
  g_autoptr (GError) error = NULL;
  int n_calls = 0;

  fill (database);
  g_assert_true (bv_database_backup (database, copy, NULL, count_cb, &n_calls, &error));
  g_assert_cmpint (n_calls, >=, 3);
  copied = bv_database_open (copy, BV_DATABASE_READ_ONLY, &error);
  g_assert_cmpint (ask (copied, "SELECT count(*) FROM note"), ==, 3000);
  g_assert_cmpint (ask (copied, "PRAGMA page_size"), ==, 16384);
}

static void
test_backup_stopped (void)
{
  g_autofree char *folder = test_folder_path ("stopped");
  g_autofree char *path = g_build_filename (folder, "live", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "copy", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BvDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0755);
  database = create (path);
  fill (database);
  g_assert_true (g_file_set_contents (copy, "an older copy", -1, NULL));
  g_assert_false (bv_database_backup (database, copy, NULL, stop_cb, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (bv_database_backup (database, copy, cancellable, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (bv_database_backup (database, nowhere, NULL, NULL, NULL, &error));
  assert_sentence (error, BV_ERROR_READ_ONLY, "copy");
  /* The older copy is whole, and nothing half done lies about. */
  g_assert_cmpint (test_folder_count (folder), ==, 2);
}

static void
test_blob (void)
{
  g_autofree char *path = test_folder_path ("blob");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;
  gsize size = 700001;
  guint8 *data = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GInputStream) from = NULL;
  g_autoptr (GOutputStream) to = g_memory_output_stream_new_resizable ();

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 7 + i / 256);
  bytes = g_bytes_new_take (data, size);
  from = g_memory_input_stream_new_from_bytes (bytes);
  bv_database_exec (database, "INSERT INTO note VALUES (2, NULL, zeroblob (700001))", NULL);
  g_assert_true (bv_database_blob_copy_in (database, "note", "data", 2, from, NULL, &error));
  g_assert_true (bv_database_blob_copy_out (database, "note", "data", 2, to, NULL, &error));
  g_output_stream_close (to, NULL, NULL);
  back = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (to));
  g_assert_true (g_bytes_equal (bytes, back));
}

static void
test_blob_refused (void)
{
  g_autofree char *path = test_folder_path ("blob refused");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const gsize sizes[] = { 5, 7, 600000 };

  bv_database_exec (database, "INSERT INTO note VALUES (2, NULL, zeroblob (6))", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GInputStream) from = g_memory_input_stream_new_from_data (
        g_malloc0 (sizes[i]), (gssize) sizes[i], g_free);

    g_assert_false (bv_database_blob_copy_in (database, "note", "data", 2, from, NULL, &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_FAILED);
    g_clear_error (&error);
    g_cancellable_cancel (cancellable);
    g_assert_false (
        bv_database_blob_copy_in (database, "note", "data", 2, from, cancellable, &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_false (bv_database_blob_copy_in (database, "note", "data", 99, from, NULL, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
  }
}

static void
test_migration (void)
{
  const char *const steps[] = { "CREATE TABLE a (id INTEGER PRIMARY KEY NOT NULL)",
                                "ALTER TABLE a ADD COLUMN b TEXT",
                                "INSERT INTO a VALUES (1, 'x'); INSERT INTO a VALUES (1, 'y')" };
  g_autofree char *path = test_folder_path ("migration");
  g_autoptr (BvDatabase) database = create (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_migration_run (database, steps, 1, &error));
  g_assert_cmpint (bv_migration_get_version (database, &error), ==, 1);
  g_assert_true (bv_migration_run (database, steps, 1, &error));
  /* The third step fails: the second is taken back with it. */
  g_assert_false (bv_migration_run (database, steps, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (bv_migration_get_version (database, &error), ==, 1);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM pragma_table_info ('a')"), ==, 1);
  g_assert_true (bv_migration_run (database, steps, 2, &error));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM pragma_table_info ('a')"), ==, 2);
  g_assert_false (bv_migration_run (database, steps, 1, &error));
  assert_sentence (error, BV_ERROR_NEWER, "migration");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/database/pragmas", test_pragmas);
  g_test_add_func ("/database/values", test_values);
  g_test_add_func ("/database/statement-cache", test_statement_cache);
  g_test_add_func ("/database/cache-is-bounded", test_cache_is_bounded);
  g_test_add_func ("/database/step-failure-is-told", test_step_failure_is_told);
  g_test_add_func ("/database/missing", test_missing);
  g_test_add_func ("/database/text-file", test_text_file);
  g_test_add_func ("/database/damaged", test_damaged);
  g_test_add_func ("/database/read-only", test_read_only);
  g_test_add_func ("/database/no-permission", test_no_permission);
  g_test_add_func ("/database/full", test_full);
  g_test_add_func ("/database/locked", test_locked);
  g_test_add_func ("/database/total-changes", test_total_changes);
  g_test_add_func ("/database/backup", test_backup);
  g_test_add_func ("/database/backup-stopped", test_backup_stopped);
  g_test_add_func ("/database/blob", test_blob);
  g_test_add_func ("/database/blob-refused", test_blob_refused);
  g_test_add_func ("/database/migration", test_migration);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
