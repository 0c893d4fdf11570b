/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions on awards of the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DECISION_LIST_PAGE (bv_decision_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDecisionListPage, bv_decision_list_page, BV, DECISION_LIST_PAGE, BvListPage)

G_END_DECLS
