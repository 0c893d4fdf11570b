/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who writes into an office file: a small text file beside it, readable for other computers. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvLock BvLock;

/**
 * bv_lock_take: takes the only right to write into the file @path, which need not exist yet.
 * The lock of a program that died on this computer is taken over. Owned; give it back with
 * bv_lock_release().
 *
 * When somebody else has it: %NULL, %BV_ERROR_LOCKED, and in @holder (nullable, owned) who:
 * "Hà trên may-01, từ 14:02 ngày 05/06/2024". In a folder that cannot be written:
 * %BV_ERROR_READ_ONLY.
 */
BvLock *bv_lock_take (const char *path, char **holder, GError **error);
/** bv_lock_is_foreign: whether another computer has the file @path, so that nothing here can tell
 * whether it still writes. */
gboolean bv_lock_is_foreign (const char *path);
/**
 * bv_lock_discard: removes the lock of another computer, after a person has said that nobody writes
 * there any more. A lock of this computer is never removed so: a program that lives here has it.
 * Errors: LOCKED, READ_ONLY.
 */
gboolean bv_lock_discard (const char *path, GError **error);
/** bv_lock_is_held: %FALSE when somebody removed our lock and may be writing. */
gboolean bv_lock_is_held (const BvLock *self);
/** bv_lock_release: lets others write. */
void bv_lock_release (BvLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLock, bv_lock_release)

G_END_DECLS
