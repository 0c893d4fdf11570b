/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it stands on the screen, written as a sheet to print or as a table of text. */
#pragma once
#include "bv-office.h"
#include "bv-workbook.h"

G_BEGIN_DECLS

typedef struct BvListExport BvListExport;

/** bv_list_export_new: of rows of @kind, under @title; owned. */
BvListExport *bv_list_export_new (const BvKind *kind, const char *title);
BvListExport *bv_list_export_ref (BvListExport *self);
void bv_list_export_unref (BvListExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvListExport, bv_list_export_unref)
/** bv_list_export_add_line: under the title of the sheet: which movement, which filters. */
void bv_list_export_add_line (BvListExport *self, const char *line);
/** bv_list_export_add_field: one more column. */
void bv_list_export_add_field (BvListExport *self, const BvField *field);
/** bv_list_export_take_ids: the rows in their order (gint64); takes @ids. */
void bv_list_export_take_ids (BvListExport *self, GArray *ids);
/**
 * bv_list_export_write: writes @path, a table of text when it ends in .csv, else a workbook. What
 * stood there is replaced when all is well; @cancellable, a full disk or too many rows leave it as
 * it was.
 */
gboolean bv_list_export_write (BvListExport *self,
                               BvOffice *office,
                               const char *path,
                               BvExportProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);
/** bv_list_export_get_title: borrowed. */
const char *bv_list_export_get_title (BvListExport *self);
/** bv_list_export_get_fingerprint: hash of what was written, the same for both formats; borrowed.
 * %NULL before. */
const char *bv_list_export_get_fingerprint (BvListExport *self);
/** bv_list_export_get_medium: what the register calls a file named @path. */
const char *bv_list_export_get_medium (const char *path);

G_END_DECLS
