/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of rule parameters: none or not, copies, and what people read and type. */
#include "config.h"

#include "bv-rule-field.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(type) bv_rule_field_at (field, row, type)

static gboolean
is_text (const BvRuleField *field)
{
  return field->type == BV_RULE_TEXT || field->type == BV_RULE_DATE;
}

gboolean
bv_rule_field_is_none (const BvRuleField *field, gconstpointer row)
{
  if (is_text (field))
    return *AT (const char *const) == NULL;
  if (field->type == BV_RULE_SHARE)
    return AT (const BvShare)->denominator == 0;
  return field->type == BV_RULE_INTEGER && (field->flags & BV_RULE_OPTIONAL)
         && *AT (const gint64) < 0;
}

void
bv_rule_field_clear (const BvRuleField *field, gpointer row)
{
  if (is_text (field))
    g_clear_pointer (AT (char *), g_free);
  else if (field->type == BV_RULE_SHARE)
    *AT (BvShare) = (BvShare){ 0, 0, FALSE };
  else if (field->type == BV_RULE_INTEGER)
    *AT (gint64) = field->flags & BV_RULE_OPTIONAL ? -1 : field->minimum;
}

static gsize
get_size (const BvRuleField *field)
{
  switch (field->type) {
  case BV_RULE_SHARE:
    return sizeof (BvShare);
  case BV_RULE_CHAIN:
    return sizeof (BvRuleChain);
  case BV_RULE_INTEGER:
    return sizeof (gint64);
  case BV_RULE_SWITCH:
  case BV_RULE_CHOICE:
    return sizeof (int);
  case BV_RULE_TEXT:
  case BV_RULE_DATE:
  default:
    return sizeof (char *);
  }
}

void
bv_rule_field_copy (const BvRuleField *field, gconstpointer from, gpointer to)
{
  if (is_text (field)) {
    char *text = g_strdup (*bv_rule_field_at (field, from, const char *const));
    g_free (*bv_rule_field_at (field, to, char *));
    *bv_rule_field_at (field, to, char *) = text;
  } else
    memcpy (bv_rule_field_at (field, to, char),
            bv_rule_field_at (field, from, const char),
            get_size (field));
}

static gboolean
is_same_share (const BvShare *a, const BvShare *b)
{
  return a->numerator == b->numerator && a->denominator == b->denominator && a->more == b->more;
}

static gboolean
is_same_chain (const BvRuleChain *a, const BvRuleChain *b)
{
  return a->n_steps == b->n_steps
         && memcmp (a->steps, b->steps, a->n_steps * sizeof (BvTieStep)) == 0;
}

gboolean
bv_rule_field_equal (const BvRuleField *field, gconstpointer a, gconstpointer b)
{
  if (is_text (field))
    return g_strcmp0 (*bv_rule_field_at (field, a, const char *const),
                      *bv_rule_field_at (field, b, const char *const))
           == 0;
  if (field->type == BV_RULE_SHARE)
    return is_same_share (bv_rule_field_at (field, a, const BvShare),
                          bv_rule_field_at (field, b, const BvShare));
  if (field->type == BV_RULE_CHAIN)
    return is_same_chain (bv_rule_field_at (field, a, const BvRuleChain),
                          bv_rule_field_at (field, b, const BvRuleChain));
  return memcmp (bv_rule_field_at (field, a, const char),
                 bv_rule_field_at (field, b, const char),
                 get_size (field))
         == 0;
}

guint
bv_rule_field_count_words (const BvRuleField *field)
{
  guint n = 0;

  while (field->words && field->words[n].word)
    n++;
  return n;
}

int
bv_rule_field_find_word (const BvRuleField *field, const char *word)
{
  for (guint i = 0; field->words && field->words[i].word; i++)
    if (g_strcmp0 (field->words[i].word, word) == 0)
      return (int) i;
  return -1;
}

/* For people */

static char *
format_chain (const BvRuleField *field, const BvRuleChain *chain)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chain->n_steps; i++) {
    const BvRuleWord *word = &field->words[(int) chain->steps[i] - field->first_value];
    g_string_append_printf (text, "%s%s", i ? " → " : "", _ (word->label));
  }
  return g_string_free (text, FALSE);
}

