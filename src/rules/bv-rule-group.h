/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parameters of a rule pack by subject: single ones, and lists of rows. */
#pragma once
#include "bv-rule-pack.h"

G_BEGIN_DECLS

/**
 * BvRuleGroup:
 * @name: in the file
 * @title: untranslated
 * @offset: in BvRulePack: of the struct, or of the array when it is a list
 * @row_size: of a row when it is a list, else 0
 *
 * The first field of a row is its key.
 */
typedef struct
{
  const char *name;
  const char *title;
  gsize offset;
  gsize row_size;
  const BvRuleField *fields;
  guint n_fields;
} BvRuleGroup;

#define BV_N_RULE_GROUPS 12
/* Returns: (transfer none): the groups in the order of the file. The first is the pack itself,
 * whose fields stand at the top. */
const BvRuleGroup *bv_rule_group_get (guint index);

/* Returns: (transfer none) (nullable): the group called @name. */
const BvRuleGroup *bv_rule_group_find (const char *name);
/* Returns: (transfer none) (nullable): the field called @name. */
const BvRuleField *bv_rule_group_find_field (const BvRuleGroup *self, const char *name);
/* Returns: (transfer none): the rows of a list. */
GPtrArray *bv_rule_group_get_rows (const BvRuleGroup *self, const BvRulePack *pack);
/* Returns: (transfer none): the struct that holds the fields of a group that is no list. */
gpointer bv_rule_group_get_struct (const BvRuleGroup *self, const BvRulePack *pack);
/* Returns: (transfer none): the key of a @row of a list, "" for none. */
const char *bv_rule_group_get_key (const BvRuleGroup *self, gconstpointer row);
/* Returns: (transfer none) (nullable): the row with @key. */
gpointer bv_rule_group_find_row (const BvRuleGroup *self, const BvRulePack *pack, const char *key);
/* Returns: (transfer full): an empty row of a list. */
gpointer bv_rule_group_new_row (const BvRuleGroup *self);
void bv_rule_group_free_row (const BvRuleGroup *self, gpointer row);

/* Returns: (transfer full): how marks name a parameter: "vote.quorum", "awards.GK_CN.name"; @key is
 * %NULL in a group that is no list, @field is %NULL for the whole row. */
char *bv_rule_group_name_parameter (const BvRuleGroup *self, const char *key, const char *field);
/* Returns: (transfer full): the same for a person: "Vote › Quorum"; the name when unknown. */
char *bv_rule_group_describe_parameter (const BvRulePack *pack, const char *parameter);
/* Whether @parameter names something in @pack. */
gboolean bv_rule_group_has_parameter (const BvRulePack *pack, const char *parameter);

G_END_DECLS
