/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of exported files that any system takes, and that lead to no other place. */
#include "config.h"

#include "bv-evidence-name.h"

#include <string.h>

#define LONGEST_EXTENSION 10
/* A name has 255 bytes on most disks; a path of Windows has 260 characters in all. */
#define LONGEST_BYTES 200

/* Of the parts, in characters; when that is too many bytes, all give way alike. */
#define CONTENT 28
#define ACHIEVEMENT 40
#define FILE_NAME 40

/* Marks that turn the direction of writing around hide what a file really is. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_SURROGATE || type == G_UNICODE_PRIVATE_USE
         || type == G_UNICODE_UNASSIGNED;
}

static char *
replace_refused (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *clean = g_string_new (NULL);

  for (const char *at = composed; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (is_invisible (c))
      continue;
    if (g_unichar_isspace (c) || g_unichar_iscntrl (c)) {
      if (clean->len && clean->str[clean->len - 1] != ' ')
        g_string_append_c (clean, ' ');
    } else if (c < 128 && strchr ("<>:\"/\\|?*", (int) c))
      g_string_append_c (clean, '-');
    else
      g_string_append_unichar (clean, c);
  }
  return g_string_free (clean, FALSE);
}

/* Windows drops dots and spaces at the end of a name, without a word. */
static void
strip_ends (char *text)
{
  gsize length = strlen (text);
  gsize first = strspn (text, " .");

  while (length > first && (text[length - 1] == ' ' || text[length - 1] == '.'))
    text[--length] = '\0';
  memmove (text, text + first, length - first + 1);
}

/* Between two words, when there is a gap in the last third. */
static void
cut (char *text, guint most)
{
  char *end, *gap;

  if (g_utf8_strlen (text, -1) <= (glong) most)
    return;
  end = g_utf8_offset_to_pointer (text, most);
  gap = *end == ' ' ? end : g_strrstr_len (text, end - text, " ");
  if (gap && g_utf8_pointer_to_offset (text, gap) * 3 >= (glong) most * 2)
    end = gap;
  *end = '\0';
}

char *
bv_evidence_name_clean (const char *text, guint most)
{
  char *clean = replace_refused (text ? text : "");

  strip_ends (clean);
  cut (clean, most);
  strip_ends (clean);
  return clean;
}

/* ".pdf", or "" when what stands behind the last dot is no short word. */
static const char *
find_extension (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize length = dot ? strlen (dot + 1) : 0;

  if (dot == name || length == 0 || length > LONGEST_EXTENSION)
    return "";
  for (const char *at = dot + 1; *at; at++)
    if (!g_ascii_isalnum (*at))
      return "";
  return dot;
}

static void
append_part (GString *name, const char *text, guint most)
{
  g_autofree char *part = bv_evidence_name_clean (text, most);

  if (*part)
    g_string_append_printf (name, " - %s", part);
}

static char *
make (guint number, guint digits, const char *const *parts, const char *extension, guint tenths)
{
  const guint most[] = { CONTENT, ACHIEVEMENT, FILE_NAME };
  GString *name = g_string_new (NULL);

  g_string_printf (name, "%0*u", (int) digits, number);
  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    append_part (name, parts[i], most[i] * tenths / 10);
  g_string_append (name, extension);
  return g_string_free (name, FALSE);
}

char *
bv_evidence_name_make (
    guint number, guint digits, const char *content, const char *achievement, const char *file)
{
  g_autofree char *whole = bv_evidence_name_clean (file, G_MAXINT);
  g_autofree char *extension = g_strdup (find_extension (whole));
  const char *parts[] = { content, achievement, whole };
  char *name;

  whole[strlen (whole) - strlen (extension)] = '\0';
  name = make (number, digits, parts, extension, 10);
  for (guint tenths = 9; strlen (name) > LONGEST_BYTES && tenths > 1; tenths--) {
    g_free (name);
    name = make (number, digits, parts, extension, tenths);
  }
  return name;
}
