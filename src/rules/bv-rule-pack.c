/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule pack in memory: sharing, copying, and asking it for what is in force. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include "bv-date.h"
#include "bv-fold.h"

#include <string.h>

#include <glib/gi18n-lib.h>

BvRulePack *
_bv_rule_pack_new (void)
{
  BvRulePack *self = g_atomic_rc_box_new0 (BvRulePack);

  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    if (bv_rule_group_get (i)->row_size)
      G_STRUCT_MEMBER (GPtrArray *, self, bv_rule_group_get (i)->offset) = g_ptr_array_new ();
  self->marks = g_ptr_array_new_with_free_func (_bv_rule_mark_free);
  return self;
}

static void
free_group (const BvRuleGroup *group, BvRulePack *self)
{
  gpointer place = bv_rule_group_get_struct (group, self);
  GPtrArray *rows;

  if (!group->row_size) {
    for (guint i = 0; i < group->n_fields; i++)
      bv_rule_field_clear (&group->fields[i], place);
    return;
  }
  rows = bv_rule_group_get_rows (group, self);
  for (guint i = 0; i < rows->len; i++)
    bv_rule_group_free_row (group, g_ptr_array_index (rows, i));
  g_ptr_array_unref (rows);
}

static void
free_pack (gpointer data)
{
  BvRulePack *self = data;

  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    free_group (bv_rule_group_get (i), self);
  g_ptr_array_unref (self->marks);
}

BvRulePack *
bv_rule_pack_ref (BvRulePack *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bv_rule_pack_unref (BvRulePack *self)
{
  g_atomic_rc_box_release_full (self, free_pack);
}

BvRuleMark *
_bv_rule_mark_new (const char *parameter, const char *document)
{
  BvRuleMark *mark = g_new0 (BvRuleMark, 1);

  mark->parameter = g_strdup (parameter);
  mark->document = g_strdup (document);
  return mark;
}

void
_bv_rule_mark_free (gpointer data)
{
  BvRuleMark *mark = data;

  g_free (mark->parameter);
  g_free (mark->document);
  g_free (mark);
}

static void
copy_fields (const BvRuleGroup *group, gconstpointer from, gpointer to)
{
  for (guint i = 0; i < group->n_fields; i++)
    bv_rule_field_copy (&group->fields[i], from, to);
}

static void
copy_group (const BvRuleGroup *group, const BvRulePack *from, BvRulePack *to)
{
  GPtrArray *rows;

  if (!group->row_size) {
    copy_fields (
        group, bv_rule_group_get_struct (group, from), bv_rule_group_get_struct (group, to));
    return;
  }
  rows = bv_rule_group_get_rows (group, from);
  for (guint i = 0; i < rows->len; i++) {
    gpointer row = bv_rule_group_new_row (group);
    copy_fields (group, g_ptr_array_index (rows, i), row);
    g_ptr_array_add (bv_rule_group_get_rows (group, to), row);
  }
}

BvRulePack *
bv_rule_pack_copy (const BvRulePack *self)
{
  BvRulePack *copy = _bv_rule_pack_new ();

  for (guint i = 0; i < BV_N_RULE_GROUPS; i++)
    copy_group (bv_rule_group_get (i), self, copy);
  for (guint i = 0; i < self->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (self->marks, i);
    g_ptr_array_add (copy->marks, _bv_rule_mark_new (mark->parameter, mark->document));
  }
  return copy;
}

/* Questions */

const BvRuleAward *
bv_rule_pack_find_award (const BvRulePack *self, const char *code)
{
  return bv_rule_group_find_row (bv_rule_group_find ("awards"), self, code);
}

/* Folded, without the little words that people put in or leave out: "co thi dua so". */
static char *
fold_award (const char *name)
{
  static const char *const little[] = { "cua", "cap", NULL };
  g_autofree char *folded = bv_fold_loose (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (!g_strv_contains (little, words[i]))
      g_string_append_printf (rest, "%s ", words[i]);
  return g_string_free (rest, FALSE);
}

const BvRuleRefusal *
bv_rule_pack_find_refusal (const BvRulePack *self, const char *name)
{
  g_autofree char *wanted = fold_award (name);

  for (guint i = 0; i < self->refused->len; i++) {
    const BvRuleRefusal *refusal = g_ptr_array_index (self->refused, i);
    g_autofree char *folded = fold_award (refusal->name);

    if (*folded && g_str_has_prefix (wanted, folded))
      return refusal;
  }
  return NULL;
}

/* "Giấy khen" of "Giấy khen của Giám đốc Sở (cá nhân)": what is given, not by whom and to whom. */
static char *
dup_plain_name (const BvRuleAward *award)
{
  static const char *const ends[] = { " của ", " (" };
  char *name = g_strdup (award->name);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    char *end = strstr (name, ends[i]);

    if (end)
      *end = '\0';
  }
  return name;
}

/* What the head of the office decides, each once. */
static GPtrArray *
list_of_head (const BvRulePack *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->awards->len; i++) {
    const BvRuleAward *award = g_ptr_array_index (self->awards, i);
    g_autofree char *name = dup_plain_name (award);

    if (award->decider == BV_DECIDER_DIRECTOR
        && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }
  return names;
}

static gboolean
begins_like_any (const char *name, const GPtrArray *names)
{
  g_autofree char *wanted = bv_fold_loose (name);

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *folded = bv_fold_loose (g_ptr_array_index (names, i));

    if (g_str_has_prefix (wanted, folded))
      return TRUE;
  }
  return FALSE;
}

