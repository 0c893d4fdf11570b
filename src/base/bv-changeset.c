/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recording what a step changes, and applying it forwards or backwards (SQLite's session
 * extension). */
#include "config.h"

#include "bv-changeset.h"
#include "bv-database-private.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

struct BvRecorder
{
  BvDatabase *database; /* owned */
  sqlite3_session *session;
};

/* What the conflict handler found, while a changeset is applied. */
typedef struct
{
  sqlite3 *handle;
  gboolean found;
  char *table; /* owned */
  gint64 id;
} Conflict;

BvRecorder *
bv_recorder_start (BvDatabase *database, const char *const *tables, GError **error)
{
  g_autoptr (BvRecorder) self = g_new0 (BvRecorder, 1);
  int result;

  self->database = g_object_ref (database);
  result = sqlite3session_create (database->handle, "main", &self->session);
  for (guint i = 0; result == SQLITE_OK && tables[i]; i++)
    result = sqlite3session_attach (self->session, tables[i]);
  if (result == SQLITE_OK)
    return g_steal_pointer (&self);
  bv_database_set_error (database, result, error);
  return NULL;
}

GBytes *
bv_recorder_finish (BvRecorder *self, GError **error)
{
  void *data = NULL;
  int size = 0;
  int result = sqlite3session_changeset (self->session, &size, &data);

  if (result != SQLITE_OK) {
    bv_database_set_error (self->database, result, error);
    return NULL;
  }
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

void
bv_recorder_free (BvRecorder *self)
{
  if (self->session)
    sqlite3session_delete (self->session);
  g_object_unref (self->database);
  g_free (self);
}

static void
read_value (sqlite3_value *from, BvValue *value)
{
  if (!from) {
    bv_value_clear (value);
    return;
  }
  switch (sqlite3_value_type (from)) {
  case SQLITE_INTEGER:
    bv_value_set_integer (value, sqlite3_value_int64 (from));
    break;
  case SQLITE_BLOB:
    bv_value_take_blob (value, g_bytes_new (sqlite3_value_blob (from), sqlite3_value_bytes (from)));
    break;
  case SQLITE_NULL:
    bv_value_clear (value);
    break;
  default:
    bv_value_set_text (value, (const char *) sqlite3_value_text (from));
  }
}

/* The id stands on the side that every change has: the old row, or the new one of an insert. */
static gint64
read_id (sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  return value ? sqlite3_value_int64 (value) : 0;
}

static void
read_columns (sqlite3_changeset_iter *iter, int operation, BvRowChange *change)
{
  for (guint i = 0; i < change->n_columns; i++) {
    sqlite3_value *old_value = NULL;
    sqlite3_value *new_value = NULL;

    if (operation != SQLITE_INSERT)
      sqlite3changeset_old (iter, (int) i, &old_value);
    if (operation != SQLITE_DELETE)
      sqlite3changeset_new (iter, (int) i, &new_value);
    read_value (old_value, &change->old_values[i]);
    read_value (new_value, &change->new_values[i]);
    change->told[i] = operation == SQLITE_DELETE ? old_value != NULL : new_value != NULL;
  }
}

static BvChangeType
get_type_of (int operation)
{
  if (operation == SQLITE_INSERT)
    return BV_CHANGE_INSERT;
  return operation == SQLITE_DELETE ? BV_CHANGE_DELETE : BV_CHANGE_UPDATE;
}

static void
free_columns (BvRowChange *change)
{
  for (guint i = 0; i < change->n_columns; i++) {
    bv_value_clear (&change->old_values[i]);
    bv_value_clear (&change->new_values[i]);
  }
  g_clear_pointer (&change->old_values, g_free);
  g_clear_pointer (&change->new_values, g_free);
  g_clear_pointer (&change->told, g_free);
  change->n_columns = 0;
}

static void
size_columns (BvRowChange *change, guint n_columns)
{
  if (change->n_columns == n_columns)
    return;
  free_columns (change);
  change->n_columns = n_columns;
  change->old_values = g_new0 (BvValue, n_columns);
  change->new_values = g_new0 (BvValue, n_columns);
  change->told = g_new0 (gboolean, n_columns);
}

static void
read_row (sqlite3_changeset_iter *iter, BvRowChange *change)
{
  int n_columns;
  int operation;

  sqlite3changeset_op (iter, &change->table, &n_columns, &operation, NULL);
  change->type = get_type_of (operation);
  change->id = read_id (iter, operation);
  size_columns (change, (guint) n_columns);
  read_columns (iter, operation, change);
}

gboolean
bv_database_set_unreadable (int result, GError **error)
{
  g_info ("changeset: SQLite %d (%s)", result, sqlite3_errstr (result));
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_DAMAGED,
                       _ ("A step in the history of this file cannot be read. Check the file, or "
                          "open the newest backup."));
  return FALSE;
}

