/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The emulation movements of the office. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_MOVEMENT_LIST_PAGE (bv_movement_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvMovementListPage, bv_movement_list_page, BV, MOVEMENT_LIST_PAGE, BvListPage)

G_END_DECLS
