/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exported list as a workbook of one sheet, ready to print. */
#include "config.h"

#include "bv-csv.h"
#include "bv-error.h"
#include "bv-list-export-private.h"
#include "bv-number.h"
#include "bv-sheet.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* From here on rows are streamed to the disk instead of being kept in memory. */
#define STREAM_FROM 20000
/* Characters that Excel allows in the name of a sheet. */
#define LONGEST_NAME 31
/* Rows above the first of the table, at most. */
#define ROWS_ABOVE 16

typedef struct
{
  BvListExport *list;
  BvBook book;
  BvSheet sheet;
  BvSheetColumn *columns; /* the running number, then those of the list */
  guint n_rows;
} ListBook;

static double
get_width (const BvField *field)
{
  if (field->flags & BV_FIELD_MAIN)
    return 38;
  if (field->width)
    return field->width < 9 ? 9 : field->width;
  if (field->type == BV_FIELD_PARAGRAPH)
    return 34;
  return bv_field_is_text (field) || field->type == BV_FIELD_REFERENCE
                 || field->type == BV_FIELD_SUBJECT
             ? 20
             : 11;
}

static void
make_columns (ListBook *self)
{
  guint n = self->list->columns->len;

  self->columns = g_new0 (BvSheetColumn, n + 1);
  /* Translators: head of the column of running numbers in a printed list. */
  self->columns[0] = (BvSheetColumn){ C_ ("column", "No."), 5 };
  for (guint i = 0; i < n; i++) {
    const BvListColumn *column = bv_list_export_get_column (self->list, i);

    self->columns[i + 1] = (BvSheetColumn){ column->label, get_width (column->field) };
  }
}

/* The name of the tab: the title, without what Excel refuses. */
static char *
make_name (const char *title)
{
  g_autofree char *name = g_utf8_substring (
      title, 0, MIN (LONGEST_NAME, g_utf8_strlen (title, -1)));

  return g_strstrip (g_strdelimit (g_steal_pointer (&name), "[]:*?/\\'", ' '));
}

static void
write_integer (BvSheet *sheet, guint column, const BvField *field, gint64 value)
{
  if (field->type == BV_FIELD_DECIMAL)
    bv_sheet_points (
        sheet, column, value, field->flags & BV_FIELD_POINTS ? BV_STYLE_POINTS : BV_STYLE_NUMBER);
  else if (field->type == BV_FIELD_PERCENT)
    bv_sheet_number (sheet, column, (double) value / 10000, BV_STYLE_PERCENT);
  else
    bv_sheet_number (sheet,
                     column,
                     (double) value,
                     field->flags & BV_FIELD_PLAIN ? BV_STYLE_INTEGER : BV_STYLE_MONEY);
}

static void
write_cell (ListBook *self, guint column, const BvListCell *cell)
{
  const BvField *field = bv_list_export_get_column (self->list, column)->field;
  const BvValue *value = cell->value;

  if (field->type == BV_FIELD_DATE && value->type == BV_VALUE_TEXT)
    bv_sheet_date (&self->sheet, column + 1, value->text);
  else if (bv_field_is_number (field) && value->type == BV_VALUE_INTEGER)
    write_integer (&self->sheet, column + 1, field, value->integer);
  else
    bv_sheet_text (&self->sheet, column + 1, cell->text, BV_STYLE_TEXT);
}

/* Excel would leave the cell blank without a word. */
static gboolean
check_lengths (ListBook *self, const BvListCell *cells, GError **error)
{
  for (guint i = 0; i < self->list->columns->len; i++) {
    const char *text = cells[i].text;

    if (strlen (text) <= BV_CSV_MAXIMUM_CELL || g_utf8_strlen (text, -1) <= BV_CSV_MAXIMUM_CELL)
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” of row %u is longer than a cell of Excel may be. Leave the column out or "
                    "export as CSV."),
                 bv_list_export_get_column (self->list, i)->label,
                 self->n_rows + 1);
    return FALSE;
  }
  return TRUE;
}

static gboolean
write_row (const BvListCell *cells, gpointer data, GError **error)
{
  ListBook *self = data;

  if (!check_lengths (self, cells, error))
    return FALSE;
  bv_sheet_number (&self->sheet, 0, ++self->n_rows, BV_STYLE_INTEGER);
  for (guint i = 0; i < self->list->columns->len; i++)
    write_cell (self, i, &cells[i]);
  bv_sheet_next_row (&self->sheet);
  return TRUE;
}

static gboolean
check_rows (BvListExport *list, GError **error)
{
  guint n_rows = bv_list_export_get_n_rows (list);
  g_autofree char *number = bv_number_format_integer (n_rows);

  if (n_rows + ROWS_ABOVE <= BV_CSV_MAXIMUM_ROWS)
    return TRUE;
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_INVALID,
      _ ("%s rows are more than a sheet of Excel can hold. Narrow the list with a filter or "
         "export as CSV."),
      number);
  return FALSE;
}

static void
open_book (ListBook *self, BvReplacement *file)
{
  g_autofree char *folder = g_path_get_dirname (bv_replacement_get_path (file));
  lxw_workbook_options options = {
    .constant_memory = bv_list_export_get_n_rows (self->list) > STREAM_FROM ? LXW_TRUE : LXW_FALSE,
    .tmpdir = folder
  };
  lxw_doc_properties properties = { .title = self->list->title,
                                    .author = (char *) bv_office_get_actor (self->book.office),
                                    .comments = (char *) "Bảng Vàng " BV_VERSION,
                                    .created = time (NULL) };

  self->book.workbook = workbook_new_opt (bv_replacement_get_path (file), &options);
  workbook_set_properties (self->book.workbook, &properties);
  bv_sheet_make_styles (&self->book);
}

/* Only closing frees the writer; what it writes after an error is thrown away. */
static gboolean
close_book (ListBook *self, BvReplacement *file, gboolean wanted, GError **error)
{
  lxw_error result;

  errno = 0;
  result = workbook_close (self->book.workbook);
  if (!wanted)
    return FALSE;
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_info ("libxlsxwriter: %s", lxw_strerror (result));
  bv_replacement_set_error (file, errno ? errno : EIO, error);
  return FALSE;
}

gboolean
bv_list_sheet_write (BvListExport *list,
                     BvOffice *office,
                     BvReplacement *file,
                     BvExportProgress progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  ListBook self = { .list = list, .book = { .office = office, .cancellable = cancellable } };
  g_autofree char *name = make_name (list->title);
  gboolean written;

  if (!check_rows (list, error))
    return FALSE;
  make_columns (&self);
  open_book (&self, file);
  bv_sheet_begin_list (&self.sheet,
                       &self.book,
                       name,
                       list->title,
                       (const char *const *) list->lines->pdata,
                       list->lines->len,
                       self.columns,
                       list->columns->len + 1);
  written = bv_list_export_each (
      list, office, write_row, &self, progress, data, cancellable, error);
  if (written)
    bv_sheet_end (&self.sheet, FALSE);
  written = close_book (&self, file, written, error);
  bv_sheet_clear_book (&self.book);
  g_free (self.columns);
  return written;
}
