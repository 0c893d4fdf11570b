/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the table of every sheet: A4 landscape, official heading of Nghị định
 * 30/2020/NĐ-CP, title, signatures, ends of pages. */
#include "config.h"

#include "bv-date.h"
#include "bv-sheet-private.h"

#include <math.h>

#define SIGNATURE_SPACE 8.0
#define SIGNATURE_HEIGHT 128.0
#define MILLIMETRES_PER_INCH 25.4
#define POINTS_PER_MILLIMETRE (72 / MILLIMETRES_PER_INCH)
#define MARGIN_LEFT 30
#define MARGIN_RIGHT 15
#define MARGIN_TOP 20
#define MARGIN_BOTTOM 20
/* Programs differ a little in what they get on a page: each page is ended a little early, so that
 * none ends it earlier still. */
#define PART_OF_PAGE 0.965
/* Excel takes 1 026 in a sheet, libxlsxwriter a few less. */
#define MOST_BREAKS 1000

/* The first column of the heading's right block: where the edge lies nearest to the middle. */
static guint
find_middle (const BvSheet *sheet)
{
  double half = _bv_sheet_get_width (sheet, 0, sheet->n_columns) * 0.46;
  double width = 0;
  guint best = 1;

  for (guint i = 1; i < sheet->n_columns; i++) {
    double before = width;

    width = _bv_sheet_get_width (sheet, 0, i);
    if (i == 1 || fabs (width - half) < fabs (before - half))
      best = i;
    else
      break;
  }
  return best;
}

/* @height is for one line. */
static void
write_heading_row (BvSheet *sheet,
                   const char *left,
                   BvStyle left_style,
                   const char *right,
                   BvStyle right_style,
                   double height)
{
  guint middle = find_middle (sheet);
  double left_width = _bv_sheet_get_width (sheet, 0, middle);
  double right_width = _bv_sheet_get_width (sheet, middle, sheet->n_columns);
  double needed = MAX (_bv_sheet_measure (left, left_width, left_style),
                       _bv_sheet_measure (right, right_width, right_style));

  _bv_sheet_write_across (sheet, 0, middle - 1, left, left_style);
  _bv_sheet_write_across (sheet, middle, sheet->n_columns - 1, right, right_style);
  _bv_sheet_end_row (sheet, needed > height * 1.5 ? needed : height, BV_SHEET_ROW_PLAIN);
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
  bv_sheet_space (sheet, 8);
  _bv_sheet_write_line (sheet, title, BV_STYLE_TITLE, BV_SHEET_ROW_PLAIN);
  _bv_sheet_write_line (sheet, text, BV_STYLE_SUBTITLE, BV_SHEET_ROW_PLAIN);
  bv_sheet_space (sheet, 8);
}

/* What "one page wide" makes of the sheet: whole per cents, never more than 100. */
static double
get_scale (const BvSheet *sheet)
{
  double paper = (297 - MARGIN_LEFT - MARGIN_RIGHT) * POINTS_PER_MILLIMETRE;
  double width = _bv_sheet_get_width (sheet, 0, sheet->n_columns);

  return MIN (1, floor (paper / width * 100) / 100);
}

static void
plan_pages (BvSheet *sheet)
{
  double scale = get_scale (sheet);
  double paper = (210 - MARGIN_TOP - MARGIN_BOTTOM) * POINTS_PER_MILLIMETRE;
  double inner = (297 - MARGIN_LEFT - MARGIN_RIGHT) * POINTS_PER_MILLIMETRE;
  double width = _bv_sheet_get_width (sheet, 0, sheet->n_columns) * scale;
  BvBook *book = sheet->book;

  g_clear_pointer (&book->pages, bv_sheet_pages_free);
  book->pages = bv_sheet_pages_new (paper / scale * PART_OF_PAGE);
  if (book->rest)
    g_array_set_size (book->rest, 0);
  else
    book->rest = g_array_new (FALSE, FALSE, sizeof (_BvSheetRest));
  g_array_set_clear_func (book->rest, _bv_sheet_clear_rest);
  if (!book->picture)
    return;
  bv_sheet_picture_free (book->picture);
  book->picture = bv_sheet_picture_new (scale,
                                        MARGIN_LEFT * POINTS_PER_MILLIMETRE
                                            + MAX (0, inner - width) / 2,
                                        MARGIN_TOP * POINTS_PER_MILLIMETRE,
                                        MARGIN_TOP * POINTS_PER_MILLIMETRE + paper);
}

