/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging and writing the rows of a table. */
#include "config.h"

#include "bv-import.h"

#include "bv-backup.h"
#include "bv-csv.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-import-columns.h"
#include "bv-import-match.h"
#include "bv-import-names.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table of more than this is no table that somebody typed. */
#define GREATEST_FILE (256 * 1024 * 1024)

typedef struct
{
  guint csv_row;
  BvImportVerdict verdict;
  BvRecord *record; /* owned; NULL on error */
  char *message;    /* owned, nullable */
} Row;

struct BvImport
{
  BvOffice *office;
  const BvKind *kind;
  gint64 movement_id;
  char *name;
  BvCsv *csv;
  BvImportColumns *columns;
  GArray *rows; /* Row */
};

/* What is needed while judging only. */
typedef struct
{
  BvImport *import;
  BvImportNames *names;
  BvImportMatch *match;
} Judge;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->record);
  g_free (row->message);
}

void
bv_import_free (BvImport *self)
{
  g_object_unref (self->office);
  g_free (self->name);
  bv_csv_free (self->csv);
  g_clear_pointer (&self->columns, bv_import_columns_free);
  g_array_unref (self->rows);
  g_free (self);
}

static gboolean
parse_cell (Judge *judge, BvRecord *record, const BvField *field, const char *text, GError **error)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  gint64 movement_id = judge->import->movement_id;
  gint64 id = 0;

  if (field->type != BV_FIELD_REFERENCE && field->type != BV_FIELD_SUBJECT) {
    if (!bv_field_parse (field, text, &value, error))
      return FALSE;
  } else {
    if (bv_kind_find_field (judge->import->kind, "movement_id"))
      movement_id = bv_record_get_integer (record, "movement_id");
    if (!bv_import_names_find (judge->names, field, movement_id, text, &id, error))
      return FALSE;
    bv_value_set_integer (&value, id);
  }
  bv_record_set_value (record, field->name, &value);
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* The movement first: it says where contents are looked for. */
static gboolean
fill_record (Judge *judge, BvRecord *record, guint csv_row, GError **error)
{
  const BvImportColumns *columns = judge->import->columns;
  guint n_cells;
  const char *const *cells = bv_csv_get_row (judge->import->csv, csv_row, &n_cells);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < MIN (n_cells, columns->n_columns); i++) {
      const BvField *field = columns->fields[i];
      gboolean first = field && field->kind == &bv_movement_kind;

      if (!field || field->flags & BV_FIELD_DERIVED || first != (pass == 0) || is_blank (cells[i]))
        continue;
      if (!parse_cell (judge, record, field, cells[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_record (Judge *judge, BvRecord *record, GError **error)
{
  const BvKind *kind = judge->import->kind;

  if (kind->derive)
    kind->derive (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!bv_field_check (
            &kind->fields[i], bv_record_get_value (record, kind->fields[i].name), error))
      return FALSE;
  return !kind->check || kind->check (record, judge->import->office, error);
}

static BvRecord *
make_record (Judge *judge, guint csv_row, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (judge->import->kind);

  if (bv_kind_find_field (judge->import->kind, "movement_id"))
    bv_record_set_integer (record, "movement_id", judge->import->movement_id);
  return fill_record (judge, record, csv_row, error) ? g_steal_pointer (&record) : NULL;
}

/* The stored row that @record means, with the cells of the table put into it; @record itself when
 * it is new. */
static BvRecord *
find_stored (Judge *judge, BvRecord *record, guint csv_row, GError **error)
{
  BvOffice *office = judge->import->office;
  const BvKind *kind = judge->import->kind;
  gint64 id = bv_import_match_find (judge->match, record);
  g_autoptr (BvRecord) stored = NULL;

  if (kind->flags & BV_KIND_SINGLE)
    stored = bv_office_get_own (office, error);
  else if (id)
    stored = bv_office_load (office, kind, id, error);
  else
    return g_object_ref (record);
  return stored && fill_record (judge, stored, csv_row, error) ? g_steal_pointer (&stored) : NULL;
}

static gboolean
check_repeated (Judge *judge, BvRecord *record, guint line, GError **error)
{
  guint before = bv_import_match_claim (judge->match, record, line);

  if (!before)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("The same row stands in line %u already. Remove one of them."),
               before);
  return FALSE;
}

static gboolean
judge_record (Judge *judge, Row *row, GError **error)
{
  guint line = bv_csv_get_line (judge->import->csv, row->csv_row);
  g_autoptr (BvRecord) read = make_record (judge, row->csv_row, error);
  g_autoptr (BvRecord) record = NULL;

  if (!read || !check_repeated (judge, read, line, error))
    return FALSE;
  record = find_stored (judge, read, row->csv_row, error);
  if (!record || !check_record (judge, record, error))
    return FALSE;
  if (!bv_record_get_id (record))
    row->verdict = BV_IMPORT_NEW;
  else
    row->verdict = bv_record_is_changed (record, NULL) ? BV_IMPORT_UPDATE : BV_IMPORT_SAME;
  row->record = g_steal_pointer (&record);
  return TRUE;
}

static void
set_row_error (BvImport *self, Row *row, const GError *error)
{
  row->verdict = BV_IMPORT_ERROR;
  g_clear_object (&row->record);
  g_free (row->message);
  row->message = g_strdup_printf (
      _ ("Line %u: %s"), bv_csv_get_line (self->csv, row->csv_row), error->message);
}

static gboolean
judge_rows (BvImport *self, GError **error)
{
  g_autoptr (BvImportNames) names = bv_import_names_new (self->office);
  g_autoptr (BvImportMatch) match = bv_import_match_new (
      self->office, self->kind, self->movement_id, error);
  Judge judge = { self, names, match };

  if (!match)
    return FALSE;
  for (guint i = self->columns->heading_row + 1; i < bv_csv_get_n_rows (self->csv); i++) {
    g_autoptr (GError) wrong = NULL;
    Row row = { .csv_row = i };

    if (!judge_record (&judge, &row, &wrong))
      set_row_error (self, &row, wrong);
    g_array_append_val (self->rows, row);
  }
  return TRUE;
}

/* Content of attachments cannot stand in a table. */
static gboolean
check_importable (const BvKind *kind, GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_REQUIRED && kind->fields[i].flags & BV_FIELD_DERIVED) {
      g_set_error (error,
                   BV_ERROR,
                   BV_ERROR_INVALID,
                   _ ("“%s” cannot be imported from a table. Add the files one by one."),
                   bv_kind_get_plural (kind));
      return FALSE;
    }
  return TRUE;
}

BvImport *
bv_import_read (BvOffice *office,
                const BvKind *kind,
                gint64 movement_id,
                GBytes *bytes,
                const char *name,
                GError **error)
{
  g_autoptr (BvImport) self = NULL;
  BvCsv *csv;

  g_return_val_if_fail (BV_IS_OFFICE (office), NULL);
  if (!check_importable (kind, error))
    return NULL;
  csv = bv_csv_parse (bytes, name, error);
  if (!csv)
    return NULL;
  self = g_new0 (BvImport, 1);
  self->office = g_object_ref (office);
  self->kind = kind;
  self->movement_id = movement_id;
  self->name = g_strdup (name);
  self->csv = csv;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->columns = bv_import_columns_find (kind, csv, error);
  return self->columns && judge_rows (self, error) ? g_steal_pointer (&self) : NULL;
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
                 _ ("“%s” is larger than 256 MiB. Divide it into smaller tables."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be read. Check that it is there and that you may read it."),
                 name);
  return NULL;
}

BvImport *
bv_import_open (
    BvOffice *office, const BvKind *kind, gint64 movement_id, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = load_file (path, name, error);

  return bytes ? bv_import_read (office, kind, movement_id, bytes, name, error) : NULL;
}

const char *const *
bv_import_get_headings (const BvImport *self, guint *n_columns)
{
  return bv_csv_get_row (self->csv, self->columns->heading_row, n_columns);
}

const BvField *
bv_import_get_field (const BvImport *self, guint column)
{
  return column < self->columns->n_columns ? self->columns->fields[column] : NULL;
}

guint
bv_import_get_n_rows (const BvImport *self)
{
  return self->rows->len;
}

BvImportVerdict
bv_import_get_verdict (const BvImport *self, guint row, const char **message)
{
  const Row *found;

  g_return_val_if_fail (row < self->rows->len, BV_IMPORT_ERROR);
  found = &g_array_index (self->rows, Row, row);
  if (message)
    *message = found->message;
  return found->verdict;
}

const char *
bv_import_get_cell (const BvImport *self, guint row, guint column)
{
  guint n_cells;
  const char *const *cells;

  g_return_val_if_fail (row < self->rows->len, "");
  cells = bv_csv_get_row (self->csv, g_array_index (self->rows, Row, row).csv_row, &n_cells);
  return column < n_cells ? cells[column] : "";
}

guint
bv_import_count (const BvImport *self, BvImportVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, Row, i).verdict == verdict;
  return n;
}

static gboolean
check_no_errors (BvImport *self, GError **error)
{
  guint n_bad = bv_import_count (self, BV_IMPORT_ERROR);

  for (guint i = 0; n_bad && i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);

    if (row->verdict != BV_IMPORT_ERROR)
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 ngettext ("%u row of “%s” has an error, so nothing was imported. %s",
                           "%u rows of “%s” have errors, so nothing was imported. The first: %s",
                           n_bad),
                 n_bad,
                 self->name,
                 row->message);
    return FALSE;
  }
  return TRUE;
}

