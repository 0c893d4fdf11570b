/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the headings of a table and what they mean. */
#include "config.h"

#include "bv-import-columns.h"

#include "bv-error.h"
#include "bv-import-fields.h"
#include "bv-import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles may stand above the headings; they are not looked for further down than this. */
#define HEADING_ROWS 30
/* Headings of more rows than this are no headings. */
#define TALLEST_HEADING 3
/* What stands further to the right is left out. */
#define WIDEST 512
#define LONGEST_HEADING 400 /* bytes */

void
bv_import_columns_free (BvImportColumns *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->headings[i]);
  g_free (self->headings);
  g_free (self->fields);
  g_free (self);
}

BvImportColumns *
bv_import_columns_copy (const BvImportColumns *self)
{
  BvImportColumns *copy = g_memdup2 (self, sizeof *self);

  copy->headings = g_strdupv (self->headings);
  copy->fields = g_memdup2 (self->fields, (self->n_columns + 1) * sizeof *self->fields);
  return copy;
}

gboolean
bv_import_columns_may_hold (const BvField *field)
{
  return !(field->flags & BV_FIELD_DERIVED);
}

/* The heading over (@row, @column): where cells are merged sideways it stands in the first one. */
static const char *
get_heading_cell (const BvTable *table, guint row, guint column)
{
  const BvTableMerge *merge = bv_table_get_merge (table, row, column);

  return bv_table_get_cell (table, row, merge ? merge->left : column);
}

/* "Năm sinh" over "Nam" and "Nữ": both words, each once. */
static char *
join_heading (const BvTable *table, guint first, guint n_rows, guint column)
{
  GString *joined = g_string_new (NULL);
  const char *before = "";

  for (guint i = 0; i < n_rows && first + i < bv_table_get_n_rows (table); i++) {
    const char *text = get_heading_cell (table, first + i, column);

    if (!*text || g_str_equal (text, before))
      continue;
    g_string_append_printf (joined, "%s%s", joined->len ? " " : "", text);
    before = text;
  }
  for (char *c = joined->str; *c; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';
  return g_string_free (joined, FALSE);
}

typedef struct
{
  guint column, field, score;
} Fit;

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const Fit *one = a, *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return (one->field > other->field) - (one->field < other->field);
}

/* Long text is no heading. */
static char *
fold (const char *heading)
{
  return strlen (heading) <= LONGEST_HEADING ? bv_import_words_fold (heading) : g_strdup ("");
}

static void
add_fits (GArray *fits, const BvKind *kind, const BvImportWords *words, guint column, char *folded)
{
  for (guint i = 0; i < bv_import_fields_count (kind); i++) {
    Fit fit = { column, i, 0 };

    if (bv_import_columns_may_hold (bv_import_fields_get (kind, i)))
      fit.score = bv_import_words_score (words, folded, i);
    if (fit.score)
      g_array_append_val (fits, fit);
  }
}

/* Words are looked for in the joined heading, and in each of its rows. */
static GArray *
list_fits (
    const BvKind *kind, const BvImportWords *words, const BvTable *table, guint first, guint n_rows)
{
  GArray *fits = g_array_new (FALSE, FALSE, sizeof (Fit));

  for (guint column = 0; column < MIN (bv_table_get_n_columns (table), WIDEST); column++) {
    g_autofree char *joined = join_heading (table, first, n_rows, column);
    g_autofree char *folded = fold (joined);

    if (bv_import_words_is_left_out (folded))
      continue;
    add_fits (fits, kind, words, column, folded);
    for (guint i = 0; n_rows > 1 && i < n_rows; i++) {
      g_autofree char *part = fold (get_heading_cell (table, first + i, column));
      guint before = fits->len;

      if (bv_import_words_is_left_out (part) || g_str_equal (part, folded))
        continue;
      add_fits (fits, kind, words, column, part);
      for (guint j = before; j < fits->len; j++)
        g_array_index (fits, Fit, j).score = g_array_index (fits, Fit, j).score * 9 / 10;
    }
  }
  g_array_sort (fits, compare_fits);
  return fits;
}

/* The best fits first; each column and each field once. Gives the sum of what fits. */
static guint
assign (const BvKind *kind, GArray *fits, guint n_columns, const BvField **fields)
{
  guint sum = 0;

  memset (fields, 0, n_columns * sizeof *fields);
  for (guint i = 0; i < fits->len; i++) {
    const Fit *fit = &g_array_index (fits, Fit, i);
    const BvField *field = bv_import_fields_get (kind, fit->field);
    gboolean taken = fields[fit->column] != NULL;

    for (guint j = 0; j < n_columns && !taken; j++)
      taken = fields[j] == field;
    if (taken)
      continue;
    fields[fit->column] = field;
    sum += fit->score;
  }
  return sum;
}

static void
map_rows (BvImportColumns *self, const BvImportWords *words, const BvTable *table)
{
  g_autoptr (GArray) fits = list_fits (
      self->kind, words, table, self->n_above, self->n_heading_rows);

  for (guint i = 0; i < self->n_columns; i++) {
    g_free (self->headings[i]);
    self->headings[i] = join_heading (table, self->n_above, self->n_heading_rows, i);
  }
  assign (self->kind, fits, self->n_columns, self->fields);
}

/* Copied cells come as the list shows them. */
static void
map_in_order (BvImportColumns *self)
{
  guint column = 0;

  for (guint i = 0; i < self->kind->n_fields && column < self->n_columns; i++) {
    const BvField *field = &self->kind->fields[i];

    if (field->flags & BV_FIELD_LISTED && bv_import_columns_may_hold (field))
      self->fields[column++] = field;
  }
}

