/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: a heading that comes again on every page, and rows that may break where they are long. */
#include "config.h"

#include "bv-page-layout-private.h"

/* A row goes on on the next page only when it is longer than this share of a page. */
#define SHARE_TO_SPLIT 0.3
#define LEAST_LINES 2
#define ROWS_PER_TELL 50

static BvTextStyle
get_style (guint part, const BvRow *row)
{
  if (part == BV_PART_HEADING)
    return BV_TEXT_HEAD;
  return row->type == BV_ROW_PLAIN ? BV_TEXT_CELL : BV_TEXT_GROUP;
}

static double
sum_widths (const BvDocumentTable *table)
{
  double sum = 0;

  for (guint i = 0; i < table->n_columns; i++)
    sum += table->columns[i].width;
  return sum;
}

/* Where column @i begins; column n_columns is the right edge. */
static double
get_edge (BvSetting *setting, const BvDocumentTable *table, guint i)
{
  double before = 0;

  for (guint j = 0; j < i; j++)
    before += table->columns[j].width;
  return setting->width * before / sum_widths (table);
}

static const char *
get_cell (const BvDocumentTable *table, guint part, guint i)
{
  const BvRow *row;

  if (part == BV_PART_HEADING)
    return table->columns[i].title;
  row = g_ptr_array_index (table->rows, part);
  return row->cells[i];
}

static guint
count_columns (const BvDocumentTable *table, guint part)
{
  const BvRow *row = part == BV_PART_HEADING ? NULL : g_ptr_array_index (table->rows, part);

  return row && row->type == BV_ROW_GROUP ? 1 : table->n_columns;
}

static double
get_cell_width (BvSetting *setting, const BvDocumentTable *table, guint part, guint i)
{
  double end = count_columns (table, part) == 1 ? setting->width : get_edge (setting, table, i + 1);

  return end - get_edge (setting, table, i) - 2 * setting->profile->cell_padding_x;
}

double
_bv_table_get_height (BvSetting *setting, guint n_lines)
{
  return n_lines * bv_typesetter_get_pitch (_bv_setting_get_look (setting, BV_TEXT_CELL))
         + 2 * setting->profile->cell_padding_y;
}

static guint
count_lines (BvSetting *setting, const BvDocumentTable *table, guint part)
{
  const BvRow *row = part == BV_PART_HEADING ? NULL : g_ptr_array_index (table->rows, part);
  const BvTextLook *look = _bv_setting_get_look (setting, get_style (part, row));
  guint most = 1;

  for (guint i = 0; i < count_columns (table, part); i++) {
    guint n = bv_typesetter_count (
        setting->types, get_cell (table, part, i), look, get_cell_width (setting, table, part, i));
    most = MAX (most, n);
  }
  return most;
}

void
_bv_table_measure (BvSetting *setting, const BvBlock *block)
{
  const BvDocumentTable *table = block->table;
  guint n = count_lines (setting, table, BV_PART_HEADING);
  double before = _bv_setting_get_look (setting, BV_TEXT_BODY)->before;

  _bv_setting_add (setting, BV_PART_HEADING, n, before, _bv_table_get_height (setting, n), TRUE);
  for (guint i = 0; i < table->rows->len && !setting->stopped; i++) {
    const BvRow *row = g_ptr_array_index (table->rows, i);
    n = count_lines (setting, table, i);
    _bv_setting_add (setting,
                     i,
                     n,
                     0,
                     _bv_table_get_height (setting, n),
                     block->keep || row->type == BV_ROW_GROUP);
    if (setting->tell && i % ROWS_PER_TELL == 0)
      setting->tell (setting->owner, (double) i / table->rows->len);
  }
}

guint
_bv_table_split (BvSetting *setting, const BvPiece *piece, double height)
{
  double room = height - 2 * setting->profile->cell_padding_y;
  double lines = room / bv_typesetter_get_pitch (_bv_setting_get_look (setting, BV_TEXT_CELL));
  guint fit = lines < LEAST_LINES ? 0 : (guint) lines;

  if (piece->part == BV_PART_HEADING || piece->height < setting->height * SHARE_TO_SPLIT
      || fit == 0)
    return 0;
  return MIN (fit, piece->n - MIN (piece->n, LEAST_LINES));
}

static void
draw_grid (
    BvSetting *setting, const BvDocumentTable *table, const BvPiece *piece, cairo_t *cr, double x)
{
  double line = setting->profile->grid_width;
  double y = piece->y, below = piece->y + piece->height;
  guint n = count_columns (table, piece->part);

  _bv_setting_draw_line (setting, cr, x, y, x + setting->width, y, line);
  _bv_setting_draw_line (setting, cr, x, below, x + setting->width, below, line);
  for (guint i = 0; i <= n; i++) {
    double edge = n == 1 ? i * setting->width : get_edge (setting, table, i);
    _bv_setting_draw_line (setting, cr, x + edge, y, x + edge, below, line);
  }
}

/* Short texts stand in the middle of a row that is whole. */
static void
draw_cell (BvSetting *setting,
           const BvDocumentTable *table,
           const BvPiece *piece,
           guint i,
           cairo_t *cr,
           double x)
{
  const BvRow *row = piece->part == BV_PART_HEADING ? NULL
                                                    : g_ptr_array_index (table->rows, piece->part);
  BvTextLook look = *_bv_setting_get_look (setting, get_style (piece->part, row));
  const char *cell = get_cell (table, piece->part, i);
  double y = piece->y + setting->profile->cell_padding_y;
  g_autoptr (PangoLayout) layout = NULL;
  guint n;

  if (!*cell)
    return;
  if (row && row->type != BV_ROW_GROUP)
    look.align = table->columns[i].align;
  layout = bv_typesetter_set (
      setting->types, cell, &look, get_cell_width (setting, table, piece->part, i));
  n = (guint) pango_layout_get_line_count (layout);
  if (piece->n == piece->room)
    y += (piece->n - MIN (n, piece->n)) * bv_typesetter_get_pitch (&look) / 2;
  if (piece->first < n)
    bv_typesetter_show (setting->types,
                        cr,
                        layout,
                        &look,
                        x + get_edge (setting, table, i) + setting->profile->cell_padding_x,
                        y,
                        piece->first,
                        piece->n);
}

void
_bv_table_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  draw_grid (setting, block->table, piece, cr, x);
  for (guint i = 0; i < count_columns (block->table, piece->part); i++)
    draw_cell (setting, block->table, piece, i, cr, x);
}
