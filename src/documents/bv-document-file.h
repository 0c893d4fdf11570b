/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document saved as a file: the ending of its name says as what. */
#pragma once
#include "bv-page-layout.h"

G_BEGIN_DECLS

/** bv_document_file_write: "….pdf" or "….fodt"; @path stays as it was on any failure. @n_pages
 * (nullable) is 0 where pages are not known. */
gboolean bv_document_file_write (BvDocument *document,
                                 const char *path,
                                 guint *n_pages,
                                 BvPageProgress progress,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);
/** bv_document_file_get_medium: the word of the register for files named like @path. */
const char *bv_document_file_get_medium (const char *path);

G_END_DECLS
