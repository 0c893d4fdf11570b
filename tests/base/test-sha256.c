/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of contents against GLib's own, whatever the length. */
#include "config.h"

#include "bv-sha256.h"

static void
test_like_glib (void)
{
  static const gsize sizes[] = { 0, 1, 55, 56, 63, 64, 65, 262143, 262144, 262145, 1000003 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    guint8 *data = g_malloc0 (sizes[i] + 1);
    g_autoptr (GBytes) bytes = g_bytes_new_take (data, sizes[i]);
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
    g_autoptr (GError) error = NULL;
    g_autofree char *expected = NULL;
    g_autofree char *whole = NULL;
    g_autofree char *read = NULL;

    for (gsize j = 0; j < sizes[i]; j++)
      data[j] = (guint8) (j * 31 + i);
    expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    whole = bv_sha256_of_bytes (bytes);
    g_autoptr (GByteArray) copy = g_byte_array_new ();
    int kibibytes = 0;
    read = bv_sha256_of_stream (stream, copy, &kibibytes, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (whole, ==, expected);
    g_assert_cmpstr (read, ==, expected);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("abc", 3, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bv_sha256_of_stream (stream, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sha256/like-glib", test_like_glib);
  g_test_add_func ("/sha256/cancelled", test_cancelled);
  return g_test_run ();
}
