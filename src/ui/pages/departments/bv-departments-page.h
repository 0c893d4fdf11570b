/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The departments of the office. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DEPARTMENTS_PAGE (bv_departments_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDepartmentsPage, bv_departments_page, BV, DEPARTMENTS_PAGE, BvListPage)

G_END_DECLS
