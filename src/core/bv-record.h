/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a kind in memory: its values, which of them were changed, and how they read in a list.
 */
#pragma once
#include "bv-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BV_TYPE_RECORD (bv_record_get_type ())
G_DECLARE_FINAL_TYPE (BvRecord, bv_record, BV, RECORD, GObject)
/* Signal "changed": the stored row was changed and this object reloaded. */

/** bv_record_new: an empty row with the kind's initial values and id 0. */
BvRecord *bv_record_new (const BvKind *kind);
/** bv_record_copy: an independent copy with the same id and values, nothing marked as changed. */
BvRecord *bv_record_copy (BvRecord *self);
const BvKind *bv_record_get_kind (BvRecord *self);
gint64 bv_record_get_id (BvRecord *self);
void bv_record_set_id (BvRecord *self, gint64 id);

const BvValue *bv_record_get_value (BvRecord *self, const char *field);
/** bv_record_get_integer: 0 when NULL. */
gint64 bv_record_get_integer (BvRecord *self, const char *field);
/** bv_record_get_text: borrowed; "" when NULL. */
const char *bv_record_get_text (BvRecord *self, const char *field);
gboolean bv_record_is_null (BvRecord *self, const char *field);

/** bv_record_set_value: marks the field as changed when the value differs. */
void bv_record_set_value (BvRecord *self, const char *field, const BvValue *value);
/** bv_record_set_integer: id 0 makes a reference NULL. */
void bv_record_set_integer (BvRecord *self, const char *field, gint64 value);
void bv_record_set_text (BvRecord *self, const char *field, const char *text);
void bv_record_set_null (BvRecord *self, const char *field);

/** bv_record_is_changed: whether @field (or any field, when NULL) differs from what was loaded. */
gboolean bv_record_is_changed (BvRecord *self, const char *field);
void bv_record_clear_changed (BvRecord *self);

/** bv_record_get_display: the field as a list shows it; "" until filled by whoever loads lists.
 * Borrowed. */
const char *bv_record_get_display (BvRecord *self, guint field_index);
void bv_record_take_display (BvRecord *self, guint field_index, char *text);
/** bv_record_assume: takes over id, values and displays of @other and emits "changed". */
void bv_record_assume (BvRecord *self, BvRecord *other);

G_END_DECLS
