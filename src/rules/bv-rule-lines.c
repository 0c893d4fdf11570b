/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parser tells its line only while it reads: what passes is written down. */
#include "config.h"

#include "bv-rule-lines.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>

/**
 * BvRuleLines:
 * @lines: by "address of the container, member"
 * @opened: lines of the containers that are still open
 * @twice: (nullable): sentence on a member that stands twice in its object
 */
struct _BvRuleLines
{
  JsonParser *parser;
  GHashTable *lines;
  GArray *opened;
  char *twice;
  guint broken; /* line that cannot be read */
};

static char *
make_key (gconstpointer container, const char *member)
{
  return g_strdup_printf ("%p %s", container, member ? member : "");
}

guint
bv_rule_lines_get (BvRuleLines *self, gconstpointer container, const char *member)
{
  g_autofree char *key = make_key (container, member);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, key));

  return line || !member ? line : bv_rule_lines_get (self, container, NULL);
}

JsonNode *
bv_rule_lines_get_root (BvRuleLines *self)
{
  return json_parser_get_root (self->parser);
}

static void
open_cb (JsonParser *parser, BvRuleLines *self)
{
  guint line = json_parser_get_current_line (parser);

  g_array_append_val (self->opened, line);
}

static void
close_container (BvRuleLines *self, gconstpointer container)
{
  guint line = g_array_index (self->opened, guint, self->opened->len - 1);

  g_hash_table_insert (self->lines, make_key (container, NULL), GUINT_TO_POINTER (line));
  g_array_set_size (self->opened, self->opened->len - 1);
}

static void
close_object_cb (JsonParser *parser, JsonObject *object, BvRuleLines *self)
{
  close_container (self, object);
}

static void
close_array_cb (JsonParser *parser, JsonArray *array, BvRuleLines *self)
{
  close_container (self, array);
}

static void
member_cb (JsonParser *parser, JsonObject *object, const char *member, BvRuleLines *self)
{
  JsonNode *node = json_object_get_member (object, member);
  char *key = make_key (object, member);
  guint line = json_parser_get_current_line (parser);

  if (JSON_NODE_HOLDS_OBJECT (node))
    line = bv_rule_lines_get (self, json_node_get_object (node), NULL);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    line = bv_rule_lines_get (self, json_node_get_array (node), NULL);
  if (g_hash_table_contains (self->lines, key) && !self->twice)
    self->twice = g_strdup_printf (
        _ ("Line %u, %s: stands twice. Keep one of the two."), line, member);
  g_hash_table_insert (self->lines, key, GUINT_TO_POINTER (line));
}

static void
error_cb (JsonParser *parser, const GError *reason, BvRuleLines *self)
{
  self->broken = json_parser_get_current_line (parser);
}

void
bv_rule_lines_free (BvRuleLines *self)
{
  g_object_unref (self->parser);
  g_hash_table_unref (self->lines);
  g_array_unref (self->opened);
  g_free (self->twice);
  g_free (self);
}

static BvRuleLines *
new_lines (void)
{
  BvRuleLines *self = g_new0 (BvRuleLines, 1);

  self->parser = json_parser_new ();
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->opened = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect (self->parser, "object-start", G_CALLBACK (open_cb), self);
  g_signal_connect (self->parser, "array-start", G_CALLBACK (open_cb), self);
  g_signal_connect (self->parser, "object-end", G_CALLBACK (close_object_cb), self);
  g_signal_connect (self->parser, "array-end", G_CALLBACK (close_array_cb), self);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (member_cb), self);
  g_signal_connect (self->parser, "error", G_CALLBACK (error_cb), self);
  return self;
}

BvRuleLines *
bv_rule_lines_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (BvRuleLines) self = new_lines ();
  g_autoptr (GError) reason = NULL;

  if (!json_parser_load_from_data (self->parser, json, length, &reason)) {
    g_debug ("rule pack: %s", reason->message);
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_INVALID,
        _ ("Line %u cannot be read as JSON. Look for a comma, quotation mark or brace that "
           "is missing or too many there or just before."),
        MAX (self->broken, 1));
    return NULL;
  }
  if (self->twice) {
    g_set_error_literal (error, BV_ERROR, BV_ERROR_INVALID, self->twice);
    return NULL;
  }
  return g_steal_pointer (&self);
}
