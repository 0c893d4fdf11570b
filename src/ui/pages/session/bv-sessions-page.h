/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council: its sessions with their votes, and who sits on it. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_SESSIONS_PAGE (bv_sessions_page_get_type ())
G_DECLARE_FINAL_TYPE (BvSessionsPage, bv_sessions_page, BV, SESSIONS_PAGE, BvTabsPage)

G_END_DECLS
