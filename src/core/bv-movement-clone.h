/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Next year's movement from this one: its contents and quotas, and nothing of what was done in it.
 */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_movement_clone: a new movement being prepared, a year later: text, contents and quotas of
 * @movement_id; no number and date of the notice, no frozen rules: the pack in force at its launch
 * will count. One undoable step. The new id, 0 with @error.
 */
gint64 bv_movement_clone (BvOffice *office, gint64 movement_id, GError **error);

G_END_DECLS
