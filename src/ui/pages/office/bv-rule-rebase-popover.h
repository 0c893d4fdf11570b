/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a movement on another rule pack, with the reason that this needs. */
#pragma once
#include "bv-rule-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RULE_REBASE_POPOVER (bv_rule_rebase_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    BvRuleRebasePopover, bv_rule_rebase_popover, BV, RULE_REBASE_POPOVER, GtkPopover)

/* Signal "asked" (movement id, code, reason). */

/** bv_rule_rebase_popover_new: for movement @id; @entries are BvRuleEntry. */
GtkWidget *bv_rule_rebase_popover_new (gint64 id, GPtrArray *entries);

G_END_DECLS
