/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Next year's movement from this one: its contents and quotas, and nothing of what was done in it.
 */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

G_BEGIN_DECLS

/**
 * bv_movement_clone_prepare: a new movement being prepared, a year later, with the text of
 * @movement_id; no number and date of the notice, no frozen rules: the pack in force at its launch
 * will count. Nothing is written. Owned; %NULL with @error.
 */
BvRecord *bv_movement_clone_prepare (BvOffice *office, gint64 movement_id, GError **error);
/** bv_movement_clone_write: saves @clone, with the contents and quotas of @movement_id, as one
 * undoable step. */
gboolean
bv_movement_clone_write (BvOffice *office, gint64 movement_id, BvRecord *clone, GError **error);

G_END_DECLS
