/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rule pack share. */
#pragma once
#include "bv-rule-group.h"
#include "bv-rule-pack.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The pack itself and its lists; then the single figures. Together BV_N_RULE_GROUPS. */
#define BV_N_RULE_ROW_GROUPS 5
#define BV_N_RULE_FIGURE_GROUPS (BV_N_RULE_GROUPS - BV_N_RULE_ROW_GROUPS)
extern const BvRuleGroup _bv_rule_row_groups[BV_N_RULE_ROW_GROUPS];
extern const BvRuleGroup _bv_rule_figure_groups[BV_N_RULE_FIGURE_GROUPS];

/* The members of a file beside the groups. */
#define BV_RULE_FORMAT "format"
#define BV_RULE_FORMAT_VERSION 1
#define BV_RULE_MARKS "confirmations"

/* Returns: (transfer full): one without rows or values. */
BvRulePack *_bv_rule_pack_new (void);
/* Returns: (transfer full) */
BvRuleMark *_bv_rule_mark_new (const char *parameter, const char *document);
void _bv_rule_mark_free (gpointer data);

/** BvRulePlace: what a parameter names: a field of a struct or row, or a whole row. */
typedef struct
{
  const BvRuleGroup *group;
  gconstpointer row;
  const BvRuleField *field; /* nullable: the whole row */
} BvRulePlace;

/* Splits "awards.GK_CN.name"; a key may itself hold dots. */
gboolean
_bv_rule_group_find_place (const BvRulePack *pack, const char *parameter, BvRulePlace *place);

/* Puts @node into @row, %FALSE when it does not fit @field. */
gboolean _bv_rule_read_value (const BvRuleField *field, JsonNode *node, gpointer row);
/* Returns: (transfer none) (nullable): the text, %NULL when @node is none. */
const char *_bv_rule_get_string (JsonNode *node);

/* Tells the line of a parameter, as bv_rule_group_name_parameter() names it but with the number of
 * the row (from 0) for its key; 0 when unknown. */
typedef guint (*BvRuleLineFunc) (const char *parameter, gpointer data);

/* Whether the parameters fit each other, and what they refer to is there. BV_ERROR_INVALID names
 * the line, when @line is given, and the parameter. */
gboolean
_bv_rule_pack_check (const BvRulePack *self, BvRuleLineFunc line, gpointer data, GError **error);
/* Sets @error: what is wrong with @parameter in @line of the file (0: not in a file). */
gboolean _bv_rule_pack_fail (GError **error, guint line, const char *parameter, char *sentence);

G_END_DECLS
