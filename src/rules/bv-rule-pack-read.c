/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a rule pack from JSON, remembering the line of every parameter. */
#include "config.h"

#include "bv-rule-lines.h"
#include "bv-rule-pack-private.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  BvRuleLines *lines;
  GHashTable *places; /* line by name of the parameter, rows by their number */
  BvRulePack *pack;
  GError **error;
} Reader;

gboolean
_bv_rule_pack_fail (GError **error, guint line, const char *parameter, char *sentence)
{
  if (line > 0)
    g_set_error (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("Line %u, %s: %s"), line, parameter, sentence);
  else
    g_set_error (error, BV_ERROR, BV_ERROR_INVALID, "%s: %s", parameter, sentence);
  g_free (sentence);
  return FALSE;
}

/* Sentences */

static gboolean
fail (Reader *reader, guint line, const char *parameter, char *sentence)
{
  return _bv_rule_pack_fail (reader->error, line, parameter, sentence);
}

static gboolean
fail_type (Reader *reader, guint line, const char *parameter, const BvRuleField *field)
{
  static const char *const wanted[] = {
    [BV_RULE_TEXT] = N_ ("must be a text in quotation marks"),
    [BV_RULE_DATE] = N_ ("must be a date like \"2024-06-01\""),
    [BV_RULE_SWITCH] = N_ ("must be true or false"),
    [BV_RULE_INTEGER] = N_ ("must be a whole number"),
    [BV_RULE_SHARE] = N_ ("must be a share like \"2/3\", or \">1/2\" for more than half"),
    [BV_RULE_CHOICE] = N_ ("must be one of the words of this parameter"),
    [BV_RULE_CHAIN] = N_ ("must be a list of words, each at most once"),
  };
  GString *sentence = g_string_new (_ (wanted[field->type]));

  for (guint i = 0; field->words && field->words[i].word; i++)
    g_string_append_printf (sentence, "%s\"%s\"", i ? ", " : ": ", field->words[i].word);
  if (field->flags & BV_RULE_OPTIONAL)
    g_string_append_printf (sentence, " %s", _ ("(or null for none)"));
  g_string_append_c (sentence, '.');
  return fail (reader, line, parameter, g_string_free (sentence, FALSE));
}

static gboolean
fail_range (Reader *reader, guint line, const char *parameter, const BvRuleField *field)
{
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum);
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum);

  return fail (
      reader, line, parameter, g_strdup_printf (_ ("must lie between %s and %s."), least, most));
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
read_field (Reader *reader,
            JsonObject *object,
            const char *parameter,
            const BvRuleField *field,
            gpointer row)
{
  JsonNode *node = json_object_get_member (object, field->name);
  guint line = bv_rule_lines_get (reader->lines, object, field->name);

  g_hash_table_insert (reader->places, g_strdup (parameter), GUINT_TO_POINTER (line));
  if (!node)
    return fail (reader, line, parameter, g_strdup (_ ("is missing. Add it.")));
  bv_rule_field_clear (field, row);
  if ((field->flags & BV_RULE_OPTIONAL) && JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (_bv_rule_read_value (field, node, row))
    return TRUE;
  if (field->type != BV_RULE_INTEGER || !is_number (node))
    return fail_type (reader, line, parameter, field);
  return fail_range (reader, line, parameter, field);
}

/* Names that mean nothing are slips of the pen: say so rather than leave them out. */
static gboolean
check_members (Reader *reader, JsonObject *object, const BvRuleGroup *group)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *each = members; each; each = each->next) {
    const char *name = each->data;
    gboolean top = *group->name == '\0';
    if (bv_rule_group_find_field (group, name)
        || (top
            && (bv_rule_group_find (name) || g_str_equal (name, BV_RULE_FORMAT)
                || g_str_equal (name, BV_RULE_MARKS))))
      continue;
    return fail (reader,
                 bv_rule_lines_get (reader->lines, object, name),
                 name,
                 g_strdup (_ ("is not a parameter of a rule pack. Correct its name.")));
  }
  return TRUE;
}

static gboolean
read_fields (
    Reader *reader, JsonObject *object, const BvRuleGroup *group, const char *key, gpointer row)
{
  if (!check_members (reader, object, group))
    return FALSE;
  for (guint i = 0; i < group->n_fields; i++) {
    const BvRuleField *field = &group->fields[i];
    g_autofree char *parameter = bv_rule_group_name_parameter (group, key, field->name);
    if (!read_field (reader, object, parameter, field, row))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_row (Reader *reader, JsonNode *node, const BvRuleGroup *group, guint number)
{
  g_autofree char *key = g_strdup_printf ("%u", number);
  gpointer row;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader,
                 GPOINTER_TO_UINT (g_hash_table_lookup (reader->places, group->name)),
                 group->name,
                 g_strdup (_ ("must be a list of rows in braces.")));
  row = bv_rule_group_new_row (group);
  g_ptr_array_add (bv_rule_group_get_rows (group, reader->pack), row);
  return read_fields (reader, json_node_get_object (node), group, key, row);
}

static gboolean
read_rows (Reader *reader, JsonNode *node, const BvRuleGroup *group)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!array)
    return fail (reader,
                 GPOINTER_TO_UINT (g_hash_table_lookup (reader->places, group->name)),
                 group->name,
                 g_strdup (_ ("must be a list of rows in braces.")));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_row (reader, json_array_get_element (array, i), group, i))
      return FALSE;
  return TRUE;
}

