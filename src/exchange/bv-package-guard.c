/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at tags and at the zip directory from outside. */
#include "config.h"

#include "bv-package-guard.h"

#include <string.h>

#define GREATEST_TAG 65536
#define GREATEST_ATTRIBUTES 128
#define GREATEST_DIRECTORY (4 * 1024 * 1024)
#define END_RECORD 22
#define END_RECORD_64 56
#define LOCATOR_64 20
#define GREATEST_COMMENT 65535

enum { OUTSIDE, OPENED, INSIDE, OTHER };

/* @state is that of a tag that is open: the next byte of it. */
static gboolean
look (BvPackageGuard *self, char c)
{
  if (self->state == OPENED)
    self->state = c == '!' || c == '?' ? OTHER : INSIDE;
  if (self->state == INSIDE && self->quote) {
    if (c == self->quote)
      self->quote = 0;
  } else if (c == '>') {
    self->state = OUTSIDE;
  } else if (self->state == INSIDE && (c == '"' || c == '\'')) {
    self->quote = c;
  } else if (self->state == INSIDE && c == '=') {
    self->n_attributes++;
  }
  return ++self->length <= GREATEST_TAG && self->n_attributes <= GREATEST_ATTRIBUTES;
}

gboolean
bv_package_guard_check (BvPackageGuard *self, const char *data, gsize size)
{
  const char *end = data + size;

  while (data < end) {
    if (self->state == OUTSIDE) {
      data = memchr (data, '<', (gsize) (end - data));
      if (!data)
        return TRUE;
      *self = (BvPackageGuard){ .state = OPENED };
    } else if (!look (self, *data)) {
      return FALSE;
    }
    data++;
  }
  return TRUE;
}

static guint64
get_number (const guint8 *data, guint size)
{
  guint64 number = 0;

  while (size-- > 0)
    number = number << 8 | data[size];
  return number;
}

/* A directory that lies about its size still ends where its end record begins. */
static gboolean
is_sensible (guint64 size, guint64 offset, gsize position)
{
  return size <= GREATEST_DIRECTORY && offset <= position
         && position - offset <= GREATEST_DIRECTORY + END_RECORD_64 + LOCATOR_64;
}

static gboolean
check_end_64 (const guint8 *data, gsize position)
{
  guint64 at;

  if (position < LOCATOR_64 || memcmp (data + position - LOCATOR_64, "PK\6\7", 4) != 0)
    return TRUE;
  at = get_number (data + position - LOCATOR_64 + 8, 8);
  if (at > position || position - at < END_RECORD_64 || memcmp (data + at, "PK\6\6", 4) != 0)
    return FALSE;
  return is_sensible (get_number (data + at + 40, 8), get_number (data + at + 48, 8), position);
}

static gboolean
check_end (const guint8 *data, gsize position)
{
  guint64 size = get_number (data + position + 12, 4);
  guint64 offset = get_number (data + position + 16, 4);

  if (!check_end_64 (data, position))
    return FALSE;
  return size == G_MAXUINT32 || offset == G_MAXUINT32 || is_sensible (size, offset, position);
}

gboolean
bv_package_guard_directory (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < END_RECORD)
    return FALSE;
  for (gsize back = END_RECORD; back <= MIN (size, END_RECORD + GREATEST_COMMENT); back++)
    if (memcmp (data + size - back, "PK\5\6", 4) == 0)
      return check_end (data, size - back);
  return FALSE;
}
