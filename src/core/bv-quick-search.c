/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most of what is typed is in one of the newest rows of a kind, and most kinds have few rows: these
 * are looked through. Only then the index is asked. It answers whole words and beginnings of two or
 * three letters row by row; for any other beginning it would first gather every row that has it. So
 * that is looked for among the newest rows that can have it, and when those run out, which they do
 * for rare words alone, the index is asked for the beginning itself. */
#include "config.h"

#include "bv-quick-search.h"

#include "bv-fold.h"
#include "bv-search.h"

#include <string.h>

/* Lengths of the beginnings that the index holds: prefix = '2 3' in the schema. */
#define SHORTEST_HELD 2
#define LONGEST_HELD 3
/* Rows looked at before the index is asked, and before it is asked for a beginning that it does not
 * hold. */
#define NEWEST_LOOKED_AT 150
#define MOST_LOOKED_AT 400

typedef struct
{
  BvDatabase *database;
  char *kind;   /* owned, in the words of the index */
  char **words; /* owned: those before the last */
  char *whole;  /* owned: the same, quoted; "" when there is none */
  char *last;   /* owned */
  guint limit;
  GArray *ids;      /* owned until it is given out */
  GHashTable *seen; /* gint64 */
} Finding;

static void
clear_finding (Finding *self)
{
  g_free (self->kind);
  g_strfreev (self->words);
  g_free (self->whole);
  g_free (self->last);
  g_clear_pointer (&self->ids, g_array_unref);
  g_hash_table_unref (self->seen);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, clear_finding)

static Finding
start_finding (BvOffice *office, const BvKind *kind, const char *folded, guint limit)
{
  char **words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  char *last = n > 0 ? g_steal_pointer (&words[n - 1]) : g_strdup ("");
  g_autofree char *inner = g_strjoinv ("\" \"", words);

  return (Finding){ bv_office_get_database (office),
                    bv_search_make_kind_word (kind),
                    words,
                    n > 1 ? g_strdup_printf ("\"%s\"", inner) : g_strdup (""),
                    last,
                    limit,
                    g_array_new (FALSE, FALSE, sizeof (gint64)),
                    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
}

static gboolean
is_full (const Finding *self)
{
  return self->ids->len >= self->limit;
}

static void
add (Finding *self, gint64 id)
{
  if (g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id)))
    g_array_append_val (self->ids, id);
}

/* @words: in the language of the index, "" for all rows of the kind. */
static BvStatement *
ask (Finding *self, const char *words, GError **error)
{
  g_autofree char *match = *words ? g_strdup_printf ("kind : %s AND text : (%s)", self->kind, words)
                                  : g_strdup_printf ("kind : %s", self->kind);
  BvStatement *statement = bv_database_prepare (
      self->database,
      "SELECT rowid, text FROM search WHERE search MATCH ?1 ORDER BY rowid DESC",
      error);

  if (statement)
    bv_statement_bind_text (statement, 1, match);
  return statement;
}

/* Whether a word of @text begins with @word, or is it. */
static gboolean
has_word (const char *text, const char *word, gboolean whole)
{
  gsize length = strlen (word);

  for (const char *at = text; at; at = strchr (at, ' ')) {
    at += *at == ' ';
    if (strncmp (at, word, length) == 0 && (!whole || at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_meant (const Finding *self, const char *text)
{
  if (!text || !has_word (text, self->last, FALSE))
    return FALSE;
  for (guint i = 0; self->words[i]; i++)
    if (!has_word (text, self->words[i], TRUE))
      return FALSE;
  return TRUE;
}

/* Takes the rows that are meant from those that the index gives. @ended: none was left out. */
static gboolean
take (Finding *self, const char *words, guint most, gboolean *ended, GError **error)
{
  g_autoptr (BvStatement) statement = ask (self, words, error);
  BvStep step = statement ? BV_STEP_ROW : BV_STEP_FAILED;

  for (guint i = 0; step == BV_STEP_ROW && i < most && !is_full (self); i++) {
    step = bv_statement_step (statement, error);
    if (step == BV_STEP_ROW && is_meant (self, bv_statement_get_text (statement, 1)))
      add (self, bv_statement_get_integer (statement, 0));
  }
  *ended = step == BV_STEP_DONE || is_full (self);
  return step != BV_STEP_FAILED;
}

/* The words of the query, with as much of the last one as @letters says: 0 leaves it out. */
static char *
make_words (const Finding *self, glong letters)
{
  g_autofree char *head = g_utf8_substring (self->last, 0, letters);

  if (*head == '\0')
    return g_strdup (self->whole);
  return g_strdup_printf ("%s%s\"%s\"*", self->whole, *self->whole ? " " : "", head);
}

static gboolean
find_rows (Finding *self, GError **error)
{
  glong length = g_utf8_strlen (self->last, -1);
  g_autofree char *all = make_words (self, length);
  g_autofree char *held = make_words (self,
                                      length < SHORTEST_HELD ? 0 : MIN (length, LONGEST_HELD));
  guint most = length >= SHORTEST_HELD && length <= LONGEST_HELD ? G_MAXUINT : MOST_LOOKED_AT;
  gboolean ended = FALSE;

  if (!take (self, "", NEWEST_LOOKED_AT, &ended, error))
    return FALSE;
  if (!ended && !take (self, held, most, &ended, error))
    return FALSE;
  return ended || length < SHORTEST_HELD || take (self, all, G_MAXUINT, &ended, error);
}

GArray *
bv_quick_search_find (
    BvOffice *office, const BvKind *kind, const char *typed, guint limit, GError **error)
{
  g_autofree char *folded = bv_fold (typed);
  g_auto (Finding) self = start_finding (office, kind, folded, limit);

  g_return_val_if_fail (limit > 0, NULL);
  if (*folded && !find_rows (&self, error))
    return NULL;
  return g_steal_pointer (&self.ids);
}
