/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is to be read: which sheet, where its headings stand, hidden rows, old text. */
#pragma once
#include "bv-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_LAYOUT (bv_import_layout_get_type ())
G_DECLARE_FINAL_TYPE (BvImportLayout, bv_import_layout, BV, IMPORT_LAYOUT, AdwBin)

GtkWidget *bv_import_layout_new (BvImportJob *job);

G_END_DECLS
