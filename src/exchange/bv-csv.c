/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing tables as text. */
#include "config.h"

#include "bv-csv.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOKED_AT 30 /* lines */

typedef struct
{
  guint first; /* index of its first cell */
  guint n_cells;
  guint line;
} Row;

struct BvCsv
{
  char *text;       /* cells lie in it one after the other, each ended by a zero byte */
  GPtrArray *cells; /* borrowed from text */
  GArray *rows;     /* Row */
  char separator;
};

/* Where the reader stands. Unquoting only shortens, so cells are written over what was read. */
typedef struct
{
  BvCsv *csv;
  const char *name;
  const char *end;
  char *from;
  char *to;
  guint line;
} Reader;

void
bv_csv_free (BvCsv *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

static guint
count_lines (const char *from, const char *end)
{
  guint n = 1;

  for (; from < end; from++)
    n += *from == '\n';
  return n;
}

/* Text that Excel saves as “Unicode Text” comes as UTF-16 with a byte order mark. */
static char *
decode (const char *data, gsize size, const char *name, gsize *length, GError **error)
{
  const char *wrong;
  char *text;

  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0)) {
    text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, length, NULL);
    if (text)
      return text;
  } else if (g_utf8_validate_len (data, size, &wrong)) {
    gsize mark = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    *length = size - mark;
    text = g_malloc (*length + 1);
    memcpy (text, data + mark, *length);
    text[*length] = '\0';
    return text;
  } else if (!memchr (data, '\0', size)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("Line %u of “%s” is not Unicode text. In Excel save the table as “CSV UTF-8”, "
                    "then import it again."),
                 count_lines (data, wrong),
                 name);
    return NULL;
  }
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not a table of text. Save it as “CSV UTF-8”, then import it again."),
               name);
  return NULL;
}

typedef struct
{
  guint commas, semicolons, tabs;
} Marks;

/* Counts outside quotes, up to the end of the line, where it returns. */
static const char *
count_marks (const char *text, Marks *marks)
{
  gboolean quoted = FALSE;

  *marks = (Marks){ 0 };
  for (; *text && (quoted || (*text != '\n' && *text != '\r')); text++) {
    if (*text == '"')
      quoted = !quoted;
    marks->commas += !quoted && *text == ',';
    marks->semicolons += !quoted && *text == ';';
    marks->tabs += !quoted && *text == '\t';
  }
  return text;
}

/* Headings hold commas now and then, so the separator is what there is most of; nobody types a tab
 * inside a cell. Titles above a table have neither. */
static char
detect_separator (const char *text)
{
  Marks first = { 0 };

  text += strspn (text, "\r\n");
  for (guint i = 0; *text && i < LOOKED_AT; i++) {
    text = count_marks (text, &first);
    text += strspn (text, "\r\n");
    if (first.commas || first.semicolons || first.tabs)
      break;
  }
  if (first.tabs)
    return '\t';
  return first.semicolons > first.commas ? ';' : ',';
}

static void
set_reader_error (const Reader *reader, guint line, const char *sentence, GError **error)
{
  g_set_error (
      error, BV_ERROR, BV_ERROR_INVALID, _ ("Line %u of “%s”: %s"), line, reader->name, sentence);
}

/* The text between quotation marks; two of them stand for one. */
static gboolean
read_quoted (Reader *reader, GError **error)
{
  guint opened = reader->line;

  for (reader->from++; reader->from < reader->end; reader->from++) {
    if (*reader->from == '"') {
      if (reader->from[1] != '"') {
        reader->from++;
        return TRUE;
      }
      reader->from++;
    }
    reader->line += *reader->from == '\n';
    *reader->to++ = *reader->from;
  }
  set_reader_error (reader, opened, _ ("a quotation mark is opened and never closed."), error);
  return FALSE;
}

static gboolean
is_cell_end (const Reader *reader)
{
  return reader->from >= reader->end || *reader->from == reader->csv->separator
         || *reader->from == '\n' || *reader->from == '\r';
}

/* The apostrophe that bv_csv_append() puts before what looks like a formula. */
static char *
skip_guard (char *cell)
{
  const char *rest = cell + strspn (cell, "'");

  return rest > cell && *rest && strchr ("=+-@", *rest) ? cell + 1 : cell;
}

static gboolean
read_cell (Reader *reader, GError **error)
{
  char *cell = reader->to;
  guint line = reader->line;

  if (reader->from < reader->end && *reader->from == '"' && !read_quoted (reader, error))
    return FALSE;
  while (!is_cell_end (reader))
    *reader->to++ = *reader->from++;
  if (reader->to - cell > BV_CSV_MAXIMUM_CELL
      && g_utf8_strlen (cell, reader->to - cell) > BV_CSV_MAXIMUM_CELL) {
    set_reader_error (
        reader, line, _ ("a cell has more than 32,767 characters. Shorten it."), error);
    return FALSE;
  }
  g_ptr_array_add (reader->csv->cells, cell);
  return TRUE;
}

