/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells and rows of a sheet; each text gets the room that it needs. */
#include "config.h"

#include "bv-date.h"
#include "bv-number.h"
#include "bv-sheet-lines.h"
#include "bv-sheet-private.h"

#include <math.h>

/* A line of Times New Roman as Excel sets it, as a part of the font's size. */
#define LINE_FACTOR 1.3
/* Excel measures widths in pixels of digits of the default font. */
#define PIXELS_PER_CHARACTER 7.0
#define PIXELS_BESIDE 5.0
#define POINTS_PER_PIXEL 0.75
#define CELL_PADDING 4.0
#define INDENT 8.0
/* A row of so few lines is never divided; and so many go overleaf. */
#define LEAST_LINES 10
#define FEWEST_LINES 3

/* Measures */

static double
get_points (double characters)
{
  return floor (characters * PIXELS_PER_CHARACTER + PIXELS_BESIDE) * POINTS_PER_PIXEL;
}

double
_bv_sheet_get_width (const BvSheet *sheet, guint first, guint end)
{
  double width = 0;

  for (guint i = first; i < end; i++)
    width += get_points (sheet->columns[i].width);
  return width;
}

static double
get_room (double width, const BvSheetLook *look)
{
  return width - CELL_PADDING - (bv_sheet_look_is_indented (look) ? INDENT : 0);
}

static double
get_height (guint n_lines, const BvSheetLook *look)
{
  return n_lines * look->size * LINE_FACTOR + _BV_SHEET_ROW_PADDING;
}

/* Lines of the table's text in @height; Excel refuses higher rows than it can hold. */
static guint
count_lines (double height)
{
  double n = (height - _BV_SHEET_ROW_PADDING) / (BV_SHEET_TABLE_SIZE * LINE_FACTOR);

  return (guint) CLAMP (n, LEAST_LINES, _BV_SHEET_MOST_LINES);
}

/* A high row fills the page it begins on and goes on overleaf, as in a table of a word processor;
 * so that a signature still finds room below its last piece. */
static guint
get_most_lines (BvSheet *sheet)
{
  const BvSheetPages *pages = sheet->book->pages;
  double left = bv_sheet_pages_get_left (pages);
  double room = bv_sheet_pages_get_room (pages);

  if (sheet->whole_rows)
    return _BV_SHEET_MOST_LINES;
  if (sheet->most_lines > 0)
    return sheet->most_lines;
  if (left < get_height (LEAST_LINES, bv_sheet_look_get (BV_STYLE_TEXT)))
    left = room;
  sheet->most_lines = count_lines (MIN (left, room - _BV_SHEET_SIGNATURE_ROOM));
  return sheet->most_lines;
}

double
_bv_sheet_measure (const char *text, double width, BvStyle style)
{
  const BvSheetLook *look = bv_sheet_look_get (style);

  return get_height (
      bv_sheet_lines_count (text, get_room (width, look), look->size, look->bold, 0, NULL), look);
}

char *
bv_sheet_dup_head (const char *text, double width, guint most_lines, BvStyle style)
{
  const BvSheetLook *look = bv_sheet_look_get (style);
  const char *cut = NULL;

  bv_sheet_lines_count (
      text, get_room (get_points (width), look), look->size, look->bold, most_lines, &cut);
  return cut ? g_strchomp (g_strndup (text, (gsize) (cut - text))) : g_strdup (text);
}

/* The picture */

static void
picture_cell (BvSheet *sheet, guint first, guint last, const char *text, BvStyle style)
{
  const BvSheetLook *look = bv_sheet_look_get (style);
  BvSheetPictureCell cell = { .size = look->size,
                              .bold = look->bold,
                              .italic = look->italic,
                              .underline = look->underline,
                              .border = look->border,
                              .wrap = look->wrap,
                              .colour = look->colour,
                              .background = look->background };

  if (!sheet->book->picture || last >= sheet->n_columns)
    return;
  cell.align = look->align == LXW_ALIGN_CENTER  ? BV_SHEET_CENTRE
               : look->align == LXW_ALIGN_RIGHT ? BV_SHEET_RIGHT
                                                : BV_SHEET_LEFT;
  cell.x = _bv_sheet_get_width (sheet, 0, first);
  cell.width = _bv_sheet_get_width (sheet, first, last + 1);
  cell.text = g_strdup (text);
  bv_sheet_picture_add (sheet->book->picture, cell);
}

