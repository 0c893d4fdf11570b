/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds text so that a search finds it without accents, case or punctuation. */
#include "config.h"

#include "bv-fold.h"

#include <string.h>

/* Vietnamese ends at U+1EF9; a table up to there answers nearly every character of our texts. */
#define TABLE_END 0x1F00
#define DROP 0
#define SPACE ' '
#define SEVERAL 0xFFFF
#define D_WITH_STROKE 0x111

static guint16 table[TABLE_END];

static gunichar
fold_part (gunichar part)
{
  if (part == D_WITH_STROKE)
    return 'd';
  if (g_unichar_ismark (part) || g_unichar_type (part) == G_UNICODE_FORMAT)
    return DROP;
  return g_unichar_isalnum (part) ? part : SPACE;
}

static gsize
fold_char (gunichar c, gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH])
{
  gsize n = g_unichar_fully_decompose (
      g_unichar_tolower (c), FALSE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  gsize kept = 0;

  for (gsize i = 0; i < n; i++) {
    gunichar folded = fold_part (parts[i]);

    if (folded != DROP)
      parts[kept++] = folded;
  }
  return kept;
}

static void
fill_table (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (gunichar c = 1; c < TABLE_END; c++) {
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n = fold_char (c, parts);

    table[c] = n == 0 ? DROP : n == 1 && parts[0] < SEVERAL ? parts[0] : SEVERAL;
  }
  g_once_init_leave (&done, 1);
}

static void
append_folded (GString *out, gunichar c, gboolean *gap)
{
  if (c == SPACE) {
    *gap = TRUE;
    return;
  }
  if (*gap && out->len > 0)
    g_string_append_c (out, ' ');
  *gap = FALSE;
  if (c < 0x80)
    g_string_append_c (out, (char) c);
  else
    g_string_append_unichar (out, c);
}

static void
append_char (GString *out, gunichar c, gboolean *gap)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  guint16 folded = c < TABLE_END ? table[c] : SEVERAL;

  if (folded == SEVERAL) {
    gsize n = fold_char (c, parts);

    for (gsize i = 0; i < n; i++)
      append_folded (out, parts[i], gap);
  } else if (folded != DROP) {
    append_folded (out, folded, gap);
  }
}

char *
bv_fold (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;
  gboolean gap = FALSE;

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  fill_table ();
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_char (out, (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p), &gap);
  return g_string_free (out, FALSE);
}

char *
bv_fold_query (const char *typed)
{
  g_autofree char *folded = bv_fold (typed);
  g_auto (GStrv) words = NULL;
  GString *query;

  if (*folded == '\0')
    return NULL;
  words = g_strsplit (folded, " ", -1);
  query = g_string_new (NULL);
  for (char **word = words; *word != NULL; word++)
    g_string_append_printf (query, "%s\"%s\"", query->len > 0 ? " " : "", *word);
  g_string_append_c (query, '*');
  return g_string_free (query, FALSE);
}

char *
bv_fold_loose (const char *text)
{
  return bv_fold (text);
}
