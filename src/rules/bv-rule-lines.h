/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that remembers on which line everything stands. */
#pragma once
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _BvRuleLines BvRuleLines;

/* BV_ERROR_INVALID names the line that cannot be read, or where a member stands twice. */
BvRuleLines *bv_rule_lines_parse (const char *json, gssize length, GError **error);
void bv_rule_lines_free (BvRuleLines *self);

/* Returns: (transfer none) (nullable): what the text holds. */
JsonNode *bv_rule_lines_get_root (BvRuleLines *self);
/* Returns: the line of @member (%NULL for none) of @container, an object or array; the line where
 * the container begins when it has no such member. */
guint bv_rule_lines_get (BvRuleLines *self, gconstpointer container, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRuleLines, bv_rule_lines_free)

G_END_DECLS
