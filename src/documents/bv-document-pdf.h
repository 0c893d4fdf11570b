/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as PDF: fonts embedded, words to be searched and copied, properties set. */
#pragma once
#include "bv-page-layout.h"

G_BEGIN_DECLS

/** bv_document_pdf_write: to @path, which stays as it was on any failure. @n_pages nullable. */
gboolean bv_document_pdf_write (BvDocument *document,
                                const char *path,
                                guint *n_pages,
                                BvPageProgress progress,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
