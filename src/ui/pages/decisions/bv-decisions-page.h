/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided: decisions, the award history they make, publication and remarks. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DECISIONS_PAGE (bv_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDecisionsPage, bv_decisions_page, BV, DECISIONS_PAGE, BvTabsPage)

G_END_DECLS
