/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stored row an imported one is the same as, by what people tell such rows apart by. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvImportMatch BvImportMatch;

/** bv_import_match_new: reads the keys of all rows of @kind; those of @movement_id where the kind
 * belongs to a movement. */
BvImportMatch *
bv_import_match_new (BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error);
void bv_import_match_free (BvImportMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportMatch, bv_import_match_free)

/**
 * bv_import_match_find: id of the stored row with the key of @record; 0 when there is none. People
 * are known by their staff code, else by name, birth date and department; where one of those is
 * missing, @candidates gets the ids of those it may be.
 */
gint64 bv_import_match_find (BvImportMatch *self, BvRecord *record, GArray *candidates);
/** bv_import_match_claim: notes that @record stands in @line; gives the line where the same key
 * stood before, or 0. */
guint bv_import_match_claim (BvImportMatch *self, BvRecord *record, guint line);

G_END_DECLS
