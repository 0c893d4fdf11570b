/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, the heading of the first page, and fields to be filled in. */
#include "config.h"

#include "bv-page-layout-private.h"

/* The line under the issuing body takes this share of its text's width. */
#define ISSUER_RULE 0.42
#define SUBJECT_RULE 0.2
#define RULE_HEIGHT 8.0
#define DOT_GAP 3.0
#define FILL_GAP 6.0
#define NUMBER_BEFORE 6.0
/* So few lines of dots stay on one page. */
#define MOST_DOTS_KEPT 4

/* Paragraphs: one piece for each line; neither the first nor the last stands alone on a page. */

void
_bv_text_measure (BvSetting *setting, const BvBlock *block)
{
  const BvTextLook *look = _bv_setting_get_look (setting, block->style);
  guint n = bv_typesetter_count (setting->types, _bv_block_get (block, 0), look, setting->width);

  for (guint i = 0; i < n; i++)
    _bv_setting_add (setting,
                     i,
                     1,
                     i == 0 ? look->before : 0,
                     bv_typesetter_get_pitch (look),
                     block->keep || look->keep || (n > 1 && (i == 0 || i + 2 == n)));
}

void
_bv_text_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  const BvTextLook *look = _bv_setting_get_look (setting, block->style);
  g_autoptr (PangoLayout) layout = bv_typesetter_set (
      setting->types, _bv_block_get (block, 0), look, setting->width);

  bv_typesetter_show (setting->types, cr, layout, look, x, piece->y, piece->first, piece->n);
}

/* The heading: two halves, each drawn downwards from the top */

typedef struct
{
  BvSetting *setting;
  cairo_t *cr; /* NULL: only measure */
  double x, y, width;
} Half;

static void
put (Half *half, BvTextStyle style, const char *markup)
{
  const BvTextLook *look = _bv_setting_get_look (half->setting, style);

  if (half->cr)
    bv_typesetter_write (
        half->setting->types, half->cr, markup, look, half->x, half->y, half->width);
  half->y += bv_typesetter_count (half->setting->types, markup, look, half->width)
             * bv_typesetter_get_pitch (look);
}

/* A line under the middle of the text above it. */
static void
put_rule (Half *half, BvTextStyle style, const char *markup, double share)
{
  const BvTextLook *look = _bv_setting_get_look (half->setting, style);
  double width = MIN (bv_typesetter_measure (half->setting->types, markup, look), half->width)
                 * share;
  double middle = half->x + half->width / 2;

  if (half->cr)
    _bv_setting_draw_line (half->setting,
                           half->cr,
                           middle - width / 2,
                           half->y + 2,
                           middle + width / 2,
                           half->y + 2,
                           half->setting->profile->rule_width);
  half->y += RULE_HEIGHT;
}

static double
put_heading (BvSetting *setting, const BvBlock *block, cairo_t *cr, double x, double y)
{
  double part = setting->profile->heading_left;
  Half left = { setting, cr, x, y, setting->width * part };
  Half right = { setting, cr, x + setting->width * part, y, setting->width * (1 - part) };
  double below;

  put (&left, BV_TEXT_SUPERIOR, _bv_block_get (block, BV_HEADING_SUPERIOR));
  put (&left, BV_TEXT_ISSUER, _bv_block_get (block, BV_HEADING_ISSUER));
  put_rule (&left, BV_TEXT_ISSUER, _bv_block_get (block, BV_HEADING_ISSUER), ISSUER_RULE);
  put (&right, BV_TEXT_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  put (&right, BV_TEXT_MOTTO, "Độc lập - Tự do - Hạnh phúc");
  put_rule (&right, BV_TEXT_MOTTO, "Độc lập - Tự do - Hạnh phúc", 1);
  below = MAX (left.y, right.y) + NUMBER_BEFORE;
  left.y = right.y = below;
  put (&left, BV_TEXT_NUMBER, _bv_block_get (block, BV_HEADING_NUMBER));
  put (&right, BV_TEXT_PLACE, _bv_block_get (block, BV_HEADING_PLACE));
  return MAX (left.y, right.y) - y;
}

void
_bv_heading_measure (BvSetting *setting, const BvBlock *block)
{
  _bv_setting_add (setting, 0, 1, 0, put_heading (setting, block, NULL, 0, 0), TRUE);
}

void
_bv_heading_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  put_heading (setting, block, cr, x, piece->y);
}

