/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recording what a step changes, and applying it forwards or backwards (SQLite's session
 * extension). */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

typedef struct BvRecorder BvRecorder;

/** bv_recorder_start: records changes of @tables (NULL-terminated) made through @database from now
 * on. */
BvRecorder *bv_recorder_start (BvDatabase *database, const char *const *tables, GError **error);
/** bv_recorder_finish: what was changed, owned; empty bytes when nothing was. The recorder goes on
 * until freed. */
GBytes *bv_recorder_finish (BvRecorder *self, GError **error);
void bv_recorder_free (BvRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRecorder, bv_recorder_free)

typedef enum {
  BV_CHANGE_INSERT,
  BV_CHANGE_UPDATE,
  BV_CHANGE_DELETE,
} BvChangeType;

/** BvRowChange: one changed row; values by column position, NULL-pointed where the changeset says
 * nothing. */
typedef struct
{
  BvChangeType type;
  const char *table;
  gint64 id;
  guint n_columns;
  BvValue *old_values; /* type NULL both for "was NULL" and "not told"; see told */
  BvValue *new_values;
  gboolean *told;
} BvRowChange;

/** BvRowChangeFunc: %FALSE stops the walk. */
typedef gboolean (*BvRowChangeFunc) (const BvRowChange *change, gpointer data);

/** bv_changeset_foreach: walks the rows; @inverted tells them as the undo would. */
gboolean bv_changeset_foreach (
    GBytes *changeset, gboolean inverted, BvRowChangeFunc func, gpointer data, GError **error);
/** bv_changeset_foreach_id: the same without the values: which rows of which tables. */
gboolean bv_changeset_foreach_id (
    GBytes *changeset, gboolean inverted, BvRowChangeFunc func, gpointer data, GError **error);

/**
 * bv_changeset_apply: applies @changeset (or its inverse) as a whole or not at all.
 * A row that is no longer as the changeset expects is %BV_ERROR_CONFLICT, with "table id" in
 * @conflict (owned, nullable).
 */
gboolean bv_changeset_apply (BvDatabase *database,
                             GBytes *changeset,
                             gboolean inverted,
                             char **conflict_table,
                             gint64 *conflict_id,
                             GError **error);

G_END_DECLS
