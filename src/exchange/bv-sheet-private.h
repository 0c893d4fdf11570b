/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells and the frame of a sheet share. */
#pragma once
#include "bv-sheet-look.h"

G_BEGIN_DECLS

/* Excel refuses higher rows: points, and lines of the table. */
#define _BV_SHEET_GREATEST_HEIGHT 409.0
#define _BV_SHEET_MOST_LINES 27
/* What a signature needs with the notes above it. */
#define _BV_SHEET_SIGNATURE_ROOM 190.0
#define _BV_SHEET_ROW_PADDING 5.0

/* A text that goes on in the next row. */
typedef struct
{
  guint column;
  BvStyle style;
  char *text;
} _BvSheetRest;

/* Points that columns take, from @first up to and without @end. */
double _bv_sheet_get_width (const BvSheet *sheet, guint first, guint end);
/* Points that @text needs over @width points. */
double _bv_sheet_measure (const char *text, double width, BvStyle style);
/* @text over the columns @first to @last of the present row. */
void
_bv_sheet_write_across (BvSheet *sheet, guint first, guint last, const char *text, BvStyle style);
/* Ends the present row with the height given. */
void _bv_sheet_end_row (BvSheet *sheet, double height, BvSheetRowKind kind);
/* A line over the whole table. */
void _bv_sheet_write_line (BvSheet *sheet, const char *text, BvStyle style, BvSheetRowKind kind);
void _bv_sheet_clear_rest (gpointer rest);

G_END_DECLS
