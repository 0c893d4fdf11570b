/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese alphabetical order by ICU, the same on every machine whatever its locale. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_collate_key:
 * @text: (nullable): UTF-8 text
 *
 * Computes a key to be stored and compared byte by byte (a BLOB in SQLite). Letters
 * a ă â b c d đ e ê … first, then tones ngang < huyền < hỏi < ngã < sắc < nặng, then case. The key
 * holds no zero byte. Keys of different bv_collate_version() do not compare.
 *
 * Returns: (transfer full): the key
 */
GBytes *bv_collate_key (const char *text);

/**
 * bv_collate_compare:
 * @a: (nullable): UTF-8 text
 * @b: (nullable): UTF-8 text
 *
 * Returns: less than, equal to or greater than 0, in the same order as the keys
 */
int bv_collate_compare (const char *a, const char *b);

/**
 * bv_collate_version:
 *
 * Names the versions of ICU and of its Vietnamese order. Keep it beside stored keys: when it
 * changed, they must be computed anew.
 *
 * Returns: (transfer none): such as "icu 72.1 vi 153.120.42"
 */
const char *bv_collate_version (void);

G_END_DECLS
