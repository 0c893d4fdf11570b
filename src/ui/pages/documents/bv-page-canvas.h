/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document one below the other, as paper on a desk, at one scale. */
#pragma once
#include "bv-page-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAGE_CANVAS (bv_page_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BvPageCanvas, bv_page_canvas, BV, PAGE_CANVAS, GtkWidget)

/* Room around and between the pages, in pixels. */
#define BV_PAGE_CANVAS_GAP 18

GtkWidget *bv_page_canvas_new (void);
/** bv_page_canvas_set_layout: takes @layout; %NULL shows nothing. */
void bv_page_canvas_set_layout (BvPageCanvas *self, BvPageLayout *layout);
BvPageLayout *bv_page_canvas_get_layout (BvPageCanvas *self);
/** bv_page_canvas_set_scale: pixels for each point. */
void bv_page_canvas_set_scale (BvPageCanvas *self, double scale);
double bv_page_canvas_get_scale (BvPageCanvas *self);
/** bv_page_canvas_set_view: only what lies between @top and @bottom is drawn. */
void bv_page_canvas_set_view (BvPageCanvas *self, double top, double bottom);
/** bv_page_canvas_get_page_top: where page @page begins. */
double bv_page_canvas_get_page_top (BvPageCanvas *self, guint page);
/** bv_page_canvas_find_page: the page at height @y. */
guint bv_page_canvas_find_page (BvPageCanvas *self, double y);

G_END_DECLS
