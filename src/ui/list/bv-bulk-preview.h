/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change of several rows will do, line by line, before it is done. */
#pragma once
#include "bv-bulk-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_BULK_PREVIEW (bv_bulk_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvBulkPreview, bv_bulk_preview, BV, BULK_PREVIEW, AdwBin)

GtkWidget *bv_bulk_preview_new (void);
/** bv_bulk_preview_show: lists what @change does; %NULL hides all. */
void bv_bulk_preview_show (BvBulkPreview *self, BvBulkChange *change);

G_END_DECLS
