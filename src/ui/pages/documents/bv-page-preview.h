/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document seen page by page: scrolling, zoom, and which page is in view. */
#pragma once
#include "bv-page-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE_PREVIEW (bv_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (BvPagePreview, bv_page_preview, BV, PAGE_PREVIEW, AdwBin)

typedef enum {
  BV_ZOOM_FIT_WIDTH,
  BV_ZOOM_FIT_PAGE,
  BV_ZOOM_FREE,
} BvZoom;

GtkWidget *bv_page_preview_new (void);
/** bv_page_preview_set_layout: takes @layout; the page in view stays. */
void bv_page_preview_set_layout (BvPagePreview *self, BvPageLayout *layout);
BvPageLayout *bv_page_preview_get_layout (BvPagePreview *self);
/** bv_page_preview_set_zoom: @percent counts for %BV_ZOOM_FREE alone. */
void bv_page_preview_set_zoom (BvPagePreview *self, BvZoom zoom, double percent);
/** bv_page_preview_get_percent: 100 is the size on paper. */
double bv_page_preview_get_percent (BvPagePreview *self);
/** bv_page_preview_get_page: the one in view, from 0. */
guint bv_page_preview_get_page (BvPagePreview *self);
void bv_page_preview_show_page (BvPagePreview *self, guint page);

G_END_DECLS
