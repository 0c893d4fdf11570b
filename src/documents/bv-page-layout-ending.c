/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a document: what comes along when a signature goes to a new page. */
#include "config.h"

#include "bv-page-layout-private.h"

/* A closing sentence is no substance: two rows of the list before it are, or so many lines. */
#define LEAST_ROWS 2
#define LEAST_LINES 6
/* The lines before come along in any case: a signature never stands alone. */
#define LEAST_PIECES 2
/* More than this share of a page would leave the page before too empty. */
#define MOST_SHARE 0.5

static BvPiece *
get_piece (BvPageLayout *self, guint i)
{
  return &g_array_index (self->setting.pieces, BvPiece, i);
}

static gboolean
is_row (BvPageLayout *self, const BvPiece *piece)
{
  const BvBlock *block = _bv_page_layout_get_block (self, piece->block);
  const BvRow *row;

  if (block->type != BV_BLOCK_TABLE || piece->part == BV_PART_HEADING)
    return FALSE;
  row = g_ptr_array_index (block->table->rows, piece->part);
  return row->type != BV_ROW_GROUP;
}

/* What begins anew is not held back by what ends before it. */
static gboolean
parts (BvPageLayout *self, const BvPiece *piece)
{
  BvBlockType type = _bv_page_layout_get_block (self, piece->block)->type;

  return type == BV_BLOCK_SIGNATURE || type == BV_BLOCK_BREAK || type == BV_BLOCK_CUT
         || type == BV_BLOCK_PLACED || type == BV_BLOCK_RULERS;
}

static gboolean
is_enough (guint n_pieces, guint n_rows, guint n_lines)
{
  return n_pieces >= LEAST_PIECES && (n_rows >= LEAST_ROWS || n_lines >= LEAST_LINES);
}

static void
hold_before (BvPageLayout *self, guint signature)
{
  double height = 0, most = self->setting.height * MOST_SHARE;
  guint n_rows = 0, n_lines = 0;

  for (guint n = 0; n < signature && !is_enough (n, n_rows, n_lines); n++) {
    BvPiece *piece = get_piece (self, signature - 1 - n);
    gboolean row = is_row (self, piece);

    height += piece->height;
    if (parts (self, piece) || (n_rows > 0 && height > most))
      break;
    piece->keep = TRUE;
    n_rows += row;
    n_lines += row ? 0 : piece->n;
  }
}

void
_bv_page_layout_hold_endings (BvPageLayout *self)
{
  for (guint i = 0; i < self->setting.pieces->len; i++)
    if (_bv_page_layout_get_block (self, get_piece (self, i)->block)->type == BV_BLOCK_SIGNATURE)
      hold_before (self, i);
}
