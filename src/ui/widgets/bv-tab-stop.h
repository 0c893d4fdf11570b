/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Around a list: one stop for Tab, among whose rows the arrows move. GTK stops at every row, so
 * that what stands behind a long list is out of reach. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_TAB_STOP (bv_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (BvTabStop, bv_tab_stop, BV, TAB_STOP, AdwBin)

/** bv_tab_stop_new: around @child. */
GtkWidget *bv_tab_stop_new (GtkWidget *child);

G_END_DECLS
