/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's name in its Vietnamese parts, and the order of people in lists. */
#include "config.h"

#include "bv-person-name.h"

#include "bv-collate.h"
#include "bv-normalize.h"

#include <string.h>

BvPersonName *
bv_person_name_split (const char *full_name)
{
  g_autofree char *name = bv_normalize_line (full_name);
  BvPersonName *parts = g_new0 (BvPersonName, 1);
  char *first = strchr (name, ' ');
  char *last = strrchr (name, ' ');

  if (first == NULL) {
    parts->family = g_strdup ("");
    parts->middle = g_strdup ("");
    parts->given = g_steal_pointer (&name);
    return parts;
  }
  parts->family = g_strndup (name, first - name);
  parts->middle = first < last ? g_strndup (first + 1, last - first - 1) : g_strdup ("");
  parts->given = g_strdup (last + 1);
  return parts;
}

void
bv_person_name_free (BvPersonName *name)
{
  if (name == NULL)
    return;
  g_free (name->family);
  g_free (name->middle);
  g_free (name->given);
  g_free (name);
}

GBytes *
bv_person_name_key (const char *family, const char *middle, const char *given)
{
  const char *parts[] = { given, family, middle };
  GByteArray *key = g_byte_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GBytes) part = bv_collate_key (parts[i]);

    /* Collation keys hold no zero byte, so a zero between them sorts before any longer part. */
    if (i > 0)
      g_byte_array_append (key, (const guint8 *) "", 1);
    g_byte_array_append (key, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  }
  return g_byte_array_free_to_bytes (key);
}
