/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button whose menu keeps the filter of a list under a name and brings it back. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_FILTER_MENU (bv_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (BvFilterMenu, bv_filter_menu, BV, FILTER_MENU, AdwBin)

GtkWidget *bv_filter_menu_new (BvListPage *page);

G_END_DECLS
