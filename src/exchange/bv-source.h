/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where tables come from: an Excel workbook, a CSV or TSV file, cells on the clipboard. */
#pragma once
#include "bv-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvSource BvSource;

/** bv_source_open: the file @path, told by what is in it, not by its name. */
BvSource *bv_source_open (const char *path, GCancellable *cancellable, GError **error);
/** bv_source_read_bytes: the same from memory; @name is what messages call it. */
BvSource *
bv_source_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
/** bv_source_read_cells: cells as spreadsheets put them on the clipboard. */
BvSource *bv_source_read_cells (const char *text, const char *name, GError **error);
void bv_source_free (BvSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSource, bv_source_free)

const char *bv_source_get_name (const BvSource *self);
/** bv_source_get_n_sheets: 1 for a table of text. */
guint bv_source_get_n_sheets (const BvSource *self);
/** bv_source_get_title: of a sheet; "" for a table of text. */
const char *bv_source_get_title (const BvSource *self, guint sheet);
gboolean bv_source_is_hidden (const BvSource *self, guint sheet);
/** bv_source_get_first: the sheet to begin with: the first one that is not hidden. */
guint bv_source_get_first (const BvSource *self);
/** bv_source_find: the sheet called @title; -1 when there is none. */
int bv_source_find (const BvSource *self, const char *title);
BvTable *bv_source_read (BvSource *self, guint sheet, GCancellable *cancellable, GError **error);

G_END_DECLS
