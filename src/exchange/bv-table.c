/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells in rows: only those that hold something are kept. */
#include "config.h"

#include "bv-table.h"

#include "bv-error.h"
#include "bv-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table above these takes more memory than an office computer has to spare. */
#define GREATEST_CELLS (4 * 1024 * 1024)
#define GREATEST_TEXT ((gsize) 64 * 1024 * 1024)
#define GREATEST_MERGES 100000
/* Titles and headings are merged over no more columns than this. */
#define WIDEST_MERGE 256
BvTable *
bv_table_new (const char *name)
{
  BvTable *self = g_atomic_rc_box_new0 (BvTable);

  self->name = g_strdup (name);
  self->chunk = g_string_chunk_new (65536);
  self->cells = g_array_new (FALSE, FALSE, sizeof (BvTableCell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (BvTableRow));
  self->merges = g_array_new (FALSE, FALSE, sizeof (BvTableMerge));
  return self;
}

static void
clear (gpointer data)
{
  BvTable *self = data;

  g_free (self->name);
  g_string_chunk_free (self->chunk);
  g_clear_pointer (&self->csv, bv_csv_free);
  if (self->release)
    self->release (self->owner);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->merges);
}

BvTable *
bv_table_ref (BvTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bv_table_unref (BvTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
set_too_large (const BvTable *self, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” holds more than can be imported at once. Divide it into smaller tables."),
               self->name);
  return FALSE;
}

static BvTableRow *
get_last_row (BvTable *self)
{
  return self->rows->len ? &g_array_index (self->rows, BvTableRow, self->rows->len - 1) : NULL;
}

gboolean
bv_table_add_row (BvTable *self, guint line, gboolean hidden, GError **error)
{
  BvTableRow row = { .first = self->cells->len, .hidden = hidden != FALSE, .line = line };
  BvTableRow *last = get_last_row (self);

  if (last && !last->n_cells) {
    g_array_set_size (self->rows, self->rows->len - 1);
    last = get_last_row (self);
  }
  if (line == 0 || line > BV_TABLE_MAXIMUM_LINES || (last && line <= last->line)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("The rows of “%s” are not in order, so it is not read. Open it in Excel or "
                    "LibreOffice, save it again and import that."),
                 self->name);
    return FALSE;
  }
  g_array_append_val (self->rows, row);
  return TRUE;
}

const char *
bv_table_intern (BvTable *self, const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  self->text_size += size + 1;
  if (self->text_size <= GREATEST_TEXT)
    return g_string_chunk_insert_len (self->chunk, text, (gssize) size);
  set_too_large (self, error);
  return NULL;
}

static gboolean
check_cell (const BvTable *self, const BvTableRow *row, guint column, GError **error)
{
  gboolean ordered = !row->n_cells
                     || g_array_index (self->cells, BvTableCell, self->cells->len - 1).column
                            < column;

  if (self->cells->len >= GREATEST_CELLS)
    return set_too_large (self, error);
  if (ordered && column < BV_TABLE_MAXIMUM_COLUMNS)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               ordered ? _ ("Line %u of “%s” has more than 16,384 columns, so it is not read.")
                       : _ ("The cells in line %u of “%s” are not in order, so it is not read."),
               row->line,
               self->name);
  return FALSE;
}

gboolean
bv_table_add_cell_interned (
    BvTable *self, guint column, const char *text, BvTableType type, BvLegacy font, GError **error)
{
  BvTableCell cell = { text, (guint16) column, (guint8) type, (guint8) font };
  BvTableRow *row = get_last_row (self);

  g_return_val_if_fail (row, FALSE);
  if (!check_cell (self, row, column, error))
    return FALSE;
  g_array_append_val (self->cells, cell);
  row->n_cells++;
  self->n_columns = MAX (self->n_columns, column + 1);
  return TRUE;
}

gboolean
bv_table_add_cell (
    BvTable *self, guint column, const char *text, BvTableType type, BvLegacy font, GError **error)
{
  const char *kept = bv_table_intern (self, text, -1, error);

  return kept && bv_table_add_cell_interned (self, column, kept, type, font, error);
}

static int
compare_merges (gconstpointer a, gconstpointer b)
{
  const BvTableMerge *one = a, *other = b;

  if (one->left != other->left)
    return one->left < other->left ? -1 : 1;
  return (one->top > other->top) - (one->top < other->top);
}

void
bv_table_add_merge (BvTable *self, const BvTableMerge *merge)
{
  if (self->merges->len >= GREATEST_MERGES || merge->bottom < merge->top
      || merge->right < merge->left)
    return;
  g_array_append_val (self->merges, *merge);
}

void
bv_table_hold (BvTable *self, gpointer owner, GDestroyNotify release)
{
  self->owner = owner;
  self->release = release;
}

void
bv_table_seal (BvTable *self)
{
  BvTableRow *last = get_last_row (self);

  g_array_sort (self->merges, compare_merges);
  if (last && !last->n_cells)
    g_array_set_size (self->rows, self->rows->len - 1);
}

