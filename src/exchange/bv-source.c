/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling kinds of files apart by their first bytes. */
#include "config.h"

#include "bv-source.h"

#include "bv-error.h"
#include "bv-sheet-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table of more than this is no table that somebody typed. */
#define GREATEST_FILE (256 * 1024 * 1024)

struct BvSource
{
  char *name;
  BvTable *table;        /* of text; or */
  BvSheetReader *reader; /* of a workbook */
};

void
bv_source_free (BvSource *self)
{
  g_free (self->name);
  g_clear_pointer (&self->table, bv_table_unref);
  g_clear_pointer (&self->reader, bv_sheet_reader_free);
  g_free (self);
}

/* Workbooks of both kinds; what merely has such a name is refused by the reader with a reason. */
static gboolean
looks_like_workbook (GBytes *bytes, const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (size >= 4
      && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, "PK\5\6", 4) == 0
          || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0))
    return TRUE;
  return g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".xlsm")
         || g_str_has_suffix (lower, ".xls") || g_str_has_suffix (lower, ".xlsb");
}

BvSource *
bv_source_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvSource) self = g_new0 (BvSource, 1);

  self->name = g_strdup (name);
  if (looks_like_workbook (bytes, name))
    self->reader = bv_sheet_reader_open (bytes, name, cancellable, error);
  else
    self->table = bv_table_read (bytes, name, '\0', error);
  return self->reader || self->table ? g_steal_pointer (&self) : NULL;
}

BvSource *
bv_source_read_cells (const char *text, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  BvTable *table = bv_table_read (bytes, name, '\t', error);
  BvSource *self;

  if (!table)
    return NULL;
  self = g_new0 (BvSource, 1);
  self->name = g_strdup (name);
  self->table = table;
  return self;
}

static GBytes *
load_file (const char *path, const char *name, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  if (file && g_mapped_file_get_length (file) <= GREATEST_FILE)
    return g_mapped_file_get_bytes (file);
  if (file)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is larger than 256 MB. Divide it into smaller tables."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be read. Check that it is there and that you may read it."),
                 name);
  return NULL;
}

BvSource *
bv_source_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = load_file (path, name, error);

  return bytes ? bv_source_read_bytes (bytes, name, cancellable, error) : NULL;
}

const char *
bv_source_get_name (const BvSource *self)
{
  return self->name;
}

guint
bv_source_get_n_sheets (const BvSource *self)
{
  return self->reader ? bv_sheet_reader_get_n_sheets (self->reader) : 1;
}

const char *
bv_source_get_title (const BvSource *self, guint sheet)
{
  return self->reader ? bv_sheet_reader_get_title (self->reader, sheet) : "";
}

gboolean
bv_source_is_hidden (const BvSource *self, guint sheet)
{
  return self->reader && bv_sheet_reader_is_hidden (self->reader, sheet);
}

guint
bv_source_get_first (const BvSource *self)
{
  for (guint i = 0; i < bv_source_get_n_sheets (self); i++)
    if (!bv_source_is_hidden (self, i))
      return i;
  return 0;
}

int
bv_source_find (const BvSource *self, const char *title)
{
  return self->reader ? bv_sheet_reader_find (self->reader, title) : -1;
}

BvTable *
bv_source_read (BvSource *self, guint sheet, GCancellable *cancellable, GError **error)
{
  return self->reader ? bv_sheet_reader_read (self->reader, sheet, cancellable, error)
                      : bv_table_ref (self->table);
}
