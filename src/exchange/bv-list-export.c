/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both formats need, the table of text, and the file that is replaced at the end. */
#include "config.h"

#include "bv-list-export.h"

#include "bv-csv.h"
#include "bv-error.h"
#include "bv-list-export-private.h"

#include <glib/gi18n-lib.h>

/* Rows are read, and progress is told, so many at a time. */
#define BLOCK 256
/* The writer's last steps take the rest. */
#define SHARE_OF_ROWS 0.9
#define BYTE_ORDER_MARK "\357\273\277"

BvListExport *
bv_list_export_new (const BvKind *kind, const char *title)
{
  BvListExport *self = g_atomic_rc_box_new0 (BvListExport);

  self->kind = kind;
  self->title = g_strdup (title);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

BvListExport *
bv_list_export_ref (BvListExport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_export (gpointer data)
{
  BvListExport *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->ids);
  g_free (self->fingerprint);
}

void
bv_list_export_unref (BvListExport *self)
{
  g_atomic_rc_box_release_full (self, clear_export);
}

void
bv_list_export_add_line (BvListExport *self, const char *line)
{
  g_ptr_array_add (self->lines, g_strdup (line));
}

void
bv_list_export_add_field (BvListExport *self, const BvField *field)
{
  g_ptr_array_add (self->fields, (gpointer) field);
}

void
bv_list_export_take_ids (BvListExport *self, GArray *ids)
{
  g_array_unref (self->ids);
  self->ids = ids;
}

const char *
bv_list_export_get_title (BvListExport *self)
{
  return self->title;
}

const char *
bv_list_export_get_fingerprint (BvListExport *self)
{
  return self->fingerprint;
}

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

const char *
bv_list_export_get_medium (const char *path)
{
  return is_csv (path) ? "csv" : "xlsx";
}

/* Rows */

static void
hash_text (GChecksum *checksum, const char *text)
{
  /* with its end, so that two cells never read as one */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
hash_record (BvListExport *self, GChecksum *checksum, BvRecord *record)
{
  for (guint i = 0; i < self->fields->len; i++) {
    const BvField *field = g_ptr_array_index (self->fields, i);
    int index = bv_kind_get_field_index (self->kind, field->name);

    hash_text (checksum, bv_record_get_display (record, (guint) index));
  }
}

static gboolean
tell_block (BvListExport *self,
            BvRecord **records,
            guint n_records,
            GChecksum *checksum,
            BvListExportFunc func,
            gpointer func_data,
            GError **error)
{
  gboolean going = TRUE;

  for (guint i = 0; i < n_records; i++) {
    /* a row that was deleted meanwhile is left out */
    if (records[i] && going) {
      hash_record (self, checksum, records[i]);
      going = func (records[i], func_data, error);
    }
    g_clear_object (&records[i]);
  }
  return going;
}

static gboolean
tell_rows (BvListExport *self,
           BvOffice *office,
           GChecksum *checksum,
           BvListExportFunc func,
           gpointer func_data,
           BvExportProgress progress,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  for (guint i = 0; i < self->ids->len; i += BLOCK) {
    BvRecord *records[BLOCK] = { NULL };
    guint n = MIN (BLOCK, self->ids->len - i);

    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !bv_office_load_many (
            office, self->kind, &g_array_index (self->ids, gint64, i), n, records, error)
        || !tell_block (self, records, n, checksum, func, func_data, error))
      return FALSE;
    if (progress)
      progress (SHARE_OF_ROWS * (i + n) / self->ids->len, data);
  }
  return TRUE;
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
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean told;

  hash_text (checksum, self->title);
  for (guint i = 0; i < self->lines->len; i++)
    hash_text (checksum, g_ptr_array_index (self->lines, i));
  for (guint i = 0; i < self->fields->len; i++)
    hash_text (checksum, bv_field_get_label (g_ptr_array_index (self->fields, i)));
  told = tell_rows (self, office, checksum, func, func_data, progress, data, cancellable, error);
  g_free (self->fingerprint);
  self->fingerprint = told ? g_strdup (g_checksum_get_string (checksum)) : NULL;
  g_checksum_free (checksum);
  return told;
}

/* The table of text */

typedef struct
{
  BvListExport *list;
  BvReplacement *file;
  GString *text;
  GPtrArray *cells; /* borrowed texts of the row in hand */
} Table;

static gboolean
write_cells (Table *table, GError **error)
{
  g_string_truncate (table->text, 0);
  bv_csv_append (table->text, (const char *const *) table->cells->pdata, table->cells->len, ',');
  g_ptr_array_set_size (table->cells, 0);
  return bv_replacement_write (table->file, table->text->str, table->text->len, error);
}

static gboolean
write_record (BvRecord *record, gpointer data, GError **error)
{
  Table *table = data;
  const BvKind *kind = table->list->kind;

  for (guint i = 0; i < table->list->fields->len; i++) {
    const BvField *field = g_ptr_array_index (table->list->fields, i);
    guint index = (guint) bv_kind_get_field_index (kind, field->name);

    g_ptr_array_add (table->cells, (gpointer) bv_record_get_display (record, index));
  }
  return write_cells (table, error);
}

static gboolean
write_headings (Table *table, GError **error)
{
  for (guint i = 0; i < table->list->fields->len; i++) {
    const BvField *field = g_ptr_array_index (table->list->fields, i);

    g_ptr_array_add (table->cells, (gpointer) bv_field_get_label (field));
  }
  return bv_replacement_write (table->file, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK), error)
         && write_cells (table, error);
}

static gboolean
write_table (BvListExport *self,
             BvOffice *office,
             BvReplacement *file,
             BvExportProgress progress,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  Table table = { self, file, text, cells };

  return write_headings (&table, error)
         && bv_list_export_each (
             self, office, write_record, &table, progress, data, cancellable, error);
}

gboolean
bv_list_export_write (BvListExport *self,
                      BvOffice *office,
                      const char *path,
                      BvExportProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (BvReplacement) file = NULL;
  gboolean done;

  g_return_val_if_fail (self->fields->len > 0, FALSE);
  file = bv_replacement_new (path, error);
  if (!file)
    return FALSE;
  done = is_csv (path)
             ? write_table (self, office, file, progress, data, cancellable, error)
             : bv_list_sheet_write (self, office, file, progress, data, cancellable, error);
  if (!done || !bv_replacement_commit (file, error))
    return FALSE;
  if (progress)
    progress (1, data);
  return TRUE;
}
