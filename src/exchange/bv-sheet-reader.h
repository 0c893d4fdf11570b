/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Excel workbooks (.xlsx): the list of sheets, and the cells of one as people see them. */
#pragma once
#include "bv-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvSheetReader BvSheetReader;

/**
 * bv_sheet_reader_open: reads which sheets there are, the shared strings and the styles. What is no
 * such workbook, is protected, broken or made to harm is %BV_ERROR_INVALID with one sentence.
 */
BvSheetReader *
bv_sheet_reader_open (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
void bv_sheet_reader_free (BvSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSheetReader, bv_sheet_reader_free)

guint bv_sheet_reader_get_n_sheets (const BvSheetReader *self);
const char *bv_sheet_reader_get_title (const BvSheetReader *self, guint sheet);
gboolean bv_sheet_reader_is_hidden (const BvSheetReader *self, guint sheet);
/** bv_sheet_reader_find: the sheet called @title; -1 when there is none. */
int bv_sheet_reader_find (const BvSheetReader *self, const char *title);
/** bv_sheet_reader_read: all cells of @sheet. Formulas give the value saved with them. */
BvTable *
bv_sheet_reader_read (BvSheetReader *self, guint sheet, GCancellable *cancellable, GError **error);

G_END_DECLS
