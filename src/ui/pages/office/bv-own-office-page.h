/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office itself, and the award forms it may propose. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_OWN_OFFICE_PAGE (bv_own_office_page_get_type ())
G_DECLARE_FINAL_TYPE (BvOwnOfficePage, bv_own_office_page, BV, OWN_OFFICE_PAGE, BvTabsPage)

G_END_DECLS
