/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing rows as they come, so that a list of a million rows needs no memory. */
#include "config.h"

#include "bv-cmd-rows.h"

#include "bv-csv.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

struct BvCmdRows
{
  const BvCmdColumn *columns; /* borrowed */
  guint n_columns;
  gboolean json;
  guint n_rows;
  GPtrArray *cells;   /* of the row in hand: texts, for a table */
  JsonObject *object; /* of the row in hand, for JSON */
};

static void
print_cells (BvCmdRows *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  bv_csv_append (line, (const char *const *) self->cells->pdata, self->cells->len, '\t');
  fputs (line->str, stdout);
  g_ptr_array_set_size (self->cells, 0);
}

static void
print_headings (BvCmdRows *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, g_strdup (self->columns[i].heading));
  print_cells (self);
}

BvCmdRows *
bv_cmd_rows_new (const char *format, const BvCmdColumn *columns, guint n_columns, GError **error)
{
  BvCmdRows *self;
  gboolean json = g_strcmp0 (format, "json") == 0;

  if (format && !json && !g_str_equal (format, "tsv")) {
    g_set_error (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("“%s” is not a format. Choose tsv or json."), format);
    return NULL;
  }
  self = g_new0 (BvCmdRows, 1);
  self->columns = columns;
  self->n_columns = n_columns;
  self->json = json;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  if (json)
    fputs ("[", stdout);
  else
    print_headings (self);
  return self;
}

gboolean
bv_cmd_rows_is_json (const BvCmdRows *self)
{
  return self->json;
}

static void
print_object (BvCmdRows *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, g_steal_pointer (&self->object));
  text = json_to_string (node, FALSE);
  fprintf (stdout, "%s\n%s", self->n_rows ? "," : "", text);
  self->n_rows++;
}

/* Takes @node or @text, whichever the format wants. */
static void
add_cell (BvCmdRows *self, JsonNode *node, char *text)
{
  guint at = self->json && self->object ? json_object_get_size (self->object) : self->cells->len;

  if (self->json) {
    if (!self->object)
      self->object = json_object_new ();
    json_object_set_member (self->object, self->columns[at].key, node);
    g_free (text);
  } else {
    g_ptr_array_add (self->cells, text);
    json_node_unref (node);
  }
  if (at + 1 < self->n_columns)
    return;
  if (self->json)
    print_object (self);
  else
    print_cells (self);
}

void
bv_cmd_rows_add_text (BvCmdRows *self, const char *text)
{
  if (text)
    add_cell (self, json_node_init_string (json_node_alloc (), text), g_strdup (text));
  else
    bv_cmd_rows_add_null (self);
}

void
bv_cmd_rows_add_integer (BvCmdRows *self, gint64 integer)
{
  add_cell (self,
            json_node_init_int (json_node_alloc (), integer),
            g_strdup_printf ("%" G_GINT64_FORMAT, integer));
}

void
bv_cmd_rows_add_boolean (BvCmdRows *self, gboolean value)
{
  add_cell (self,
            json_node_init_boolean (json_node_alloc (), value),
            g_strdup (value ? _ ("Yes") : _ ("No")));
}

void
bv_cmd_rows_add_null (BvCmdRows *self)
{
  add_cell (self, json_node_init_null (json_node_alloc ()), g_strdup (""));
}

void
bv_cmd_rows_end (BvCmdRows *self)
{
  if (self->json)
    fputs (self->n_rows ? "\n]\n" : "]\n", stdout);
}

void
bv_cmd_rows_free (BvCmdRows *self)
{
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->object, json_object_unref);
  g_free (self);
}
