/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's name in its Vietnamese parts, and the order of people in lists. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvPersonName:
 * @family: family name (họ), may be ""
 * @middle: middle names (chữ đệm), may be ""
 * @given: given name (tên), "" only for an empty name
 */
typedef struct
{
  char *family;
  char *middle;
  char *given;
} BvPersonName;

/**
 * bv_person_name_split:
 * @full_name: (nullable): the whole name
 *
 * Proposes the parts: the first word is the family name, the last the given name; a single word is
 * a given name. Given names of two words cannot be seen in the text, so the user may correct it.
 *
 * Returns: (transfer full): the parts, normalised
 */
BvPersonName *bv_person_name_split (const char *full_name);
void bv_person_name_free (BvPersonName *name);

/**
 * bv_person_name_key:
 * @family: (nullable): family name
 * @middle: (nullable): middle names
 * @given: (nullable): given name
 *
 * Key of the usual order of people: given name, then family name, then middle names, each in
 * Vietnamese order. Birth date and id decide after it.
 *
 * Returns: (transfer full): a key to be compared byte by byte
 */
GBytes *bv_person_name_key (const char *family, const char *middle, const char *given);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPersonName, bv_person_name_free)

G_END_DECLS
