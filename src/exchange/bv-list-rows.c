/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of an exported list, one after the other, and the hash of what they say. */
#include "config.h"

#include "bv-list-export-private.h"
#include "bv-number.h"

/* Rows are read, and progress is told, so many at a time. */
#define BLOCK 256
/* The writer's last steps take the rest. */
#define SHARE_OF_ROWS 0.9

typedef struct
{
  BvListExport *list;
  BvOffice *office;
  GChecksum *checksum;
  BvListCell *cells; /* of the row in hand */
  BvListExportFunc func;
  gpointer func_data;
} Reading;

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* with its end, so that two cells never read as one */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static gboolean
tell_row (Reading *self, GError **error)
{
  for (guint i = 0; i < self->list->columns->len; i++)
    hash_text (self->checksum, self->cells[i].text);
  return self->func (self->cells, self->func_data, error);
}

/* Rows of a kind */

static gboolean
tell_record (Reading *self, BvRecord *record, GError **error)
{
  for (guint i = 0; i < self->list->columns->len; i++) {
    const char *name = bv_list_export_get_column (self->list, i)->field->name;
    int index = bv_kind_get_field_index (self->list->kind, name);

    self->cells[i] = (BvListCell){ bv_record_get_value (record, name),
                                   bv_record_get_display (record, (guint) index) };
  }
  return tell_row (self, error);
}

static gboolean
tell_records (Reading *self, guint first, guint n, GError **error)
{
  BvRecord *records[BLOCK] = { NULL };
  const gint64 *ids = &g_array_index (self->list->ids, gint64, first);
  gboolean going = bv_office_load_many (self->office, self->list->kind, ids, n, records, error);

  for (guint i = 0; i < n; i++) {
    /* a row that was deleted meanwhile is left out */
    if (records[i] && going)
      going = tell_record (self, records[i], error);
    g_clear_object (&records[i]);
  }
  return going;
}

/* Rows whose cells are there */

static char *
format_value (const BvField *field, const BvValue *value)
{
  if ((field->flags & BV_FIELD_POINTS) && value->type == BV_VALUE_INTEGER)
    return bv_number_format_fixed (value->integer, 2);
  return value->type == BV_VALUE_TEXT ? g_strdup (value->text) : bv_field_format (field, value);
}

/* @first counts cells. */
static gboolean
tell_cells (Reading *self, guint first, GError **error)
{
  guint n = self->list->columns->len;
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    const BvValue *value = &g_array_index (self->list->cells, BvValue, first + i);

    texts[i] = format_value (bv_list_export_get_column (self->list, i)->field, value);
    self->cells[i] = (BvListCell){ value, texts[i] };
  }
  return tell_row (self, error);
}

static gboolean
tell_read (Reading *self, guint row, GError **error)
{
  BvListExport *list = self->list;
  gint64 id = g_array_index (list->ids, gint64, row);

  g_array_set_size (list->cells, 0);
  return list->read (list, self->office, id, error)
         && (list->cells->len == 0 || tell_cells (self, 0, error));
}

static gboolean
tell_block (Reading *self, guint first, guint n, GError **error)
{
  gboolean going = TRUE;

  if (self->list->kind)
    return tell_records (self, first, n, error);
  for (guint i = first; i < first + n && going; i++)
    going = self->list->read ? tell_read (self, i, error)
                             : tell_cells (self, i * self->list->columns->len, error);
  return going;
}

static void
hash_heading (BvListExport *self, GChecksum *checksum)
{
  hash_text (checksum, self->title);
  for (guint i = 0; i < self->lines->len; i++)
    hash_text (checksum, g_ptr_array_index (self->lines, i));
  for (guint i = 0; i < self->columns->len; i++)
    hash_text (checksum, bv_list_export_get_column (self, i)->label);
}

gboolean
bv_list_export_each (BvListExport *self,
                     BvOffice *office,
                     BvListExportFunc func,
                     gpointer func_data,
                     BvExportProgress progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree BvListCell *cells = g_new0 (BvListCell, self->columns->len);
  Reading reading = { self, office, checksum, cells, func, func_data };
  guint n_rows = bv_list_export_get_n_rows (self);

  g_clear_pointer (&self->fingerprint, g_free);
  hash_heading (self, checksum);
  for (guint i = 0; i < n_rows; i += BLOCK) {
    guint n = MIN (BLOCK, n_rows - i);

    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !tell_block (&reading, i, n, error))
      return FALSE;
    if (progress)
      progress (SHARE_OF_ROWS * (i + n) / n_rows, data);
  }
  self->fingerprint = g_strdup (g_checksum_get_string (checksum));
  return TRUE;
}
