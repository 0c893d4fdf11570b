/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding groups, fields and rows of a rule pack by their names. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const BvRuleGroup *
bv_rule_group_get (guint index)
{
  g_return_val_if_fail (index < BV_N_RULE_GROUPS, NULL);
  return index < BV_N_RULE_ROW_GROUPS ? &_bv_rule_row_groups[index]
                                      : &_bv_rule_figure_groups[index - BV_N_RULE_ROW_GROUPS];
}

const BvRuleGroup *
bv_rule_group_find (const char *name)
{
  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    if (g_str_equal (bv_rule_group_get (i)->name, name))
      return bv_rule_group_get (i);
  return NULL;
}

const BvRuleField *
bv_rule_group_find_field (const BvRuleGroup *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].name, name))
      return &self->fields[i];
  return NULL;
}

GPtrArray *
bv_rule_group_get_rows (const BvRuleGroup *self, const BvRulePack *pack)
{
  return G_STRUCT_MEMBER (GPtrArray *, pack, self->offset);
}

gpointer
bv_rule_group_get_struct (const BvRuleGroup *self, const BvRulePack *pack)
{
  return G_STRUCT_MEMBER_P (pack, self->offset);
}

const char *
bv_rule_group_get_key (const BvRuleGroup *self, gconstpointer row)
{
  const char *key = *bv_rule_field_at (&self->fields[0], row, const char *const);

  return key ? key : "";
}

gpointer
bv_rule_group_find_row (const BvRuleGroup *self, const BvRulePack *pack, const char *key)
{
  GPtrArray *rows = bv_rule_group_get_rows (self, pack);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (bv_rule_group_get_key (self, g_ptr_array_index (rows, i)), key))
      return g_ptr_array_index (rows, i);
  return NULL;
}

gpointer
bv_rule_group_new_row (const BvRuleGroup *self)
{
  gpointer row = g_malloc0 (self->row_size);

  for (guint i = 0; i < self->n_fields; i++)
    bv_rule_field_clear (&self->fields[i], row);
  return row;
}

void
bv_rule_group_free_row (const BvRuleGroup *self, gpointer row)
{
  for (guint i = 0; i < self->n_fields; i++)
    bv_rule_field_clear (&self->fields[i], row);
  g_free (row);
}

char *
bv_rule_group_name_parameter (const BvRuleGroup *self, const char *key, const char *field)
{
  g_autoptr (GString) name = g_string_new (self->name);

  if (key)
    g_string_append_printf (name, ".%s", key);
  if (field)
    g_string_append_printf (name, "%s%s", name->len ? "." : "", field);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
find_in_row (const BvRulePack *pack, const char *rest, BvRulePlace *place)
{
  const char *dot = strrchr (rest, '.');
  g_autofree char *key = dot ? g_strndup (rest, (gsize) (dot - rest)) : NULL;

  place->row = bv_rule_group_find_row (place->group, pack, rest);
  if (place->row || !key)
    return place->row != NULL;
  place->row = bv_rule_group_find_row (place->group, pack, key);
  place->field = bv_rule_group_find_field (place->group, dot + 1);
  return place->row && place->field;
}

gboolean
_bv_rule_group_find_place (const BvRulePack *pack, const char *parameter, BvRulePlace *place)
{
  const char *dot = strchr (parameter, '.');
  g_autofree char *name = g_strndup (parameter, dot ? (gsize) (dot - parameter) : 0);
  const char *rest = dot ? dot + 1 : parameter;

  *place = (BvRulePlace){ bv_rule_group_find (name), NULL, NULL };
  if (!place->group)
    return FALSE;
  if (place->group->row_size)
    return find_in_row (pack, rest, place);
  place->row = bv_rule_group_get_struct (place->group, pack);
  place->field = bv_rule_group_find_field (place->group, rest);
  return place->field != NULL;
}

gboolean
bv_rule_group_has_parameter (const BvRulePack *pack, const char *parameter)
{
  BvRulePlace place;

  return _bv_rule_group_find_place (pack, parameter, &place);
}

char *
bv_rule_group_describe_parameter (const BvRulePack *pack, const char *parameter)
{
  g_autoptr (GString) text = NULL;
  BvRulePlace place;

  if (!_bv_rule_group_find_place (pack, parameter, &place))
    return g_strdup (parameter);
  text = g_string_new (_ (place.group->title));
  if (place.group->row_size)
    g_string_append_printf (text, " › %s", bv_rule_group_get_key (place.group, place.row));
  if (place.field)
    g_string_append_printf (text, " › %s", _ (place.field->label));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
