/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How rows are called in one line, remembered until something changes. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvNames BvNames;

BvNames *bv_names_new (BvOffice *office);
void bv_names_free (BvNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNames, bv_names_free)
/** bv_names_forget: called when rows were changed. */
void bv_names_forget (BvNames *self);
/** bv_names_get: what departments and people were called on @day, nullable and "" for today; @day
 * means nothing for other kinds. Borrowed until bv_names_forget(); "" when the row is gone. */
const char *bv_names_get (BvNames *self, const BvKind *kind, gint64 id, const char *day);
/** bv_names_get_opening: the first day of a movement, "" when it has none; borrowed like a name. */
const char *bv_names_get_opening (BvNames *self, gint64 movement_id);
/** bv_names_get_closing: the last day of a movement, "" when it has none; borrowed like a name. */
const char *bv_names_get_closing (BvNames *self, gint64 movement_id);
/** bv_names_find_day: the day that @record speaks of: the last one of its movement, of its
 * decision, or its own; "" for today. Borrowed like a name. */
const char *bv_names_find_day (BvNames *self, BvRecord *record);
/** bv_names_get_subject_kind: department, person or %NULL. */
const BvKind *bv_names_get_subject_kind (BvNames *self, gint64 id);

G_END_DECLS
