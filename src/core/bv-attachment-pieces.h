/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large contents, stored piece by piece in a thread before the row that names them. */
#pragma once
#include "bv-attachment-source.h"

G_BEGIN_DECLS

/** From this size on: one commit of as much takes some milliseconds, of 16 MiB more than a hundred,
 * and several files come at once. */
#define BV_ATTACHMENT_PIECES_FROM (256 * 1024)

/**
 * bv_attachment_pieces_store: stores the content of @source in the office file @path, through a
 * connection of its own: for a thread, while the office is open for writing. Each piece is a
 * transaction of its own, so that others read and write between them. It is no step: nothing is
 * seen of it until bv_attachment_add_source(). @kibibytes (nullable) counts up meanwhile. When it
 * fails or is cancelled nothing stays behind.
 */
gboolean bv_attachment_pieces_store (const char *path,
                                     BvAttachmentSource *source,
                                     int *kibibytes,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
