/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every award of the office, of this movement and of earlier ones. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_AWARD_LIST_PAGE (bv_award_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvAwardListPage, bv_award_list_page, BV, AWARD_LIST_PAGE, BvListPage)

G_END_DECLS
