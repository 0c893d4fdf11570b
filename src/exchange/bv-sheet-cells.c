/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading cells: each becomes the text that a person would have typed for it. */
#include "config.h"

#include "bv-sheet-cells.h"

#include "bv-date.h"

#include <math.h>
#include <string.h>

#define GREATEST_TEXT ((gsize) 1024 * 1024) /* of one cell; Excel has 32,767 letters */
#define LAST_DAY 2958466                    /* 01/01/10000 */

typedef enum { NUMBER, SHARED, STRING, INLINE, BOOLEAN, FAULT, DAY } CellType;

typedef struct
{
  const BvSheetBook *book;
  const char *part;
  BvTable *table;
  GString *text;
  GString *shown; /* what the value becomes */
  guint line;
  guint column; /* of the cell in hand */
  guint next_column;
  CellType type;
  guint style;
  gboolean in_rows, in_value, has_value;
  guint n_phonetic;
} Cells;

static guint
parse_number (const char *text, gsize length)
{
  guint64 number = 0;

  for (gsize i = 0; i < length && i < 10; i++) {
    if (!g_ascii_isdigit (text[i]))
      return G_MAXUINT32;
    number = number * 10 + (guint) (text[i] - '0');
  }
  return length <= 10 && number <= G_MAXUINT32 ? (guint) number : G_MAXUINT32;
}

/* "BC12": column 54, line 12; %FALSE when it is no such thing. */
static gboolean
parse_place (const char *text, gsize length, guint *column, guint *line)
{
  gsize letters = 0;
  guint number = 0;

  while (letters < length && g_ascii_isalpha (text[letters]) && letters < 4)
    number = number * 26 + (guint) (g_ascii_toupper (text[letters++]) - 'A') + 1;
  *column = number - 1;
  *line = parse_number (text + letters, length - letters);
  return number > 0 && *line > 0 && *line < G_MAXUINT32;
}

static gboolean
is_true (const BvPackageAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;

  return bv_package_find_attribute (attributes, name, &value, &length)
         && ((length == 1 && *value == '1') || (length == 4 && strncmp (value, "true", 4) == 0));
}

static void
begin_row (Cells *self, const BvPackageAttributes *attributes)
{
  const char *value;
  gsize length;
  GError *error = NULL;

  self->line = bv_package_find_attribute (attributes, "r", &value, &length)
                   ? parse_number (value, length)
                   : self->line + 1;
  self->next_column = 0;
  if (!bv_table_add_row (self->table, self->line, is_true (attributes, "hidden"), &error))
    bv_package_fail (self->book->package, error);
}

static CellType
get_type (const BvPackageAttributes *attributes)
{
  static const struct
  {
    const char *word;
    CellType type;
  } types[] = { { "s", SHARED },  { "str", STRING }, { "inlineStr", INLINE },
                { "b", BOOLEAN }, { "e", FAULT },    { "d", DAY } };
  const char *value;
  gsize length;

  if (bv_package_find_attribute (attributes, "t", &value, &length))
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      if (strlen (types[i].word) == length && strncmp (value, types[i].word, length) == 0)
        return types[i].type;
  return NUMBER;
}

static void
begin_cell (Cells *self, const BvPackageAttributes *attributes)
{
  const char *value;
  gsize length;
  guint line;
  GError *error = NULL;

  self->column = self->next_column;
  if (bv_package_find_attribute (attributes, "r", &value, &length)
      && !parse_place (value, length, &self->column, &line)) {
    bv_package_set_damaged (self->book->package, self->part, &error);
    bv_package_fail (self->book->package, error);
  }
  self->next_column = self->column + 1;
  self->type = get_type (attributes);
  self->style = bv_package_find_attribute (attributes, "s", &value, &length)
                    ? parse_number (value, length)
                    : 0;
  self->has_value = FALSE;
  self->n_phonetic = 0;
  g_string_truncate (self->text, 0);
}

/* "A5:C5" */
static void
add_merge (Cells *self, const BvPackageAttributes *attributes)
{
  const char *value;
  gsize length;
  const char *colon;
  BvTableMerge merge;

  if (!bv_package_find_attribute (attributes, "ref", &value, &length)
      || !(colon = memchr (value, ':', length))
      || !parse_place (value, (gsize) (colon - value), &merge.left, &merge.top)
      || !parse_place (
          colon + 1, length - (gsize) (colon - value) - 1, &merge.right, &merge.bottom))
    return;
  bv_table_add_merge (self->table, &merge);
}

