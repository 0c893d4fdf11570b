/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, showing and checking one value as its field declares it. */
#include "config.h"

#include "bv-field.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-normalize.h"
#include "bv-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Texts without a limit of their own. */
#define DEFAULT_LINE 200
#define DEFAULT_PARAGRAPH 8000
/* Ids and amounts stay exact in Excel and JSON. */
#define GREATEST_NUMBER (G_GINT64_CONSTANT (1) << 53)

const char *
bv_field_get_label (const BvField *field)
{
  return _ (field->label);
}

const BvChoice *
bv_field_get_choice (const BvField *field, const char *value)
{
  for (const BvChoice *choice = field->choices; choice && choice->value; choice++)
    if (g_strcmp0 (choice->value, value) == 0)
      return choice;
  return NULL;
}

gboolean
bv_field_is_text (const BvField *field)
{
  return field->type == BV_FIELD_TEXT || field->type == BV_FIELD_PARAGRAPH
         || field->type == BV_FIELD_NAME;
}

gboolean
bv_field_is_number (const BvField *field)
{
  return field->type == BV_FIELD_INTEGER || field->type == BV_FIELD_DECIMAL
         || field->type == BV_FIELD_PERCENT;
}

static char *
format_integer (const BvField *field, gint64 value)
{
  if (field->type == BV_FIELD_DECIMAL || field->type == BV_FIELD_PERCENT)
    return bv_number_format_decimal (value, 2);
  if (field->type == BV_FIELD_BOOLEAN)
    return g_strdup (value ? _ ("Yes") : _ ("No"));
  if (field->type == BV_FIELD_INTEGER && !(field->flags & BV_FIELD_PLAIN))
    return bv_number_format_integer (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
format_text (const BvField *field, const char *text)
{
  const BvChoice *choice;

  if (field->type == BV_FIELD_DATE)
    return bv_date_format (text);
  choice = field->type == BV_FIELD_CHOICE ? bv_field_get_choice (field, text) : NULL;
  return g_strdup (choice ? _ (choice->label) : text);
}

char *
bv_field_format (const BvField *field, const BvValue *value)
{
  g_autofree char *number = NULL;

  if (value->type == BV_VALUE_TEXT)
    return format_text (field, value->text);
  if (value->type != BV_VALUE_INTEGER)
    return g_strdup ("");
  number = format_integer (field, value->integer);
  return field->type == BV_FIELD_PERCENT ? g_strconcat (number, " %", NULL)
                                         : g_steal_pointer (&number);
}

/* A choice is typed by its stored word or its label in either language, case aside. */
static const BvChoice *
find_choice (const BvField *field, const char *typed)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  for (const BvChoice *choice = field->choices; choice && choice->value; choice++) {
    g_autofree char *word = g_utf8_casefold (choice->value, -1);
    g_autofree char *label = g_utf8_casefold (_ (choice->label), -1);
    g_autofree char *source = g_utf8_casefold (choice->label, -1);
    if (g_str_equal (wanted, word) || g_str_equal (wanted, label) || g_str_equal (wanted, source))
      return choice;
  }
  return NULL;
}

static char *
join_choices (const BvField *field)
{
  GString *all = g_string_new (NULL);

  for (const BvChoice *choice = field->choices; choice && choice->value; choice++)
    g_string_append_printf (all, "%s“%s”", all->len ? ", " : "", _ (choice->label));
  return g_string_free (all, FALSE);
}

static gboolean
parse_choice (const BvField *field, const char *typed, BvValue *value, GError **error)
{
  const BvChoice *choice = find_choice (field, typed);
  g_autofree char *all = NULL;

  if (choice) {
    bv_value_set_text (value, choice->value);
    return TRUE;
  }
  all = join_choices (field);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("“%s” is not one of the choices of %s. Choose %s."),
               typed,
               bv_field_get_label (field),
               all);
  return FALSE;
}

static gboolean
parse_boolean (const BvField *field, const char *typed, BvValue *value, GError **error)
{
  static const char *const yes[] = { "1", "x", "yes", "true", "có", "co", "đúng", NULL };
  static const char *const no[] = { "0", "no", "false", "không", "khong", "sai", NULL };
  g_autofree char *word = g_utf8_strdown (typed, -1);

  if (!g_strv_contains (yes, word) && !g_strv_contains (no, word)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” in %s is neither yes nor no. Type “có” or “không”."),
                 typed,
                 bv_field_get_label (field));
    return FALSE;
  }
  bv_value_set_integer (value, g_strv_contains (yes, word));
  return TRUE;
}

