/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection to an SQLite file, with a cache of prepared statements. */
#include "config.h"

#include "bv-database-private.h"
#include "bv-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* More different texts than the program asks in one stretch of work. */
#define MAX_IDLE 160
#define BUSY_MILLISECONDS 2000

G_DEFINE_TYPE (BvDatabase, bv_database, G_TYPE_OBJECT)

/* What a long step changed leaves no room for the pages that it looks things up in, which are then
 * read from the file row for row: it has more while it lasts. */
#define CACHE_FOR_READING "PRAGMA cache_size = -16000"
#define CACHE_FOR_WRITING "PRAGMA cache_size = -64000"

static const char pragmas[] = "PRAGMA foreign_keys = ON;"
                              "PRAGMA recursive_triggers = ON;"
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;" CACHE_FOR_READING ";"
                              /* A long step keeps what it changed in memory up to this: writing
                               * pages out before the end costs a sync of the journal each time. */
                              "PRAGMA cache_spill = -131072;"
                              "PRAGMA synchronous = FULL;";
/* Measured best for attachments and bulk loads; has an effect only while the file is empty. */
static const char create_pragmas[] = "PRAGMA page_size = 16384;";
/* No residue beside the file that a copy on a stick would miss. Reading makes SQLite look at the
 * file at all: only then is it found to be damaged or something else. */
static const char write_pragmas[] = "PRAGMA journal_mode = DELETE;";
static const char look_pragmas[] = "SELECT count(*) FROM sqlite_schema;";

static gboolean
check_reachable (const char *path, BvDatabaseFlags flags, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!(flags & BV_DATABASE_CREATE) && g_access (path, F_OK) != 0 && errno == ENOENT) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("“%s” does not exist any more. It may have been moved or renamed."),
                 name);
    return FALSE;
  }
  if (flags == BV_DATABASE_READ_ONLY)
    return TRUE;
  /* The journal lies beside the file: without the folder nothing can be saved. */
  if (g_access (folder, W_OK) != 0 || (g_access (path, W_OK) != 0 && errno != ENOENT))
    return bv_database_set_file_error (path, NULL, SQLITE_READONLY, error);
  return TRUE;
}

static int
connect_handle (BvDatabase *self, BvDatabaseFlags flags)
{
  int how = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;
  g_autofree char *read_only = NULL;

  if (flags != BV_DATABASE_READ_ONLY) {
    how |= SQLITE_OPEN_READWRITE | (flags & BV_DATABASE_CREATE ? SQLITE_OPEN_CREATE : 0);
    return sqlite3_open_v2 (self->path, &self->handle, how, NULL);
  }
  uri = g_filename_to_uri (self->path, NULL, NULL);
  read_only = g_strconcat (uri, "?mode=ro", NULL);
  how |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  return sqlite3_open_v2 (read_only, &self->handle, how, NULL);
}

static gboolean
set_up (BvDatabase *self, BvDatabaseFlags flags, GError **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!bv_database_add_each (self))
    return bv_database_set_error (self, SQLITE_NOMEM, error);
  if (!bv_database_exec (self, pragmas, error))
    return FALSE;
  if (flags & BV_DATABASE_CREATE && !bv_database_exec (self, create_pragmas, error))
    return FALSE;
  if (!bv_database_exec (self, look_pragmas, error))
    return FALSE;
  if (flags == BV_DATABASE_READ_ONLY)
    return TRUE;
  if (sqlite3_db_readonly (self->handle, "main"))
    return bv_database_set_error (self, SQLITE_READONLY, error);
  return bv_database_exec (self, write_pragmas, error);
}

