/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page in the sidebar: icon, name, how many rows. */
#pragma once
#include "bv-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SIDEBAR_ROW (bv_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (BvSidebarRow, bv_sidebar_row, BV, SIDEBAR_ROW, GtkListBoxRow)

/** bv_sidebar_row_new: @position counts from 0 and gives the key: Alt+1 … 9 and 0. */
GtkWidget *bv_sidebar_row_new (const BvPageInfo *page, guint position);
const BvPageInfo *bv_sidebar_row_get_page (BvSidebarRow *self);
/** bv_sidebar_row_count: counts the rows of the page's kind in @movement_id, up to a limit. */
void bv_sidebar_row_count (BvSidebarRow *self, BvOffice *office, gint64 movement_id);

G_END_DECLS
