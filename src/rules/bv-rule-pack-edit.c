/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing a copy of a rule pack: values with their marks, rows, confirmations. */
#include "config.h"

#include "bv-rule-pack-edit.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-rule-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names, notes and legal texts speak for themselves; what is computed with is confirmed. */
static gboolean
is_figure (const BvRuleGroup *group, const BvRuleField *field)
{
  if (*group->name == '\0' || g_str_equal (group->name, "texts")
      || g_str_equal (group->name, "refused"))
    return FALSE;
  return field->type != BV_RULE_TEXT;
}

static BvRuleMark *
find_mark (BvRulePack *self, const char *parameter)
{
  for (guint i = 0; i < self->marks->len; i++) {
    BvRuleMark *mark = g_ptr_array_index (self->marks, i);
    if (g_str_equal (mark->parameter, parameter))
      return mark;
  }
  return NULL;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const BvRuleMark *const *) a)->parameter,
                 (*(const BvRuleMark *const *) b)->parameter);
}

static void
set_mark (BvRulePack *self, const char *parameter, const char *document)
{
  BvRuleMark *mark = find_mark (self, parameter);

  if (mark)
    g_ptr_array_remove (self->marks, mark);
  g_ptr_array_add (self->marks, _bv_rule_mark_new (parameter, document));
  g_ptr_array_sort (self->marks, compare_marks);
}

/* The marks of a row follow its key; without a new one they go. */
static void
move_marks (BvRulePack *self, const BvRuleGroup *group, const char *from, const char *to)
{
  g_autofree char *old = bv_rule_group_name_parameter (group, from, NULL);
  gsize length = strlen (old);

  for (guint i = self->marks->len; i-- > 0;) {
    BvRuleMark *mark = g_ptr_array_index (self->marks, i);
    g_autofree char *rest = NULL;
    g_autofree char *new = NULL;
    if (!g_str_has_prefix (mark->parameter, old)
        || (mark->parameter[length] != '\0' && mark->parameter[length] != '.'))
      continue;
    rest = g_strdup (mark->parameter + length);
    new = to ? bv_rule_group_name_parameter (group, to, NULL) : NULL;
    if (new) {
      g_free (mark->parameter);
      mark->parameter = g_strconcat (new, rest, NULL);
    } else
      g_ptr_array_remove_index (self->marks, i);
  }
  g_ptr_array_sort (self->marks, compare_marks);
}

static void
follow_change (BvRulePack *self,
               const BvRuleGroup *group,
               gconstpointer row,
               const BvRuleField *field,
               const char *old_key)
{
  const char *key = group->row_size ? bv_rule_group_get_key (group, row) : NULL;
  g_autofree char *parameter = bv_rule_group_name_parameter (group, key, field->name);

  if (group->row_size && field == &group->fields[0])
    move_marks (self, group, old_key, key);
  if (is_figure (group, field))
    set_mark (self, parameter, NULL);
}

gboolean
bv_rule_pack_edit_set (BvRulePack *self,
                       const BvRuleGroup *group,
                       gpointer row,
                       const BvRuleField *field,
                       const char *typed,
                       GError **error)
{
  gsize size = group->row_size ? group->row_size : sizeof (BvRulePack);
  g_autofree gpointer before = g_malloc0 (size); /* room for one field at its offset */
  g_autofree char *old_key = group->row_size ? g_strdup (bv_rule_group_get_key (group, row)) : NULL;
  gboolean done;

  bv_rule_field_copy (field, row, before);
  done = bv_rule_field_parse (field, row, typed, error);
  if (done && !_bv_rule_pack_check (self, NULL, NULL, error)) {
    bv_rule_field_copy (field, before, row);
    done = FALSE;
  }
  if (done && !bv_rule_field_equal (field, before, row))
    follow_change (self, group, row, field, old_key);
  bv_rule_field_clear (field, before);
  return done;
}

/* Rows */

/* A new row takes after the last one, so that only what differs is typed. */
static gpointer
make_row (BvRulePack *self, const BvRuleGroup *group, const char *key)
{
  GPtrArray *rows = bv_rule_group_get_rows (group, self);
  gpointer row = bv_rule_group_new_row (group);

  for (guint i = 1; i < group->n_fields; i++) {
    const BvRuleField *field = &group->fields[i];
    if (field->type == BV_RULE_TEXT
        && (g_str_equal (field->name, "name") || g_str_equal (field->name, "title")))
      *bv_rule_field_at (field, row, char *) = g_strdup (key);
    else if (rows->len)
      bv_rule_field_copy (field, g_ptr_array_index (rows, rows->len - 1), row);
  }
  *bv_rule_field_at (&group->fields[0], row, char *) = g_strdup (key);
  return row;
}

/* A base salary ends when the next one begins. */
static BvRuleSalary *
end_last_salary (BvRulePack *self, const BvRuleGroup *group, const char *key)
{
  BvRuleSalary *last;

  if (!g_str_equal (group->name, "salaries") || self->salaries->len == 0)
    return NULL;
  last = g_ptr_array_index (self->salaries, self->salaries->len - 1);
  if (last->valid_to)
    return NULL;
  last->valid_to = bv_date_step (key, -1);
  return last;
}

gpointer
bv_rule_pack_edit_add (BvRulePack *self, const BvRuleGroup *group, const char *key, GError **error)
{
  GPtrArray *rows = bv_rule_group_get_rows (group, self);
  gpointer row = make_row (self, group, key);
  BvRuleSalary *ended = end_last_salary (self, group, key);

  g_ptr_array_add (rows, row);
  if (!_bv_rule_pack_check (self, NULL, NULL, error)) {
    if (ended)
      g_clear_pointer (&ended->valid_to, g_free);
    g_ptr_array_remove_index (rows, rows->len - 1);
    bv_rule_group_free_row (group, row);
    return NULL;
  }
  for (guint i = 0; i < group->n_fields; i++)
    if (is_figure (group, &group->fields[i])) {
      g_autofree char *parameter = bv_rule_group_name_parameter (group, key, group->fields[i].name);
      set_mark (self, parameter, NULL);
    }
  return row;
}