BvDatabase *
bv_database_open (const char *path, BvDatabaseFlags flags, GError **error)
{
  g_autoptr (BvDatabase) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL, NULL);
  bv_database_watch_log ();
  self = g_object_new (BV_TYPE_DATABASE, NULL);
  /* SQLite's name for a database that is no file, which tests use. */
  self->path = g_str_equal (path, ":memory:") ? g_strdup (path)
                                              : g_canonicalize_filename (path, NULL);
  self->writable = flags != BV_DATABASE_READ_ONLY;
  if (!check_reachable (self->path, flags, error))
    return NULL;
  result = connect_handle (self, flags);
  if (result != SQLITE_OK) {
    bv_database_set_error (self, result, error);
    return NULL;
  }
  if (!set_up (self, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
bv_database_get_path (BvDatabase *self)
{
  return self->path;
}

gboolean
bv_database_is_writable (BvDatabase *self)
{
  return self->writable;
}

void
bv_database_close (BvDatabase *self)
{
  BvStatement *statement;

  g_hash_table_remove_all (self->statements);
  while ((statement = g_queue_peek_head (&self->idle))) {
    g_queue_unlink (&self->idle, &statement->link);
    bv_statement_free (statement);
  }
  /* A statement still in use keeps the connection until it is released. */
  sqlite3_close_v2 (g_steal_pointer (&self->handle));
}

static void
bv_database_finalize (GObject *object)
{
  BvDatabase *self = BV_DATABASE (object);

  bv_database_close (self);
  g_hash_table_unref (self->statements);
  g_free (self->path);
  G_OBJECT_CLASS (bv_database_parent_class)->finalize (object);
}

static void
bv_database_class_init (BvDatabaseClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bv_database_finalize;
}

static void
bv_database_init (BvDatabase *self)
{
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->idle);
}

gboolean
bv_database_exec (BvDatabase *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    return bv_database_set_error (self, result, error);
  return TRUE;
}

BvStatement *
bv_database_prepare (BvDatabase *self, const char *sql, GError **error)
{
  BvStatement *known = g_hash_table_lookup (self->statements, sql);
  BvStatement *statement;
  sqlite3_stmt *stmt = NULL;
  int result;

  if (known && !known->database) {
    g_queue_unlink (&self->idle, &known->link);
    known->database = g_object_ref (self);
    return known;
  }
  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (result != SQLITE_OK) {
    g_debug ("cannot prepare: %s", sql);
    bv_database_set_error (self, result, error);
    return NULL;
  }
  statement = bv_statement_new (self, stmt, sql);
  statement->cached = known == NULL;
  if (statement->cached)
    g_hash_table_insert (self->statements, statement->sql, statement);
  return statement;
}

void
bv_database_take_back (BvDatabase *self, BvStatement *statement)
{
  BvStatement *oldest;

  if (!self->handle || !statement->cached) {
    bv_statement_free (statement);
    return;
  }
  g_queue_push_tail_link (&self->idle, &statement->link);
  if (self->idle.length <= MAX_IDLE)
    return;
  oldest = g_queue_peek_head (&self->idle);
  g_queue_unlink (&self->idle, &oldest->link);
  g_hash_table_remove (self->statements, oldest->sql);
  bv_statement_free (oldest);
}

static BvStatement *
query_row (BvDatabase *self, const char *sql, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (self, sql, error);
  g_autofree char *name = NULL;
  BvStep step;

  if (!statement)
    return NULL;
  step = bv_statement_step (statement, error);
  if (step == BV_STEP_ROW)
    return g_steal_pointer (&statement);
  if (step == BV_STEP_DONE) {
    name = g_filename_display_basename (self->path);
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("What was looked for is not in “%s” any more."),
                 name);
  }
  return NULL;
}

gboolean
bv_database_query_integer (BvDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (BvStatement) row = query_row (self, sql, error);

  if (row)
    *value = bv_statement_get_integer (row, 0);
  return row != NULL;
}

gboolean
bv_database_get_version (BvDatabase *self, gint64 *version, GError **error)
{
  return bv_database_query_integer (self, "PRAGMA data_version", version, error);
}

char *
bv_database_query_text (BvDatabase *self, const char *sql, GError **error)
{
  g_autoptr (BvStatement) row = query_row (self, sql, error);
  const char *text;

  if (!row)
    return NULL;
  text = bv_statement_get_text (row, 0);
  return g_strdup (text ? text : "");
}

gboolean
bv_database_hold_pages (BvDatabase *self, gboolean hold, GError **error)
{
  return bv_database_exec (
      self, hold ? "PRAGMA cache_spill = OFF" : "PRAGMA cache_spill = ON", error);
}

gboolean
bv_database_begin (BvDatabase *self, GError **error)
{
  return bv_database_exec (
      self, self->writable ? "BEGIN IMMEDIATE; " CACHE_FOR_WRITING : "BEGIN", error);
}

gboolean
bv_database_commit (BvDatabase *self, GError **error)
{
  return bv_database_exec (self, "COMMIT; " CACHE_FOR_READING, error);
}

void
bv_database_rollback (BvDatabase *self)
{
  g_autoptr (GError) error = NULL;

  /* After a full disk SQLite may have rolled back by itself. */
  if (bv_database_in_transaction (self)
      && !bv_database_exec (self, "ROLLBACK; " CACHE_FOR_READING, &error))
    g_info ("rollback: %s", error->message);
}

gboolean
bv_database_in_transaction (BvDatabase *self)
{
  return self->handle && !sqlite3_get_autocommit (self->handle);
}

gint64
bv_database_get_total_changes (BvDatabase *self)
{
  return sqlite3_total_changes64 (self->handle);
}
