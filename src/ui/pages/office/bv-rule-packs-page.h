/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule packs of the office, their parameters, and which movement goes by which. */
#pragma once
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_RULE_PACKS_PAGE (bv_rule_packs_page_get_type ())
G_DECLARE_FINAL_TYPE (BvRulePacksPage, bv_rule_packs_page, BV, RULE_PACKS_PAGE, BvPage)

G_END_DECLS
