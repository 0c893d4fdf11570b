/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What departments and people promised for the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_PLEDGES_PAGE (bv_pledges_page_get_type ())
G_DECLARE_FINAL_TYPE (BvPledgesPage, bv_pledges_page, BV, PLEDGES_PAGE, BvListPage)

G_END_DECLS
