/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that could not be imported, as a table to be mended. */
#include "config.h"

#include "bv-csv.h"
#include "bv-error.h"
#include "bv-import-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

static gboolean
is_bad (const BvImportRow *row)
{
  return row->verdict == BV_IMPORT_ERROR || row->verdict == BV_IMPORT_ASK;
}

static gboolean
set_write_error (const char *path, const char *reason, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_FAILED,
               _ ("The rows with errors cannot be written to “%s”: %s"),
               path,
               reason);
  return FALSE;
}

static void
append_bad_row (const BvImport *self, GString *table, const BvImportRow *row, char separator)
{
  guint n_columns = self->columns->n_columns;
  g_autofree const char **line = g_new0 (const char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    line[i] = bv_table_get_cell (self->table, row->table_row, i);
  line[n_columns] = row->message;
  bv_csv_append (table, line, n_columns + 1, separator);
}

static gboolean
write_text (const BvImport *self, const char *path, char separator, GError **error)
{
  g_autoptr (GString) table = g_string_new ("\xef\xbb\xbf"); /* or Excel takes it for Latin */
  g_autoptr (GError) local = NULL;
  guint n_columns;
  const char *const *headings = bv_import_get_headings (self, &n_columns);
  g_autofree const char **line = g_new0 (const char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    line[i] = headings[i];
  line[n_columns] = _ ("Error");
  bv_csv_append (table, line, n_columns + 1, separator);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_bad (bv_import_get_row (self, i)))
      append_bad_row (self, table, bv_import_get_row (self, i), separator);
  return g_file_set_contents (path, table->str, (gssize) table->len, &local)
         || set_write_error (path, local->message, error);
}

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *heading, *cell, *reason;
  lxw_row_t row;
} Errors;

static void
begin_sheet (const BvImport *self, lxw_workbook *workbook, Errors *errors)
{
  guint n_columns = self->columns->n_columns;
  lxw_format **formats[] = { &errors->heading, &errors->cell, &errors->reason };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    *formats[i] = workbook_add_format (workbook);
    format_set_font_name (*formats[i], "Times New Roman");
    format_set_font_size (*formats[i], 12);
    format_set_border (*formats[i], LXW_BORDER_THIN);
    format_set_text_wrap (*formats[i]);
    format_set_align (*formats[i], LXW_ALIGN_VERTICAL_TOP);
  }
  format_set_bold (errors->heading);
  format_set_bg_color (errors->heading, 0xEDEDED);
  format_set_font_color (errors->reason, 0xA51D2D);
  errors->sheet = workbook_add_worksheet (workbook, _ ("Error"));
  for (guint i = 0; i < n_columns; i++)
    worksheet_write_string (
        errors->sheet, 0, (lxw_col_t) i, self->columns->headings[i], errors->heading);
  worksheet_write_string (errors->sheet, 0, (lxw_col_t) n_columns, _ ("Error"), errors->heading);
  worksheet_set_column (errors->sheet, 0, (lxw_col_t) MAX (n_columns, 1) - 1, 20, NULL);
  worksheet_set_column (errors->sheet, (lxw_col_t) n_columns, (lxw_col_t) n_columns, 60, NULL);
  worksheet_freeze_panes (errors->sheet, 1, 0);
}

static void
write_bad_row (const BvImport *self, Errors *errors, const BvImportRow *row)
{
  guint n_columns = self->columns->n_columns;

  errors->row++;
  for (guint i = 0; i < n_columns; i++)
    worksheet_write_string (errors->sheet,
                            errors->row,
                            (lxw_col_t) i,
                            bv_table_get_cell (self->table, row->table_row, i),
                            errors->cell);
  worksheet_write_string (
      errors->sheet, errors->row, (lxw_col_t) n_columns, row->message, errors->reason);
}

/* To a file beside it first: one that is there already stays whole when this fails. */
static gboolean
write_workbook (const BvImport *self, const char *path, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".part", NULL);
  lxw_workbook *workbook = workbook_new (draft);
  Errors errors = { 0 };
  lxw_error status;

  begin_sheet (self, workbook, &errors);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_bad (bv_import_get_row (self, i)))
      write_bad_row (self, &errors, bv_import_get_row (self, i));
  status = workbook_close (workbook);
  if (status == LXW_NO_ERROR && g_rename (draft, path) == 0)
    return TRUE;
  g_unlink (draft);
  return set_write_error (
      path, status != LXW_NO_ERROR ? lxw_strerror (status) : g_strerror (errno), error);
}

gboolean
bv_import_write_errors (const BvImport *self, const char *path, GError **error)
{
  char separator = bv_table_get_separator (self->table);

  if (g_str_has_suffix (path, ".csv") || g_str_has_suffix (path, ".tsv"))
    return write_text (self, path, separator ? separator : ',', error);
  return write_workbook (self, path, error);
}
