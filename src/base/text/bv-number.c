/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese numbers, typed, shown and in words; never by the machine's locale, never in floats. */
#include "config.h"

#include "bv-number.h"

#include "bv-error.h"
#include "bv-normalize.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS_SIGN 0x2212
#define BILLION G_GUINT64_CONSTANT (1000000000)

static const char *const digit_words[] = {
  "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
};

/* What a number reads like when it is taken apart. */
typedef struct
{
  const char *whole;
  gsize whole_length;
  const char *fraction;
  gsize fraction_length;
  gboolean negative;
} Parts;

static gboolean
is_all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* Either digits alone, or groups of three divided by the same sign throughout. */
static gboolean
is_whole (const char *text, gsize length)
{
  gsize first = strcspn (text, ". ,");
  char divider;

  if (first >= length)
    return is_all_digits (text, length);
  divider = text[first];
  if (divider == ',' || first > 3 || !is_all_digits (text, first))
    return FALSE;
  for (gsize i = first; i < length; i += 4)
    if (text[i] != divider || i + 4 > length || !is_all_digits (text + i + 1, 3))
      return FALSE;
  return TRUE;
}

/* "1.234" is grouped; "0.234", "12.5" and "1234.567" can only be decimals. */
static const char *
find_decimal_sign (const char *text)
{
  const char *comma = strchr (text, ',');
  const char *dot = strchr (text, '.');

  if (comma != NULL)
    return comma;
  if (dot == NULL || strchr (dot + 1, '.') != NULL)
    return NULL;
  return is_whole (text, strlen (text)) && *text != '0' ? NULL : dot;
}

static char *
take_sign (const char *typed, gboolean *negative)
{
  g_autofree char *text = bv_normalize_line (typed);
  const char *start = text;

  *negative = *text == '-' || g_utf8_get_char (text) == MINUS_SIGN;
  if (*negative || *text == '+')
    start = g_utf8_next_char (text);
  return g_strchug (g_strdup (start));
}

static gboolean
append_digits (gint64 *value, const char *text, gsize length, gboolean negative)
{
  for (gsize i = 0; i < length; i++) {
    int digit = text[i] - '0';

    if (!g_ascii_isdigit (text[i]))
      continue;
    if (__builtin_mul_overflow (*value, 10, value)
        || __builtin_add_overflow (*value, negative ? -digit : digit, value))
      return FALSE;
  }
  return TRUE;
}

static gboolean
assemble (const Parts *parts, guint decimals, const char *typed, gint64 *scaled, GError **error)
{
  static const char zeros[] = "000000000000000000";
  gint64 value = 0;

  if (!append_digits (&value, parts->whole, parts->whole_length, parts->negative)
      || !append_digits (&value, parts->fraction, parts->fraction_length, parts->negative)
      || !append_digits (&value, zeros, decimals - parts->fraction_length, parts->negative))
    return bv_error_refuse (
        error, _ ("The number %s is too large. Check how many digits it should have."), typed);
  *scaled = value;
  return TRUE;
}

gboolean
bv_number_parse_integer (const char *typed, gint64 *value, GError **error)
{
  Parts parts = { .fraction = "" };
  g_autofree char *text = take_sign (typed, &parts.negative);

  if (!is_whole (text, strlen (text)))
    return bv_error_refuse (error,
                            _ ("“%s” is not a whole number. Type digits only, for example 1.250."),
                            typed != NULL ? typed : "");
  parts.whole = text;
  parts.whole_length = strlen (text);
  return assemble (&parts, 0, text, value, error);
}

