/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus and penalty points of the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_ADJUSTMENTS_PAGE (bv_adjustments_page_get_type ())
G_DECLARE_FINAL_TYPE (BvAdjustmentsPage, bv_adjustments_page, BV, ADJUSTMENTS_PAGE, BvListPage)

G_END_DECLS
