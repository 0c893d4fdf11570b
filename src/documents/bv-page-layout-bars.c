/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of bars: labels on the left, each bar with its value at its end; fit for a black printer.
 */
#include "config.h"

#include "bv-page-layout-private.h"

#define BEFORE 10.0
#define TITLE_GAP 6.0
#define BAR_PITCH 20.0
#define BAR_HEIGHT 12.0
#define LABEL_WIDTH 0.4
#define VALUE_WIDTH 0.12
#define GAP 6.0
#define AXIS_WIDTH 0.75

static const double colour[3] = { 0.16, 0.33, 0.56 };

static gint64
find_greatest (const BvBlock *block)
{
  gint64 greatest = 1;

  for (guint i = 0; i < block->n; i++)
    greatest = MAX (greatest, g_array_index (block->values, gint64, i));
  return greatest;
}

static double
get_bar_height (BvSetting *setting, const BvBlock *block, guint i)
{
  const BvTextLook *look = _bv_setting_get_look (setting, BV_TEXT_CELL);
  guint n = bv_typesetter_count (
      setting->types, _bv_block_get (block, 1 + 2 * i), look, setting->width * LABEL_WIDTH - GAP);

  return MAX (BAR_PITCH, n * bv_typesetter_get_pitch (look) + BAR_PITCH - BAR_HEIGHT);
}

static double
get_title_height (BvSetting *setting, const BvBlock *block)
{
  const BvTextLook *look = _bv_setting_get_look (setting, BV_TEXT_HEAD);

  return bv_typesetter_count (setting->types, _bv_block_get (block, 0), look, setting->width)
             * bv_typesetter_get_pitch (look)
         + TITLE_GAP;
}

/* A piece for the title and one for each bar, all on one page as far as they fit. */
void
_bv_bars_measure (BvSetting *setting, const BvBlock *block)
{
  _bv_setting_add (setting, BV_PART_HEADING, 1, BEFORE, get_title_height (setting, block), TRUE);
  for (guint i = 0; i < block->n; i++)
    _bv_setting_add (
        setting, i, 1, 0, get_bar_height (setting, block, i), i + 1 < block->n || block->keep);
}

static void
draw_bar (BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  guint i = piece->part;
  double label = setting->width * LABEL_WIDTH,
         room = setting->width * (1 - LABEL_WIDTH - VALUE_WIDTH);
  double value = (double) g_array_index (block->values, gint64, i);
  double length = room * MAX (0, value) / (double) find_greatest (block);
  BvTextLook look = *_bv_setting_get_look (setting, BV_TEXT_CELL);
  const char *text = _bv_block_get (block, 1 + 2 * i);
  guint n = bv_typesetter_count (setting->types, text, &look, label - GAP);
  double pitch = bv_typesetter_get_pitch (&look);
  double middle = piece->y + piece->height / 2;

  look.align = BV_ALIGN_RIGHT;
  bv_typesetter_write (setting->types, cr, text, &look, x, middle - n * pitch / 2, label - GAP);
  cairo_save (cr);
  cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
  cairo_rectangle (cr, x + label, middle - BAR_HEIGHT / 2, length, BAR_HEIGHT);
  cairo_fill (cr);
  cairo_restore (cr);
  look.align = BV_ALIGN_LEFT;
  bv_typesetter_write (setting->types,
                       cr,
                       _bv_block_get (block, 2 + 2 * i),
                       &look,
                       x + label + length + GAP,
                       middle - pitch / 2,
                       -1);
  _bv_setting_draw_line (
      setting, cr, x + label, piece->y, x + label, piece->y + piece->height, AXIS_WIDTH);
}

void
_bv_bars_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  if (piece->part == BV_PART_HEADING)
    bv_typesetter_write (setting->types,
                         cr,
                         _bv_block_get (block, 0),
                         _bv_setting_get_look (setting, BV_TEXT_HEAD),
                         x,
                         piece->y,
                         setting->width);
  else
    draw_bar (setting, block, piece, cr, x);
}