static BvTable *
take_csv (BvCsv *csv, const char *name, GError **error)
{
  g_autoptr (BvTable) self = bv_table_new (name);

  self->csv = csv;
  for (guint i = 0; i < bv_csv_get_n_rows (csv); i++) {
    guint n_cells;
    const char *const *cells = bv_csv_get_row (csv, i, &n_cells);

    if (!bv_table_add_row (self, bv_csv_get_line (csv, i), FALSE, error))
      return NULL;
    for (guint j = 0; j < n_cells; j++)
      if (*cells[j]
          && !bv_table_add_cell_interned (self, j, cells[j], BV_TABLE_TEXT, BV_LEGACY_NONE, error))
        return NULL;
    self->n_columns = MAX (self->n_columns, n_cells);
  }
  bv_table_seal (self);
  return g_steal_pointer (&self);
}

/* Old text files are bytes for old fonts: kept as the letters that Windows shows for them. */
static GBytes *
decode_old (GBytes *bytes)
{
  gsize size, length;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (!size || g_utf8_validate_len (data, size, NULL) || memchr (data, '\0', size))
    return NULL;
  text = g_convert_with_fallback (
      data, (gssize) size, "UTF-8", "WINDOWS-1252", "?", NULL, &length, NULL);
  return text ? g_bytes_new_take (text, length) : NULL;
}

BvTable *
bv_table_read (GBytes *bytes, const char *name, char separator, GError **error)
{
  g_autoptr (GBytes) decoded = decode_old (bytes);
  gboolean recoded = decoded != NULL;
  g_autoptr (GBytes) kept = decoded ? g_steal_pointer (&decoded) : g_bytes_ref (bytes);
  BvCsv *csv = bv_csv_parse_separated (kept, name, separator, error);
  BvTable *self = csv ? take_csv (csv, name, error) : NULL;

  if (self)
    self->recoded = recoded;
  return self;
}

const char *
bv_table_get_name (const BvTable *self)
{
  return self->name;
}

guint
bv_table_get_n_rows (const BvTable *self)
{
  return self->rows->len;
}

guint
bv_table_get_n_columns (const BvTable *self)
{
  return self->n_columns;
}

static const BvTableRow *
get_row (const BvTable *self, guint row)
{
  g_assert (row < self->rows->len);
  return &g_array_index (self->rows, BvTableRow, row);
}

guint
bv_table_get_line (const BvTable *self, guint row)
{
  return get_row (self, row)->line;
}

gboolean
bv_table_is_hidden (const BvTable *self, guint row)
{
  return get_row (self, row)->hidden;
}

static const BvTableCell *
find_cell (const BvTable *self, const BvTableRow *row, guint column)
{
  guint low = row->first, high = row->first + row->n_cells;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const BvTableCell *cell = &g_array_index (self->cells, BvTableCell, middle);

    if (cell->column == column)
      return cell;
    if (cell->column < column)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

static const BvTableRow *
find_line (const BvTable *self, guint line)
{
  guint low = 0, high = self->rows->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const BvTableRow *row = &g_array_index (self->rows, BvTableRow, middle);

    if (row->line == line)
      return row;
    if (row->line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* The last merge that begins in @column at or above @line, if it reaches down to it. */
static const BvTableMerge *
find_merge (const BvTable *self, guint line, guint column)
{
  BvTableMerge wanted = { .top = line, .left = column };
  guint low = 0, high = self->merges->len;
  const BvTableMerge *found;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (compare_merges (&g_array_index (self->merges, BvTableMerge, middle), &wanted) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  found = low ? &g_array_index (self->merges, BvTableMerge, low - 1) : NULL;
  return found && found->left == column && line <= found->bottom ? found : NULL;
}

const BvTableMerge *
bv_table_get_merge (const BvTable *self, guint row, guint column)
{
  guint line = get_row (self, row)->line;
  const BvTableMerge *found = NULL;

  for (guint left = column + 1; self->merges->len && !found && left-- > 0;) {
    found = find_merge (self, line, left);
    if (left + WIDEST_MERGE <= column)
      return NULL;
  }
  return found && column <= found->right ? found : NULL;
}

static const BvTableCell *
find_shown_cell (const BvTable *self, guint row, guint column)
{
  const BvTableCell *cell = find_cell (self, get_row (self, row), column);
  const BvTableMerge *merge = cell ? NULL : find_merge (self, get_row (self, row)->line, column);
  const BvTableRow *top = merge && merge->top != get_row (self, row)->line
                              ? find_line (self, merge->top)
                              : NULL;

  return top ? find_cell (self, top, column) : cell;
}

const char *
bv_table_get_cell (const BvTable *self, guint row, guint column)
{
  const BvTableCell *cell = find_shown_cell (self, row, column);

  return cell ? cell->text : "";
}

const char *
bv_table_get_own_cell (const BvTable *self, guint row, guint column)
{
  const BvTableCell *cell = find_cell (self, get_row (self, row), column);

  return cell ? cell->text : "";
}

BvTableType
bv_table_get_type_of (const BvTable *self, guint row, guint column)
{
  const BvTableCell *cell = find_shown_cell (self, row, column);

  return cell ? cell->type : BV_TABLE_TEXT;
}

char
bv_table_get_separator (const BvTable *self)
{
  return self->csv ? bv_csv_get_separator (self->csv) : '\0';
}
