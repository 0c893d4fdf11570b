/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on its pages: where each line stands, and drawing a page onto any Cairo surface. */
#pragma once
#include "bv-document.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvPageLayout BvPageLayout;

/** BvPageProgress: @fraction of the work is done. */
typedef void (*BvPageProgress) (double fraction, gpointer data);

/** bv_page_layout_new: breaks @document into pages. Fails when the font is missing or it is
 * cancelled. */
BvPageLayout *bv_page_layout_new (BvDocument *document,
                                  const BvLayoutProfile *profile,
                                  BvPageProgress progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
BvPageLayout *bv_page_layout_ref (BvPageLayout *self);
void bv_page_layout_unref (BvPageLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPageLayout, bv_page_layout_unref)
guint bv_page_layout_get_n_pages (BvPageLayout *self);
/** bv_page_layout_get_profile: by which it is laid out: slips may have been set smaller. */
const BvLayoutProfile *bv_page_layout_get_profile (BvPageLayout *self);
BvDocument *bv_page_layout_get_document (BvPageLayout *self);
/** bv_page_layout_get_size: of every page, in points. */
void bv_page_layout_get_size (BvPageLayout *self, double *width, double *height);
/** bv_page_layout_get_extent: of what stands on the first page, in points. */
void bv_page_layout_get_extent (BvPageLayout *self, double *width, double *height);
/** bv_page_layout_draw: page @page, from 0, in black onto what is there; one unit is a point. In
 * any thread, but not in two at once. */
void bv_page_layout_draw (BvPageLayout *self, guint page, cairo_t *cr);

G_END_DECLS
