/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index asked at every key press: a few rows at once, whatever stands in the entry. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** BvQuickSearch: finds while one types on; for as long as nothing is changed in the office. */
typedef struct BvQuickSearch BvQuickSearch;
/** bv_quick_search_new: @office is borrowed. */
BvQuickSearch *bv_quick_search_new (BvOffice *office);
void bv_quick_search_free (BvQuickSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvQuickSearch, bv_quick_search_free)

/**
 * bv_quick_search_find: the newest @limit ids of @kind whose texts have all words of @typed, the
 * last one as the beginning of a word; of a single letter those among the newest rows.
 * It takes about as long in a million rows as in a thousand. Blank text finds nothing. Owned.
 */
GArray *bv_quick_search_find (
    BvQuickSearch *self, const BvKind *kind, const char *typed, guint limit, GError **error);

G_END_DECLS