char *
bv_rule_field_format (const BvRuleField *field, gconstpointer row)
{
  if (bv_rule_field_is_none (field, row))
    return g_strdup ("");
  switch (field->type) {
  case BV_RULE_DATE:
    return bv_date_format (*AT (const char *const));
  case BV_RULE_SWITCH:
    return g_strdup (*AT (const gboolean) ? _ ("yes") : _ ("no"));
  case BV_RULE_INTEGER:
    return bv_number_format_decimal (*AT (const gint64), field->decimals);
  case BV_RULE_SHARE:
    return bv_share_format (*AT (const BvShare));
  case BV_RULE_CHOICE:
    return g_strdup (_ (field->words[*AT (const int) - field->first_value].label));
  case BV_RULE_CHAIN:
    return format_chain (field, AT (const BvRuleChain));
  case BV_RULE_TEXT:
  default:
    return g_strdup (*AT (const char *const));
  }
}

static gboolean
parse_integer (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  gint64 value;

  if (!bv_number_parse_decimal (typed, field->decimals, &value, error))
    return FALSE;
  if (value < field->minimum || value > field->maximum) {
    g_autofree char *least = bv_number_format_decimal (field->minimum, field->decimals);
    g_autofree char *most = bv_number_format_decimal (field->maximum, field->decimals);
    return bv_error_refuse (
        error, _ ("%s must lie between %s and %s."), _ (field->label), least, most);
  }
  *AT (gint64) = value;
  return TRUE;
}

static gboolean
parse_date (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  char *iso = bv_date_parse (typed, NULL, error);

  if (!iso)
    return FALSE;
  g_free (*AT (char *));
  *AT (char *) = iso;
  return TRUE;
}

static gboolean
parse_share (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  if (bv_share_parse (typed, AT (BvShare)))
    return TRUE;
  return bv_error_refuse (
      error, _ ("“%s” is not a share. Write 2/3, or >1/2 for more than half."), typed);
}

static gboolean
parse_choice (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  int index = bv_rule_field_find_word (field, typed);

  if (index < 0)
    return bv_error_refuse (error, _ ("“%s” is not a choice of “%s”."), typed, _ (field->label));
  *AT (int) = index + field->first_value;
  return TRUE;
}

static gboolean
parse_chain (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ", -1);
  BvRuleChain chain = { { 0 }, 0 };

  for (guint i = 0; words[i]; i++) {
    int index = bv_rule_field_find_word (field, words[i]);
    if (!*words[i])
      continue;
    if (index < 0 || chain.n_steps == BV_RULE_CHAIN_MAXIMUM)
      return bv_error_refuse (error, _ ("“%s” is not a step that ends ties."), words[i]);
    chain.steps[chain.n_steps++] = (BvTieStep) (index + field->first_value);
  }
  *AT (BvRuleChain) = chain;
  return TRUE;
}

static gboolean
parse_text (const BvRuleField *field, gpointer row, const char *typed)
{
  g_free (*AT (char *));
  *AT (char *) = g_strdup (typed);
  return TRUE;
}

gboolean
bv_rule_field_parse (const BvRuleField *field, gpointer row, const char *typed, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  if (!*text && field->type != BV_RULE_CHAIN) {
    if (!(field->flags & BV_RULE_OPTIONAL))
      return bv_error_refuse (error, _ ("%s must not be blank."), _ (field->label));
    bv_rule_field_clear (field, row);
    return TRUE;
  }
  switch (field->type) {
  case BV_RULE_DATE:
    return parse_date (field, row, text, error);
  case BV_RULE_SWITCH:
    *AT (gboolean) = g_str_equal (text, "1");
    return TRUE;
  case BV_RULE_INTEGER:
    return parse_integer (field, row, text, error);
  case BV_RULE_SHARE:
    return parse_share (field, row, text, error);
  case BV_RULE_CHOICE:
    return parse_choice (field, row, text, error);
  case BV_RULE_CHAIN:
    return parse_chain (field, row, text, error);
  case BV_RULE_TEXT:
  default:
    return parse_text (field, row, text);
  }
}