gboolean
bv_changeset_foreach (
    GBytes *changeset, gboolean inverted, BvRowChangeFunc func, gpointer data, GError **error)
{
  BvRowChange change = { 0 };
  sqlite3_changeset_iter *iter = NULL;
  gsize size = 0;
  const void *bytes = g_bytes_get_data (changeset, &size);
  int result;
  int finished;

  if (size == 0)
    return TRUE;
  if (!bv_database_is_changeset (changeset))
    return bv_database_set_unreadable (SQLITE_CORRUPT, error);
  result = sqlite3changeset_start_v2 (
      &iter, (int) size, (void *) bytes, inverted ? SQLITE_CHANGESETSTART_INVERT : 0);
  if (result != SQLITE_OK)
    return bv_database_set_unreadable (result, error);
  while ((result = sqlite3changeset_next (iter)) == SQLITE_ROW) {
    read_row (iter, &change);
    if (!func (&change, data))
      break;
  }
  finished = sqlite3changeset_finalize (iter);
  free_columns (&change);
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    return bv_database_set_unreadable (result, error);
  return finished == SQLITE_OK || bv_database_set_unreadable (finished, error);
}

/* When only the foreign keys fail in the end, no single row was named: look for it before all is
 * rolled back. */
static void
find_orphan (Conflict *conflict)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (conflict->handle, "PRAGMA foreign_key_check", -1, &stmt, NULL)
      != SQLITE_OK)
    return;
  if (sqlite3_step (stmt) == SQLITE_ROW) {
    conflict->table = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
    conflict->id = sqlite3_column_int64 (stmt, 1);
  }
  sqlite3_finalize (stmt);
}

static int
conflict_cb (void *data, int type, sqlite3_changeset_iter *iter)
{
  Conflict *conflict = data;
  const char *table = NULL;
  int n_columns;
  int operation = 0;

  if (conflict->found)
    return SQLITE_CHANGESET_ABORT;
  conflict->found = TRUE;
  if (type == SQLITE_CHANGESET_FOREIGN_KEY) {
    find_orphan (conflict);
    return SQLITE_CHANGESET_ABORT;
  }
  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  conflict->table = g_strdup (table);
  conflict->id = read_id (iter, operation);
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
set_conflict (Conflict *conflict, char **table, gint64 *id, GError **error)
{
  g_info ("conflict at %s %" G_GINT64_FORMAT, conflict->table, conflict->id);
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_CONFLICT,
                       _ ("A later change stands in the way. Take that one back first."));
  if (table)
    *table = g_steal_pointer (&conflict->table);
  if (id)
    *id = conflict->id;
  g_clear_pointer (&conflict->table, g_free);
  return FALSE;
}

static gboolean
apply_inside (BvDatabase *database,
              GBytes *changeset,
              gboolean inverted,
              char **conflict_table,
              gint64 *conflict_id,
              GError **error)
{
  Conflict conflict = { .handle = database->handle };
  guint n_logged = bv_database_get_n_logged ();
  gsize size = 0;
  const void *bytes = g_bytes_get_data (changeset, &size);
  int result = sqlite3changeset_apply_v2 (database->handle,
                                          (int) size,
                                          (void *) bytes,
                                          NULL,
                                          conflict_cb,
                                          &conflict,
                                          NULL,
                                          NULL,
                                          inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (conflict.found)
    return set_conflict (&conflict, conflict_table, conflict_id, error);
  if ((result & 0xff) == SQLITE_CORRUPT)
    return bv_database_set_unreadable (result, error);
  if (result != SQLITE_OK)
    return bv_database_set_error (database, result, error);
  /* A table or column that is not there any more is only logged, and the call says OK. */
  if (bv_database_get_n_logged () == n_logged)
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_FAILED,
                       _ ("This step was recorded by another version of the program and cannot be "
                          "applied to this file."));
  return FALSE;
}

gboolean
bv_changeset_apply (BvDatabase *database,
                    GBytes *changeset,
                    gboolean inverted,
                    char **conflict_table,
                    gint64 *conflict_id,
                    GError **error)
{
  if (conflict_table)
    *conflict_table = NULL;
  if (conflict_id)
    *conflict_id = 0;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;
  if (!bv_database_is_changeset (changeset))
    return bv_database_set_unreadable (SQLITE_CORRUPT, error);
  if (!bv_database_exec (database, "SAVEPOINT bv_apply", error))
    return FALSE;
  if (apply_inside (database, changeset, inverted, conflict_table, conflict_id, error)
      && bv_database_exec (database, "RELEASE bv_apply", error))
    return TRUE;
  /* A full disk may have rolled everything back already; then there is no savepoint. */
  if (bv_database_in_transaction (database))
    bv_database_exec (database, "ROLLBACK TO bv_apply; RELEASE bv_apply", NULL);
  return FALSE;
}
