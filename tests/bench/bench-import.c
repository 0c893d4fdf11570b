/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulk import: rows saved through the one door, against SQLite doing the bare load, then the
 * indexes, then the search index; and against SQLite doing what the door promises: indexes and
 * search kept row by row, the step recorded and stored beside it. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-history.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_ROWS 20000
#define N_PEOPLE 2000
#define ROUNDS 5

static const char pragmas[] = "PRAGMA page_size = 16384; PRAGMA journal_mode = DELETE;"
                              "PRAGMA cache_size = -16000; PRAGMA synchronous = FULL;";
static const char search_sql[]
    = "CREATE TABLE texts (id INTEGER PRIMARY KEY, kind TEXT, text TEXT);"
      "CREATE VIRTUAL TABLE search USING fts5 (kind, text, content = 'texts', content_rowid = 'id',"
      " tokenize = \"unicode61 remove_diacritics 0\", prefix = '2 3');";

static const char recorded_sql[]
    = "PRAGMA cache_size = -64000; PRAGMA cache_spill = -131072;"
      "CREATE TABLE history (id INTEGER PRIMARY KEY, changeset BLOB);"
      "CREATE VIRTUAL TABLE search USING fts5 (kind, text,"
      " tokenize = \"unicode61 remove_diacritics 0\", prefix = '2 3');"
      "INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);";

typedef struct
{
  char *path;
  char *bare;
  GPtrArray *rows;  /* of the table: arrays of sqlite3_value */
  GPtrArray *texts; /* of the search index, likewise */
  char *table;      /* SQL that makes the table and its indexes */
  char *indexes;
} Import;

static void
exec (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static double
import_through_door (gpointer data)
{
  Import *self = data;
  g_autoptr (BvBenchOffice) bench = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  BvHistory *history;
  double start;

  g_remove (self->path);
  bench = bv_bench_office_found (self->path, N_PEOPLE);
  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (rows, bv_bench_office_new_row (bench));
  history = bv_office_get_history (bench->office);
  start = bv_bench_now ();
  bv_history_begin (history, "Nhập", &error);
  for (guint i = 0; i < N_ROWS && !error; i++)
    bv_office_save (bench->office, g_ptr_array_index (rows, i), &error);
  g_assert_no_error (error);
  bv_history_commit (history, &error);
  g_assert_no_error (error);
  return bv_bench_now () - start;
}

/* What the door wrote is what the floor writes. */

static GPtrArray *
copy_rows (sqlite3 *database, const char *sql)
{
  GPtrArray *rows = g_ptr_array_new ();
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    GPtrArray *row = g_ptr_array_new ();
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      g_ptr_array_add (row, sqlite3_value_dup (sqlite3_column_value (stmt, i)));
    g_ptr_array_add (rows, row);
  }
  sqlite3_finalize (stmt);
  return rows;
}

static char *
dup_text (sqlite3 *database, const char *sql)
{
  g_autoptr (GPtrArray) rows = copy_rows (database, sql);
  GPtrArray *row = g_ptr_array_index (rows, 0);

  return g_strdup ((const char *) sqlite3_value_text (g_ptr_array_index (row, 0)));
}

static void
copy_source (Import *self)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  self->rows = copy_rows (database, "SELECT * FROM achievement");
  self->texts = copy_rows (
      database, "SELECT rowid, kind, text FROM search WHERE rowid IN (SELECT id FROM achievement)");
  self->table = dup_text (database, "SELECT sql FROM sqlite_schema WHERE name = 'achievement'");
  self->indexes = dup_text (database,
                            "SELECT group_concat (sql, ';') FROM sqlite_schema"
                            " WHERE type = 'index' AND tbl_name = 'achievement'");
  g_assert_cmpuint (self->rows->len, ==, N_ROWS);
  g_assert_cmpuint (self->texts->len, ==, N_ROWS);
  sqlite3_close (database);
}

static void
insert_rows (sqlite3 *database, const char *table, GPtrArray *rows)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  GPtrArray *first = g_ptr_array_index (rows, 0);
  sqlite3_stmt *stmt = NULL;

  g_string_printf (sql, "INSERT INTO %s VALUES (?", table);
  for (guint i = 1; i < first->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql->str, -1, &stmt, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < rows->len; i++) {
    GPtrArray *row = g_ptr_array_index (rows, i);
    for (guint j = 0; j < row->len; j++)
      sqlite3_bind_value (stmt, (int) j + 1, g_ptr_array_index (row, j));
    g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
    sqlite3_reset (stmt);
  }
  sqlite3_finalize (stmt);
}

/* With @more than the table. */
static sqlite3 *
open_bare (Import *self, const char *more)
{
  sqlite3 *database = NULL;

  g_remove (self->bare);
  g_assert_cmpint (sqlite3_open (self->bare, &database), ==, SQLITE_OK);
  exec (database, pragmas);
  exec (database, self->table);
  exec (database, more);
  return database;
}

static double
load_bare (gpointer data)
{
  Import *self = data;
  sqlite3 *database = open_bare (self, search_sql);
  double start;
  double end;

  start = bv_bench_now ();
  exec (database, "BEGIN");
  insert_rows (database, "achievement", self->rows);
  insert_rows (database, "texts", self->texts);
  exec (database, self->indexes);
  exec (database, "INSERT INTO search (search) VALUES ('rebuild')");
  exec (database, "COMMIT");
  end = bv_bench_now ();
  sqlite3_close (database);
  return end - start;
}

static void
store_changeset (sqlite3 *database, sqlite3_session *session)
{
  sqlite3_stmt *stmt = NULL;
  void *changeset = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3session_changeset (session, &size, &changeset), ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "INSERT INTO history (changeset) VALUES (?1)", -1, &stmt, NULL);
  sqlite3_bind_blob (stmt, 1, changeset, size, sqlite3_free);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

static double
load_recorded (gpointer data)
{
  Import *self = data;
  sqlite3 *database = open_bare (self, recorded_sql);
  sqlite3_session *session = NULL;
  double start;
  double end;

  exec (database, self->indexes);
  start = bv_bench_now ();
  exec (database, "BEGIN");
  g_assert_cmpint (sqlite3session_create (database, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, "achievement"), ==, SQLITE_OK);
  insert_rows (database, "achievement", self->rows);
  store_changeset (database, session);
  sqlite3session_delete (session);
  insert_rows (database, "search (rowid, kind, text)", self->texts);
  exec (database, "COMMIT");
  end = bv_bench_now ();
  sqlite3_close (database);
  return end - start;
}

int
main (void)
{
  Import self = { 0 };

  bv_bench_init ();
  self.path = bv_bench_dup_scratch ("import.bangvang");
  self.bare = bv_bench_dup_scratch ("import.sqlite");
  import_through_door (&self);
  copy_source (&self);
  bv_bench_compare ("import of 20 000 rows / bare load, indexes, search rebuilt",
                    1.3,
                    ROUNDS,
                    import_through_door,
                    load_bare,
                    &self);
  bv_bench_compare ("  the same / SQLite keeping indexes, search and the step, too",
                    0,
                    ROUNDS,
                    import_through_door,
                    load_recorded,
                    &self);
  g_remove (self.path);
  g_remove (self.bare);
  return 0;
}
