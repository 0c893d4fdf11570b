/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One parameter of a rule pack with the editor that its type asks for, and its confirmation. */
#pragma once
#include "bv-rule-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_RULE_ROW (bv_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (BvRuleRow, bv_rule_row, BV, RULE_ROW, AdwActionRow)

/* Signals: "typed" (text), as bv_rule_field_parse() reads it; "confirm" (document). */

/** bv_rule_row_new: for @field of the row with @key (%NULL in a group that is no list). */
GtkWidget *bv_rule_row_new (const BvRuleGroup *group, const char *key, const BvRuleField *field);
/** bv_rule_row_show: shows what @pack says; %FALSE when it has no such row any more. */
gboolean bv_rule_row_show (BvRuleRow *self, const BvRulePack *pack, gboolean writable);
/** bv_rule_row_flush: what is still being typed is told by "typed". */
void bv_rule_row_flush (BvRuleRow *self);
/** bv_rule_row_get_parameter: as marks name it; borrowed. */
const char *bv_rule_row_get_parameter (BvRuleRow *self);

G_END_DECLS
