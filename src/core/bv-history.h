/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door for changes: records, undoes, redoes, keeps the log, tells the listeners. */
#pragma once
#include "bv-changeset.h"
#include "bv-office.h"

G_BEGIN_DECLS

#define BV_TYPE_HISTORY (bv_history_get_type ())
G_DECLARE_FINAL_TYPE (BvHistory, bv_history, BV, HISTORY, GObject)

/* Signal "changed" (GPtrArray of BvChange): after a step, an undo or a redo was committed. */

/** BvChange: one row that a step touched. */
typedef struct
{
  const BvKind *kind;
  gint64 id;
  BvChangeType type;
} BvChange;

typedef enum {
  BV_STEP_STATE_DONE,
  BV_STEP_STATE_UNDONE,
  BV_STEP_STATE_DROPPED, /* undone, then something else was done */
} BvStepState;

/** BvHistoryStep: one line of the log. */
typedef struct
{
  gint64 id;
  char *at; /* local time, ISO */
  char *actor;
  char *title;
  guint n_rows;
  BvStepState state;
} BvHistoryStep;
void bv_history_step_free (BvHistoryStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHistoryStep, bv_history_step_free)

/** bv_history_begin: opens a step named @title (as the person reads it). Only one is open at a
 * time. */
gboolean bv_history_begin (BvHistory *self, const char *title, GError **error);
/** bv_history_begin_joined: the same, and step @step_id becomes a part of it, if nothing was done
 * since: both are then one line of the log, undone at once. */
gboolean
bv_history_begin_joined (BvHistory *self, gint64 step_id, const char *title, GError **error);
/** bv_history_commit: writes the step; a step that changed nothing leaves no trace. On failure all
 * is rolled back. */
gboolean bv_history_commit (BvHistory *self, GError **error);
void bv_history_abort (BvHistory *self);
gboolean bv_history_is_open (BvHistory *self);

/** bv_history_dup_undo_title: title of the step that undo would take back, or %NULL. Owned. */
char *bv_history_dup_undo_title (BvHistory *self);
char *bv_history_dup_redo_title (BvHistory *self);
gboolean bv_history_undo (BvHistory *self, GError **error);
gboolean bv_history_redo (BvHistory *self, GError **error);
/** bv_history_revert: takes back one older step as a new step; %BV_ERROR_CONFLICT says what stands
 * in the way. */
gboolean bv_history_revert (BvHistory *self, gint64 step_id, GError **error);
/** bv_history_get_last_saved: local ISO time of the last committed change in this session, or
 * %NULL. */
const char *bv_history_get_last_saved (BvHistory *self);

/** bv_history_list_steps: ids newest first, for a BvIdList; @filters nullable (actor, kind table,
 * from/to ISO day). */
GArray *bv_history_list_steps (BvHistory *self,
                               const char *actor,
                               const char *table,
                               const char *from,
                               const char *to,
                               GError **error);
/** bv_history_list_actors: everybody who has changed something, by name; owned. */
GStrv bv_history_list_actors (BvHistory *self, GError **error);
/** bv_history_get_undo_step: id of the step that undo would take back; 0 when there is none. */
gint64 bv_history_get_undo_step (BvHistory *self);
BvHistoryStep *bv_history_load_step (BvHistory *self, gint64 step_id, GError **error);
/** bv_history_describe_step: readable lines "Nguyễn Văn A · Chức vụ: Chuyên viên → Phó Trưởng
 * phòng"; owned strv. */
char **bv_history_describe_step (BvHistory *self, gint64 step_id, guint max_lines, GError **error);

G_END_DECLS
