/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the form of a changeset (sqlite.org/session, "Changeset format"): whether bytes have it,
 * and which rows it names. SQLite's own reader runs past the end of damaged ones, and may never
 * come back; it makes a copy of every value on the way. */
#include "config.h"

#include "bv-changeset.h"
#include "bv-database-private.h"

#include <string.h>

#define MAX_COLUMNS 2000
#define MAX_VARINT 9
#define SIZE_OF_INTEGER 8

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const char *table; /* of the rows that follow */
  guint64 n_columns;
  BvRowChange row; /* the last one */
} Reader;

static gboolean
skip (Reader *reader, guint64 n)
{
  if (n > (guint64) (reader->end - reader->at))
    return FALSE;
  reader->at += n;
  return TRUE;
}

/* Big-endian groups of seven bits; the ninth byte counts whole. */
static gboolean
read_varint (Reader *reader, guint64 *value)
{
  *value = 0;
  for (guint i = 1; i <= MAX_VARINT && reader->at < reader->end; i++) {
    guint8 byte = *reader->at++;

    if (i == MAX_VARINT) {
      *value = *value << 8 | byte;
      return TRUE;
    }
    *value = *value << 7 | (byte & 0x7f);
    if (!(byte & 0x80))
      return TRUE;
  }
  return FALSE;
}

static gboolean
skip_value (Reader *reader)
{
  guint64 length;

  if (reader->at >= reader->end)
    return FALSE;
  switch (*reader->at++) {
  case 0: /* nothing is told */
  case SQLITE_NULL:
    return TRUE;
  case SQLITE_INTEGER:
  case SQLITE_FLOAT:
    return skip (reader, SIZE_OF_INTEGER);
  case SQLITE_TEXT:
  case SQLITE_BLOB:
    return read_varint (reader, &length) && skip (reader, length);
  default:
    return FALSE;
  }
}

static gboolean
skip_values (Reader *reader, guint64 n)
{
  while (n-- > 0)
    if (!skip_value (reader))
      return FALSE;
  return TRUE;
}

static gboolean
read_table (Reader *reader)
{
  const guint8 *zero;

  if (!read_varint (reader, &reader->n_columns) || reader->n_columns == 0
      || reader->n_columns > MAX_COLUMNS)
    return FALSE;
  /* One byte a column: its place in the key. */
  if (!skip (reader, reader->n_columns))
    return FALSE;
  reader->table = (const char *) reader->at;
  zero = memchr (reader->at, 0, (gsize) (reader->end - reader->at));
  return zero && skip (reader, (guint64) (zero - reader->at) + 1);
}

/* The id is the first value of every row, old rows before new ones. */
static gint64
peek_id (const Reader *reader)
{
  guint64 id = 0;

  if (reader->end - reader->at > SIZE_OF_INTEGER && *reader->at == SQLITE_INTEGER)
    memcpy (&id, reader->at + 1, sizeof id);
  return (gint64) GUINT64_FROM_BE (id);
}

static gboolean
read_row (Reader *reader, guint8 operation, gboolean inverted)
{
  BvRowChange *row = &reader->row;

  /* A byte tells whether a trigger made the change. */
  if (!reader->table || !skip (reader, 1))
    return FALSE;
  row->table = reader->table;
  row->id = peek_id (reader);
  switch (operation) {
  case SQLITE_INSERT:
  case SQLITE_DELETE:
    row->type = (operation == SQLITE_INSERT) != inverted ? BV_CHANGE_INSERT : BV_CHANGE_DELETE;
    return skip_values (reader, reader->n_columns);
  case SQLITE_UPDATE:
    row->type = BV_CHANGE_UPDATE;
    return skip_values (reader, 2 * reader->n_columns);
  default:
    return FALSE;
  }
}

static gboolean
ignore_row (const BvRowChange *row, gpointer data)
{
  return TRUE;
}

static gboolean
walk (GBytes *bytes, gboolean inverted, BvRowChangeFunc func, gpointer data)
{
  gsize size = 0;
  const guint8 *at = g_bytes_get_data (bytes, &size);
  Reader reader = { .at = at, .end = at + size };

  while (reader.at < reader.end) {
    guint8 mark = *reader.at++;

    if (mark == 'T') {
      if (!read_table (&reader))
        return FALSE;
    } else if (!read_row (&reader, mark, inverted)) {
      return FALSE;
    } else if (!func (&reader.row, data)) {
      return TRUE;
    }
  }
  return TRUE;
}

gboolean
bv_database_is_changeset (GBytes *bytes)
{
  return walk (bytes, FALSE, ignore_row, NULL);
}

gboolean
bv_changeset_foreach_id (
    GBytes *changeset, gboolean inverted, BvRowChangeFunc func, gpointer data, GError **error)
{
  return walk (changeset, inverted, func, data)
         || bv_database_set_unreadable (SQLITE_CORRUPT, error);
}
