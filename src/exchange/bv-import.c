/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging the rows of a table. */
#include "config.h"

#include "bv-import.h"

#include "bv-error.h"
#include "bv-import-private.h"
#include "bv-import-roles.h"
#include "bv-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_row (gpointer data)
{
  BvImportRow *row = data;

  g_clear_object (&row->record);
  g_clear_pointer (&row->candidates, g_array_unref);
  g_free (row->message);
}

void
bv_import_free (BvImport *self)
{
  g_object_unref (self->office);
  bv_table_unref (self->table);
  bv_import_columns_free (self->columns);
  g_clear_pointer (&self->names, bv_import_names_free);
  g_clear_pointer (&self->match, bv_import_match_free);
  g_array_unref (self->rows);
  g_free (self);
}

BvImportRow *
bv_import_get_row (const BvImport *self, guint row)
{
  g_assert (row < self->rows->len);
  return &g_array_index (self->rows, BvImportRow, row);
}

static gboolean
check_record (BvImport *self, BvRecord *record, GError **error)
{
  const BvKind *kind = self->kind;

  if (kind->derive)
    kind->derive (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!bv_field_check (
            &kind->fields[i], bv_record_get_value (record, kind->fields[i].name), error))
      return FALSE;
  return !kind->check || kind->check (record, self->office, error);
}

static BvRecord *
make_record (BvImport *self, guint table_row, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (self->kind);

  if (self->kind->flags & BV_KIND_IN_MOVEMENT)
    bv_record_set_integer (record, "movement_id", self->movement_id);
  return bv_import_fill (self, record, table_row, error) ? g_steal_pointer (&record) : NULL;
}

static gint64
find_id (BvImport *self, BvImportRow *row, BvRecord *record)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (row->decided)
    return row->decision;
  id = bv_import_match_find (self->match, record, candidates);
  if (candidates->len && !row->candidates)
    row->candidates = g_steal_pointer (&candidates);
  return id;
}

/* The stored row that @record means, with the cells of the table put into it; @record itself when
 * it is new. */
static BvRecord *
find_stored (BvImport *self, BvImportRow *row, BvRecord *record, GError **error)
{
  gint64 id = find_id (self, row, record);
  g_autoptr (BvRecord) stored = NULL;

  if (self->kind->flags & BV_KIND_SINGLE)
    stored = bv_office_get_own (self->office, error);
  else if (id)
    stored = bv_office_load (self->office, self->kind, id, error);
  else
    return g_object_ref (record);
  return stored && bv_import_fill (self, stored, row->table_row, error) ? g_steal_pointer (&stored)
                                                                        : NULL;
}

static gboolean
check_repeated (BvImport *self, BvRecord *record, guint line, GError **error)
{
  guint before = bv_import_match_claim (self->match, record, line);

  if (!before || before == line)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("The same row stands in line %u already. Remove one of them."),
               before);
  return FALSE;
}

static void
set_question (BvImport *self, BvImportRow *row)
{
  const char *name = bv_office_get_name (
      self->office, self->kind, g_array_index (row->candidates, gint64, 0));

  row->verdict = BV_IMPORT_ASK;
  g_free (row->message);
  row->message = g_strdup_printf (_ ("Line %u: this may be “%s”, who is there already. Say whether "
                                     "it is, or add the birth date "
                                     "and department."),
                                  bv_table_get_line (self->table, row->table_row),
                                  name);
}

static gboolean
judge_record (BvImport *self, BvImportRow *row, GError **error)
{
  guint line = bv_table_get_line (self->table, row->table_row);
  g_autoptr (BvRecord) read = make_record (self, row->table_row, error);
  g_autoptr (BvRecord) record = NULL;

  if (!read || !check_repeated (self, read, line, error))
    return FALSE;
  record = find_stored (self, row, read, error);
  if (!record || !check_record (self, record, error))
    return FALSE;
  if (row->candidates && !row->decided) {
    set_question (self, row);
    return TRUE;
  }
  if (!bv_record_get_id (record))
    row->verdict = BV_IMPORT_NEW;
  else
    row->verdict = bv_record_is_changed (record, NULL) ? BV_IMPORT_UPDATE : BV_IMPORT_SAME;
  row->record = g_steal_pointer (&record);
  return TRUE;
}

void
bv_import_set_row_error (BvImport *self, BvImportRow *row, const GError *error)
{
  row->verdict = BV_IMPORT_ERROR;
  g_clear_object (&row->record);
  g_free (row->message);
  row->message = g_strdup_printf (
      _ ("Line %u: %s"), bv_table_get_line (self->table, row->table_row), error->message);
}

