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
/** bv_names_get: borrowed until bv_names_forget(); "" when the row is gone. */
const char *bv_names_get (BvNames *self, const BvKind *kind, gint64 id);
/** bv_names_get_subject_kind: department, person or %NULL. */
const BvKind *bv_names_get_subject_kind (BvNames *self, gint64 id);

G_END_DECLS