static gboolean
save_rows (BvImport *self, gboolean skip_bad, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = &g_array_index (self->rows, Row, i);
    g_autoptr (GError) wrong = NULL;

    if (row->verdict != BV_IMPORT_NEW && row->verdict != BV_IMPORT_UPDATE)
      continue;
    if (bv_office_save (self->office, row->record, &wrong))
      continue;
    if (!skip_bad || !g_error_matches (wrong, BV_ERROR, BV_ERROR_INVALID)) {
      g_propagate_prefixed_error (error,
                                  g_steal_pointer (&wrong),
                                  _ ("Line %u: "),
                                  bv_csv_get_line (self->csv, row->csv_row));
      return FALSE;
    }
    set_row_error (self, row, wrong);
  }
  return TRUE;
}

gboolean
bv_import_commit (BvImport *self, gboolean skip_bad, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  gboolean own = !bv_history_is_open (history);
  guint n = bv_import_count (self, BV_IMPORT_NEW) + bv_import_count (self, BV_IMPORT_UPDATE);
  g_autofree char *title = NULL;

  if (!skip_bad && !check_no_errors (self, error))
    return FALSE;
  /* translators: "Import 288 person from can-bo.csv"; the kind is in the singular */
  title = g_strdup_printf (
      _ ("Import %1$u %2$s from %3$s"), n, bv_kind_get_label (self->kind), self->name);
  if (own && bv_office_backs_up (self->office) && !bv_backup_make (self->office, "import", error))
    return FALSE;
  if (own && !bv_history_begin (history, title, error))
    return FALSE;
  if (save_rows (self, skip_bad, error))
    return !own || bv_history_commit (history, error);
  if (own)
    bv_history_abort (history);
  return FALSE;
}

