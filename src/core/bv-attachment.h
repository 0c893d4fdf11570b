/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that prove an achievement: content kept once by its SHA-256, read and written piece by
 * piece. */
#pragma once
#include "bv-attachment-source.h"
#include "bv-office.h"

G_BEGIN_DECLS

#define BV_ATTACHMENT_MAXIMUM (G_GINT64_CONSTANT (256) * 1024 * 1024)

/** bv_attachment_add_source: stores what was read before, in a thread, and adds the row: one
 * undoable step (or part of the open one). Id or 0. */
gint64 bv_attachment_add_source (BvOffice *office,
                                 gint64 achievement_id,
                                 BvAttachmentSource *source,
                                 GCancellable *cancellable,
                                 GError **error);
/** bv_attachment_add_bytes: the same from memory, under @name. */
gint64 bv_attachment_add_bytes (
    BvOffice *office, gint64 achievement_id, const char *name, GBytes *bytes, GError **error);
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
/** BvAttachmentSpare: what making the file smaller would do, in bytes. */
typedef struct
{
  gint64 freed; /* room that is left over, and evidence that nothing can bring back */
  gint64 kept;  /* removed evidence that undo, redo or the deleted rows can bring back */
} BvAttachmentSpare;

/** bv_attachment_purge_measure: looks only. Reads the steps that touched evidence. */
gboolean bv_attachment_purge_measure (BvOffice *office, BvAttachmentSpare *spare, GError **error);
/**
 * bv_attachment_purge: removes the evidence that nothing can bring back, and the room left over.
 * What is in the lists, can be undone or redone, or stands among the deleted rows stays. Goes
 * through a connection of its own to the office file @path: for a thread, while the office is open
 * for writing and does not write. Cancelled or failed, the file is as large as before. By how many
 * bytes it is smaller now, or -1.
 */
gint64 bv_attachment_purge (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
