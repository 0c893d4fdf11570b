/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the search index holds of one row: its searched fields, as they are read, in folded text. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/* One pass over many rows: it keeps the names that it has looked up. */
typedef struct BvSearchText BvSearchText;

BvSearchText *bv_search_text_new (BvOffice *office);
void bv_search_text_free (BvSearchText *self);
/**
 * bv_search_text_read: the text of the row @id as it stands in the file; owned. NULL without @error
 * when there is no such row.
 */
char *bv_search_text_read (BvSearchText *self, const BvKind *kind, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSearchText, bv_search_text_free)

G_END_DECLS