static gboolean
parse_number (const BvField *field, const char *typed, BvValue *value, GError **error)
{
  g_autofree char *digits = g_strdup (typed);
  gint64 number = 0;
  gboolean read;

  if (field->type == BV_FIELD_PERCENT)
    g_strdelimit (digits, "%", ' ');
  g_strstrip (digits);
  read = field->type == BV_FIELD_INTEGER ? bv_number_parse_integer (digits, &number, error)
                                         : bv_number_parse_decimal (digits, 2, &number, error);
  if (!read) {
    g_prefix_error (error, "%s: ", bv_field_get_label (field));
    return FALSE;
  }
  bv_value_set_integer (value, number);
  return TRUE;
}

static gboolean
parse_date (const BvField *field,
            const char *typed,
            const char *first,
            const char *last,
            BvValue *value,
            GError **error)
{
  g_autofree char *date = field->flags & BV_FIELD_YEAR_ENOUGH
                              ? bv_date_parse_or_year (typed, NULL, error)
                              : bv_date_parse_within (typed, first, last, error);

  if (!date) {
    g_prefix_error (error, "%s: ", bv_field_get_label (field));
    return FALSE;
  }
  bv_value_set_text (value, date);
  return TRUE;
}

gboolean
bv_field_parse (const BvField *field, const char *typed, BvValue *value, GError **error)
{
  return bv_field_parse_within (field, typed, NULL, NULL, value, error);
}

gboolean
bv_field_parse_within (const BvField *field,
                       const char *typed,
                       const char *first,
                       const char *last,
                       BvValue *value,
                       GError **error)
{
  g_autofree char *text = field->type == BV_FIELD_PARAGRAPH ? bv_normalize (typed)
                                                            : bv_normalize_line (typed);

  if (*text == '\0') {
    bv_value_clear (value);
    return TRUE;
  }
  if (bv_field_is_number (field))
    return parse_number (field, text, value, error);
  if (field->type == BV_FIELD_DATE)
    return parse_date (field, text, first, last, value, error);
  if (field->type == BV_FIELD_BOOLEAN)
    return parse_boolean (field, text, value, error);
  if (field->type == BV_FIELD_CHOICE)
    return parse_choice (field, text, value, error);
  g_return_val_if_fail (bv_field_is_text (field), FALSE);
  bv_value_set_text (value, text);
  return TRUE;
}

static gboolean
check_range (const BvField *field, gint64 number, GError **error)
{
  gint64 greatest = field->maximum ? field->maximum : GREATEST_NUMBER;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (number >= field->minimum && number <= greatest)
    return TRUE;
  low = format_integer (field, field->minimum);
  high = format_integer (field, greatest);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s must lie between %s and %s."),
               bv_field_get_label (field),
               low,
               high);
  return FALSE;
}

static gboolean
check_length (const BvField *field, const char *text, GError **error)
{
  glong most = field->maximum                      ? (glong) field->maximum
               : field->type == BV_FIELD_PARAGRAPH ? DEFAULT_PARAGRAPH
                                                   : DEFAULT_LINE;
  glong length;

  /* no character is shorter than a byte */
  if (strlen (text) <= (gsize) most)
    return TRUE;
  length = g_utf8_strlen (text, -1);
  if (length <= most)
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s has %ld characters; at most %ld fit. Shorten it."),
               bv_field_get_label (field),
               length,
               most);
  return FALSE;
}

static gboolean
is_date (const BvField *field, const char *text)
{
  return bv_date_is_valid (text)
         || ((field->flags & BV_FIELD_YEAR_ENOUGH) && bv_date_is_year (text));
}

static gboolean
check_text (const BvField *field, const char *text, GError **error)
{
  if (bv_field_is_text (field))
    return check_length (field, text, error);
  if (field->type == BV_FIELD_DATE && !is_date (field, text)) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: “%s” is not a date. Type it as 01/06/2024."),
                 bv_field_get_label (field),
                 text);
    return FALSE;
  }
  if (field->type == BV_FIELD_CHOICE && !bv_field_get_choice (field, text)) {
    g_autofree char *all = join_choices (field);
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is not one of the choices of %s. Choose %s."),
                 text,
                 bv_field_get_label (field),
                 all);
    return FALSE;
  }
  return TRUE;
}

gboolean
bv_field_check (const BvField *field, const BvValue *value, GError **error)
{
  if (value->type == BV_VALUE_NULL) {
    if (!(field->flags & BV_FIELD_REQUIRED))
      return TRUE;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s is missing. Fill it in."),
                 bv_field_get_label (field));
    return FALSE;
  }
  if (value->type == BV_VALUE_TEXT)
    return check_text (field, value->text, error);
  return !bv_field_is_number (field) || check_range (field, value->integer, error);
}
