/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the fields of a kind at the head of a column, and how well a heading fits. */
#pragma once
#include "bv-kind.h"

G_BEGIN_DECLS

typedef struct BvImportWords BvImportWords;

#define BV_IMPORT_WORDS_EXACT 1000 /* the heading is a name of the field */

BvImportWords *bv_import_words_new (const BvKind *kind);
void bv_import_words_free (BvImportWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportWords, bv_import_words_free)

/** bv_import_words_fold: a heading without accents, case, line breaks and filler words. */
char *bv_import_words_fold (const char *heading);
/** bv_import_words_score: how well @folded fits field @index of the kind; 0 = not at all,
 * %BV_IMPORT_WORDS_EXACT or more = it is its label, above 500 = people call it so. */
guint bv_import_words_score (const BvImportWords *self, const char *folded, guint index);
/** bv_import_words_is_left_out: a heading of row numbers and the like, which belong to no field. */
gboolean bv_import_words_is_left_out (const char *folded);

G_END_DECLS
