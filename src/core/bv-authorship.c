/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the log backwards: the newest step that touched a row names its author. The answer is kept
 * until another step is done or undone. */
#include "config.h"

#include "bv-authorship.h"

#include "bv-history.h"

/* The newest step and how many there are: together they tell which steps are done. */
static const char state_sql[]
    = "SELECT coalesce (max (id), 0), count (*) FROM history WHERE state = 0";
/* What lies before the author's own oldest step says nothing more. */
static const char steps_sql[]
    = "SELECT actor = ?1, changeset FROM history WHERE state = 0 AND instr (tables, ?2) > 0"
      " AND id >= (SELECT min (id) FROM history WHERE state = 0 AND actor = ?1) ORDER BY id DESC";

typedef struct
{
  const BvKind *kind;
  char *actor;
  gint64 newest, n_steps;
  GArray *ids;
} Answer;

typedef struct
{
  const BvKind *kind;
  GHashTable *seen; /* ids, as pointers */
  GArray *ids;
  gboolean own; /* the step in hand is the author's */
} Search;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_free (answer->actor);
  g_array_unref (answer->ids);
  g_free (answer);
}

static gboolean
note_row (const BvRowChange *row, gpointer data)
{
  Search *search = data;

  if (g_str_equal (row->table, search->kind->table)
      && g_hash_table_add (search->seen, (gpointer) (gintptr) row->id) && search->own
      && row->type != BV_CHANGE_DELETE)
    g_array_append_val (search->ids, row->id);
  return TRUE;
}

static gboolean
read_steps (Search *search, BvOffice *office, const char *actor, GError **error)
{
  g_autofree char *word = g_strdup_printf (" %s ", search->kind->table);
  g_autoptr (BvStatement) steps = bv_database_prepare (
      bv_office_get_database (office), steps_sql, error);
  BvStep step;

  if (!steps)
    return FALSE;
  bv_statement_bind_text (steps, 1, actor);
  bv_statement_bind_text (steps, 2, word);
  while ((step = bv_statement_step (steps, error)) == BV_STEP_ROW) {
    g_autoptr (GBytes) changeset = bv_statement_dup_blob (steps, 1);

    search->own = bv_statement_get_integer (steps, 0) != 0;
    if (!bv_changeset_foreach_id (changeset, FALSE, note_row, search, error))
      return FALSE;
  }
  return step == BV_STEP_DONE;
}

static GArray *
find (BvOffice *office, const BvKind *kind, const char *actor, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Search search = { kind, seen, ids, FALSE };

  return read_steps (&search, office, actor, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
read_state (BvOffice *office, gint64 *newest, gint64 *n_steps, GError **error)
{
  g_autoptr (BvStatement) state = bv_database_prepare (
      bv_office_get_database (office), state_sql, error);

  if (!state || bv_statement_step (state, error) != BV_STEP_ROW)
    return FALSE;
  *newest = bv_statement_get_integer (state, 0);
  *n_steps = bv_statement_get_integer (state, 1);
  return TRUE;
}

static gboolean
answers (const Answer *answer, const BvKind *kind, const char *actor, gint64 newest, gint64 n_steps)
{
  return answer && answer->kind == kind && g_str_equal (answer->actor, actor)
         && answer->newest == newest && answer->n_steps == n_steps;
}

GArray *
bv_authorship_find (BvOffice *office, const BvKind *kind, const char *actor, GError **error)
{
  Answer *answer = g_object_get_data (G_OBJECT (office), "bv-authorship");
  gint64 newest, n_steps;
  GArray *ids;

  g_return_val_if_fail (BV_IS_OFFICE (office) && kind && actor, NULL);

  if (!read_state (office, &newest, &n_steps, error))
    return NULL;
  if (answers (answer, kind, actor, newest, n_steps))
    return g_array_ref (answer->ids);
  ids = find (office, kind, actor, error);
  if (!ids)
    return NULL;
  answer = g_new (Answer, 1);
  *answer = (Answer){ kind, g_strdup (actor), newest, n_steps, g_array_ref (ids) };
  g_object_set_data_full (G_OBJECT (office), "bv-authorship", answer, free_answer);
  return ids;
}
