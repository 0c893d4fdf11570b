/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rulers on a sheet to measure on: millimetres from the upper and the left edge of the paper. */
#include "config.h"

#include "bv-page-layout-private.h"

/* Printers leave the outermost millimetres white: the rulers lie further in. */
#define FROM_EDGE 12
#define SHORT_TICK 1.2
#define MIDDLE_TICK 2.0
#define LONG_TICK 3.2
#define LABEL_SIZE 7
#define LABEL_WIDTH 10

static double
get_tick (int millimetre)
{
  return millimetre % 10 == 0 ? LONG_TICK : millimetre % 5 == 0 ? MIDDLE_TICK : SHORT_TICK;
}

static void
draw_tick (BvSetting *setting, cairo_t *cr, int millimetre, gboolean across)
{
  const BvTextLook look = { .size = LABEL_SIZE, .align = BV_ALIGN_LEFT, .pitch = 1 };
  double at = bv_layout_profile_points (millimetre);
  double edge = bv_layout_profile_points (FROM_EDGE);
  double end = bv_layout_profile_points (FROM_EDGE + get_tick (millimetre));
  double x = across ? at : end, y = across ? end : at;
  g_autofree char *label = g_strdup_printf ("%d", millimetre);

  _bv_setting_draw_line (
      setting, cr, across ? at : edge, across ? edge : at, x, y, setting->profile->grid_width / 2);
  if (millimetre % 10 == 0)
    bv_typesetter_write (setting->types,
                         cr,
                         label,
                         &look,
                         across ? x - LABEL_SIZE / 2.0 : x + 2,
                         across ? y + 1 : y - LABEL_SIZE / 2.0,
                         bv_layout_profile_points (LABEL_WIDTH));
}

static void
draw_ruler (BvSetting *setting, cairo_t *cr, double length, gboolean across)
{
  double edge = bv_layout_profile_points (FROM_EDGE), end = length - edge;

  _bv_setting_draw_line (setting,
                         cr,
                         edge,
                         edge,
                         across ? end : edge,
                         across ? edge : end,
                         setting->profile->grid_width);
  for (int i = FROM_EDGE + 1; bv_layout_profile_points (i) <= end; i++)
    draw_tick (setting, cr, i, across);
}

void
_bv_rulers_draw (BvSetting *setting, cairo_t *cr, double page_width, double page_height)
{
  draw_ruler (setting, cr, page_width, TRUE);
  draw_ruler (setting, cr, page_height, FALSE);
}
