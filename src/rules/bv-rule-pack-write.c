/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a rule pack as JSON. Written by hand, a member a line, because the bytes are frozen into
 * movements and must not change with a library's taste for blanks. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include <json-glib/json-glib.h>

static void
append_string (GString *text, const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (text, quoted);
}

static void
append_chain (GString *text, const BvRuleField *field, const BvRuleChain *chain)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < chain->n_steps; i++)
    g_string_append_printf (text,
                            "%s\"%s\"",
                            i ? ", " : "",
                            field->words[(int) chain->steps[i] - field->first_value].word);
  g_string_append_c (text, ']');
}

static void
append_share (GString *text, const BvShare *share)
{
  g_autofree char *written = bv_share_to_text (*share);

  g_string_append_printf (text, "\"%s\"", written);
}

static void
append_value (GString *text, const BvRuleField *field, gconstpointer row)
{
  switch (field->type) {
  case BV_RULE_SWITCH:
    g_string_append (text, *bv_rule_field_at (field, row, const gboolean) ? "true" : "false");
    break;
  case BV_RULE_INTEGER:
    g_string_append_printf (
        text, "%" G_GINT64_FORMAT, *bv_rule_field_at (field, row, const gint64));
    break;
  case BV_RULE_SHARE:
    append_share (text, bv_rule_field_at (field, row, const BvShare));
    break;
  case BV_RULE_CHOICE:
    append_string (
        text, field->words[*bv_rule_field_at (field, row, const int) - field->first_value].word);
    break;
  case BV_RULE_CHAIN:
    append_chain (text, field, bv_rule_field_at (field, row, const BvRuleChain));
    break;
  case BV_RULE_TEXT:
  case BV_RULE_DATE:
  default:
    append_string (text, *bv_rule_field_at (field, row, const char *const));
    break;
  }
}

static void
append_fields (GString *text, const BvRuleGroup *group, gconstpointer row, const char *indent)
{
  for (guint i = 0; i < group->n_fields; i++) {
    const BvRuleField *field = &group->fields[i];
    g_string_append_printf (text, "%s%s\"%s\": ", i ? ",\n" : "", indent, field->name);
    if (bv_rule_field_is_none (field, row))
      g_string_append (text, "null");
    else
      append_value (text, field, row);
  }
}

static void
append_rows (GString *text, const BvRuleGroup *group, const BvRulePack *pack)
{
  GPtrArray *rows = bv_rule_group_get_rows (group, pack);

  g_string_append_printf (text, ",\n  \"%s\": [", group->name);
  for (guint i = 0; i < rows->len; i++) {
    g_string_append (text, i ? ",\n    {\n" : "\n    {\n");
    append_fields (text, group, g_ptr_array_index (rows, i), "      ");
    g_string_append (text, "\n    }");
  }
  g_string_append (text, rows->len ? "\n  ]" : "]");
}

static void
append_group (GString *text, const BvRuleGroup *group, const BvRulePack *pack)
{
  gpointer place = bv_rule_group_get_struct (group, pack);

  if (*group->name == '\0') {
    append_fields (text, group, place, "  ");
  } else if (group->row_size) {
    append_rows (text, group, pack);
  } else {
    g_string_append_printf (text, ",\n  \"%s\": {\n", group->name);
    append_fields (text, group, place, "    ");
    g_string_append (text, "\n  }");
  }
}

static void
append_marks (GString *text, const BvRulePack *pack)
{
  g_string_append_printf (text, ",\n  \"%s\": {", BV_RULE_MARKS);
  for (guint i = 0; i < pack->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (pack->marks, i);
    g_string_append (text, i ? ",\n    " : "\n    ");
    append_string (text, mark->parameter);
    g_string_append (text, ": ");
    if (mark->document)
      append_string (text, mark->document);
    else
      g_string_append (text, "null");
  }
  g_string_append (text, pack->marks->len ? "\n  }" : "}");
}

char *
bv_rule_pack_to_json (const BvRulePack *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\n  \"%s\": %d,\n", BV_RULE_FORMAT, BV_RULE_FORMAT_VERSION);
  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    append_group (text, bv_rule_group_get (i), self);
  append_marks (text, self);
  g_string_append (text, "\n}\n");
  return g_string_free (text, FALSE);
}
