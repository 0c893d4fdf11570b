/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_CRITERIA_PAGE (bv_criteria_page_get_type ())
G_DECLARE_FINAL_TYPE (BvCriteriaPage, bv_criteria_page, BV, CRITERIA_PAGE, BvListPage)

G_END_DECLS
