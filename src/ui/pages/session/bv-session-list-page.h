/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions of the council on the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_SESSION_LIST_PAGE (bv_session_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvSessionListPage, bv_session_list_page, BV, SESSION_LIST_PAGE, BvListPage)

G_END_DECLS
