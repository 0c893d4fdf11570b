/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be attached, read and hashed without any office, so that a thread can do it. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct BvAttachmentSource BvAttachmentSource;

/**
 * bv_attachment_source_read: a file of up to @hold bytes is kept in memory, a larger one is read
 * again when it is stored. @kibibytes (nullable) counts up meanwhile, for another thread to look
 * at.
 */
BvAttachmentSource *bv_attachment_source_read (
    GFile *file, gsize hold, int *kibibytes, GCancellable *cancellable, GError **error);
/** bv_attachment_source_new: from memory, under @name. */
BvAttachmentSource *bv_attachment_source_new (const char *name, GBytes *bytes, GError **error);
void bv_attachment_source_free (BvAttachmentSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAttachmentSource, bv_attachment_source_free)
gint64 bv_attachment_source_get_size (BvAttachmentSource *self);
/** bv_attachment_source_is_held: whether its content is in memory. */
gboolean bv_attachment_source_is_held (BvAttachmentSource *self);

G_END_DECLS
