/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One prepared SQL statement; bind by position from 1, read columns from 0. */
#include "config.h"

#include "bv-database-private.h"

BvStatement *
bv_statement_new (BvDatabase *database, sqlite3_stmt *stmt, const char *sql)
{
  BvStatement *self = g_new0 (BvStatement, 1);

  self->database = g_object_ref (database);
  self->stmt = stmt;
  self->sql = g_strdup (sql);
  self->link.data = self;
  return self;
}

void
bv_statement_free (BvStatement *self)
{
  sqlite3_finalize (self->stmt);
  g_free (self->sql);
  g_free (self);
}

void
bv_statement_release (BvStatement *self)
{
  g_autoptr (BvDatabase) database = NULL;

  if (!self)
    return;
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bind_result = SQLITE_OK;
  database = g_steal_pointer (&self->database);
  bv_database_take_back (database, self);
}

static void
note_bind (BvStatement *self, int result)
{
  /* A position that the SQL does not have is our own mistake. */
  g_assert (result != SQLITE_RANGE && result != SQLITE_MISUSE);
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
bv_statement_bind_integer (BvStatement *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index, value));
}

void
bv_statement_bind_text (BvStatement *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT));
}

void
bv_statement_bind_blob (BvStatement *self, int index, GBytes *blob)
{
  gsize size = 0;
  const void *data;

  if (!blob) {
    bv_statement_bind_null (self, index);
    return;
  }
  data = g_bytes_get_data (blob, &size);
  /* A NULL pointer would bind NULL: empty bytes are not nothing. */
  if (size == 0)
    note_bind (self, sqlite3_bind_zeroblob (self->stmt, index, 0));
  else
    note_bind (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_TRANSIENT));
}

void
bv_statement_borrow_blob (BvStatement *self, int index, GBytes *blob)
{
  gsize size;
  const void *data = g_bytes_get_data (blob, &size);

  note_bind (self, sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_STATIC));
}

void
bv_statement_bind_null (BvStatement *self, int index)
{
  note_bind (self, sqlite3_bind_null (self->stmt, index));
}

void
bv_statement_bind_value (BvStatement *self, int index, const BvValue *value)
{
  switch (value->type) {
  case BV_VALUE_INTEGER:
    bv_statement_bind_integer (self, index, value->integer);
    break;
  case BV_VALUE_TEXT:
    bv_statement_bind_text (self, index, value->text);
    break;
  case BV_VALUE_BLOB:
    bv_statement_bind_blob (self, index, value->blob);
    break;
  case BV_VALUE_NULL:
  default:
    bv_statement_bind_null (self, index);
  }
}

BvStep
bv_statement_step (BvStatement *self, GError **error)
{
  int result = self->bind_result;

  if (result == SQLITE_OK)
    result = sqlite3_step (self->stmt);
  if (result == SQLITE_ROW)
    return BV_STEP_ROW;
  if (result == SQLITE_DONE)
    return BV_STEP_DONE;
  g_debug ("refused: %s", self->sql);
  bv_database_set_error (self->database, result, error);
  sqlite3_reset (self->stmt);
  return BV_STEP_FAILED;
}

gboolean
bv_statement_run (BvStatement *self, GError **error)
{
  BvStep step;

  do
    step = bv_statement_step (self, error);
  while (step == BV_STEP_ROW);
  sqlite3_reset (self->stmt);
  return step == BV_STEP_DONE;
}

void
bv_statement_reset (BvStatement *self)
{
  sqlite3_reset (self->stmt);
}

int
bv_statement_get_n_columns (BvStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

const char *
bv_statement_get_column_name (BvStatement *self, int column)
{
  return sqlite3_column_name (self->stmt, column);
}

gboolean
bv_statement_is_null (BvStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gint64
bv_statement_get_integer (BvStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

const char *
bv_statement_get_text (BvStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

GBytes *
bv_statement_dup_blob (BvStatement *self, int column)
{
  const void *data;

  if (bv_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->stmt, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->stmt, column));
}

void
bv_statement_get_value (BvStatement *self, int column, BvValue *value)
{
  switch (sqlite3_column_type (self->stmt, column)) {
  case SQLITE_INTEGER:
    bv_value_set_integer (value, sqlite3_column_int64 (self->stmt, column));
    break;
  case SQLITE_BLOB:
    bv_value_take_blob (value, bv_statement_dup_blob (self, column));
    break;
  case SQLITE_NULL:
    bv_value_clear (value);
    break;
  default:
    bv_value_set_text (value, bv_statement_get_text (self, column));
  }
}
