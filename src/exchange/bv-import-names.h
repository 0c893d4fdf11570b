/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the names that stand in a table to the rows meant: read once, not once for each row. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvImportNames BvImportNames;

BvImportNames *bv_import_names_new (BvOffice *office);
void bv_import_names_free (BvImportNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportNames, bv_import_names_free)

/**
 * bv_import_names_find: the row called @text that @field, a reference or subject, may point to. As
 * written first, then accents, case and punctuation aside. Kinds of a movement are looked for in
 * @movement_id. A criterion is found by its title, its label, or both; a person by name, where
 * needed with birth year or department in brackets. None or several is %BV_ERROR_INVALID.
 */
gboolean bv_import_names_find (BvImportNames *self,
                               const BvField *field,
                               gint64 movement_id,
                               const char *text,
                               gint64 *id,
                               GError **error);

G_END_DECLS
