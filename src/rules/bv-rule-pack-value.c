/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of a rule pack out of JSON. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include "bv-date.h"

const char *
_bv_rule_get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
read_integer (const BvRuleField *field, JsonNode *node, gpointer row)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  *bv_rule_field_at (field, row, gint64) = value;
  return value >= field->minimum && value <= field->maximum;
}

static gboolean
read_text (const BvRuleField *field, JsonNode *node, gpointer row)
{
  const char *text = _bv_rule_get_string (node);

  if (!text || !*text || (field->type == BV_RULE_DATE && !bv_date_is_valid (text)))
    return FALSE;
  *bv_rule_field_at (field, row, char *) = g_strdup (text);
  return TRUE;
}

static gboolean
read_switch (const BvRuleField *field, JsonNode *node, gpointer row)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *bv_rule_field_at (field, row, gboolean) = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_choice (const BvRuleField *field, JsonNode *node, gpointer row)
{
  int index = bv_rule_field_find_word (field, _bv_rule_get_string (node));

  *bv_rule_field_at (field, row, int) = field->first_value + MAX (index, 0);
  return index >= 0;
}

static gboolean
read_chain (const BvRuleField *field, JsonNode *node, gpointer row)
{
  BvRuleChain *chain = bv_rule_field_at (field, row, BvRuleChain);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint seen = 0;

  if (!array || json_array_get_length (array) > BV_RULE_CHAIN_MAXIMUM)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++) {
    int index = bv_rule_field_find_word (field,
                                         _bv_rule_get_string (json_array_get_element (array, i)));
    if (index < 0 || (seen & (1u << index)))
      return FALSE;
    seen |= 1u << index;
    chain->steps[chain->n_steps++] = (BvTieStep) (field->first_value + index);
  }
  return TRUE;
}

gboolean
_bv_rule_read_value (const BvRuleField *field, JsonNode *node, gpointer row)
{
  const char *text;

  switch (field->type) {
  case BV_RULE_SWITCH:
    return read_switch (field, node, row);
  case BV_RULE_INTEGER:
    return read_integer (field, node, row);
  case BV_RULE_SHARE:
    text = _bv_rule_get_string (node);
    return text && bv_share_parse (text, bv_rule_field_at (field, row, BvShare));
  case BV_RULE_CHOICE:
    return read_choice (field, node, row);
  case BV_RULE_CHAIN:
    return read_chain (field, node, row);
  case BV_RULE_TEXT:
  case BV_RULE_DATE:
  default:
    return read_text (field, node, row);
  }
}