static void
set_up_page (BvSheet *sheet)
{
  lxw_worksheet *worksheet = sheet->worksheet;

  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, 9); /* A4 */
  worksheet_set_margins (worksheet,
                         MARGIN_LEFT / MILLIMETRES_PER_INCH,
                         MARGIN_RIGHT / MILLIMETRES_PER_INCH,
                         MARGIN_TOP / MILLIMETRES_PER_INCH,
                         MARGIN_BOTTOM / MILLIMETRES_PER_INCH);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_center_horizontally (worksheet);
  worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_footer (worksheet, "&C&\"" BV_SHEET_FONT ",Regular\"&11Trang &P / &N");
  for (guint i = 0; i < sheet->n_columns; i++)
    worksheet_set_column (worksheet, (lxw_col_t) i, (lxw_col_t) i, sheet->columns[i].width, NULL);
}

static void
write_table_heading (BvSheet *sheet)
{
  double height;

  sheet->header_row = sheet->row;
  for (guint i = 0; i < sheet->n_columns; i++)
    bv_sheet_text (sheet, i, sheet->columns[i].title, BV_STYLE_TH);
  sheet->height += _BV_SHEET_ROW_PADDING;
  height = sheet->height;
  bv_sheet_next_heading (sheet);
  bv_sheet_pages_repeat (sheet->book->pages, height);
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
  plan_pages (sheet);
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

  *sheet = (BvSheet){
    .book = book, .columns = columns, .n_columns = n_columns, .whole_rows = TRUE
  };
  sheet->worksheet = workbook_add_worksheet (book->workbook, name);
  plan_pages (sheet);
  set_up_page (sheet);
  _bv_sheet_write_line (sheet, capitals, BV_STYLE_TITLE, BV_SHEET_ROW_PLAIN);
  for (guint i = 0; i < n_lines; i++)
    _bv_sheet_write_line (sheet, lines[i], BV_STYLE_SUBTITLE, BV_SHEET_ROW_PLAIN);
  bv_sheet_space (sheet, 8);
  write_table_heading (sheet);
}

gboolean
bv_sheet_go_on (BvBook *book, GError **error)
{
  bv_read_span_breathe (&book->reading);
  return !g_cancellable_set_error_if_cancelled (book->cancellable, error);
}

void
bv_sheet_clear_book (BvBook *book)
{
  g_clear_pointer (&book->pages, bv_sheet_pages_free);
  g_clear_pointer (&book->rest, g_array_unref);
  g_clear_pointer (&book->picture, bv_sheet_picture_free);
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
  g_autofree char *all = g_strconcat (title, middle, below, NULL);

  _bv_sheet_write_across (sheet, first, last, sheet->book->picture ? all : "", BV_STYLE_SIGN_BOLD);
  worksheet_write_rich_string (sheet->worksheet, sheet->row, (lxw_col_t) first, list, bold);
}

static void
write_signature (BvSheet *sheet)
{
  BvRecord *own = sheet->book->own;
  g_autofree char *title = g_utf8_strup (bv_record_get_text (own, "head_title"), -1);
  guint middle = find_middle (sheet);

  bv_sheet_pages_keep (sheet->book->pages, SIGNATURE_SPACE + SIGNATURE_HEIGHT);
  bv_sheet_space (sheet, SIGNATURE_SPACE);
  write_signer (sheet, 0, middle - 1, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "");
  write_signer (sheet,
                middle,
                sheet->n_columns - 1,
                *title ? title : "THỦ TRƯỞNG CƠ QUAN",
                "(Ký tên, đóng dấu)",
                bv_record_get_text (own, "head_name"));
  _bv_sheet_end_row (sheet, SIGNATURE_HEIGHT, BV_SHEET_ROW_PLAIN);
}

static void
end_pages (BvSheet *sheet)
{
  guint n;
  const guint32 *rows = bv_sheet_pages_get_breaks (sheet->book->pages, &n);
  g_autofree lxw_row_t *breaks = NULL;

  if (n == 0)
    return;
  breaks = g_new0 (lxw_row_t, MOST_BREAKS + 1);
  for (guint i = 0; i < MIN (n, MOST_BREAKS); i++)
    breaks[i] = rows[i];
  breaks[MIN (n, MOST_BREAKS) - 1] = rows[n - 1]; /* the signature is not alone */
  worksheet_set_h_pagebreaks (sheet->worksheet, breaks);
}

void
bv_sheet_end (BvSheet *sheet, gboolean signature)
{
  guint last_row = sheet->row;
  lxw_col_t last_column = (lxw_col_t) (sheet->n_columns - 1);

  if (signature)
    write_signature (sheet);
  end_pages (sheet);
  if (last_row > sheet->header_row + 1 && !sheet->no_filter)
    worksheet_autofilter (sheet->worksheet, sheet->header_row, 0, last_row - 1, last_column);
  if (!sheet->no_repeat)
    worksheet_repeat_rows (sheet->worksheet, sheet->header_row, sheet->header_row);
  worksheet_freeze_panes (sheet->worksheet, sheet->header_row + 1, 0);
  worksheet_print_area (
      sheet->worksheet, 0, 0, MAX (sheet->row, sheet->header_row + 1) - 1, last_column);
}
