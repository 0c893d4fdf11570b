/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the heading row of a table. */
#include "config.h"

#include "bv-import-columns.h"

#include "bv-error.h"
#include "bv-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title may stand above the headings; it is not looked for further down than this. */
#define HEADING_ROWS 10

/* Row numbers, the ids of a listed table (another file has others) and the column that an error
 * table adds, folded; they belong to no field. */
static const char *const left_out[] = { "", "stt", "tt", "no", "id", "loi", "error", NULL };

void
bv_import_columns_free (BvImportColumns *self)
{
  g_free (self->fields);
  g_free (self);
}

/* "Họ và tên" and "Họ tên" are the same heading, "department_id" is "department". */
static char *
fold_heading (const char *heading)
{
  g_autofree char *folded = bv_fold (heading);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    if (g_str_equal (words[i], "va") || g_str_equal (words[i], "and"))
      continue;
    if (g_str_equal (words[i], "id") && kept->len)
      continue;
    g_string_append_printf (kept, "%s%s", kept->len ? " " : "", words[i]);
  }
  return g_string_free (kept, FALSE);
}

static gboolean
is_called (const BvField *field, const char *folded)
{
  const char *names[] = { field->name, field->label, bv_field_get_label (field) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = fold_heading (names[i]);

    if (g_str_equal (name, folded))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_taken (const BvField *const *taken, guint n_taken, const BvField *field)
{
  for (guint i = 0; i < n_taken; i++)
    if (taken[i] == field)
      return TRUE;
  return FALSE;
}

/* Two fields may share a label: the second column of that name is the second field. */
static const BvField *
find_field (const BvKind *kind, const char *folded, const BvField *const *taken, guint n_taken)
{
  const BvField *found = NULL;

  for (guint i = 0; i < kind->n_fields; i++) {
    if (!is_called (&kind->fields[i], folded))
      continue;
    if (!is_taken (taken, n_taken, &kind->fields[i]))
      return &kind->fields[i];
    found = &kind->fields[i];
  }
  return found;
}

static gboolean
is_known (const BvKind *kind, const char *heading)
{
  g_autofree char *folded = fold_heading (heading);

  return *folded && find_field (kind, folded, NULL, 0);
}

/* The row with most known headings; the first row when none is known anywhere. */
static guint
find_heading_row (const BvKind *kind, const BvCsv *csv)
{
  guint best = 0, most = 0;

  for (guint row = 0; row < MIN (bv_csv_get_n_rows (csv), HEADING_ROWS); row++) {
    guint n_cells, n_known = 0;
    const char *const *cells = bv_csv_get_row (csv, row, &n_cells);

    for (guint i = 0; i < n_cells; i++)
      n_known += is_known (kind, cells[i]);
    if (n_known > most) {
      most = n_known;
      best = row;
    }
  }
  return best;
}

static gboolean
map_headings (BvImportColumns *self,
              const BvKind *kind,
              const char *const *headings,
              GPtrArray *unknown,
              GError **error)
{
  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *folded = fold_heading (headings[i]);
    const BvField *field;

    if (g_strv_contains (left_out, folded))
      continue;
    field = find_field (kind, folded, self->fields, i);
    if (!field)
      g_ptr_array_add (unknown, g_strdup_printf ("“%s”", headings[i]));
    else if (is_taken (self->fields, i, field)) {
      g_set_error (error,
                   BV_ERROR,
                   BV_ERROR_INVALID,
                   _ ("Two columns are called “%s”. Remove one of them."),
                   bv_field_get_label (field));
      return FALSE;
    }
    self->fields[i] = field;
  }
  return TRUE;
}

static gboolean
check_unknown (const BvKind *kind, GPtrArray *unknown, GError **error)
{
  g_autofree char *names = NULL;

  if (!unknown->len)
    return TRUE;
  g_ptr_array_add (unknown, NULL);
  names = g_strjoinv (", ", (char **) unknown->pdata);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               ngettext ("The column %s is not known for “%s”. Rename or remove it.",
                         "The columns %s are not known for “%s”. Rename or remove them.",
                         unknown->len - 1),
               names,
               bv_kind_get_plural (kind));
  return FALSE;
}

static gboolean
check_required (const BvImportColumns *self, const BvKind *kind, GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];

    if (!(field->flags & BV_FIELD_REQUIRED) || field->flags & BV_FIELD_CONTEXT || field->initial
        || is_taken (self->fields, self->n_columns, field))
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The table has no column “%s”. Add it."),
                 bv_field_get_label (field));
    return FALSE;
  }
  return TRUE;
}

BvImportColumns *
bv_import_columns_find (const BvKind *kind, const BvCsv *csv, GError **error)
{
  g_autoptr (BvImportColumns) self = g_new0 (BvImportColumns, 1);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  const char *const *headings;

  if (!bv_csv_get_n_rows (csv)) {
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("The table is empty. Choose another one."));
    return NULL;
  }
  self->heading_row = find_heading_row (kind, csv);
  headings = bv_csv_get_row (csv, self->heading_row, &self->n_columns);
  self->fields = g_new0 (const BvField *, self->n_columns);
  if (!map_headings (self, kind, headings, unknown, error) || !check_unknown (kind, unknown, error)
      || !check_required (self, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}