static void
drop_headings (BvImportColumns *self)
{
  memset (self->fields, 0, self->n_columns * sizeof *self->fields);
  self->n_above = self->n_heading_rows = 0;
  for (guint i = 0; i < self->n_columns; i++)
    *self->headings[i] = '\0';
  map_in_order (self);
}

/* The rows with most known headings; of equally good ones the fewest. */
static guint
find_rows (BvImportColumns *self, const BvImportWords *words, const BvTable *table)
{
  g_autofree const BvField **fields = g_new0 (const BvField *, self->n_columns);
  guint most = 0;

  for (guint first = 0; first < MIN (bv_table_get_n_rows (table), HEADING_ROWS); first++)
    for (guint n = 1; n <= TALLEST_HEADING && first + n <= bv_table_get_n_rows (table); n++) {
      g_autoptr (GArray) fits = list_fits (self->kind, words, table, first, n);
      /* a title above good headings does not make them better */
      guint sum = assign (self->kind, fits, self->n_columns, fields) * TALLEST_HEADING;

      sum -= MIN (sum, n - 1);
      if (sum <= most)
        continue;
      most = sum;
      self->n_above = first;
      self->n_heading_rows = n;
    }
  return most / TALLEST_HEADING;
}

BvImportColumns *
bv_import_columns_find (const BvKind *kind, const BvTable *table, gboolean bare, GError **error)
{
  g_autoptr (BvImportColumns) self = g_new0 (BvImportColumns, 1);
  g_autoptr (BvImportWords) words = bv_import_words_new (kind);
  guint known;

  self->kind = kind;
  self->n_columns = MIN (bv_table_get_n_columns (table), WIDEST);
  self->headings = g_new0 (char *, self->n_columns + 1);
  self->fields = g_new0 (const BvField *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->headings[i] = g_strdup ("");
  if (!bv_table_get_n_rows (table)) {
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("The table is empty. Choose another one."));
    return NULL;
  }
  self->n_heading_rows = 1;
  known = find_rows (self, words, table);
  map_rows (self, words, table);
  /* one cell that reads like a heading is chance */
  if (bare && known < BV_IMPORT_WORDS_EXACT * 3 / 2 && !bv_import_columns_check (self, NULL))
    drop_headings (self);
  return g_steal_pointer (&self);
}

void
bv_import_columns_set_rows (BvImportColumns *self, const BvTable *table, guint first, guint n_rows)
{
  g_autoptr (BvImportWords) words = bv_import_words_new (self->kind);

  self->n_above = first;
  self->n_heading_rows = n_rows;
  map_rows (self, words, table);
}

void
bv_import_columns_set_field (BvImportColumns *self, guint column, const BvField *field)
{
  g_return_if_fail (column < self->n_columns);
  for (guint i = 0; i < self->n_columns && field; i++)
    if (self->fields[i] == field)
      self->fields[i] = NULL;
  self->fields[column] = field;
}

gboolean
bv_import_columns_check (const BvImportColumns *self, GError **error)
{
  for (guint i = 0; i < self->kind->n_fields; i++) {
    const BvField *field = &self->kind->fields[i];
    gboolean found = !(field->flags & BV_FIELD_REQUIRED) || field->flags & BV_FIELD_CONTEXT
                     || field->initial;

    for (guint j = 0; j < self->n_columns && !found; j++)
      found = self->fields[j] == field;
    if (found)
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

/* The field that another column of the same name holds already. */
static const BvField *
find_double (const BvImportColumns *self, guint column)
{
  g_autofree char *folded = bv_import_words_fold (self->headings[column]);

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *other = bv_import_words_fold (self->headings[i]);
    g_autofree char *name = self->fields[i] ? bv_import_words_fold (self->fields[i]->name) : NULL;

    if (self->fields[i] && (g_str_equal (other, folded) || g_str_equal (name, folded)))
      return self->fields[i];
  }
  return NULL;
}

static gboolean
set_double (const BvField *field, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("Two columns are called “%s”. Remove one of them."),
               bv_field_get_label (field));
  return FALSE;
}

/* What the program writes itself stands in what it lists; reading it back is no mistake. */
static gboolean
names_derived (const BvKind *kind, const char *folded)
{
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    g_autofree char *label = bv_import_words_fold (bv_field_get_label (field));
    g_autofree char *name = bv_import_words_fold (field->name);

    if (!bv_import_columns_may_hold (field)
        && (g_str_equal (folded, label) || g_str_equal (folded, name)))
      return TRUE;
  }
  return FALSE;
}

gboolean
bv_import_columns_check_known (const BvImportColumns *self, GError **error)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *folded = bv_import_words_fold (self->headings[i]);
    const BvField *doubled;

    if (self->fields[i] || bv_import_words_is_left_out (folded)
        || names_derived (self->kind, folded))
      continue;
    doubled = find_double (self, i);
    if (doubled)
      return set_double (doubled, error);
    g_ptr_array_add (unknown, g_strdup_printf ("“%s”", self->headings[i]));
  }
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
               bv_kind_get_plural (self->kind));
  return FALSE;
}

char *
bv_import_columns_dup_layout (const BvImportColumns *self)
{
  g_autoptr (GString) all = g_string_new (self->kind->table);

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *folded = bv_import_words_fold (self->headings[i]);

    g_string_append_printf (all, "|%s", folded);
  }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, all->str, (gssize) all->len);
}

char **
bv_import_columns_dup_choice (const BvImportColumns *self)
{
  char **choice = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    choice[i] = g_strdup (self->fields[i] ? self->fields[i]->name : "");
  return choice;
}

void
bv_import_columns_choose (BvImportColumns *self, const char *const *choice)
{
  if (g_strv_length ((char **) choice) != self->n_columns)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    bv_import_columns_set_field (
        self, i, *choice[i] ? bv_import_fields_find (self->kind, choice[i]) : NULL);
}
