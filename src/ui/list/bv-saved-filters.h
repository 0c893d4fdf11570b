/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters under a name, for a list of one office file, kept in the settings of this computer. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** bv_saved_filters_list: their names in order; owned. */
char **bv_saved_filters_list (BvOffice *office, const char *list);
/** bv_saved_filters_load: what @name stands for, a dictionary of texts (a{ss}); owned, %NULL when
 * there is none. */
GVariant *bv_saved_filters_load (BvOffice *office, const char *list, const char *name);
/** bv_saved_filters_store: keeps @states (a{ss}, sunk) under @name, in the place of what stood
 * there. */
void
bv_saved_filters_store (BvOffice *office, const char *list, const char *name, GVariant *states);
/** bv_saved_filters_remove: forgets @name. */
void bv_saved_filters_remove (BvOffice *office, const char *list, const char *name);

G_END_DECLS
