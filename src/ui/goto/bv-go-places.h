/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that one can go to: pages, commands and rows, and on which page a row is. */
#pragma once
#include "bv-go-target.h"

G_BEGIN_DECLS

/** BvGoScope: where the question is asked. */
typedef struct
{
  BvFinder *finder;    /* nullable: commands alone */
  GPtrArray *commands; /* BvCommand: what can be done now */
} BvGoScope;

/** bv_go_places_get_page: the page that shows rows of @kind; %NULL when it is that of the row they
 * belong to, or there is none. */
const BvPageInfo *bv_go_places_get_page (const BvKind *kind);
/** bv_go_places_find_row: the row to show for row @id of @kind: itself, or the one that it belongs
 * to when it has no page of its own. %FALSE: it is not there any more. */
gboolean bv_go_places_find_row (BvOffice *office, const BvKind **kind, gint64 *id);
/** bv_go_places_find: what begins with the words of @typed, in groups; everything that is not a row
 * when it is blank. Owned array of BvGoTarget. */
GPtrArray *bv_go_places_find (const BvGoScope *scope, const char *typed);
/** bv_go_places_load: the target called @key, owned; %NULL when it is not here. */
BvGoTarget *bv_go_places_load (const BvGoScope *scope, const char *key);

G_END_DECLS
