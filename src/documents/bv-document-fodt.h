/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as flat OpenDocument text, so that an office can go on in its word processor. */
#pragma once
#include "bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** bv_document_fodt_write: to @path, which stays as it was on any failure. */
gboolean bv_document_fodt_write (BvDocument *document,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