static void
picture_number (BvSheet *sheet, guint column, double number, BvStyle style)
{
  g_autofree char *text = NULL;

  if (!sheet->book->picture)
    return;
  if (style == BV_STYLE_POINTS || style == BV_STYLE_POINTS_BOLD)
    text = bv_number_format_fixed ((gint64) llround (number * 100), 2);
  else if (style == BV_STYLE_PERCENT)
    text = g_strdup_printf ("%.1f%%", number * 100);
  else if (style == BV_STYLE_MONEY || style == BV_STYLE_MONEY_BOLD)
    text = bv_number_format_integer ((gint64) llround (number));
  else
    text = g_strdup_printf ("%.0f", number);
  picture_cell (sheet, column, column, text, style);
}

/* Cells */

void
_bv_sheet_clear_rest (gpointer rest)
{
  g_free (((_BvSheetRest *) rest)->text);
}

static void
write_text (BvSheet *sheet, guint column, const char *text, BvStyle style)
{
  worksheet_write_string (
      sheet->worksheet, sheet->row, (lxw_col_t) column, text, sheet->book->styles[style]);
  picture_cell (sheet, column, column, text, style);
}

/* What has no room in the row goes on in the next one. */
static void
write_long_text (BvSheet *sheet, guint column, const char *text, const char *cut, BvStyle style)
{
  _BvSheetRest rest = { .column = column, .style = style, .text = g_strdup (cut) };
  g_autofree char *head = g_strndup (text, (gsize) (cut - text));

  write_text (sheet, column, g_strchomp (head), style);
  g_array_append_val (sheet->book->rest, rest);
}

static void
write_measured (BvSheet *sheet, guint column, const char *text, BvStyle style, guint most)
{
  const BvSheetLook *look = bv_sheet_look_get (style);
  double room = get_room (_bv_sheet_get_width (sheet, column, column + 1), look);
  const char *cut = NULL;
  guint n_lines = bv_sheet_lines_count (text, room, look->size, look->bold, most, &cut);

  if (cut && n_lines - most < FEWEST_LINES)
    bv_sheet_lines_count (text, room, look->size, look->bold, most -= FEWEST_LINES, &cut);
  sheet->height = MAX (sheet->height, get_height (MIN (n_lines, most), look));
  if (cut)
    write_long_text (sheet, column, text, cut, style);
  else
    write_text (sheet, column, text, style);
}

void
bv_sheet_text (BvSheet *sheet, guint column, const char *text, BvStyle style)
{
  if (!text || *text == '\0')
    bv_sheet_blank (sheet, column, style);
  else if (column < sheet->n_columns && bv_sheet_look_get (style)->wrap)
    write_measured (sheet, column, text, style, get_most_lines (sheet));
  else
    write_text (sheet, column, text, style);
}

void
bv_sheet_name (BvSheet *sheet, guint column, const char *name, BvStyle style)
{
  if (!name || *name == '\0')
    bv_sheet_blank (sheet, column, style);
  else
    write_measured (sheet, column, name, style, _BV_SHEET_MOST_LINES);
}

void
bv_sheet_number (BvSheet *sheet, guint column, double number, BvStyle style)
{
  worksheet_write_number (
      sheet->worksheet, sheet->row, (lxw_col_t) column, number, sheet->book->styles[style]);
  picture_number (sheet, column, number, style);
}

void
bv_sheet_points (BvSheet *sheet, guint column, gint64 points, BvStyle style)
{
  bv_sheet_number (sheet, column, (double) points / 100, style);
}

void
bv_sheet_date (BvSheet *sheet, guint column, const char *iso)
{
  lxw_datetime date = { 0 };
  g_autofree char *shown = NULL;

  if (bv_date_is_year (iso)) {
    bv_sheet_number (sheet, column, (double) g_ascii_strtoll (iso, NULL, 10), BV_STYLE_INTEGER);
    return;
  }
  if (!bv_date_is_valid (iso)) {
    bv_sheet_text (sheet, column, iso, BV_STYLE_CENTRE);
    return;
  }
  date.year = (int) g_ascii_strtoll (iso, NULL, 10);
  date.month = (int) g_ascii_strtoll (iso + 5, NULL, 10);
  date.day = (int) g_ascii_strtoll (iso + 8, NULL, 10);
  worksheet_write_datetime (
      sheet->worksheet, sheet->row, (lxw_col_t) column, &date, sheet->book->styles[BV_STYLE_DATE]);
  if (!sheet->book->picture)
    return;
  shown = bv_date_format (iso);
  picture_cell (sheet, column, column, shown, BV_STYLE_DATE);
}

void
bv_sheet_blank (BvSheet *sheet, guint column, BvStyle style)
{
  worksheet_write_blank (
      sheet->worksheet, sheet->row, (lxw_col_t) column, sheet->book->styles[style]);
  picture_cell (sheet, column, column, NULL, style);
}

void
bv_sheet_blanks (BvSheet *sheet, guint first, guint end, BvStyle style)
{
  for (guint i = first; i < end; i++)
    bv_sheet_blank (sheet, i, style);
}

