/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index over every searched field of every kind, kept up with each step. */
#pragma once
#include "bv-history.h"

G_BEGIN_DECLS

/** bv_search_update: brings the index up to date with @changes, inside the open transaction. */
gboolean bv_search_update (BvOffice *office, GPtrArray *changes, GError **error);
/** bv_search_make_kind_word: what stands for @kind in the index; owned. */
char *bv_search_make_kind_word (const BvKind *kind);
/** bv_search_rebuild: writes the whole index anew, inside the open transaction. */
gboolean bv_search_rebuild (BvOffice *office, GError **error);
/** bv_search_renew: indexes those kinds anew that an older program searched by other fields. */
gboolean bv_search_renew (BvOffice *office, GError **error);
/** bv_search_find: newest first ids of @kind whose texts have all words of @typed; at most @limit
 * (0 = all); owned. */
GArray *bv_search_find (
    BvOffice *office, const BvKind *kind, const char *typed, guint limit, GError **error);

G_END_DECLS