gboolean
bv_rule_pack_edit_remove (BvRulePack *self, const BvRuleGroup *group, gpointer row, GError **error)
{
  GPtrArray *rows = bv_rule_group_get_rows (group, self);
  guint place;

  if (!g_ptr_array_find (rows, row, &place))
    return TRUE;
  g_ptr_array_remove_index (rows, place);
  if (!_bv_rule_pack_check (self, NULL, NULL, error)) {
    g_ptr_array_insert (rows, (int) place, row);
    return FALSE;
  }
  move_marks (self, group, bv_rule_group_get_key (group, row), NULL);
  bv_rule_group_free_row (group, row);
  return TRUE;
}

gboolean
bv_rule_pack_edit_confirm (BvRulePack *self,
                           const char *parameter,
                           const char *document,
                           GError **error)
{
  g_autofree char *number = g_strstrip (g_strdup (document));

  if (!*number) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("A figure is confirmed by a document. Enter its number and date."));
    return FALSE;
  }
  if (!bv_rule_group_has_parameter (self, parameter)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_NOT_FOUND,
                 _ ("The rule pack “%s” has no parameter “%s”."),
                 self->title,
                 parameter);
    return FALSE;
  }
  set_mark (self, parameter, number);
  return TRUE;
}

/* Comparing */

static gboolean
is_same_row (const BvRuleGroup *group, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < group->n_fields; i++)
    if (!bv_rule_field_equal (&group->fields[i], a, b))
      return FALSE;
  return TRUE;
}

gboolean
bv_rule_pack_edit_is_same (const BvRulePack *a, const BvRulePack *b, const char *parameter)
{
  BvRulePlace x, y;

  if (!_bv_rule_group_find_place (a, parameter, &x)
      || !_bv_rule_group_find_place (b, parameter, &y))
    return FALSE;
  return x.field ? bv_rule_field_equal (x.field, x.row, y.row)
                 : is_same_row (x.group, x.row, y.row);
}

static void
tell (
    GPtrArray *told, const BvRulePack *pack, const char *parameter, const char *was, const char *is)
{
  g_autofree char *name = bv_rule_group_describe_parameter (pack, parameter);

  g_ptr_array_add (
      told,
      g_strdup_printf ("%s: %s → %s", name, *was ? was : _ ("(blank)"), *is ? is : _ ("(blank)")));
}

typedef struct
{
  const BvRulePack *before;
  const BvRulePack *after;
  const BvRuleGroup *group;
  GPtrArray *told;
} Comparison;

static void
compare_fields (Comparison *self, const char *key, gconstpointer was, gconstpointer is)
{
  for (guint i = 0; i < self->group->n_fields; i++) {
    const BvRuleField *field = &self->group->fields[i];
    g_autofree char *parameter = bv_rule_group_name_parameter (self->group, key, field->name);
    g_autofree char *old = NULL;
    g_autofree char *new = NULL;
    if (bv_rule_field_equal (field, was, is))
      continue;
    old = bv_rule_field_format (field, was);
    new = bv_rule_field_format (field, is);
    tell (self->told, self->after, parameter, old, new);
  }
}

/* Rows of @from that are not in @against, as added or as taken out. */
static void
compare_presence (Comparison *self,
                  const BvRulePack *from,
                  const BvRulePack *against,
                  const char *was,
                  const char *is)
{
  GPtrArray *rows = bv_rule_group_get_rows (self->group, from);

  for (guint i = 0; i < rows->len; i++) {
    const char *key = bv_rule_group_get_key (self->group, g_ptr_array_index (rows, i));
    g_autofree char *parameter = bv_rule_group_name_parameter (self->group, key, NULL);
    if (!bv_rule_group_find_row (self->group, against, key))
      tell (self->told, from, parameter, was, is);
  }
}

static void
compare_rows (Comparison *self)
{
  GPtrArray *rows = bv_rule_group_get_rows (self->group, self->after);

  compare_presence (self, self->before, self->after, _ ("there"), "");
  compare_presence (self, self->after, self->before, "", _ ("there"));
  for (guint i = 0; i < rows->len; i++) {
    gpointer is = g_ptr_array_index (rows, i);
    const char *key = bv_rule_group_get_key (self->group, is);
    gpointer was = bv_rule_group_find_row (self->group, self->before, key);
    if (was)
      compare_fields (self, key, was, is);
  }
}

static void
compare_marks_of (Comparison *self)
{
  for (guint i = 0; i < self->after->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (self->after->marks, i);
    const char *was = bv_rule_pack_get_document (self->before, mark->parameter);
    if (mark->document && g_strcmp0 (mark->document, was) != 0)
      tell (self->told, self->after, mark->parameter, _ ("to be confirmed"), mark->document);
  }
}

GPtrArray *
bv_rule_pack_edit_compare (const BvRulePack *before, const BvRulePack *after)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);
  Comparison comparison = { before, after, NULL, told };

  for (guint i = 0; i < BV_N_RULE_GROUPS; i++) {
    comparison.group = bv_rule_group_get (i);
    if (comparison.group->row_size)
      compare_rows (&comparison);
    else
      compare_fields (&comparison,
                      NULL,
                      bv_rule_group_get_struct (comparison.group, before),
                      bv_rule_group_get_struct (comparison.group, after));
  }
  compare_marks_of (&comparison);
  return told;
}