char *
bv_rule_pack_dup_refusal (const BvRulePack *self, const char *name, gboolean by_head)
{
  const BvRuleRefusal *refusal = bv_rule_pack_find_refusal (self, name);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;

  if (refusal)
    return g_strdup (refusal->reason);
  names = list_of_head (self);
  if (!by_head || begins_like_any (name, names))
    return NULL;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  return g_strdup_printf (
      _ ("there is no “%s”: the head of the office decides %s, nothing else"), name, list);
}

static gboolean
is_within (const char *day, const char *from, const char *to)
{
  return strcmp (day, from) >= 0 && (!to || strcmp (day, to) <= 0);
}

const BvRuleSalary *
bv_rule_pack_find_salary (const BvRulePack *self, const char *day)
{
  if (!bv_date_is_valid (day))
    return NULL;
  for (guint i = 0; i < self->salaries->len; i++) {
    const BvRuleSalary *salary = g_ptr_array_index (self->salaries, i);
    if (is_within (day, salary->valid_from, salary->valid_to))
      return salary;
  }
  return NULL;
}

gboolean
bv_rule_pack_is_valid_on (const BvRulePack *self, const char *day)
{
  return is_within (day, self->valid_from, self->valid_to);
}

/* Marks */

static const BvRuleMark *
find_mark (const BvRulePack *self, const char *parameter)
{
  for (guint i = 0; i < self->marks->len; i++) {
    const BvRuleMark *mark = g_ptr_array_index (self->marks, i);
    if (g_str_equal (mark->parameter, parameter))
      return mark;
  }
  return NULL;
}

gboolean
bv_rule_pack_is_unconfirmed (const BvRulePack *self, const char *parameter)
{
  const BvRuleMark *mark = find_mark (self, parameter);

  return mark && !mark->document;
}

gboolean
bv_rule_pack_is_award_unconfirmed (const BvRulePack *self, const char *code, const char *field)
{
  g_autofree char *parameter = g_strdup_printf ("awards.%s.%s", code, field);

  return bv_rule_pack_is_unconfirmed (self, parameter);
}

const char *
bv_rule_pack_get_document (const BvRulePack *self, const char *parameter)
{
  const BvRuleMark *mark = find_mark (self, parameter);

  return mark ? mark->document : NULL;
}

guint
bv_rule_pack_count_unconfirmed (const BvRulePack *self)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    n += ((const BvRuleMark *) g_ptr_array_index (self->marks, i))->document == NULL;
  return n;
}
