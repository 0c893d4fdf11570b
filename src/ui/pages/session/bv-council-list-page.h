/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The councils of the office, each with its members. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_COUNCIL_LIST_PAGE (bv_council_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvCouncilListPage, bv_council_list_page, BV, COUNCIL_LIST_PAGE, BvListPage)

G_END_DECLS
