/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The staff of the office. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_STAFF_PAGE (bv_staff_page_get_type ())
G_DECLARE_FINAL_TYPE (BvStaffPage, bv_staff_page, BV, STAFF_PAGE, BvListPage)

G_END_DECLS
