/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value for a field of several rows: first what it would change, then the change as one step.
 */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvBulkChange BvBulkChange;

/** BvBulkPart: rows that have something in common: the same value until now, or the same obstacle.
 */
typedef struct
{
  char *text; /* the value as a list shows it, or the sentence that says why not */
  guint n_rows;
} BvBulkPart;

/** bv_bulk_change_can_set: whether it makes sense to give several rows of @kind one value here. */
gboolean bv_bulk_change_can_set (const BvKind *kind, const BvField *field);

/**
 * bv_bulk_change_plan: what @value in @field would do to the rows @ids of @kind; nothing is
 * written. Rows that are gone are passed over. Owned; %NULL with @error.
 */
BvBulkChange *bv_bulk_change_plan (BvOffice *office,
                                   const BvKind *kind,
                                   const BvField *field,
                                   const BvValue *value,
                                   const gint64 *ids,
                                   guint n_ids,
                                   GError **error);
void bv_bulk_change_free (BvBulkChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBulkChange, bv_bulk_change_free)

/** bv_bulk_change_get_value_text: the new value as a list shows it; "" for none. Borrowed. */
const char *bv_bulk_change_get_value_text (BvBulkChange *self);
guint bv_bulk_change_count_changed (BvBulkChange *self);
/** bv_bulk_change_count_same: rows that have the value already. */
guint bv_bulk_change_count_same (BvBulkChange *self);
/** bv_bulk_change_get_olds: BvBulkPart for each value that would be replaced, most rows first.
 * Borrowed. */
GPtrArray *bv_bulk_change_get_olds (BvBulkChange *self);
/** bv_bulk_change_get_obstacles: BvBulkPart for each reason why rows cannot have the value.
 * Borrowed. */
GPtrArray *bv_bulk_change_get_obstacles (BvBulkChange *self);
/** bv_bulk_change_apply: all rows that can change, in one undoable step, or none with @error. */
gboolean bv_bulk_change_apply (BvBulkChange *self, GError **error);

G_END_DECLS
