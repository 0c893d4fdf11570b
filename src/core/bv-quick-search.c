/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Most of what is typed is in one of the newest rows of a kind, and most kinds have few rows: their
 * texts are read once and looked through. Only then the index is asked. It answers whole words and
 * beginnings of two or three letters row by row; for any other beginning it would first gather
 * every row that has it. So that is looked for among the newest rows that can have it, and when
 * those run out, which they do for rare words alone, the index is asked for the beginning itself.
 */
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
#define MOST_LOOKED_AT 100

/* The newest rows of a kind, as the index has them. */
typedef struct
{
  GArray *ids;      /* owned: newest first */
  GPtrArray *texts; /* owned */
  gboolean all;     /* there are no others */
} Newest;

struct BvQuickSearch
{
  BvDatabase *database; /* borrowed */
  GHashTable *newest;   /* owned: BvKind -> Newest */
};

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
free_newest (gpointer data)
{
  Newest *newest = data;

  g_array_unref (newest->ids);
  g_ptr_array_unref (newest->texts);
  g_free (newest);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Newest, free_newest)

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
start_finding (BvDatabase *database, const BvKind *kind, const char *folded, guint limit)
{
  char **words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  char *last = n > 0 ? g_steal_pointer (&words[n - 1]) : g_strdup ("");
  g_autofree char *inner = g_strjoinv ("\" \"", words);

  return (Finding){ database,
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

static Newest *
read_newest (Finding *self, GError **error)
{
  g_autoptr (BvStatement) statement = ask (self, "", error);
  g_autoptr (Newest) newest = g_new0 (Newest, 1);
  BvStep step = statement ? BV_STEP_ROW : BV_STEP_FAILED;

  newest->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  newest->texts = g_ptr_array_new_with_free_func (g_free);
  while (step == BV_STEP_ROW && newest->ids->len < NEWEST_LOOKED_AT) {
    gint64 id;

    step = bv_statement_step (statement, error);
    if (step != BV_STEP_ROW)
      break;
    id = bv_statement_get_integer (statement, 0);
    g_array_append_val (newest->ids, id);
    g_ptr_array_add (newest->texts, g_strdup (bv_statement_get_text (statement, 1)));
  }
  newest->all = step == BV_STEP_DONE;
  return step != BV_STEP_FAILED ? g_steal_pointer (&newest) : NULL;
}

static const Newest *
get_newest (BvQuickSearch *self, const BvKind *kind, Finding *finding, GError **error)
{
  Newest *newest = g_hash_table_lookup (self->newest, kind);

  if (newest)
    return newest;
  newest = read_newest (finding, error);
  if (newest)
    g_hash_table_insert (self->newest, (gpointer) kind, newest);
  return newest;
}

static void
take_newest (Finding *self, const Newest *newest)
{
  for (guint i = 0; i < newest->ids->len && !is_full (self); i++)
    if (is_meant (self, g_ptr_array_index (newest->texts, i)))
      add (self, g_array_index (newest->ids, gint64, i));
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
ask_index (Finding *self, GError **error)
{
  glong length = g_utf8_strlen (self->last, -1);
  g_autofree char *all = make_words (self, length);
  g_autofree char *held = make_words (self,
                                      length < SHORTEST_HELD ? 0 : MIN (length, LONGEST_HELD));
  guint most = length >= SHORTEST_HELD && length <= LONGEST_HELD ? G_MAXUINT : MOST_LOOKED_AT;
  gboolean ended = FALSE;

  if (*held == '\0') /* a first letter: the newest rows will do */
    return TRUE;
  if (!take (self, held, most, &ended, error))
    return FALSE;
  return ended || length < SHORTEST_HELD || take (self, all, G_MAXUINT, &ended, error);
}

BvQuickSearch *
bv_quick_search_new (BvOffice *office)
{
  BvQuickSearch *self = g_new0 (BvQuickSearch, 1);

  self->database = bv_office_get_database (office);
  self->newest = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_newest);
  return self;
}

void
bv_quick_search_free (BvQuickSearch *self)
{
  g_hash_table_unref (self->newest);
  g_free (self);
}

GArray *
bv_quick_search_find (
    BvQuickSearch *self, const BvKind *kind, const char *typed, guint limit, GError **error)
{
  g_autofree char *folded = bv_fold (typed);
  g_auto (Finding) finding = start_finding (self->database, kind, folded, limit);
  const Newest *newest;

  g_return_val_if_fail (limit > 0, NULL);
  if (*folded == '\0')
    return g_steal_pointer (&finding.ids);
  newest = get_newest (self, kind, &finding, error);
  if (!newest)
    return NULL;
  take_newest (&finding, newest);
  if (!newest->all && !is_full (&finding) && !ask_index (&finding, error))
    return NULL;
  return g_steal_pointer (&finding.ids);
}
