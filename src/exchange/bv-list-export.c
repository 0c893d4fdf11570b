/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is exported, the table of text, and the file that is replaced at the end. */
#include "config.h"

#include "bv-list-export.h"

#include "bv-csv.h"
#include "bv-list-export-private.h"

#define BYTE_ORDER_MARK "\357\273\277"

static void
clear_column (gpointer data)
{
  g_free (((BvListColumn *) data)->label);
}

static void
clear_value (gpointer data)
{
  bv_value_clear (data);
}

BvListExport *
bv_list_export_new (const char *title)
{
  BvListExport *self = g_atomic_rc_box_new0 (BvListExport);

  self->title = g_strdup (title);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (BvListColumn));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cells = g_array_new (FALSE, TRUE, sizeof (BvValue));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_value);
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
  g_free (self->about);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->columns);
  g_array_unref (self->ids);
  g_array_unref (self->cells);
  g_free (self->fingerprint);
}

void
bv_list_export_unref (BvListExport *self)
{
  g_atomic_rc_box_release_full (self, clear_export);
}

void
bv_list_export_set_movement (BvListExport *self, BvOffice *office, gint64 movement_id)
{
  g_autoptr (BvRecord) movement = bv_office_load (office, &bv_movement_kind, movement_id, NULL);

  if (!movement)
    return;
  g_free (self->about);
  self->about = g_strdup (bv_record_get_text (movement, "short_title"));
  g_ptr_array_insert (
      self->lines, 0, g_strdup (bv_office_get_name (office, &bv_movement_kind, movement_id)));
}

void
bv_list_export_add_line (BvListExport *self, const char *line)
{
  g_ptr_array_add (self->lines, g_strdup (line));
}

void
bv_list_export_add_column (BvListExport *self, const BvField *field, const char *label)
{
  const BvListColumn column = { g_strdup (label ? label : bv_field_get_label (field)), field };

  g_array_append_val (self->columns, column);
}

const BvListColumn *
bv_list_export_get_column (BvListExport *self, guint column)
{
  return &g_array_index (self->columns, BvListColumn, column);
}

void
bv_list_export_take_ids (BvListExport *self, const BvKind *kind, GArray *ids)
{
  g_array_unref (self->ids);
  self->kind = kind;
  self->ids = ids;
}

void
bv_list_export_take_rows (BvListExport *self, BvListRowFunc func, GArray *ids)
{
  g_array_unref (self->ids);
  self->read = func;
  self->ids = ids;
}

static BvValue *
add_cell (BvListExport *self)
{
  g_array_set_size (self->cells, self->cells->len + 1);
  return &g_array_index (self->cells, BvValue, self->cells->len - 1);
}

void
bv_list_export_add_text (BvListExport *self, const char *text)
{
  bv_value_set_text (add_cell (self), text);
}

void
bv_list_export_add_integer (BvListExport *self, gint64 integer)
{
  bv_value_set_integer (add_cell (self), integer);
}

void
bv_list_export_add_shown (BvListExport *self, const char *text)
{
  guint column = self->cells->len % self->columns->len;
  const BvField *field = bv_list_export_get_column (self, column)->field;
  g_auto (BvValue) value = BV_VALUE_INIT;

  if (bv_field_is_number (field) && bv_field_parse (field, text, &value, NULL))
    bv_value_copy (&value, add_cell (self));
  else
    bv_list_export_add_text (self, text);
}

guint
bv_list_export_get_n_rows (BvListExport *self)
{
  return self->kind || self->read ? self->ids->len : self->cells->len / MAX (1, self->columns->len);
}

/* "Thành tích và minh chứng - Chào mừng 79 năm.xlsx", without what file names may not have. */
char *
bv_list_export_dup_name (BvListExport *self, const char *format)
{
  gboolean about = self->about && *self->about;

  return g_strdelimit (
      g_strconcat (self->title, about ? " - " : "", about ? self->about : "", ".", format, NULL),
      "/\\:*?\"<>|\n",
      '_');
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
write_row (const BvListCell *cells, gpointer data, GError **error)
{
  Table *table = data;

  for (guint i = 0; i < table->list->columns->len; i++)
    g_ptr_array_add (table->cells, (gpointer) cells[i].text);
  return write_cells (table, error);
}

static gboolean
write_headings (Table *table, GError **error)
{
  for (guint i = 0; i < table->list->columns->len; i++)
    g_ptr_array_add (table->cells, bv_list_export_get_column (table->list, i)->label);
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
             self, office, write_row, &table, progress, data, cancellable, error);
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

  g_return_val_if_fail (self->columns->len > 0, FALSE);
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