/* Fields: label and value, or dots up to the next field */

static char *
join_fill (const BvBlock *block, guint i)
{
  const char *value = _bv_block_get (block, 2 * i + 1);

  return g_strconcat (_bv_block_get (block, 2 * i), " ", value, NULL);
}

/* Values too long for their place are written one below the other. */
static gboolean
fits_side_by_side (BvSetting *setting, const BvBlock *block)
{
  const BvTextLook *look = _bv_setting_get_look (setting, block->style);

  for (guint i = 0; i < block->n; i++) {
    g_autofree char *text = join_fill (block, i);
    if (bv_typesetter_measure (setting->types, text, look) > setting->width / block->n - FILL_GAP)
      return FALSE;
  }
  return TRUE;
}

void
_bv_fill_measure (BvSetting *setting, const BvBlock *block)
{
  const BvTextLook *look = _bv_setting_get_look (setting, block->style);
  double pitch = bv_typesetter_get_pitch (look);

  if (block->type == BV_BLOCK_DOTS || fits_side_by_side (setting, block)) {
    guint n_lines = block->type == BV_BLOCK_DOTS ? block->n : 1;
    for (guint i = 0; i < n_lines; i++)
      _bv_setting_add (setting,
                       0,
                       1,
                       look->before,
                       pitch,
                       block->keep || (n_lines <= MOST_DOTS_KEPT && i + 1 < n_lines));
    return;
  }
  for (guint i = 0; i < block->n; i++) {
    g_autofree char *text = join_fill (block, i);
    guint n = bv_typesetter_count (setting->types, text, look, setting->width);
    _bv_setting_add (setting, i + 1, n, look->before, n * pitch, block->keep);
  }
}

static void
draw_dots (BvSetting *setting, cairo_t *cr, double from, double to, double y)
{
  BvTextLook look = *_bv_setting_get_look (setting, BV_TEXT_PLAIN);
  double dot = bv_typesetter_measure (setting->types, ".", &look);
  guint n = to > from ? (guint) ((to - from) / dot) : 0;
  g_autofree char *dots = g_strnfill (n, '.');

  look.align = BV_ALIGN_LEFT;
  bv_typesetter_write (setting->types, cr, dots, &look, to - n * dot, y, -1);
}

static void
draw_field (BvSetting *setting,
            const BvBlock *block,
            guint i,
            cairo_t *cr,
            double x,
            double y,
            double width)
{
  BvTextLook look = *_bv_setting_get_look (setting, block->style);
  g_autofree char *text = join_fill (block, i);

  look.align = BV_ALIGN_LEFT;
  bv_typesetter_write (setting->types, cr, text, &look, x, y, width);
  if (!*_bv_block_get (block, 2 * i + 1))
    draw_dots (setting,
               cr,
               x + bv_typesetter_measure (setting->types, text, &look),
               x + width - (i + 1 < block->n ? DOT_GAP : 0),
               y);
}

void
_bv_fill_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  double width = setting->width / MAX (1, block->n);

  if (block->type == BV_BLOCK_DOTS)
    for (guint i = 0; i < piece->n; i++)
      draw_dots (setting, cr, x, x + setting->width, piece->y);
  else if (piece->part)
    draw_field (setting, block, piece->part - 1, cr, x, piece->y, setting->width);
  else
    for (guint i = 0; i < block->n; i++)
      draw_field (setting, block, i, cr, x + i * width, piece->y, width);
}
