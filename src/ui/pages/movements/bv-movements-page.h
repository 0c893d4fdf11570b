/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Movements, and what belongs to the movement in hand: contents, dissemination, quotas, points. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_MOVEMENTS_PAGE (bv_movements_page_get_type ())
G_DECLARE_FINAL_TYPE (BvMovementsPage, bv_movements_page, BV, MOVEMENTS_PAGE, BvTabsPage)

G_END_DECLS
