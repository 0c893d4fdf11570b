/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it stands on the screen, written as a sheet to print or as a table of text. */
#pragma once
#include "bv-office.h"
#include "bv-workbook.h"

G_BEGIN_DECLS

typedef struct BvListExport BvListExport;

/** bv_list_export_new: an empty list under @title, which names its sheet too; owned. */
BvListExport *bv_list_export_new (const char *title);
BvListExport *bv_list_export_ref (BvListExport *self);
void bv_list_export_unref (BvListExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvListExport, bv_list_export_unref)
/** bv_list_export_set_movement: of which movement it is: the first line under the title, and part
 * of the name of the file. */
void bv_list_export_set_movement (BvListExport *self, BvOffice *office, gint64 movement_id);
/** bv_list_export_add_line: under the title of the sheet: which filters, which order. */
void bv_list_export_add_line (BvListExport *self, const char *line);
/** bv_list_export_add_column: one more column: @field says how its cells look and outlives the
 * list. @label is its heading, %NULL the label of @field. */
void bv_list_export_add_column (BvListExport *self, const BvField *field, const char *label);

/* Its rows are one of these three. */
/** bv_list_export_take_ids: rows of @kind in their order (gint64), whose fields the columns are;
 * takes @ids. */
void bv_list_export_take_ids (BvListExport *self, const BvKind *kind, GArray *ids);
/** BvListRowFunc: adds the cells of row @id, in the thread that writes; none leaves the row out. */
typedef gboolean (*BvListRowFunc) (BvListExport *self, BvOffice *office, gint64 id, GError **error);
/** bv_list_export_take_rows: the rows @ids in their order (gint64), as @func reads them; takes
 * @ids.
 */
void bv_list_export_take_rows (BvListExport *self, BvListRowFunc func, GArray *ids);
/** bv_list_export_add_text: the next cell, from left to right and from top to bottom; blank for ""
 * and %NULL. */
void bv_list_export_add_text (BvListExport *self, const char *text);
/** bv_list_export_add_integer: the same for a number, as the field of its column stores it. */
void bv_list_export_add_integer (BvListExport *self, gint64 integer);
/** bv_list_export_add_shown: the same for what a screen shows: a number where the column is one and
 * @text reads as one. */
void bv_list_export_add_shown (BvListExport *self, const char *text);

/** bv_list_export_get_n_rows: how many there are to write. */
guint bv_list_export_get_n_rows (BvListExport *self);
/** bv_list_export_dup_name: what its file may be called, ending in .@format; owned. */
char *bv_list_export_dup_name (BvListExport *self, const char *format);
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
