/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the printed pages of a sheet end: a heading stays with what it heads, a signature with the
 * last rows of its list. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvSheetPages BvSheetPages;

typedef enum {
  BV_SHEET_ROW_PLAIN,  /* a note: stays with the rows before it */
  BV_SHEET_ROW_LISTED, /* a row of the list, or what had no room in the row before */
  BV_SHEET_ROW_SPACE,
  BV_SHEET_ROW_HEADING, /* stays with the row that follows */
} BvSheetRowKind;

/** bv_sheet_pages_new: @room is the height of a page in the sheet's own points. */
BvSheetPages *bv_sheet_pages_new (double room);
void bv_sheet_pages_free (BvSheetPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheetPages, bv_sheet_pages_free)

/** bv_sheet_pages_repeat: @height is that of the rows repeated on each page after the first. */
void bv_sheet_pages_repeat (BvSheetPages *self, double height);
/** bv_sheet_pages_add: the next row of the sheet. */
void bv_sheet_pages_add (BvSheetPages *self, double height, BvSheetRowKind kind);
/** bv_sheet_pages_keep: what comes next, @height in all, stands on a page with at least two rows of
 * the list. */
void bv_sheet_pages_keep (BvSheetPages *self, double height);
/** bv_sheet_pages_need: what comes next, @height in all, stands on one page. */
void bv_sheet_pages_need (BvSheetPages *self, double height);
/** bv_sheet_pages_break: what comes next begins a page. */
void bv_sheet_pages_break (BvSheetPages *self);
/** bv_sheet_pages_get_left: height that the present page has left. */
double bv_sheet_pages_get_left (const BvSheetPages *self);
/** bv_sheet_pages_get_room: height of a page without the rows repeated on it. */
double bv_sheet_pages_get_room (const BvSheetPages *self);
/** bv_sheet_pages_get_n: pages so far. */
guint bv_sheet_pages_get_n (const BvSheetPages *self);
/** bv_sheet_pages_get_breaks: rows that begin a page, from 0; borrowed. */
const guint32 *bv_sheet_pages_get_breaks (const BvSheetPages *self, guint *n);

G_END_DECLS
