/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of large contents, by a library that uses what the processor offers for it. */
#include "config.h"

#include "bv-sha256.h"

#include <nettle/sha2.h>

#define CHUNK (256 * 1024)

static char *
finish (struct sha256_ctx *state)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  char *digits = g_malloc (2 * SHA256_DIGEST_SIZE + 1);

  sha256_digest (state, sizeof digest, digest);
  for (guint i = 0; i < SHA256_DIGEST_SIZE; i++)
    g_snprintf (digits + 2 * i, 3, "%02x", digest[i]);
  return digits;
}

char *
bv_sha256_of_bytes (GBytes *bytes)
{
  struct sha256_ctx state;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  sha256_init (&state);
  sha256_update (&state, size, data);
  return finish (&state);
}

char *
bv_sha256_of_stream (GInputStream *stream,
                     GByteArray *copy,
                     int *kibibytes,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  struct sha256_ctx state;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sha256_init (&state);
  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0) {
    sha256_update (&state, (size_t) n, chunk);
    if (copy)
      g_byte_array_append (copy, chunk, (guint) n);
    if (kibibytes)
      g_atomic_int_add (kibibytes, (int) (n / 1024));
  }
  return n < 0 ? NULL : finish (&state);
}
