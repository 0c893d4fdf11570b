/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of the sheet "Tổng hợp": they look at its cells, and stand on a page of their own. */
#include "config.h"

#include "bv-sheet-private.h"
#include "bv-sheet-summary-private.h"

#include <math.h>

/* More bars than this cannot be read. */
#define MOST_BARS 24
#define ROW_HEIGHT 15.0
#define PIXELS_PER_POINT (96.0 / 72)
/* Of libxlsxwriter, in pixels. */
#define CHART_WIDTH 480.0
#define CHART_HEIGHT 288.0
#define FRAME 2
#define GAP 8.0
#define FORMS_HEIGHT 225.0 /* whole rows */
#define BAR_HEIGHT 22.0
#define AROUND_BARS 95.0

/* Dark and pale: told apart on a grey printer too. */
static const struct
{
  lxw_color_t fill, text;
} tones[] = { { 0x1F3A5F, 0xFFFFFF }, { 0xF2C76B, 0x000000 } };

typedef struct
{
  const char *title, *category, *value;
  guint8 type;
  guint columns[2];
  _BvSummaryRows rows;
} Chart;

static lxw_chart_font
make_font (double size, gboolean bold)
{
  return (lxw_chart_font){ .name = (char *) BV_SHEET_FONT,
                           .size = size,
                           .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE };
}

static void
add_series (BvSheet *sheet, lxw_chart *chart, const Chart *plan, guint index)
{
  const char *name = bv_workbook_choice_name_sheet (BV_WORKBOOK_SUMMARY);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = tones[index].fill };
  lxw_chart_line line = { .color = 0x404040, .width = 0.5 };
  lxw_chart_font font = make_font (10, FALSE);
  lxw_col_t column = (lxw_col_t) plan->columns[index];
  guint last = plan->rows.first + plan->rows.n - 1;

  font.color = tones[index].text;
  chart_series_set_categories (series,
                               name,
                               plan->rows.first,
                               (lxw_col_t) sheet->n_columns,
                               last,
                               (lxw_col_t) sheet->n_columns);
  chart_series_set_values (series, name, plan->rows.first, column, last, column);
  chart_series_set_name_range (series, name, sheet->header_row, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
  chart_series_set_labels (series);
  /* nothing where there is nothing */
  chart_series_set_labels_num_format (series, "0;;;");
  chart_series_set_labels_font (series, &font);
}

static void
name_axis (lxw_chart_axis *axis, const char *name)
{
  lxw_chart_font font = make_font (11, FALSE);
  lxw_chart_font numbers = make_font (10, FALSE);

  font.italic = LXW_TRUE;
  chart_axis_set_name (axis, name);
  chart_axis_set_name_font (axis, &font);
  chart_axis_set_num_font (axis, &numbers);
}

static guint
find_greatest (const GPtrArray *lines, const guint *columns)
{
  guint greatest = 0;

  for (guint i = 0; i < lines->len; i++) {
    const BvSummaryLine *line = g_ptr_array_index (lines, i);

    greatest = MAX (greatest,
                    line->counts[columns[0] - _BV_SUMMARY_FIRST]
                        + line->counts[columns[1] - _BV_SUMMARY_FIRST]);
  }
  return greatest;
}

/* People are counted in whole numbers, also along the axis. */
static void
set_steps (lxw_chart_axis *axis, guint greatest)
{
  chart_axis_set_num_format (axis, "0");
  chart_axis_set_min (axis, 0);
  if (greatest <= 10)
    chart_axis_set_major_unit (axis, 1);
}

