/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first printed page of a sheet, cell by cell, for those who want to see it before it is
 * written. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvSheetPicture BvSheetPicture;

typedef enum { BV_SHEET_LEFT, BV_SHEET_CENTRE, BV_SHEET_RIGHT } BvSheetAlign;

/** BvSheetPictureCell: lengths in points on A4 paper, landscape, from its upper left corner. */
typedef struct
{
  double x, y, width, height;
  double size; /* of the font */
  BvSheetAlign align;
  gboolean bold, italic, underline, border, wrap;
  guint32 colour, background; /* 0xRRGGBB; 0 = black, none */
  char *text;                 /* nullable */
} BvSheetPictureCell;

#define BV_SHEET_PAGE_WIDTH 841.9
#define BV_SHEET_PAGE_HEIGHT 595.3

/** bv_sheet_picture_new: of a sheet printed at @scale; @left and @top are where its first cell
 * stands, @bottom is where the page ends, in points on paper. */
BvSheetPicture *bv_sheet_picture_new (double scale, double left, double top, double bottom);
void bv_sheet_picture_free (BvSheetPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheetPicture, bv_sheet_picture_free)

/** bv_sheet_picture_add: a cell of the present row; lengths and text of @cell in the sheet's own
 * points; takes the text. Its y and height come with the end of the row. */
void bv_sheet_picture_add (BvSheetPicture *self, BvSheetPictureCell cell);
/** bv_sheet_picture_end_row: @height in the sheet's own points. */
void bv_sheet_picture_end_row (BvSheetPicture *self, double height);
gboolean bv_sheet_picture_is_full (const BvSheetPicture *self);
guint bv_sheet_picture_get_n (const BvSheetPicture *self);
const BvSheetPictureCell *bv_sheet_picture_get (const BvSheetPicture *self, guint index);

G_END_DECLS