static gboolean
read_group (Reader *reader, JsonObject *root, const BvRuleGroup *group)
{
  gboolean top = *group->name == '\0';
  JsonNode *node = top ? NULL : json_object_get_member (root, group->name);
  guint line = bv_rule_lines_get (reader->lines, root, top ? NULL : group->name);
  gpointer place = bv_rule_group_get_struct (group, reader->pack);

  g_hash_table_insert (reader->places, g_strdup (group->name), GUINT_TO_POINTER (line));
  if (top)
    return read_fields (reader, root, group, NULL, place);
  if (!node)
    return fail (reader, line, group->name, g_strdup (_ ("is missing. Add it.")));
  if (group->row_size)
    return read_rows (reader, node, group);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader, line, group->name, g_strdup (_ ("must hold its parameters in braces.")));
  return read_fields (reader, json_node_get_object (node), group, NULL, place);
}

/* Marks */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const BvRuleMark *const *) a)->parameter,
                 (*(const BvRuleMark *const *) b)->parameter);
}

static gboolean
read_mark (Reader *reader, JsonObject *marks, const char *parameter)
{
  JsonNode *node = json_object_get_member (marks, parameter);
  const char *document = _bv_rule_get_string (node);
  guint line = bv_rule_lines_get (reader->lines, marks, parameter);

  if (!JSON_NODE_HOLDS_NULL (node) && (!document || !*document))
    return fail (reader,
                 line,
                 parameter,
                 g_strdup (_ ("must be null while it waits for confirmation, or the number of the "
                              "document that confirms it in quotation marks.")));
  if (!bv_rule_group_has_parameter (reader->pack, parameter))
    return fail (reader,
                 line,
                 parameter,
                 g_strdup (_ ("is marked though this pack has no such parameter.")));
  g_ptr_array_add (reader->pack->marks, _bv_rule_mark_new (parameter, document));
  return TRUE;
}

static gboolean
read_marks (Reader *reader, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, BV_RULE_MARKS);
  JsonObject *marks = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GList) parameters = marks ? json_object_get_members (marks) : NULL;

  if (!marks)
    return fail (reader,
                 bv_rule_lines_get (reader->lines, root, BV_RULE_MARKS),
                 BV_RULE_MARKS,
                 g_strdup (_ ("must name in braces the parameters that wait for confirmation.")));
  for (GList *each = parameters; each; each = each->next)
    if (!read_mark (reader, marks, each->data))
      return FALSE;
  g_ptr_array_sort (reader->pack->marks, compare_marks);
  return TRUE;
}

/* The whole */

static gboolean
check_format (Reader *reader, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, BV_RULE_FORMAT);
  guint line = bv_rule_lines_get (reader->lines, root, BV_RULE_FORMAT);

  if (!node || !is_number (node) || json_node_get_int (node) < 1)
    return fail (reader,
                 line,
                 BV_RULE_FORMAT,
                 g_strdup (_ ("this is not a rule pack: it must begin with \"format\": 1.")));
  if (json_node_get_int (node) == BV_RULE_FORMAT_VERSION)
    return TRUE;
  return fail (reader,
               line,
               BV_RULE_FORMAT,
               g_strdup (_ ("the pack was made for a newer version of the program. Update it.")));
}

static gboolean
read_root (Reader *reader)
{
  JsonNode *node = bv_rule_lines_get_root (reader->lines);
  JsonObject *root = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (!root)
    return fail (
        reader, 1, BV_RULE_FORMAT, g_strdup (_ ("this is not a rule pack: it must begin with {.")));
  if (!check_format (reader, root))
    return FALSE;
  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    if (!read_group (reader, root, bv_rule_group_get (i)))
      return FALSE;
  return read_marks (reader, root);
}

static guint
find_line (const char *parameter, gpointer data)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (((Reader *) data)->places, parameter));
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->lines, bv_rule_lines_free);
  g_hash_table_unref (reader->places);
  bv_rule_pack_unref (reader->pack);
}

BvRulePack *
bv_rule_pack_parse (const char *json, gssize length, GError **error)
{
  Reader reader = {
    .lines = bv_rule_lines_parse (json, length, error),
    .places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .pack = _bv_rule_pack_new (),
    .error = error,
  };
  BvRulePack *pack = NULL;

  if (reader.lines && read_root (&reader)
      && _bv_rule_pack_check (reader.pack, find_line, &reader, error))
    pack = bv_rule_pack_ref (reader.pack);
  reader_clear (&reader);
  return pack;
}