gboolean
bv_number_parse_decimal (const char *typed, guint decimals, gint64 *scaled, GError **error)
{
  Parts parts = { .fraction = "" };
  g_autofree char *text = take_sign (typed, &parts.negative);
  const char *sign = find_decimal_sign (text);

  g_return_val_if_fail (decimals <= BV_NUMBER_MAX_DECIMALS, FALSE);

  if (decimals == 0)
    return bv_number_parse_integer (typed, scaled, error);
  parts.whole = text;
  parts.whole_length = sign != NULL ? (gsize) (sign - text) : strlen (text);
  if (sign != NULL) {
    parts.fraction = sign + 1;
    parts.fraction_length = strlen (sign + 1);
  }
  if (!is_whole (parts.whole, parts.whole_length)
      || (sign != NULL && !is_all_digits (parts.fraction, parts.fraction_length)))
    return bv_error_refuse (
        error,
        _ ("“%s” is not a number. Type it with a decimal comma, for example 9,5."),
        typed != NULL ? typed : "");
  if (parts.fraction_length > decimals)
    return bv_error_refuse (
        error,
        ngettext ("“%s” has too many digits after the comma: at most %u is allowed.",
                  "“%s” has too many digits after the comma: at most %u are allowed.",
                  decimals),
        typed,
        decimals);
  return assemble (&parts, decimals, text, scaled, error);
}

static guint64
get_magnitude (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

static char *
group_thousands (guint64 magnitude, gboolean negative)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  gsize length = strlen (digits);
  GString *out = g_string_new (negative ? "-" : "");

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append_c (out, '.');
    g_string_append_c (out, digits[i]);
  }
  return g_string_free (out, FALSE);
}

char *
bv_number_format_integer (gint64 value)
{
  return group_thousands (get_magnitude (value), value < 0);
}

char *
bv_number_format_fixed (gint64 scaled, guint decimals)
{
  g_autofree char *whole = NULL;
  guint64 magnitude = get_magnitude (scaled), scale = 1;

  g_return_val_if_fail (decimals <= BV_NUMBER_MAX_DECIMALS, NULL);

  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  whole = group_thousands (magnitude / scale, scaled < 0);
  if (decimals == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s,%0*" G_GUINT64_FORMAT, whole, (int) decimals, magnitude % scale);
}

char *
bv_number_format_decimal (gint64 scaled, guint decimals)
{
  char *text = bv_number_format_fixed (scaled, decimals);

  if (text != NULL && decimals > 0) {
    char *end = text + strlen (text);

    while (end[-1] == '0')
      end--;
    if (end[-1] == ',')
      end--;
    *end = '\0';
  }
  return text;
}

static void
append_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

static const char *
get_unit_word (guint tens, guint units)
{
  if (units == 5 && tens > 0)
    return "lăm";
  if (units == 1 && tens > 1)
    return "mốt";
  if (units == 4 && tens > 1)
    return "tư";
  return digit_words[units];
}

/* After a greater group the hundreds are read even when there are none: "không trăm linh năm". */
static void
append_hundreds (GString *words, guint value)
{
  guint hundreds = value / 100, tens = value / 10 % 10, units = value % 10;

  if (hundreds > 0 || words->len > 0) {
    append_word (words, digit_words[hundreds]);
    append_word (words, "trăm");
    if (tens == 0 && units > 0)
      append_word (words, "linh");
  }
  if (tens == 1) {
    append_word (words, "mười");
  } else if (tens > 1) {
    append_word (words, digit_words[tens]);
    append_word (words, "mươi");
  }
  if (units > 0)
    append_word (words, get_unit_word (tens, units));
}

static void
append_number (GString *words, guint64 value)
{
  static const struct
  {
    guint64 size;
    const char *word;
  } groups[] = { { 1000000, "triệu" }, { 1000, "nghìn" }, { 1, NULL } };

  if (value >= BILLION) {
    append_number (words, value / BILLION);
    append_word (words, "tỷ");
    value %= BILLION;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    guint part = value / groups[i].size % 1000;

    if (part == 0)
      continue;
    append_hundreds (words, part);
    if (groups[i].word != NULL)
      append_word (words, groups[i].word);
  }
}

char *
bv_number_in_words (gint64 value)
{
  GString *words = g_string_new (NULL);

  if (value == 0)
    append_word (words, digit_words[0]);
  else
    append_number (words, get_magnitude (value));
  if (value < 0)
    g_string_prepend (words, "âm ");
  return g_string_free (words, FALSE);
}
