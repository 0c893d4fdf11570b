/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture of a file's content, made without trusting the content. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_THUMBNAIL_SIZE 96                                /* pixels, the longer side */
#define BV_THUMBNAIL_MAXIMUM (G_GINT64_CONSTANT (48) << 20) /* bytes; what is larger has none */

/** bv_thumbnail_pixels_can: whether there may be a picture of @media_type. */
gboolean bv_thumbnail_pixels_can (const char *media_type);
/** bv_thumbnail_pixels_make: may take a second, for a thread; %NULL when there is none. */
GdkTexture *
bv_thumbnail_pixels_make (GBytes *content, const char *media_type, GCancellable *cancellable);

G_END_DECLS