static void
start_cb (gpointer data, const char *name, const BvPackageAttributes *attributes)
{
  Cells *self = data;

  if (!self->in_rows) {
    self->in_rows = g_str_equal (name, "sheetData");
    if (g_str_equal (name, "mergeCell"))
      add_merge (self, attributes);
  } else if (g_str_equal (name, "c")) {
    begin_cell (self, attributes);
  } else if (g_str_equal (name, "row")) {
    begin_row (self, attributes);
  } else if (g_str_equal (name, "v")) {
    self->in_value = self->type != INLINE;
    self->has_value |= self->in_value;
  } else if (g_str_equal (name, "t")) {
    self->in_value = self->type == INLINE && !self->n_phonetic;
    self->has_value |= self->in_value;
  } else if (g_str_equal (name, "rPh")) {
    self->n_phonetic++;
  }
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  Cells *self = data;

  if (self->in_value && self->text->len <= GREATEST_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

/* 1900 was no leap year, but the first spreadsheet thought so: its day 60 never was. */
char *
bv_sheet_cells_format_day (double serial, gboolean date_1904)
{
  double day = floor (serial + 0.5 / 86400);
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;
  int minutes;

  if (!(serial >= 0 && day < LAST_DAY)) /* so that no number is none either */
    return NULL;
  minutes = (int) floor ((serial - day) * 1440 + 0.5);
  if (date_1904)
    iso = bv_date_step ("1904-01-01", (int) day);
  else
    iso = bv_date_step ("1899-12-30", (int) day + (day < 60 ? 1 : 0));
  if (!iso)
    return NULL;
  shown = bv_date_format (iso);
  if (minutes <= 0 || minutes >= 1440)
    return g_steal_pointer (&shown);
  return g_strdup_printf ("%s %02d:%02d", shown, minutes / 60, minutes % 60);
}

/* With the decimal comma: a dot in front of three digits would count thousands. */
static void
show_number (Cells *self, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *dot;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  dot = strchr (buffer, '.');
  if (dot && !strchr (buffer, 'e'))
    *dot = ',';
  g_string_append (self->shown, buffer);
}

static BvTableType
show_value (Cells *self, double number, BvSheetFormat format)
{
  g_autofree char *day = NULL;
  int minutes;

  switch (format) {
  case BV_SHEET_FORMAT_DATE:
    day = bv_sheet_cells_format_day (number, self->book->date_1904);
    g_string_append (self->shown, day ? day : self->text->str);
    return day ? BV_TABLE_DATE : BV_TABLE_NUMBER;
  case BV_SHEET_FORMAT_TIME:
    if (!(number >= 0 && number < LAST_DAY))
      break;
    minutes = (int) floor (number * 1440 + 0.5);
    g_string_append_printf (self->shown, "%02d:%02d", minutes / 60, minutes % 60);
    return BV_TABLE_TEXT;
  case BV_SHEET_FORMAT_PERCENT:
    show_number (self, number * 100);
    g_string_append_c (self->shown, '%');
    return BV_TABLE_NUMBER;
  case BV_SHEET_FORMAT_NONE:
  default:
    break;
  }
  show_number (self, number);
  return BV_TABLE_NUMBER;
}

static BvTableType
show_numeric (Cells *self)
{
  BvSheetFormat format = bv_sheet_styles_get_format (self->book->styles, self->style);
  const char *text = self->text->str;
  double number;
  char *end;

  if (format == BV_SHEET_FORMAT_NONE && self->text->len <= 15
      && strspn (text, "0123456789") == self->text->len) {
    g_string_append (self->shown, text);
    return BV_TABLE_NUMBER;
  }
  number = g_ascii_strtod (text, &end);
  if (end == text || *end || !isfinite (number)) {
    g_string_append (self->shown, text);
    return BV_TABLE_TEXT;
  }
  return show_value (self, number, format);
}

/* "2024-06-01T00:00:00" of strict workbooks */
static BvTableType
show_day (Cells *self)
{
  g_autofree char *iso = g_strndup (self->text->str, 10);
  g_autofree char *day = bv_date_format (iso);

  g_string_append (self->shown, bv_date_is_valid (iso) ? day : self->text->str);
  return bv_date_is_valid (iso) ? BV_TABLE_DATE : BV_TABLE_TEXT;
}

static BvTableType
show_cell (Cells *self)
{
  g_string_truncate (self->shown, 0);
  switch (self->type) {
  case NUMBER:
    return show_numeric (self);
  case DAY:
    return show_day (self);
  case BOOLEAN:
    g_string_append (self->shown, g_str_equal (self->text->str, "1") ? "true" : "false");
    return BV_TABLE_BOOLEAN;
  case STRING:
  case INLINE:
  case FAULT:
  case SHARED:
  default:
    bv_sheet_strings_clean (self->text);
    g_string_append (self->shown, self->text->str);
    return self->type == FAULT ? BV_TABLE_FAULT : BV_TABLE_TEXT;
  }
}

static gboolean
add_shared (Cells *self, BvLegacy font, GError **error)
{
  const char *text = bv_sheet_strings_get (self->book->strings,
                                           parse_number (self->text->str, self->text->len));

  if (!self->text->len)
    return TRUE;
  if (!text) {
    bv_package_set_damaged (self->book->package, "sharedStrings.xml", error);
    return FALSE;
  }
  return !*text
         || bv_table_add_cell_interned (
             self->table, self->column, text, BV_TABLE_TEXT, font, error);
}

static void
end_cell (Cells *self)
{
  BvLegacy font = bv_sheet_styles_get_font (self->book->styles, self->style);
  GError *error = NULL;
  BvTableType type;

  if (!self->has_value || !self->line)
    return;
  if (self->type == SHARED) {
    if (!add_shared (self, font, &error))
      bv_package_fail (self->book->package, error);
    return;
  }
  type = show_cell (self);
  if (self->shown->len
      && !bv_table_add_cell (self->table, self->column, self->shown->str, type, font, &error))
    bv_package_fail (self->book->package, error);
}

static void
end_cb (gpointer data, const char *name)
{
  Cells *self = data;

  if (!self->in_rows)
    return;
  if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    self->in_value = FALSE;
  else if (g_str_equal (name, "c"))
    end_cell (self);
  else if (g_str_equal (name, "rPh") && self->n_phonetic)
    self->n_phonetic--;
  else if (g_str_equal (name, "sheetData"))
    self->in_rows = FALSE;
}

BvTable *
bv_sheet_cells_read (const BvSheetBook *book,
                     const char *part,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  static const BvPackageHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (BvTable) table = bv_table_new (name);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  Cells self = { .book = book, .part = part, .table = table, .text = text, .shown = shown };

  if (book->strings)
    bv_table_hold (
        table, bv_sheet_strings_ref (book->strings), (GDestroyNotify) bv_sheet_strings_unref);
  if (!bv_package_read (book->package, part, &handler, &self, cancellable, error))
    return NULL;
  bv_table_seal (table);
  return g_steal_pointer (&table);
}
