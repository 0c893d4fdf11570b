/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of department forms. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_SUBMISSIONS_PAGE (bv_submissions_page_get_type ())
G_DECLARE_FINAL_TYPE (BvSubmissionsPage, bv_submissions_page, BV, SUBMISSIONS_PAGE, BvListPage)

G_END_DECLS
