/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one row of the office itself, in an editor of its own. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_OFFICE_DATA_PAGE (bv_office_data_page_get_type ())
G_DECLARE_FINAL_TYPE (BvOfficeDataPage, bv_office_data_page, BV, OFFICE_DATA_PAGE, BvPage)

G_END_DECLS
