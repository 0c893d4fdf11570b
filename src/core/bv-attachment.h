/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that prove an achievement: content kept once by its SHA-256, read and written piece by
 * piece. */
#pragma once
#include "bv-attachment-source.h"
#include "bv-office.h"

G_BEGIN_DECLS

#define BV_ATTACHMENT_MAXIMUM (G_GINT64_CONSTANT (256) * 1024 * 1024)

/** bv_attachment_add: stores @file's content and adds the row, one undoable step (or part of the
 * open one). Id or 0. */
gint64 bv_attachment_add (BvOffice *office,
                          gint64 achievement_id,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error);
/** bv_attachment_add_bytes: the same from memory, under @name. */
gint64 bv_attachment_add_bytes (
    BvOffice *office, gint64 achievement_id, const char *name, GBytes *bytes, GError **error);
/** bv_attachment_add_source: the same with what was read before, in a thread. */
gint64 bv_attachment_add_source (BvOffice *office,
                                 gint64 achievement_id,
                                 BvAttachmentSource *source,
                                 GCancellable *cancellable,
                                 GError **error);
/** bv_attachment_save: writes the content to @target (replaced atomically). */
gboolean bv_attachment_save (BvOffice *office,
                             gint64 attachment_id,
                             GFile *target,
                             GCancellable *cancellable,
                             GError **error);
/** bv_attachment_write: writes the content to the stream @to, which stays open. */
gboolean bv_attachment_write (BvOffice *office,
                              gint64 attachment_id,
                              GOutputStream *to,
                              GCancellable *cancellable,
                              GError **error);
/** bv_attachment_list: ids of one achievement's attachments, oldest first; owned. */
GArray *bv_attachment_list (BvOffice *office, gint64 achievement_id, GError **error);
/** bv_attachment_find_twin: another achievement that the same content proves, the same one when it
 * is there twice, or 0. */
gint64 bv_attachment_find_twin (BvOffice *office, BvRecord *attachment);
/** bv_attachment_list_proved: ids of the achievements that have any, in no order; owned. */
GArray *bv_attachment_list_proved (BvOffice *office, GError **error);
/** bv_attachment_purge: removes content no row and no undoable step names any more; number of
 * removed, or -1. */
gint64 bv_attachment_purge (BvOffice *office, GError **error);

G_END_DECLS
