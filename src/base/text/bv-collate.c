/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese alphabetical order by ICU, the same on every machine whatever its locale. */
#include "config.h"

#include "bv-collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* ICU promises nothing about one collator in two threads, so each thread opens its own. */
static GPrivate own_collator = G_PRIVATE_INIT ((GDestroyNotify) ucol_close);

static UCollator *
get_collator (void)
{
  UCollator *collator = g_private_get (&own_collator);
  UErrorCode status = U_ZERO_ERROR;

  if (collator != NULL)
    return collator;
  collator = ucol_open ("vi", &status);
  /* The data come with the ICU library that we link: without them the build is broken. */
  g_assert (U_SUCCESS (status));
  ucol_setAttribute (collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  ucol_setStrength (collator, UCOL_TERTIARY);
  g_private_set (&own_collator, collator);
  return collator;
}

static UChar *
to_utf16 (const char *text, UChar *room, int32_t capacity, int32_t *length)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar *wide;

  u_strFromUTF8WithSub (room, capacity, length, text, -1, 0xFFFD, NULL, &status);
  if (U_SUCCESS (status))
    return room;
  status = U_ZERO_ERROR;
  wide = g_new (UChar, *length + 1);
  u_strFromUTF8WithSub (wide, *length + 1, length, text, -1, 0xFFFD, NULL, &status);
  return wide;
}

GBytes *
bv_collate_key (const char *text)
{
  UCollator *collator = get_collator ();
  UChar room[256];
  guint8 key[1024];
  int32_t length, size;
  UChar *wide = to_utf16 (text != NULL ? text : "", room, G_N_ELEMENTS (room), &length);
  GBytes *bytes;

  /* The size counts ICU's closing zero, which we leave out. */
  size = ucol_getSortKey (collator, wide, length, key, sizeof key);
  if (size <= (int32_t) sizeof key) {
    bytes = g_bytes_new (key, size - 1);
  } else {
    guint8 *large = g_malloc (size);

    ucol_getSortKey (collator, wide, length, large, size);
    bytes = g_bytes_new_take (large, size - 1);
  }
  if (wide != room)
    g_free (wide);
  return bytes;
}

int
bv_collate_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucol_strcollUTF8 (
      get_collator (), a != NULL ? a : "", -1, b != NULL ? b : "", -1, &status);
}

const char *
bv_collate_version (void)
{
  static gsize done = 0;
  static char version[96];

  if (g_once_init_enter (&done)) {
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = get_collator ();
    const char *locale = ucol_getLocaleByType (collator, ULOC_ACTUAL_LOCALE, &status);
    char icu[U_MAX_VERSION_STRING_LENGTH], order[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo info;

    u_getVersion (info);
    u_versionToString (info, icu);
    ucol_getVersion (collator, info);
    u_versionToString (info, order);
    g_snprintf (version, sizeof version, "icu %s %s %s", icu, locale, order);
    g_once_init_leave (&done, 1);
  }
  return version;
}