/* Cells are ended only when what ended them has been looked at: it may lie under the zero byte. */
static gboolean
read_row (Reader *reader, Row *row, gboolean *has_text, GError **error)
{
  char *cell;
  char end;

  *row = (Row){ reader->csv->cells->len, 0, reader->line };
  *has_text = FALSE;
  do {
    if (row->n_cells++ == BV_CSV_MAXIMUM_COLUMNS) {
      set_reader_error (reader, row->line, _ ("there are too many cells in the row."), error);
      return FALSE;
    }
    if (!read_cell (reader, error))
      return FALSE;
    end = reader->from < reader->end ? *reader->from++ : '\0';
    *reader->to++ = '\0';
    cell = g_ptr_array_index (reader->csv->cells, reader->csv->cells->len - 1);
    reader->csv->cells->pdata[reader->csv->cells->len - 1] = skip_guard (cell);
    *has_text |= cell[strspn (cell, " \t\r\n")] != '\0';
  } while (end == reader->csv->separator);
  if (end == '\r' && reader->from < reader->end && *reader->from == '\n')
    reader->from++;
  reader->line++;
  return TRUE;
}

static gboolean
read_rows (Reader *reader, GError **error)
{
  while (reader->from < reader->end) {
    Row row;
    gboolean has_text;

    if (!read_row (reader, &row, &has_text, error))
      return FALSE;
    if (!has_text)
      g_ptr_array_set_size (reader->csv->cells, (int) row.first);
    else if (reader->csv->rows->len < BV_CSV_MAXIMUM_ROWS)
      g_array_append_val (reader->csv->rows, row);
    else {
      set_reader_error (
          reader, row.line, _ ("the table has more than 1,048,576 rows. Divide it."), error);
      return FALSE;
    }
  }
  return TRUE;
}

BvCsv *
bv_csv_parse (GBytes *bytes, const char *name, GError **error)
{
  return bv_csv_parse_separated (bytes, name, '\0', error);
}

BvCsv *
bv_csv_parse_separated (GBytes *bytes, const char *name, char separator, GError **error)
{
  gsize size, length = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = decode (size ? data : "", size, name, &length, error);
  g_autoptr (BvCsv) self = NULL;
  Reader reader = { 0 };

  if (!text)
    return NULL;
  self = g_new0 (BvCsv, 1);
  self->text = text;
  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->separator = separator ? separator : detect_separator (text);
  reader = (Reader){ self, name, text + length, text, text, 1 };
  return read_rows (&reader, error) ? g_steal_pointer (&self) : NULL;
}

guint
bv_csv_get_n_rows (const BvCsv *self)
{
  return self->rows->len;
}

const char *const *
bv_csv_get_row (const BvCsv *self, guint row, guint *n_cells)
{
  const Row *found;

  g_return_val_if_fail (row < self->rows->len, NULL);
  found = &g_array_index (self->rows, Row, row);
  *n_cells = found->n_cells;
  return (const char *const *) &self->cells->pdata[found->first];
}

guint
bv_csv_get_line (const BvCsv *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);
  return g_array_index (self->rows, Row, row).line;
}

char
bv_csv_get_separator (const BvCsv *self)
{
  return self->separator;
}

static gboolean
looks_like_formula (const char *cell)
{
  const char *rest = cell + strspn (cell, "'");

  if (*rest == '=' || *rest == '@')
    return TRUE;
  return (*rest == '+' || *rest == '-')
         && (rest > cell || strspn (rest + 1, "0123456789.,") != strlen (rest + 1));
}

static void
append_cell (GString *table, const char *cell, char separator)
{
  const char *special = separator == '\t' ? "\"\n\r\t" : "\"\n\r\t,;";
  const char *guard = looks_like_formula (cell) ? "'" : "";

  if (!strpbrk (cell, special) && !g_ascii_isspace (*cell)) {
    g_string_append (table, guard);
    g_string_append (table, cell);
    return;
  }
  g_string_append_c (table, '"');
  g_string_append (table, guard);
  for (; *cell; cell++) {
    if (*cell == '"')
      g_string_append_c (table, '"');
    g_string_append_c (table, *cell);
  }
  g_string_append_c (table, '"');
}

void
bv_csv_append (GString *table, const char *const *cells, guint n_cells, char separator)
{
  for (guint i = 0; i < n_cells; i++) {
    if (i)
      g_string_append_c (table, separator);
    append_cell (table, cells[i] ? cells[i] : "", separator);
  }
  g_string_append_c (table, '\n');
}
