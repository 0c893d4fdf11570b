/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout that all sheets share: A4 landscape, official heading of Nghị định 30/2020/NĐ-CP, thin
 * borders. */
#include "config.h"

#include "bv-sheet.h"

#include "bv-date.h"

#include <math.h>

#define FONT "Times New Roman"
#define TABLE_SIZE 11
/* Excel measures widths in characters of its default font; Times 11 packs a little tighter. */
#define CHARACTERS_PER_WIDTH 1.22
/* Bold letters are wider. */
#define BOLD_FACTOR 0.92
#define LINE_HEIGHT 13.2
#define ROW_PADDING 5.0
#define SIGNATURE_HEIGHT 128.0
/* Excel refuses higher rows. */
#define GREATEST_HEIGHT 409.0
#define MILLIMETRES_PER_INCH 25.4

typedef struct
{
  double size;
  gboolean bold, italic, wrap, border;
  guint8 align;
  const char *number_format;
  lxw_color_t background;
  gboolean underline;
  lxw_color_t colour;
} Look;

/* clang-format off */
static const Look looks[BV_N_STYLES] = {
  [BV_STYLE_HEADING]      = { .size = 12, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_HEADING_BOLD] = { .size = 12, .bold = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_MOTTO]        = { .size = 13, .bold = TRUE, .align = LXW_ALIGN_CENTER, .underline = TRUE },
  [BV_STYLE_RULE]         = { .size = 6, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_PLACE]        = { .size = 13, .italic = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_TITLE]        = { .size = 14, .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_SUBTITLE]     = { .size = 13, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_TH]           = { .size = TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER, .background = 0xE8ECF3 },
  [BV_STYLE_GROUP]        = { .size = TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT, .background = 0xF6F1E1 },
  [BV_STYLE_TEXT]         = { .size = TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_TEXT_BOLD]    = { .size = TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_CENTRE]       = { .size = TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_INTEGER]      = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_CENTER, .number_format = "0" },
  [BV_STYLE_POINTS]       = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.00" },
  [BV_STYLE_POINTS_BOLD]  = { .size = TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.00" },
  [BV_STYLE_MONEY]        = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "#,##0" },
  [BV_STYLE_MONEY_BOLD]   = { .size = TABLE_SIZE, .bold = TRUE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "#,##0" },
  [BV_STYLE_NUMBER]       = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "General" },
  [BV_STYLE_PERCENT]      = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_RIGHT, .number_format = "0.0%" },
  [BV_STYLE_DATE]         = { .size = TABLE_SIZE, .border = TRUE, .align = LXW_ALIGN_CENTER, .number_format = "dd/mm/yyyy" },
  [BV_STYLE_LINK]         = { .size = TABLE_SIZE, .wrap = TRUE, .border = TRUE, .underline = TRUE, .align = LXW_ALIGN_LEFT, .colour = 0x0563C1 },
  [BV_STYLE_RED]          = { .size = TABLE_SIZE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_LEFT, .colour = 0xC00000 },
  [BV_STYLE_WARNING]      = { .size = TABLE_SIZE, .bold = TRUE, .wrap = TRUE, .border = TRUE, .align = LXW_ALIGN_CENTER, .colour = 0x9C2A00, .background = 0xFDEBD8 },
  [BV_STYLE_HELPER]       = { .size = 9, .align = LXW_ALIGN_CENTER, .wrap = TRUE, .colour = 0x6B7280 },
  [BV_STYLE_NOTE]         = { .size = TABLE_SIZE, .italic = TRUE, .wrap = TRUE, .align = LXW_ALIGN_LEFT },
  [BV_STYLE_SIGN]         = { .size = 13, .italic = TRUE, .align = LXW_ALIGN_CENTER },
  [BV_STYLE_SIGN_BOLD]    = { .size = 13, .bold = TRUE, .wrap = TRUE, .align = LXW_ALIGN_CENTER },
};
/* clang-format on */

static lxw_format *
make_format (lxw_workbook *workbook, const Look *look)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, look->size);
  format_set_align (format, look->align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->border && look->align != LXW_ALIGN_CENTER)
    format_set_indent (format, 1);
  if (look->border)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->underline)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (look->number_format)
    format_set_num_format (format, look->number_format);
  if (look->background)
    format_set_bg_color (format, look->background);
  if (look->colour)
    format_set_font_color (format, look->colour);
  return format;
}