static void
append_bad_row (const BvImport *self, GString *table, const Row *row, char separator)
{
  guint n_cells;
  const char *const *cells = bv_csv_get_row (self->csv, row->csv_row, &n_cells);
  g_autofree const char **line = g_new0 (const char *, self->columns->n_columns + 1);

  for (guint i = 0; i < MIN (n_cells, self->columns->n_columns); i++)
    line[i] = cells[i];
  line[self->columns->n_columns] = row->message;
  bv_csv_append (table, line, self->columns->n_columns + 1, separator);
}

gboolean
bv_import_write_errors (const BvImport *self, const char *path, GError **error)
{
  char separator = bv_csv_get_separator (self->csv);
  g_autoptr (GString) table = g_string_new ("\xef\xbb\xbf"); /* or Excel takes it for Latin */
  g_autoptr (GError) local = NULL;
  guint n_columns;
  const char *const *headings = bv_import_get_headings (self, &n_columns);
  g_autofree const char **line = g_new0 (const char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    line[i] = headings[i];
  line[n_columns] = _ ("Error");
  bv_csv_append (table, line, n_columns + 1, separator);
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);

    if (row->verdict == BV_IMPORT_ERROR)
      append_bad_row (self, table, row, separator);
  }
  if (g_file_set_contents (path, table->str, (gssize) table->len, &local))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_FAILED,
               _ ("The rows with errors cannot be written to “%s”: %s"),
               path,
               local->message);
  return FALSE;
}
