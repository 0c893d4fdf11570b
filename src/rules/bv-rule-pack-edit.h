/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing a copy of a rule pack before it is shared, and telling two packs apart. */
#pragma once
#include "bv-rule-group.h"

G_BEGIN_DECLS

/* What is typed into @field of @row: the struct of @group or a row of its list. A figure that
 * changes waits for confirmation again, because no document speaks for it any more. %FALSE with
 * BV_ERROR_INVALID when the value or the pack with it is wrong; the pack is then as it was. */
gboolean bv_rule_pack_edit_set (BvRulePack *self,
                                const BvRuleGroup *group,
                                gpointer row,
                                const BvRuleField *field,
                                const char *typed,
                                GError **error);
/* Adds a row to a list with @key and what else is sensible. Returns: (transfer none) (nullable):
 * the row; %NULL with BV_ERROR_INVALID. */
gpointer
bv_rule_pack_edit_add (BvRulePack *self, const BvRuleGroup *group, const char *key, GError **error);
/* Takes a row out of a list, with its marks. */
gboolean
bv_rule_pack_edit_remove (BvRulePack *self, const BvRuleGroup *group, gpointer row, GError **error);
/* Notes that @document confirms @parameter. BV_ERROR_INVALID when nothing is said or there is no
 * such parameter. */
gboolean bv_rule_pack_edit_confirm (BvRulePack *self,
                                    const char *parameter,
                                    const char *document,
                                    GError **error);
/* Whether @parameter is there in both and has the same value. */
gboolean
bv_rule_pack_edit_is_same (const BvRulePack *a, const BvRulePack *b, const char *parameter);
/* Returns: (transfer full): strings "Vote › Quorum: 2/3 → 1/2" on what differs from @before to
 * @after. */
GPtrArray *bv_rule_pack_edit_compare (const BvRulePack *before, const BvRulePack *after);

G_END_DECLS
