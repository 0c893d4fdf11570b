/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All evidence of one person or department, with an index, as a folder or a .zip. */
#pragma once
#include "bv-office.h"
#include "bv-workbook.h"

G_BEGIN_DECLS

/** bv_evidence_export_count: files there are; -1 with @error. @movement_id 0: of all movements. */
gint64
bv_evidence_export_count (BvOffice *office, gint64 subject_id, gint64 movement_id, GError **error);
/**
 * bv_evidence_export_write: into the file @target when it ends in .zip, else into the folder
 * @target, which must not exist. All is made beside it and renamed at the end: a full disk or
 * @cancellable leave nothing behind. @movement_id 0: of all movements.
 */
gboolean bv_evidence_export_write (BvOffice *office,
                                   gint64 subject_id,
                                   gint64 movement_id,
                                   const char *target,
                                   BvExportProgress progress,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
/** bv_evidence_export_suggest_name: "Minh chứng - Nguyễn Văn An", safe as a name; owned. */
char *bv_evidence_export_suggest_name (BvOffice *office, gint64 subject_id);

G_END_DECLS