void
bv_sheet_make_styles (BvBook *book)
{
  for (guint i = 0; i < BV_N_STYLES; i++)
    book->styles[i] = make_format (book->workbook, &looks[i]);
}

const char *
bv_sheet_name_band (BvBand band)
{
  static const char *const names[] = {
    "", "Không hoàn thành", "Hoàn thành", "Hoàn thành tốt", "Hoàn thành xuất sắc"
  };

  return names[band];
}

/* Cells */

static double
measure (const BvSheet *sheet, guint column, const char *text, BvStyle style)
{
  double width = sheet->columns[column].width * CHARACTERS_PER_WIDTH * TABLE_SIZE
                 / looks[style].size;
  double lines = 0;
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i]; i++)
    lines += MAX (1, ceil ((double) g_utf8_strlen (parts[i], -1) / MAX (1, width - 1)));
  return lines * LINE_HEIGHT + ROW_PADDING;
}

void
bv_sheet_text (BvSheet *sheet, guint column, const char *text, BvStyle style)
{
  if (!text || *text == '\0') {
    bv_sheet_blank (sheet, column, style);
    return;
  }
  worksheet_write_string (
      sheet->worksheet, sheet->row, (lxw_col_t) column, text, sheet->book->styles[style]);
  if (column < sheet->n_columns && looks[style].wrap)
    sheet->height = MAX (sheet->height, measure (sheet, column, text, style));
}

void
bv_sheet_number (BvSheet *sheet, guint column, double number, BvStyle style)
{
  worksheet_write_number (
      sheet->worksheet, sheet->row, (lxw_col_t) column, number, sheet->book->styles[style]);
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

  if (!bv_date_is_valid (iso)) {
    bv_sheet_text (sheet, column, iso, BV_STYLE_CENTRE);
    return;
  }
  date.year = (int) g_ascii_strtoll (iso, NULL, 10);
  date.month = (int) g_ascii_strtoll (iso + 5, NULL, 10);
  date.day = (int) g_ascii_strtoll (iso + 8, NULL, 10);
  worksheet_write_datetime (
      sheet->worksheet, sheet->row, (lxw_col_t) column, &date, sheet->book->styles[BV_STYLE_DATE]);
}

void
bv_sheet_blank (BvSheet *sheet, guint column, BvStyle style)
{
  worksheet_write_blank (
      sheet->worksheet, sheet->row, (lxw_col_t) column, sheet->book->styles[style]);
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
}

void
bv_sheet_text_formula (
    BvSheet *sheet, guint column, const char *formula, const char *text, BvStyle style)
{
  worksheet_write_formula_str (
      sheet->worksheet, sheet->row, (lxw_col_t) column, formula, sheet->book->styles[style], text);
}

void
bv_sheet_next_row (BvSheet *sheet)
{
  double height = CLAMP (sheet->height, LINE_HEIGHT + ROW_PADDING, GREATEST_HEIGHT);

  worksheet_set_row (sheet->worksheet, sheet->row, height, NULL);
  sheet->row++;
  sheet->height = 0;
}

