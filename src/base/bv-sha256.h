/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of large contents, by a library that uses what the processor offers for it. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

/** bv_sha256_of_bytes: 64 small hexadecimal digits; owned. */
char *bv_sha256_of_bytes (GBytes *bytes);
/**
 * bv_sha256_of_stream: of @stream from where it stands to its end, piece by piece; owned, %NULL
 * with @error when reading fails or is cancelled. @copy (nullable) gets the bytes; @kibibytes
 * (nullable) counts up, for another thread to look at.
 */
char *bv_sha256_of_stream (GInputStream *stream,
                           GByteArray *copy,
                           int *kibibytes,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