/* Only what is wrong with the row itself is its own fault. */
static gboolean
judge_row (BvImport *self, BvImportRow *row, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  g_clear_object (&row->record);
  g_clear_pointer (&row->message, g_free);
  if (row->role != BV_IMPORT_ROLE_RECORD) {
    row->verdict = BV_IMPORT_LEFT_OUT;
    row->message = g_strdup_printf (_ ("Line %u: %s"),
                                    bv_table_get_line (self->table, row->table_row),
                                    bv_import_roles_describe (row->role));
    return TRUE;
  }
  if (judge_record (self, row, &wrong))
    return TRUE;
  bv_import_set_row_error (self, row, wrong);
  return TRUE;
}

gboolean
bv_import_judge (BvImport *self, guint n_rows, guint *left, GError **error)
{
  guint end = (guint) MIN ((guint64) self->rows->len, (guint64) self->n_judged + n_rows);

  for (; self->n_judged < end; self->n_judged++)
    if (!judge_row (self, bv_import_get_row (self, self->n_judged), error))
      return FALSE;
  if (left)
    *left = self->rows->len - self->n_judged;
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

static void
list_rows (BvImport *self, BvImportFlags flags)
{
  g_autoptr (GByteArray) roles = bv_import_roles_find (
      self->table, self->columns, flags & BV_IMPORT_WITH_HIDDEN);
  guint first = self->columns->n_above + self->columns->n_heading_rows;

  for (guint i = 0; i < roles->len; i++) {
    BvImportRow row = { .table_row = first + i, .role = roles->data[i] };

    if (flags & BV_IMPORT_ALL_RECORDS)
      row.role = BV_IMPORT_ROLE_RECORD;

    g_array_append_val (self->rows, row);
  }
}

BvImport *
bv_import_new (BvOffice *office,
               gint64 movement_id,
               BvTable *table,
               const BvImportColumns *columns,
               BvImportFlags flags,
               GError **error)
{
  g_autoptr (BvImport) self = NULL;

  g_return_val_if_fail (BV_IS_OFFICE (office), NULL);
  if (!check_importable (columns->kind, error) || !bv_import_columns_check (columns, error))
    return NULL;
  self = g_new0 (BvImport, 1);
  self->office = g_object_ref (office);
  self->kind = columns->kind;
  self->movement_id = movement_id;
  self->table = bv_table_ref (table);
  self->columns = bv_import_columns_copy (columns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (BvImportRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->names = bv_import_names_new (office);
  self->match = bv_import_match_new (office, self->kind, movement_id, error);
  if (!self->match)
    return NULL;
  list_rows (self, flags);
  return g_steal_pointer (&self);
}

BvImport *
bv_import_read (BvOffice *office,
                const BvKind *kind,
                gint64 movement_id,
                GBytes *bytes,
                const char *name,
                GError **error)
{
  g_autoptr (BvSource) source = bv_source_read_bytes (bytes, name, NULL, error);
  g_autoptr (BvTable) table = NULL;
  g_autoptr (BvImportColumns) columns = NULL;
  g_autoptr (BvImport) self = NULL;

  if (!source)
    return NULL;
  table = bv_source_read (source, bv_source_get_first (source), NULL, error);
  if (!table || !check_importable (kind, error) || !bv_table_check_unicode (table, error))
    return NULL;
  columns = bv_import_columns_find (kind, table, FALSE, error);
  if (!columns || !bv_import_columns_check_known (columns, error))
    return NULL;
  self = bv_import_new (office, movement_id, table, columns, BV_IMPORT_DEFAULT, error);
  return self && bv_import_judge (self, G_MAXUINT, NULL, error) ? g_steal_pointer (&self) : NULL;
}

const char *const *
bv_import_get_headings (const BvImport *self, guint *n_columns)
{
  *n_columns = self->columns->n_columns;
  return (const char *const *) self->columns->headings;
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

guint
bv_import_get_line (const BvImport *self, guint row)
{
  return bv_table_get_line (self->table, bv_import_get_row (self, row)->table_row);
}

BvImportVerdict
bv_import_get_verdict (const BvImport *self, guint row, const char **message)
{
  const BvImportRow *found;

  g_return_val_if_fail (row < self->rows->len, BV_IMPORT_ERROR);
  found = bv_import_get_row (self, row);
  if (message)
    *message = found->message;
  return found->verdict;
}

const char *
bv_import_get_cell (const BvImport *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len, "");
  return bv_table_get_cell (self->table, bv_import_get_row (self, row)->table_row, column);
}

guint
bv_import_count (const BvImport *self, BvImportVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < self->n_judged; i++)
    n += bv_import_get_row (self, i)->verdict == verdict;
  return n;
}

const GArray *
bv_import_get_candidates (const BvImport *self, guint row)
{
  return bv_import_get_row (self, row)->candidates;
}

void
bv_import_decide (BvImport *self, guint row, gint64 id)
{
  BvImportRow *found = bv_import_get_row (self, row);

  found->decided = TRUE;
  found->decision = id;
  judge_row (self, found, NULL);
}
