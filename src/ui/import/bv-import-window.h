/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window in which a file or pasted cells become rows: choose, look, accept. */
#pragma once
#include "bv-import-preview.h"
#include "bv-task-window.h"

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_WINDOW (bv_import_window_get_type ())
G_DECLARE_FINAL_TYPE (BvImportWindow, bv_import_window, BV, IMPORT_WINDOW, BvTaskWindow)

/* Signal "imported" (message): what was written, for a toast. */

/** bv_import_window_new: into the list of @kind; not shown yet. */
GtkWidget *
bv_import_window_new (GtkWindow *parent, BvOffice *office, const BvKind *kind, gint64 movement_id);
BvImportJob *bv_import_window_get_job (BvImportWindow *self);
BvImportPreview *bv_import_window_get_preview (BvImportWindow *self);

G_END_DECLS
