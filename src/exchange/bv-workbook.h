/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook: ranked proposals, scores, evidence, ready to print. */
#pragma once
#include "bv-office.h"
#include "bv-sheet-picture.h"
#include "bv-workbook-choice.h"

G_BEGIN_DECLS

/* What the register of documents calls it. */
#define BV_WORKBOOK_TITLE "Đề nghị khen thưởng (tệp Excel)"

/** BvExportProgress: @fraction from 0 to 1; called in the thread that exports. */
typedef void (*BvExportProgress) (double fraction, gpointer data);

/**
 * bv_workbook_export: writes the workbook of @movement_id to @path, or what @choice (nullable: all
 * of it in one file) wants of it to the files of bv_workbook_list_files(). They are made under
 * other names in the same folder and renamed at the end: a full disk or @cancellable leaves older
 * files as they were.
 */
gboolean bv_workbook_export (BvOffice *office,
                             gint64 movement_id,
                             const BvWorkbookChoice *choice,
                             const char *path,
                             BvExportProgress progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

/** bv_workbook_list_forms: (element-type gint64): award forms that are proposed, in the order of
 * the proposals. */
GArray *bv_workbook_list_forms (BvOffice *office, gint64 movement_id, GError **error);
/** bv_workbook_list_files: (transfer full): what an export to @path writes: @path itself, or one
 * file for each award form. */
char **bv_workbook_list_files (BvOffice *office,
                               gint64 movement_id,
                               const BvWorkbookChoice *choice,
                               const char *path,
                               GError **error);
/** bv_workbook_preview: (transfer full): the first page that would be printed. */
BvSheetPicture *bv_workbook_preview (BvOffice *office,
                                     gint64 movement_id,
                                     const BvWorkbookChoice *choice,
                                     GCancellable *cancellable,
                                     GError **error);

/** bv_workbook_suggest_name: "Đề nghị khen thưởng - Chào mừng 79 năm.xlsx", safe as a file name;
 * owned. */
char *bv_workbook_suggest_name (BvOffice *office, gint64 movement_id);

G_END_DECLS
