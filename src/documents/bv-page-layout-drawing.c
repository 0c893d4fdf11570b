/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a page of a document, piece by piece. */
#include "config.h"

#include "bv-page-layout-private.h"

#define RULE_SHARE 0.2
#define CUT_DASH 4.0

static void
draw_dash (BvPageLayout *self, const BvPiece *piece, cairo_t *cr, double x)
{
  const double dash = CUT_DASH;
  double y = piece->y + piece->height / 2;

  cairo_save (cr);
  cairo_set_dash (cr, &dash, 1, 0);
  _bv_setting_draw_line (
      &self->setting, cr, x, y, x + self->setting.width, y, self->profile->grid_width);
  cairo_restore (cr);
}

static void
draw_rule (BvPageLayout *self, const BvPiece *piece, cairo_t *cr, double x)
{
  double half = self->setting.width * RULE_SHARE / 2, middle = x + self->setting.width / 2;

  _bv_setting_draw_line (&self->setting,
                         cr,
                         middle - half,
                         piece->y + 3,
                         middle + half,
                         piece->y + 3,
                         self->profile->rule_width);
}

static void
draw_placed (BvPageLayout *self, const BvBlock *block, cairo_t *cr)
{
  const BvPlaced *placed = &block->placed;
  BvTextLook look = { .size = placed->size,
                      .bold = placed->bold,
                      .italic = placed->italic,
                      .align = placed->align,
                      .pitch = 1.3 };

  bv_typesetter_write (self->types,
                       cr,
                       _bv_block_get (block, 0),
                       &look,
                       bv_layout_profile_points (placed->x),
                       bv_layout_profile_points (placed->y),
                       bv_layout_profile_points (placed->width));
}

static void
draw_piece (BvPageLayout *self, const BvPiece *piece, cairo_t *cr, double x)
{
  const BvBlock *block = _bv_page_layout_get_block (self, piece->block);

  switch (block->type) {
  case BV_BLOCK_HEADING:
    _bv_heading_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_TEXT:
    _bv_text_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_FILL:
  case BV_BLOCK_DOTS:
    _bv_fill_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_TABLE:
    _bv_table_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_BARS:
    _bv_bars_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_SIGNATURE:
    _bv_signature_draw (&self->setting, block, piece, cr, x);
    break;
  case BV_BLOCK_RULE:
    draw_rule (self, piece, cr, x);
    break;
  case BV_BLOCK_CUT:
    draw_dash (self, piece, cr, x);
    break;
  case BV_BLOCK_PLACED:
    draw_placed (self, block, cr);
    break;
  case BV_BLOCK_RULERS:
    _bv_rulers_draw (&self->setting, cr, self->page_width, self->page_height);
    break;
  case BV_BLOCK_BREAK:
  default:
    break;
  }
}

/* Top centre, not on the first page of the document or of an annex. */
static void
draw_number (BvPageLayout *self, guint page, cairo_t *cr)
{
  const BvTextLook *look = _bv_setting_get_look (&self->setting, BV_TEXT_PAGE_NUMBER);
  guint counted = g_array_index (self->numbers, guint, page);
  g_autofree char *number = g_strdup_printf ("%u", counted);

  if (counted > 1 && !self->document->without_numbers)
    bv_typesetter_write (self->types,
                         cr,
                         number,
                         look,
                         bv_layout_profile_points (self->profile->left),
                         bv_layout_profile_points (self->profile->number_baseline)
                             - bv_typesetter_get_pitch (look),
                         self->setting.width);
}

void
bv_page_layout_draw (BvPageLayout *self, guint page, cairo_t *cr)
{
  guint first, end;

  g_return_if_fail (page < self->pages->len);
  first = g_array_index (self->pages, guint, page);
  end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1)
                                    : self->placed->len;
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_number (self, page, cr);
  for (guint i = first; i < end; i++)
    draw_piece (self,
                &g_array_index (self->placed, BvPiece, i),
                cr,
                bv_layout_profile_points (self->profile->left));
  cairo_restore (cr);
}
