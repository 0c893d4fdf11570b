/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: every change with who and when, and undo from here. */
#pragma once
#include "bv-log-filter.h"
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_HISTORY_PAGE (bv_history_page_get_type ())
G_DECLARE_FINAL_TYPE (BvHistoryPage, bv_history_page, BV, HISTORY_PAGE, BvPage)

/** bv_history_page_get_model: BvLogEntry, newest first; borrowed, %NULL until loaded. */
GListModel *bv_history_page_get_model (BvHistoryPage *self);
BvLogFilter *bv_history_page_get_filter (BvHistoryPage *self);
/** bv_history_page_revert: takes back the selected step. */
void bv_history_page_revert (BvHistoryPage *self);

G_END_DECLS
