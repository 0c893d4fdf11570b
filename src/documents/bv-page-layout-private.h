/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each type of block is measured into pieces and drawn from them. */
#pragma once
#include "bv-document-private.h"
#include "bv-page-layout.h"
#include "bv-typesetter.h"

/* The part of a table that is its heading; rows count from 0. */
#define BV_PART_HEADING G_MAXUINT

/**
 * BvPiece: what is never parted: lines of a text, a row, a signature. Lengths in points.
 * @part: row of a table, line of a text
 * @first: first line of it on this page
 * @n: lines of it on this page
 * @room: lines in all, so that a row that is whole can be told
 * @keep: stands on the same page as the next piece
 */
typedef struct
{
  guint block, part, first, n, room;
  double before, height, y;
  gboolean keep;
} BvPiece;

/** BvSetting: what measuring and drawing need to know. */
typedef struct
{
  const BvLayoutProfile *profile;
  BvTypesetter *types;
  double width, height; /* of the text on a page */
  GArray *pieces;
  guint block;
  void (*tell) (gpointer owner, double part_done); /* of the block in hand */
  gpointer owner;
  gboolean stopped; /* set by tell */
} BvSetting;

struct BvPageLayout
{
  gatomicrefcount references;
  BvDocument *document;
  BvLayoutProfile own; /* letters may have been made smaller */
  const BvLayoutProfile *profile;
  BvTypesetter *types;
  double page_width, page_height; /* points */
  BvSetting setting;
  GArray *placed;  /* BvPiece, page by page */
  GArray *pages;   /* guint: first piece of each page */
  GArray *numbers; /* guint: what each page is counted as */

  /* while it is made */
  double y;
  BvPageProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
};

BvBlock *_bv_page_layout_get_block (BvPageLayout *self, guint i);
void _bv_setting_add (
    BvSetting *setting, guint part, guint n, double before, double height, gboolean keep);
const BvTextLook *_bv_setting_get_look (BvSetting *setting, BvTextStyle style);
void _bv_setting_draw_line (
    BvSetting *setting, cairo_t *cr, double x1, double y1, double x2, double y2, double width);

void _bv_text_measure (BvSetting *setting, const BvBlock *block);
void _bv_text_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
void _bv_heading_measure (BvSetting *setting, const BvBlock *block);
void _bv_heading_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
void _bv_fill_measure (BvSetting *setting, const BvBlock *block);
void _bv_fill_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
void _bv_table_measure (BvSetting *setting, const BvBlock *block);
void _bv_table_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
/** _bv_table_split: how many lines of @piece fit into @height; 0 when none should. */
guint _bv_table_split (BvSetting *setting, const BvPiece *piece, double height);
double _bv_table_get_height (BvSetting *setting, guint n_lines);
/** _bv_page_layout_hold_endings: what must stand on the page of a signature is kept with it. */
void _bv_page_layout_hold_endings (BvPageLayout *self);
void _bv_signature_measure (BvSetting *setting, const BvBlock *block);
void _bv_signature_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
void _bv_rulers_draw (BvSetting *setting, cairo_t *cr, double page_width, double page_height);
void _bv_bars_measure (BvSetting *setting, const BvBlock *block);
void _bv_bars_draw (
    BvSetting *setting, const BvBlock *block, const BvPiece *piece, cairo_t *cr, double x);