/* @text over the columns @first to @last of the present row. */
static void
write_across (BvSheet *sheet, guint first, guint last, const char *text, BvStyle style)
{
  lxw_format *format = sheet->book->styles[style];

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

static double
get_total_width (const BvSheet *sheet)
{
  double total = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    total += sheet->columns[i].width;
  return total;
}

static double
measure_across (const BvSheet *sheet, const char *text, double size)
{
  double width = get_total_width (sheet) * CHARACTERS_PER_WIDTH * TABLE_SIZE / size;
  double lines = ceil ((double) g_utf8_strlen (text, -1) / MAX (1, width - 2));

  return MAX (1, lines) * LINE_HEIGHT * size / TABLE_SIZE + ROW_PADDING;
}

static void
write_line (BvSheet *sheet, const char *text, BvStyle style)
{
  write_across (sheet, 0, sheet->n_columns - 1, text, style);
  sheet->height = measure_across (sheet, text, looks[style].size);
  bv_sheet_next_row (sheet);
}

void
bv_sheet_group (BvSheet *sheet, const char *text)
{
  write_line (sheet, text, BV_STYLE_GROUP);
}

void
bv_sheet_note (BvSheet *sheet, const char *text)
{
  write_line (sheet, text, BV_STYLE_NOTE);
}

/* The first column of the heading's right block: where the edge lies nearest to the middle. */
static guint
find_middle (const BvSheet *sheet)
{
  double half = get_total_width (sheet) * 0.46;
  double width = 0;
  guint best = 1;

  for (guint i = 1; i < sheet->n_columns; i++) {
    double before = width;

    width += sheet->columns[i - 1].width;
    if (i == 1 || fabs (width - half) < fabs (before - half))
      best = i;
    else
      break;
  }
  return best;
}

static void
write_heading_row (BvSheet *sheet,
                   const char *left,
                   BvStyle left_style,
                   const char *right,
                   BvStyle right_style,
                   double height)
{
  guint middle = find_middle (sheet);

  write_across (sheet, 0, middle - 1, left, left_style);
  write_across (sheet, middle, sheet->n_columns - 1, right, right_style);
  worksheet_set_row (sheet->worksheet, sheet->row++, height, NULL);
}

static void
write_heading (BvSheet *sheet)
{
  BvRecord *own = sheet->book->own;
  g_autofree char *superior = g_utf8_strup (bv_record_get_text (own, "superior"), -1);
  g_autofree char *name = g_utf8_strup (bv_record_get_text (own, "name"), -1);
  const char *place = bv_record_get_text (own, "place");
  g_autofree char *today = bv_date_today ();
  g_autofree char *dated = g_strdup_printf (
      "%s%sngày ..... tháng ..... năm %.4s", place, *place ? ", " : "", today);

  write_heading_row (sheet,
                     superior,
                     BV_STYLE_HEADING,
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     BV_STYLE_HEADING_BOLD,
                     18);
  write_heading_row (
      sheet, name, BV_STYLE_HEADING_BOLD, "Độc lập - Tự do - Hạnh phúc", BV_STYLE_MOTTO, 19);
  write_heading_row (sheet, "____________________", BV_STYLE_RULE, "", BV_STYLE_RULE, 9);
  write_heading_row (sheet, "", BV_STYLE_HEADING, dated, BV_STYLE_PLACE, 22);
}

static void
write_title (BvSheet *sheet, const char *title)
{
  BvRecord *movement = sheet->book->movement;
  g_autofree char *from = bv_date_format (bv_record_get_text (movement, "start_on"));
  g_autofree char *to = bv_date_format (bv_record_get_text (movement, "end_on"));
  g_autofree char *period = *from && *to ? g_strdup_printf (" (từ %s đến %s)", from, to)
                                         : g_strdup ("");
  g_autofree char *text = g_strconcat (bv_record_get_text (movement, "title"), period, NULL);

  g_strdelimit (text, "\n", ' ');
  worksheet_set_row (sheet->worksheet, sheet->row++, 8, NULL);
  write_line (sheet, title, BV_STYLE_TITLE);
  write_line (sheet, text, BV_STYLE_SUBTITLE);
  worksheet_set_row (sheet->worksheet, sheet->row++, 8, NULL);
}

static void
set_up_page (BvSheet *sheet)
{
  lxw_worksheet *worksheet = sheet->worksheet;

  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, 9); /* A4 */
  worksheet_set_margins (worksheet,
                         30 / MILLIMETRES_PER_INCH,
                         15 / MILLIMETRES_PER_INCH,
                         20 / MILLIMETRES_PER_INCH,
                         20 / MILLIMETRES_PER_INCH);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_center_horizontally (worksheet);
  worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_footer (worksheet, "&C&\"" FONT ",Regular\"&11Trang &P / &N");
  for (guint i = 0; i < sheet->n_columns; i++)
    worksheet_set_column (worksheet, (lxw_col_t) i, (lxw_col_t) i, sheet->columns[i].width, NULL);
}

