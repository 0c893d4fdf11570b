/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the history share among themselves and with the office. */
#pragma once
#include "bv-history.h"

G_BEGIN_DECLS

BvHistory *_bv_history_new (BvOffice *office, BvDatabase *database);
BvDatabase *_bv_history_get_database (BvHistory *self);
BvOffice *_bv_history_get_office (BvHistory *self);
/* owned; @schema nullable */
GBytes *_bv_history_load_changeset (BvHistory *self, gint64 step_id, int *schema, GError **error);

G_END_DECLS
