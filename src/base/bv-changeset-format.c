/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether bytes have the form of a changeset (sqlite.org/session, "Changeset format"). SQLite's own
 * reader runs past the end of damaged ones, and may never come back. */
#include "config.h"

#include "bv-database-private.h"

#include <string.h>

#define MAX_COLUMNS 2000
#define MAX_VARINT 9

typedef struct
{
  const guint8 *at;
  const guint8 *end;
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
    return skip (reader, 8);
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
skip_table (Reader *reader, guint64 *n_columns)
{
  const guint8 *zero;

  if (!read_varint (reader, n_columns) || *n_columns == 0 || *n_columns > MAX_COLUMNS)
    return FALSE;
  /* One byte a column: its place in the key. */
  if (!skip (reader, *n_columns))
    return FALSE;
  zero = memchr (reader->at, 0, (gsize) (reader->end - reader->at));
  return zero && skip (reader, (guint64) (zero - reader->at) + 1);
}

static gboolean
skip_change (Reader *reader, guint8 operation, guint64 n_columns)
{
  /* A byte tells whether a trigger made the change. */
  if (n_columns == 0 || !skip (reader, 1))
    return FALSE;
  switch (operation) {
  case SQLITE_INSERT:
  case SQLITE_DELETE:
    return skip_values (reader, n_columns);
  case SQLITE_UPDATE:
    return skip_values (reader, 2 * n_columns);
  default:
    return FALSE;
  }
}

gboolean
bv_database_is_changeset (GBytes *bytes)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Reader reader = { data, data + size };
  guint64 n_columns = 0;

  while (reader.at < reader.end) {
    guint8 mark = *reader.at++;

    if (mark == 'T' ? !skip_table (&reader, &n_columns) : !skip_change (&reader, mark, n_columns))
      return FALSE;
  }
  return TRUE;
}
