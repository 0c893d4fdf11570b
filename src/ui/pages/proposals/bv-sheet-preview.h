/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of a sheet as it will be printed. */
#pragma once
#include "bv-sheet-picture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SHEET_PREVIEW (bv_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvSheetPreview, bv_sheet_preview, BV, SHEET_PREVIEW, GtkWidget)

GtkWidget *bv_sheet_preview_new (void);
/** bv_sheet_preview_set_picture: takes @picture; %NULL is an empty page. */
void bv_sheet_preview_set_picture (BvSheetPreview *self, BvSheetPicture *picture);
/** bv_sheet_preview_get_picture: borrowed, nullable. */
BvSheetPicture *bv_sheet_preview_get_picture (BvSheetPreview *self);

G_END_DECLS
