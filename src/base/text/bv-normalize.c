/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings every text that enters the program into one form: valid UTF-8, NFC, no control characters.
 */
#include "config.h"

#include "bv-normalize.h"

#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define ZERO_WIDTH_SPACE 0x200B
#define BYTE_ORDER_MARK 0xFEFF

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR
         || c == PARAGRAPH_SEPARATOR;
}

static gboolean
is_dropped (gunichar c)
{
  return g_unichar_iscntrl (c) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
}

static GString *
clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_line_break (c)) {
      if (!(c == '\r' && p[1] == '\n'))
        g_string_append_c (clean, '\n');
    } else if (c == '\t') {
      g_string_append_c (clean, ' ');
    } else if (!is_dropped (c)) {
      g_string_append_unichar (clean, c);
    }
  }
  return clean;
}

static void
squeeze_spaces (char *text)
{
  char *out = text;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0';) {
    const char *next = g_utf8_next_char (p);

    if (g_unichar_isspace (g_utf8_get_char (p))) {
      gap = TRUE;
    } else {
      if (gap && out != text)
        *out++ = ' ';
      gap = FALSE;
      memmove (out, p, next - p);
      out += next - p;
    }
    p = next;
  }
  *out = '\0';
}

static void
trim (char *text)
{
  char *start = text, *end = text;

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  for (char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      end = g_utf8_next_char (p);
  *MAX (start, end) = '\0';
  memmove (text, start, strlen (start) + 1);
}

static char *
compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = clean (valid);

  return g_utf8_normalize (plain->str, plain->len, G_NORMALIZE_NFC);
}

char *
bv_normalize (const char *text)
{
  char *composed = compose (text != NULL ? text : "");

  trim (composed);
  return composed;
}

char *
bv_normalize_line (const char *text)
{
  char *composed = compose (text != NULL ? text : "");

  squeeze_spaces (composed);
  return composed;
}
