/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a document: who signs, and who receives it. */
#include "config.h"

#include "bv-page-layout-private.h"

#define BEFORE 18.0
#define RECIPIENTS_WIDTH 0.46

static const char *
get_text (const BvBlock *block, guint signer, guint what)
{
  return _bv_block_get (block, signer * BV_N_SIGN + what);
}

static double
put (BvSetting *setting,
     cairo_t *cr,
     BvTextStyle style,
     const char *markup,
     double x,
     double y,
     double width)
{
  const BvTextLook *look = _bv_setting_get_look (setting, style);

  if (cr)
    bv_typesetter_write (setting->types, cr, markup, look, x, y, width);
  return bv_typesetter_count (setting->types, markup, look, width) * bv_typesetter_get_pitch (look);
}

/* All but the name: the names of all signers stand on one line. */
static double
put_signer (BvSetting *setting,
            const BvBlock *block,
            guint i,
            cairo_t *cr,
            double x,
            double y,
            double width)
{
  double top = y;

  y += put (setting, cr, BV_TEXT_PLACE, get_text (block, i, BV_SIGN_DATE), x, y, width);
  y += put (setting, cr, BV_TEXT_AUTHORITY, get_text (block, i, BV_SIGN_AUTHORITY), x, y, width);
  y += put (setting, cr, BV_TEXT_SIGN_NOTE, get_text (block, i, BV_SIGN_NOTE), x, y, width);
  return y - top;
}

static double
put_recipients (
    BvSetting *setting, const BvBlock *block, cairo_t *cr, double x, double y, double width)
{
  const char *recipients = _bv_block_get (block, block->n * BV_N_SIGN);
  double top = y;

  if (!*recipients)
    return 0;
  y += put (setting, cr, BV_TEXT_RECIPIENTS, "Nơi nhận:", x, y, width);
  y += put (setting, cr, BV_TEXT_RECIPIENT, recipients, x, y, width);
  return y - top;
}

/* One signer stands on the right half, several share the width. */
static double
put_all (BvSetting *setting, const BvBlock *block, cairo_t *cr, double x, double y)
{
  gboolean half = block->n == 1;
  double width = half ? setting->width * (1 - RECIPIENTS_WIDTH) : setting->width / block->n;
  double left = half ? x + setting->width - width : x;
  double upper = 0, name = 0, recipients;

  for (guint i = 0; i < block->n; i++) {
    double height = put_signer (setting, block, i, cr, left + i * width, y, width);
    upper = MAX (upper, height);
  }
  upper += bv_layout_profile_points (setting->profile->signature_space);
  for (guint i = 0; i < block->n; i++) {
    const char *signer = get_text (block, i, BV_SIGN_NAME);
    double height = put (setting, cr, BV_TEXT_SIGNER, signer, left + i * width, y + upper, width);
    name = MAX (name, height);
  }
  recipients = put_recipients (setting, block, cr, x, y, setting->width * RECIPIENTS_WIDTH);
  return MAX (upper + name, recipients);
}

void
_bv_signature_measure (BvSetting *setting, const BvBlock *block)
{
  _bv_setting_add (setting, 0, 1, BEFORE, put_all (setting, block, NULL, 0, 0), block->keep);
}

void
_bv_signature_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x)
{
  put_all (setting, block, cr, x, piece->y);
}
