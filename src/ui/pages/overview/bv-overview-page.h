/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the movement stands at a glance, and what waits to be done. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_OVERVIEW_PAGE (bv_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV, OVERVIEW_PAGE, BvPage)

/** bv_overview_page_is_ready: whether what is shown is what the file holds. */
gboolean bv_overview_page_is_ready (BvOverviewPage *self);

G_END_DECLS
