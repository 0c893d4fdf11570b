/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of all columns to sort by, also of those that have no room in the table. */
#pragma once
#include "bv-list-table.h"

G_BEGIN_DECLS

#define BV_TYPE_SORT_BUTTON (bv_sort_button_get_type ())
G_DECLARE_FINAL_TYPE (BvSortButton, bv_sort_button, BV, SORT_BUTTON, AdwBin)

/** bv_sort_button_new: sorts @table, and follows clicks on its headings. */
GtkWidget *bv_sort_button_new (const BvKind *kind, BvListTable *table);

G_END_DECLS
