/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written beside its target and takes its place only when all is well. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvReplacement BvReplacement;

/** bv_replacement_new: makes the temporary file at once, so that a bad place tells at once. Refuses
 * a target that is read-only or that Excel or LibreOffice has open. */
BvReplacement *bv_replacement_new (const char *target, GError **error);
/** bv_replacement_free: what was not committed is thrown away. */
void bv_replacement_free (BvReplacement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvReplacement, bv_replacement_free)
/** bv_replacement_get_path: of the temporary file, to be written to; borrowed. */
const char *bv_replacement_get_path (BvReplacement *self);
/** bv_replacement_write: appends @length bytes. */
gboolean
bv_replacement_write (BvReplacement *self, const void *bytes, gsize length, GError **error);
/** bv_replacement_commit: brings it to the disk and puts it in the place of the target. */
gboolean bv_replacement_commit (BvReplacement *self, GError **error);
/** bv_replacement_set_error: the sentence for @number (errno) about the target. */
void bv_replacement_set_error (BvReplacement *self, int number, GError **error);

G_END_DECLS