static void
write_table_heading (BvSheet *sheet)
{
  sheet->header_row = sheet->row;
  for (guint i = 0; i < sheet->n_columns; i++)
    bv_sheet_text (sheet, i, sheet->columns[i].title, BV_STYLE_TH);
  sheet->height += ROW_PADDING;
  bv_sheet_next_row (sheet);
}

void
bv_sheet_begin (BvSheet *sheet,
                BvBook *book,
                const char *name,
                const char *title,
                const BvSheetColumn *columns,
                guint n_columns)
{
  *sheet = (BvSheet){ .book = book, .columns = columns, .n_columns = n_columns };
  sheet->worksheet = workbook_add_worksheet (book->workbook, name);
  set_up_page (sheet);
  write_heading (sheet);
  write_title (sheet, title);
  write_table_heading (sheet);
}

void
bv_sheet_begin_list (BvSheet *sheet,
                     BvBook *book,
                     const char *name,
                     const char *title,
                     const char *const *lines,
                     guint n_lines,
                     const BvSheetColumn *columns,
                     guint n_columns)
{
  g_autofree char *capitals = g_utf8_strup (title, -1);

  *sheet = (BvSheet){ .book = book, .columns = columns, .n_columns = n_columns };
  sheet->worksheet = workbook_add_worksheet (book->workbook, name);
  set_up_page (sheet);
  write_line (sheet, capitals, BV_STYLE_TITLE);
  for (guint i = 0; i < n_lines; i++)
    write_line (sheet, lines[i], BV_STYLE_SUBTITLE);
  worksheet_set_row (sheet->worksheet, sheet->row++, 8, NULL);
  write_table_heading (sheet);
}

/* Who signs, how, room for it, the name: parts of one cell, so that no page ends between them. */
static void
write_signer (
    BvSheet *sheet, guint first, guint last, const char *title, const char *how, const char *name)
{
  lxw_format *bold = sheet->book->styles[BV_STYLE_SIGN_BOLD];
  lxw_format *plain = sheet->book->styles[BV_STYLE_SIGN];
  g_autofree char *below = g_strdup_printf ("\n\n\n\n\n%s", *name ? name : " ");
  g_autofree char *middle = g_strdup_printf ("\n%s", how);
  lxw_rich_string_tuple parts[] = { { .format = bold, .string = (char *) title },
                                    { .format = plain, .string = middle },
                                    { .format = bold, .string = below } };
  lxw_rich_string_tuple *list[] = { &parts[0], &parts[1], &parts[2], NULL };

  write_across (sheet, first, last, "", BV_STYLE_SIGN_BOLD);
  worksheet_write_rich_string (sheet->worksheet, sheet->row, (lxw_col_t) first, list, bold);
}

static void
write_signature (BvSheet *sheet)
{
  BvRecord *own = sheet->book->own;
  g_autofree char *title = g_utf8_strup (bv_record_get_text (own, "head_title"), -1);
  guint middle = find_middle (sheet);

  worksheet_set_row (sheet->worksheet, sheet->row++, 8, NULL);
  write_signer (sheet, 0, middle - 1, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "");
  write_signer (sheet,
                middle,
                sheet->n_columns - 1,
                *title ? title : "THỦ TRƯỞNG CƠ QUAN",
                "(Ký tên, đóng dấu)",
                bv_record_get_text (own, "head_name"));
  worksheet_set_row (sheet->worksheet, sheet->row++, SIGNATURE_HEIGHT, NULL);
}

void
bv_sheet_end (BvSheet *sheet, gboolean signature)
{
  guint last_row = sheet->row;
  lxw_col_t last_column = (lxw_col_t) (sheet->n_columns - 1);

  if (signature)
    write_signature (sheet);
  if (last_row > sheet->header_row + 1)
    worksheet_autofilter (sheet->worksheet, sheet->header_row, 0, last_row - 1, last_column);
  worksheet_repeat_rows (sheet->worksheet, sheet->header_row, sheet->header_row);
  worksheet_freeze_panes (sheet->worksheet, sheet->header_row + 1, 0);
  worksheet_print_area (
      sheet->worksheet, 0, 0, MAX (sheet->row, sheet->header_row + 1) - 1, last_column);
}
