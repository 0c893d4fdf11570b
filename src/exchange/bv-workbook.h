/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council's workbook: ranked proposals, scores, evidence, ready to print. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/* What the register of documents calls it. */
#define BV_WORKBOOK_TITLE "Đề nghị khen thưởng (tệp Excel)"

/** BvExportProgress: @fraction from 0 to 1; called in the thread that exports. */
typedef void (*BvExportProgress) (double fraction, gpointer data);

/**
 * bv_workbook_export: writes the workbook of @movement_id to @path. It is made under another name
 * in the same folder and renamed at the end: a full disk or @cancellable leaves an older file as it
 * was.
 */
gboolean bv_workbook_export (BvOffice *office,
                             gint64 movement_id,
                             const char *path,
                             BvExportProgress progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

/** bv_workbook_suggest_name: "Đề nghị khen thưởng - Chào mừng 79 năm.xlsx", safe as a file name;
 * owned. */
char *bv_workbook_suggest_name (BvOffice *office, gint64 movement_id);

G_END_DECLS
