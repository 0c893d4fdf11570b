/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all kinds, parents before children. */
#pragma once
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_catalogue_get_kinds: all kinds, parents first, ended by NULL. */
const BvKind *const *bv_catalogue_get_kinds (void);
/** bv_catalogue_find: the kind kept in @table, or %NULL. */
const BvKind *bv_catalogue_find (const char *table);

/** BvDependant: a field of a kind that points to another kind. */
typedef struct
{
  const BvKind *kind;
  const BvField *field;
} BvDependant;
/** bv_catalogue_get_dependants: every field that may point to a row of @kind; owned array, free
 * with g_array_unref(). */
GArray *bv_catalogue_get_dependants (const BvKind *kind);

G_END_DECLS
