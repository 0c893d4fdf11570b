/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: every change, and the rows that were deleted. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_LOG_PAGE (bv_log_page_get_type ())
G_DECLARE_FINAL_TYPE (BvLogPage, bv_log_page, BV, LOG_PAGE, BvTabsPage)

G_END_DECLS