void
bv_sheet_formula (BvSheet *sheet, guint column, const char *formula, double number, BvStyle style)
{
  worksheet_write_formula_num (sheet->worksheet,
                               sheet->row,
                               (lxw_col_t) column,
                               formula,
                               sheet->book->styles[style],
                               number);
  picture_number (sheet, column, number, style);
}

void
bv_sheet_text_formula (
    BvSheet *sheet, guint column, const char *formula, const char *text, BvStyle style)
{
  worksheet_write_formula_str (
      sheet->worksheet, sheet->row, (lxw_col_t) column, formula, sheet->book->styles[style], text);
  picture_cell (sheet, column, column, text, style);
}

void
bv_sheet_helper_heading (BvSheet *sheet, guint column, const char *title, double width)
{
  lxw_format *format = sheet->book->styles[BV_STYLE_HELPER];

  worksheet_set_column (sheet->worksheet, (lxw_col_t) column, (lxw_col_t) column, width, NULL);
  worksheet_write_string (sheet->worksheet, sheet->header_row, (lxw_col_t) column, title, format);
}

void
_bv_sheet_write_across (BvSheet *sheet, guint first, guint last, const char *text, BvStyle style)
{
  lxw_format *format = sheet->book->styles[style];

  picture_cell (sheet, first, last, text, style);
  if (first == last)
    worksheet_write_string (sheet->worksheet, sheet->row, (lxw_col_t) first, text, format);
  else
    worksheet_merge_range (sheet->worksheet,
                           sheet->row,
                           (lxw_col_t) first,
                           sheet->row,
                           (lxw_col_t) last,
                           text,
                           format);
}

/* Rows */

void
_bv_sheet_end_row (BvSheet *sheet, double height, BvSheetRowKind kind)
{
  worksheet_set_row (sheet->worksheet, sheet->row, height, NULL);
  if (sheet->book->picture)
    bv_sheet_picture_end_row (sheet->book->picture, height);
  bv_sheet_pages_add (sheet->book->pages, height, kind);
  sheet->row++;
  sheet->height = 0;
  sheet->most_lines = 0;
}

static void
end_measured_row (BvSheet *sheet, BvSheetRowKind kind)
{
  double least = get_height (1, bv_sheet_look_get (BV_STYLE_TEXT));

  _bv_sheet_end_row (sheet, MAX (sheet->height, least), kind);
}

static void
write_rest (BvSheet *sheet)
{
  g_autoptr (GArray) rest = g_steal_pointer (&sheet->book->rest);

  sheet->book->rest = g_array_new (FALSE, FALSE, sizeof (_BvSheetRest));
  g_array_set_clear_func (sheet->book->rest, _bv_sheet_clear_rest);
  for (guint column = 0, i = 0; column < sheet->n_columns; column++) {
    const _BvSheetRest *part = i < rest->len ? &g_array_index (rest, _BvSheetRest, i) : NULL;

    if (!part || part->column != column) {
      bv_sheet_blank (sheet, column, BV_STYLE_TEXT);
      continue;
    }
    bv_sheet_text (sheet, column, part->text, part->style);
    i++;
  }
  end_measured_row (sheet, BV_SHEET_ROW_LISTED);
}

void
bv_sheet_next_row (BvSheet *sheet)
{
  end_measured_row (sheet, BV_SHEET_ROW_LISTED);
  while (sheet->book->rest->len > 0)
    write_rest (sheet);
}

void
bv_sheet_next_heading (BvSheet *sheet)
{
  end_measured_row (sheet, BV_SHEET_ROW_HEADING);
}

void
bv_sheet_space (BvSheet *sheet, double height)
{
  _bv_sheet_end_row (sheet, height, BV_SHEET_ROW_SPACE);
}

void
_bv_sheet_write_line (BvSheet *sheet, const char *text, BvStyle style, BvSheetRowKind kind)
{
  double width = _bv_sheet_get_width (sheet, 0, sheet->n_columns);
  double height = _bv_sheet_measure (text, width, style);

  _bv_sheet_write_across (sheet, 0, sheet->n_columns - 1, text, style);
  _bv_sheet_end_row (sheet, MIN (height, _BV_SHEET_GREATEST_HEIGHT), kind);
}

void
bv_sheet_group (BvSheet *sheet, const char *text)
{
  _bv_sheet_write_line (sheet, text, BV_STYLE_GROUP, BV_SHEET_ROW_HEADING);
}

void
bv_sheet_note (BvSheet *sheet, const char *text)
{
  _bv_sheet_write_line (sheet, text, BV_STYLE_NOTE, BV_SHEET_ROW_PLAIN);
}
