/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many may be proposed in the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_QUOTAS_PAGE (bv_quotas_page_get_type ())
G_DECLARE_FINAL_TYPE (BvQuotasPage, bv_quotas_page, BV, QUOTAS_PAGE, BvListPage)

G_END_DECLS
