/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the parameters of a rule pack fit each other, and what they refer to is there. */
#include "config.h"

#include "bv-rule-pack-private.h"

#include "bv-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const BvRulePack *pack;
  BvRuleLineFunc line;
  gpointer data;
  GError **error;
} Check;

/* @row is the number of the row in a list, -1 in other groups. */
static gboolean
fail (Check *check, const char *group_name, int row, const char *field, char *sentence)
{
  const BvRuleGroup *group = bv_rule_group_find (group_name);
  g_autofree char *number = row < 0 ? NULL : g_strdup_printf ("%d", row);
  g_autofree char *place = bv_rule_group_name_parameter (group, number, field);
  const char *key = row < 0
                        ? NULL
                        : bv_rule_group_get_key (
                            group,
                            g_ptr_array_index (bv_rule_group_get_rows (group, check->pack), row));
  g_autofree char *parameter = bv_rule_group_name_parameter (group, key, field);

  return _bv_rule_pack_fail (
      check->error, check->line ? check->line (place, check->data) : 0, parameter, sentence);
}

static gboolean
check_period (Check *check, const char *group, int row, const char *from, const char *to)
{
  if (!to || strcmp (from, to) <= 0)
    return TRUE;
  return fail (
      check, group, row, "valid_to", g_strdup (_ ("lies before the day the validity begins.")));
}

static gboolean
check_unique (Check *check, const char *group_name)
{
  const BvRuleGroup *group = bv_rule_group_find (group_name);
  GPtrArray *rows = bv_rule_group_get_rows (group, check->pack);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    if (!g_hash_table_add (seen,
                           (gpointer) bv_rule_group_get_key (group, g_ptr_array_index (rows, i))))
      return fail (check,
                   group_name,
                   (int) i,
                   group->fields[0].name,
                   g_strdup (_ ("stands in an earlier row already.")));
  return TRUE;
}

static gboolean
check_texts (Check *check)
{
  for (guint i = 0; i < check->pack->texts->len; i++) {
    const BvRuleText *text = g_ptr_array_index (check->pack->texts, i);
    if (!check_period (check, "texts", (int) i, text->valid_from, text->valid_to))
      return FALSE;
  }
  return check_unique (check, "texts");
}

/* "L2022 Đ24; Đ80k1; L2026A": what does not begin with an article begins with a legal text. */
static gboolean
check_reference (Check *check, int row, const char *reference)
{
  const BvRuleGroup *texts = bv_rule_group_find ("texts");
  g_auto (GStrv) parts = g_strsplit (reference, ";", -1);

  for (guint i = 0; parts[i]; i++) {
    const char *part = g_strstrip (parts[i]);
    g_autofree char *code = g_strndup (part, strcspn (part, " "));
    if (g_str_has_prefix (code, "Đ") || bv_rule_group_find_row (texts, check->pack, code))
      continue;
    return fail (check,
                 "awards",
                 row,
                 "legal_reference",
                 g_strdup_printf (_ ("“%s” is not among the legal texts of the pack."), code));
  }
  return TRUE;
}

/* Luật 06/2022/QH15 Điều 80 khoản 1: the head of an office decides its own level and no other. */
static gboolean
check_award (Check *check, int row, const BvRuleAward *award)
{
  const BvRuleRefusal *refusal = bv_rule_pack_find_refusal (check->pack, award->name);

  if (refusal)
    return fail (check, "awards", row, "name", g_strdup (refusal->reason));
  if ((award->decider == BV_DECIDER_DIRECTOR) != (award->level == BV_LEVEL_OFFICE))
    return fail (check,
                 "awards",
                 row,
                 "decider",
                 g_strdup (_ ("the head of the office decides awards of the office level, all of "
                              "them and no others.")));
  return check_period (check, "awards", row, award->valid_from, award->valid_to)
         && check_reference (check, row, award->legal_reference);
}

static gboolean
check_awards (Check *check)
{
  for (guint i = 0; i < check->pack->awards->len; i++)
    if (!check_award (check, (int) i, g_ptr_array_index (check->pack->awards, i)))
      return FALSE;
  return check_unique (check, "awards") && check_unique (check, "refused");
}

/* Each day has one base salary: a period begins the day after the one before ends. */
static gboolean
check_salaries (Check *check)
{
  const char *ended = "";

  if (check->pack->salaries->len == 0)
    return fail (check, "salaries", -1, NULL, g_strdup (_ ("must name at least one base salary.")));
  for (guint i = 0; i < check->pack->salaries->len; i++) {
    const BvRuleSalary *salary = g_ptr_array_index (check->pack->salaries, i);
    if (!ended || strcmp (salary->valid_from, ended) <= 0)
      return fail (check,
                   "salaries",
                   (int) i,
                   "valid_from",
                   g_strdup (_ ("begins before the base salary of the row above has ended.")));
    if (!check_period (check, "salaries", (int) i, salary->valid_from, salary->valid_to))
      return FALSE;
    ended = salary->valid_to;
  }
  return TRUE;
}

static gboolean
check_bands (Check *check)
{
  const BvScoringRules *scoring = &check->pack->scoring;

  if (scoring->band_good >= scoring->band_excellent)
    return fail (check,
                 "scoring",
                 -1,
                 "good_hundredths",
                 g_strdup (_ ("must be lower than the points of “excellent”.")));
  if (scoring->band_completed >= scoring->band_good)
    return fail (check,
                 "scoring",
                 -1,
                 "completed_hundredths",
                 g_strdup (_ ("must be lower than the points of “good”.")));
  if (scoring->cap >= 0 && scoring->cap < scoring->band_excellent)
    return fail (check,
                 "scoring",
                 -1,
                 "cap_hundredths",
                 g_strdup (_ ("must not be lower than the points of “excellent”.")));
  return TRUE;
}

static gboolean
check_head (Check *check)
{
  return check_period (check, "", -1, check->pack->valid_from, check->pack->valid_to);
}

gboolean
_bv_rule_pack_check (const BvRulePack *self, BvRuleLineFunc line, gpointer data, GError **error)
{
  Check check = { self, line, data, error };

  return check_head (&check) && check_texts (&check) && check_awards (&check)
         && check_salaries (&check) && check_bands (&check);
}
