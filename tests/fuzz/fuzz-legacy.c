/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as old Vietnamese text: what comes out is Unicode in its composed form. */
#include "config.h"

#include "bv-fuzz.h"
#include "bv-legacy.h"

static void
check (char *text)
{
  g_autofree char *composed = NULL;

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_assert_nonnull (composed);
  g_free (text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);

  for (BvLegacy encoding = BV_LEGACY_NONE; encoding <= BV_LEGACY_NFD; encoding++) {
    check (bv_legacy_decode (encoding, text));
    check (bv_legacy_decode_bytes (encoding, (const char *) data, size));
  }
  bv_legacy_guess (text);
  bv_legacy_from_font (text, NULL);
  return 0;
}
