/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What inspections of the movement in hand found. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_INSPECTION_PAGE (bv_inspection_page_get_type ())
G_DECLARE_FINAL_TYPE (BvInspectionPage, bv_inspection_page, BV, INSPECTION_PAGE, BvListPage)

G_END_DECLS
