/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of attachments, made one after the other in a thread and kept in memory by
 * content.
 */
#pragma once
#include "bv-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_THUMBNAILS (bv_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (BvThumbnails, bv_thumbnails, BV, THUMBNAILS, GObject)

/* Signal "ready" (sha256): what was asked for is there. */

BvThumbnails *bv_thumbnails_new (BvOffice *office);
/** bv_thumbnails_get: borrowed, nullable. */
GdkTexture *bv_thumbnails_get (BvThumbnails *self, BvRecord *attachment);
/** bv_thumbnails_ask: makes the picture of @attachment, unless it is known that there is none. */
void bv_thumbnails_ask (BvThumbnails *self, BvRecord *attachment);
/** bv_thumbnails_forget: what was asked for and is not begun is not wanted any more. */
void bv_thumbnails_forget (BvThumbnails *self);

G_END_DECLS
