/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file beside an office file that names who is writing in it. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvLock BvLock;

/**
 * bv_lock_take: BV_ERROR_LOCKED, with who and since when in @holder (owned), when somebody else has
 * it; BV_ERROR_READ_ONLY when the folder cannot be written.
 */
BvLock *bv_lock_take (const char *path, char **holder, GError **error);
void bv_lock_release (BvLock *self);

G_END_DECLS
