/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index asked at every key press: a few rows at once, whatever stands in the entry. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/**
 * bv_quick_search_find: the newest @limit ids of @kind whose texts have all words of @typed, the
 * last one as the beginning of a word; of a single letter those among the newest rows.
 * It takes about as long in a million rows as in a thousand. Blank text finds nothing. Owned.
 */
GArray *bv_quick_search_find (
    BvOffice *office, const BvKind *kind, const char *typed, guint limit, GError **error);

G_END_DECLS