static void
insert_chart (BvSheet *sheet,
              const Chart *plan,
              const GPtrArray *lines,
              guint row,
              double x,
              double width,
              double height)
{
  lxw_chart *chart = workbook_add_chart (sheet->book->workbook, plan->type);
  gboolean lying = plan->type == LXW_CHART_BAR_STACKED;
  lxw_chart_axis *categories = lying ? chart->y_axis : chart->x_axis;
  lxw_chart_axis *values = lying ? chart->x_axis : chart->y_axis;
  lxw_chart_font title = make_font (13, TRUE);
  lxw_chart_font legend = make_font (11, FALSE);
  lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = (char *) plan->title };

  chart_title_set_name (chart, plan->title);
  chart_title_set_name_font (chart, &title);
  for (guint i = 0; i < 2; i++)
    add_series (sheet, chart, plan, i);
  name_axis (categories, plan->category);
  name_axis (values, plan->value);
  chart_axis_set_interval_unit (categories, 1);
  set_steps (values, find_greatest (lines, plan->columns));
  if (lying) {
    /* the first unit on top, the numbers below */
    chart_axis_set_reverse (categories);
    chart_axis_set_crossing_max (categories);
  }
  chart_legend_set_position (chart, LXW_CHART_LEGEND_TOP);
  chart_legend_set_font (chart, &legend);
  options.y_offset = FRAME; /* it belongs to this page, not to the one before */
  options.x_offset = (int32_t) (x * PIXELS_PER_POINT);
  options.x_scale = width * PIXELS_PER_POINT / CHART_WIDTH;
  options.y_scale = (height * PIXELS_PER_POINT - 2 * FRAME) / CHART_HEIGHT;
  worksheet_insert_chart_opt (sheet->worksheet, row, 0, chart, &options);
}

/* In whole rows. */
static double
round_up (double height)
{
  return ceil (height / ROW_HEIGHT) * ROW_HEIGHT;
}

/* Rows for charts to lie on. */
static void
leave_room (BvSheet *sheet, double height)
{
  for (double used = 0; used + 1 < height; used += ROW_HEIGHT)
    bv_sheet_space (sheet, ROW_HEIGHT);
}

static void
draw_units (BvSheet *sheet, const GPtrArray *lines, _BvSummaryRows rows, double width)
{
  const Chart plan = { .title = "Số đề nghị khen thưởng theo đơn vị",
                       .category = "Đơn vị",
                       .value = "Số đề nghị",
                       .type = LXW_CHART_BAR_STACKED,
                       .columns = { _BV_SUMMARY_FIRST + BV_COUNT_COLLECTIVES,
                                    _BV_SUMMARY_FIRST + BV_COUNT_INDIVIDUALS },
                       .rows = rows };
  double page = bv_sheet_pages_get_left (sheet->book->pages) - ROW_HEIGHT - GAP;
  double height = MIN (rows.n * BAR_HEIGHT + AROUND_BARS, page);

  if (rows.n > MOST_BARS) {
    bv_sheet_note (sheet, "Biểu đồ theo đơn vị không vẽ vì có quá nhiều đơn vị: xem bảng.");
    return;
  }
  insert_chart (sheet, &plan, lines, sheet->row, 0, width, height);
  leave_room (sheet, round_up (height + GAP));
}

static void
draw_forms (BvSheet *sheet, const GPtrArray *lines, _BvSummaryRows rows, double width)
{
  const Chart who = { .title = "Tập thể và cá nhân theo hình thức",
                      .category = "Hình thức khen thưởng",
                      .value = "Số đề nghị",
                      .type = LXW_CHART_COLUMN_STACKED,
                      .columns = { _BV_SUMMARY_FIRST + BV_COUNT_COLLECTIVES,
                                   _BV_SUMMARY_FIRST + BV_COUNT_INDIVIDUALS },
                      .rows = rows };
  const Chart sex = { .title = "Cá nhân nam và nữ theo hình thức",
                      .category = "Hình thức khen thưởng",
                      .value = "Số cá nhân",
                      .type = LXW_CHART_COLUMN_STACKED,
                      .columns = { _BV_SUMMARY_FIRST + BV_COUNT_MEN,
                                   _BV_SUMMARY_FIRST + BV_COUNT_WOMEN },
                      .rows = rows };
  double half = floor ((width - GAP) / 2);
  double height = FORMS_HEIGHT;

  insert_chart (sheet, &who, lines, sheet->row, 0, half, height);
  insert_chart (sheet, &sex, lines, sheet->row, half + GAP, half, height);
  leave_room (sheet, height);
}

void
_bv_sheet_summary_draw (BvSheet *sheet,
                        const BvSummaryCount *count,
                        _BvSummaryRows units,
                        _BvSummaryRows forms)
{
  double width = _bv_sheet_get_width (sheet, 0, sheet->n_columns) - 2;

  bv_sheet_pages_break (sheet->book->pages);
  draw_units (sheet, count->units, units, width);
  bv_sheet_pages_need (sheet->book->pages, FORMS_HEIGHT);
  draw_forms (sheet, count->forms, forms, width);
}
