/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which movement goes by which rule pack, and changing it with a reason. */
#pragma once
#include "bv-rule-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RULE_MOVEMENTS (bv_rule_movements_get_type ())
G_DECLARE_FINAL_TYPE (BvRuleMovements, bv_rule_movements, BV, RULE_MOVEMENTS, AdwBin)

/* Signal "asked" (movement id, code, reason): to be put on another pack. */

GtkWidget *bv_rule_movements_new (void);
/** bv_rule_movements_show: @entries are BvRuleEntry to choose from. */
void bv_rule_movements_show (BvRuleMovements *self, BvOffice *office, GPtrArray *entries);

G_END_DECLS
