/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table as they will come in: what becomes of each, and why. */
#pragma once
#include "bv-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_PREVIEW (bv_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvImportPreview, bv_import_preview, BV, IMPORT_PREVIEW, AdwBin)

GtkWidget *bv_import_preview_new (BvImportJob *job);
/** bv_import_preview_show: rows with @verdict only; %BV_N_IMPORT_VERDICTS shows all. */
void bv_import_preview_show (BvImportPreview *self, BvImportVerdict verdict);
guint bv_import_preview_get_n_shown (BvImportPreview *self);

/** bv_import_preview_name_verdict: "New", translated, and the tone of its pill. */
const char *bv_import_preview_name_verdict (BvImportVerdict verdict, const char **tone);

G_END_DECLS
