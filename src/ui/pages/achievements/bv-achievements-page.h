/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done in the movement in hand, with its evidence. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_ACHIEVEMENTS_PAGE (bv_achievements_page_get_type ())
G_DECLARE_FINAL_TYPE (BvAchievementsPage, bv_achievements_page, BV, ACHIEVEMENTS_PAGE, BvListPage)

G_END_DECLS
