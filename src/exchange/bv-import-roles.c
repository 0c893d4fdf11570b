/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling records from totals, group headings and what stands under a table. */
#include "config.h"

#include "bv-import-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that show how many cells a record of this table usually fills. */
#define SAMPLE_ROWS 50

typedef struct
{
  const BvTable *table;
  const BvImportColumns *columns;
  guint usual;    /* mapped cells that a record fills */
  guint n_mapped; /* columns */
  gboolean ended; /* a total or a gap was seen */
} Roles;

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

static guint
count_mapped (const Roles *self, guint row)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->n_columns; i++)
    n += self->columns->fields[i] && !is_blank (bv_table_get_cell (self->table, row, i));
  return n;
}

/* The first cell with text, and how many there are. */
static const char *
find_first (const Roles *self, guint row, guint *column, guint *n_cells)
{
  const char *first = "";

  *n_cells = 0;
  for (guint i = 0; i < self->columns->n_columns; i++) {
    const char *text = bv_table_get_own_cell (self->table, row, i);

    if (is_blank (text))
      continue;
    if (!(*n_cells)++) {
      first = text;
      *column = i;
    }
  }
  return first;
}

/* “(1)”, “2” or “C” as the @n-th of its row. */
static gboolean
is_number (const char *text, guint n)
{
  g_autofree char *plain = g_strdup (text);
  g_autofree char *wanted = g_strdup_printf ("%u", n);

  g_strdelimit (plain, "()[]", ' ');
  g_strstrip (plain);
  return g_str_equal (plain, wanted) || (g_ascii_isalpha (plain[0]) && plain[1] == '\0');
}

static gboolean
is_numbering (const Roles *self, guint row)
{
  guint n = 0, letters = 0;

  for (guint i = 0; i < self->columns->n_columns; i++) {
    const char *text = bv_table_get_own_cell (self->table, row, i);

    if (is_blank (text))
      continue;
    letters += g_ascii_isalpha (text[0]) && text[1] == '\0';
    n++;
    if (!is_number (text, n) && !is_number (text, n - letters))
      return FALSE;
  }
  return n >= 2;
}

/* "Tổng hợp văn bản …" is work that was done, "Tổng cộng: 12" a total. */
static gboolean
ends_total (const Roles *self, guint row, const char *rest)
{
  rest += strspn (rest, " ");
  return *rest == '\0' || strchr (":.(", *rest) || g_ascii_isdigit (*rest)
         || count_mapped (self, row) * 2 < self->usual;
}

/* By the letters as written: Tống and Công are surnames. */
static gboolean
is_total (const Roles *self, guint row)
{
  static const char *const words[] = { "tổng cộng", "tổng số", "tổng", "cộng",
                                       "tong cong", "tong so", "total" };
  guint column = 0, n_cells;
  const char *first = find_first (self, row, &column, &n_cells);
  g_autofree char *composed = g_utf8_normalize (first, -1, G_NORMALIZE_NFC);
  g_autofree char *text = g_utf8_casefold (composed ? composed : "", -1);

  g_strstrip (text);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if (strncmp (text, words[i], length) == 0 && (!text[length] || strchr (" :.(", text[length]))
        && ends_total (self, row, text + length))
      return TRUE;
  }
  return FALSE;
}

/* One cell that is merged over others, or that stands where no field is; before it perhaps a
 * number such as “II”. */
static gboolean
is_group (const Roles *self, guint row)
{
  guint column = 0, n_cells, others = 0, mapped = count_mapped (self, row);
  const BvTableMerge *merge;

  find_first (self, row, &column, &n_cells);
  if (self->n_mapped < 3 || n_cells == 0 || n_cells > 2)
    return FALSE;
  merge = bv_table_get_merge (self->table, row, column);
  if (n_cells == 1)
    return mapped == 0 || (merge && merge->right > merge->left);
  others = n_cells - mapped;
  if (others == 2)
    return TRUE;
  for (guint i = column + 1; others == 1 && i < self->columns->n_columns; i++) {
    merge = bv_table_get_merge (self->table, row, i);
    if (merge && merge->left == i && merge->right > i)
      return TRUE;
  }
  return FALSE;
}

/* Under a total or after a gap only what is as full as a record is one. */
static gboolean
is_note (const Roles *self, guint row)
{
  return count_mapped (self, row) * 2 < self->usual || count_mapped (self, row) == 0;
}

static BvImportRole
judge (Roles *self, guint row, guint first, gboolean with_hidden)
{
  if (bv_table_is_hidden (self->table, row) && !with_hidden)
    return BV_IMPORT_ROLE_HIDDEN;
  if (row < first + 2 && self->columns->n_heading_rows && is_numbering (self, row))
    return BV_IMPORT_ROLE_NUMBERING;
  if (is_total (self, row)) {
    self->ended = TRUE;
    return BV_IMPORT_ROLE_TOTAL;
  }
  if (row > first
      && bv_table_get_line (self->table, row) > bv_table_get_line (self->table, row - 1) + 1
      && !bv_table_get_separator (self->table))
    self->ended = TRUE;
  if (is_group (self, row))
    return BV_IMPORT_ROLE_GROUP;
  if (self->ended && is_note (self, row))
    return BV_IMPORT_ROLE_NOTE;
  return BV_IMPORT_ROLE_RECORD;
}

GByteArray *
bv_import_roles_find (const BvTable *table, const BvImportColumns *columns, gboolean with_hidden)
{
  Roles self = { .table = table, .columns = columns };
  GByteArray *roles = g_byte_array_new ();
  guint first = columns->n_above + columns->n_heading_rows;
  guint n_rows = bv_table_get_n_rows (table);

  for (guint i = 0; i < columns->n_columns; i++)
    self.n_mapped += columns->fields[i] != NULL;
  for (guint row = first; row < MIN (n_rows, first + SAMPLE_ROWS); row++)
    self.usual = MAX (self.usual, count_mapped (&self, row));
  for (guint row = first; row < n_rows; row++) {
    guint8 role = (guint8) judge (&self, row, first, with_hidden);

    g_byte_array_append (roles, &role, 1);
  }
  return roles;
}

const char *
bv_import_roles_describe (BvImportRole role)
{
  switch (role) {
  case BV_IMPORT_ROLE_HIDDEN:
    return _ ("This row is hidden in the sheet.");
  case BV_IMPORT_ROLE_NUMBERING:
    return _ ("This row only numbers the columns.");
  case BV_IMPORT_ROLE_TOTAL:
    return _ ("This row is a total.");
  case BV_IMPORT_ROLE_GROUP:
    return _ ("This row is a heading over others.");
  case BV_IMPORT_ROLE_NOTE:
    return _ ("This row stands under the table.");
  case BV_IMPORT_ROLE_RECORD:
  default:
    return "";
  }
}
