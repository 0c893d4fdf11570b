/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were deleted and are not back: read out of the log, newest first, and put back. */
#pragma once
#include "bv-history.h"

G_BEGIN_DECLS

typedef struct BvTrash BvTrash;

/** BvTrashEntry: a deleted row that did not go because of another one. */
typedef struct
{
  const BvKind *kind;
  gint64 id;
  char *name;   /* as it was called */
  char *folded; /* name, kind, who and step, for searching */
  gint64 step_id;
  char *at; /* local time, ISO */
  char *actor;
  char *step;         /* title of the step */
  guint n_dependants; /* rows that went with it */
} BvTrashEntry;

/** bv_trash_new: nothing is read yet. @office is borrowed. */
BvTrash *bv_trash_new (BvOffice *office);
void bv_trash_free (BvTrash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTrash, bv_trash_free)

/** bv_trash_read: goes through the next @n_steps steps of the log. */
gboolean bv_trash_read (BvTrash *self, guint n_steps, GError **error);
/** bv_trash_has_ended: whether the whole log was read. */
gboolean bv_trash_has_ended (BvTrash *self);
/** bv_trash_get_entries: BvTrashEntry read so far, the last deleted first; borrowed. */
GPtrArray *bv_trash_get_entries (BvTrash *self);
/** bv_trash_list_needed: @entry and the deleted rows that it names and cannot be without, those
 * first that come back first. %BV_ERROR_CONFLICT says what it names that is nowhere any more.
 * Owned array of borrowed BvTrashEntry. */
GPtrArray *bv_trash_list_needed (BvTrash *self, BvTrashEntry *entry, GError **error);
/** bv_trash_restore: puts @entries back, with all that went with them, as one undoable step; later
 * steps stay. @self is old news after it. */
gboolean bv_trash_restore (BvTrash *self, GPtrArray *entries, GError **error);

G_END_DECLS
