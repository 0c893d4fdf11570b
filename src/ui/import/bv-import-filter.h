/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows have which outcome; pressed, the preview shows those only. */
#pragma once
#include "bv-import-preview.h"

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_FILTER (bv_import_filter_get_type ())
G_DECLARE_FINAL_TYPE (BvImportFilter, bv_import_filter, BV, IMPORT_FILTER, AdwBin)

GtkWidget *bv_import_filter_new (BvImportJob *job, BvImportPreview *preview);

G_END_DECLS
