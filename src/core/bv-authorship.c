/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the log backwards: the newest step that touched a row names its author. What was read is
 * kept and follows new steps; a step that was undone has it read anew. */
#include "config.h"

#include "bv-authorship.h"

#include "bv-history-private.h"
#include "bv-id-set.h"

/* Bytes of changesets read at a time: some ten thousand new rows. A step is read as a whole. */
#define PIECE (4 * 1024 * 1024)

struct BvAuthorship
{
  BvOffice *office; /* borrowed: it keeps this */
  const BvKind *kind;
  char *actor;

  gint64 newest;  /* the step up to which the log is known */
  gint64 next;    /* steps before this one are not read yet */
  BvIdSet *seen;  /* rows whose author is known */
  BvIdSet *own;   /* those among them that are the actor's */
  gboolean whole; /* the log is read to its end */
};

typedef struct
{
  BvAuthorship *authorship;
  gboolean own;     /* the step in hand is the actor's */
  gboolean forward; /* it is newer than what is known */
} Reading;

static const char newest_sql[] = "SELECT coalesce (max (id), 0) FROM history WHERE state = 0";
#define STEPS "SELECT id, actor = ?1 FROM history WHERE state = 0 AND instr (tables, ?2) > 0"
/* What lies before the author's own oldest step says nothing more. */
static const char older_sql[] = STEPS
    " AND id < ?3 AND id >= (SELECT min (id) FROM history WHERE state = 0 AND actor = ?1)"
    " ORDER BY id DESC";
static const char newer_sql[] = STEPS " AND id > ?3 ORDER BY id";

static void
forget (BvAuthorship *self)
{
  g_clear_pointer (&self->seen, bv_id_set_free);
  g_clear_pointer (&self->own, bv_id_set_free);
  self->seen = bv_id_set_new (NULL);
  self->own = bv_id_set_new (NULL);
  self->whole = FALSE;
}

static void
free_authorship (gpointer data)
{
  BvAuthorship *self = data;

  bv_id_set_free (self->seen);
  bv_id_set_free (self->own);
  g_free (self->actor);
  g_free (self);
}

static gboolean
note_row (const BvRowChange *row, gpointer data)
{
  Reading *reading = data;
  BvAuthorship *self = reading->authorship;

  if (!g_str_equal (row->table, self->kind->table)
      || (!bv_id_set_add (self->seen, row->id) && !reading->forward))
    return TRUE;
  if (reading->own && row->type != BV_CHANGE_DELETE)
    bv_id_set_add (self->own, row->id);
  else
    bv_id_set_remove (self->own, row->id);
  return TRUE;
}

/* Adds to @size what it read. */
static gboolean
read_step (Reading *reading, gint64 step_id, gsize *size, GError **error)
{
  BvHistory *history = bv_office_get_history (reading->authorship->office);
  g_autoptr (GBytes) changeset = _bv_history_load_changeset (history, step_id, NULL, error);

  if (!changeset)
    return FALSE;
  *size += g_bytes_get_size (changeset);
  return bv_changeset_foreach_id (changeset, FALSE, note_row, reading, error);
}

static BvStatement *
ask_for_steps (BvAuthorship *self, const char *sql, gint64 from, GError **error)
{
  g_autofree char *word = g_strdup_printf (" %s ", self->kind->table);
  BvStatement *steps = bv_database_prepare (bv_office_get_database (self->office), sql, error);

  if (!steps)
    return NULL;
  bv_statement_bind_text (steps, 1, self->actor);
  bv_statement_bind_text (steps, 2, word);
  bv_statement_bind_integer (steps, 3, from);
  return steps;
}

/* Reads from @place on, which it moves; @ended: no step was left for the next time. */
static gboolean
read_steps (BvAuthorship *self, gboolean forward, gint64 *place, gboolean *ended, GError **error)
{
  g_autoptr (BvStatement) steps = ask_for_steps (
      self, forward ? newer_sql : older_sql, *place, error);
  Reading reading = { self, .forward = forward };
  BvStep step = steps ? BV_STEP_ROW : BV_STEP_FAILED;

  for (gsize size = 0; step == BV_STEP_ROW && size < PIECE;) {
    gint64 id;

    step = bv_statement_step (steps, error);
    if (step != BV_STEP_ROW)
      break;
    id = bv_statement_get_integer (steps, 0);
    reading.own = bv_statement_get_integer (steps, 1) != 0;
    if (!read_step (&reading, id, &size, error))
      return FALSE;
    *place = id;
  }
  *ended = step == BV_STEP_DONE;
  return step != BV_STEP_FAILED;
}

/* Steps are undone from the newest on: while the one up to which the log is known is done, so are
 * those before it. */
static gboolean
is_done (BvOffice *office, gint64 step_id)
{
  g_autoptr (BvStatement) done = bv_database_prepare (
      bv_office_get_database (office), "SELECT 1 FROM history WHERE id = ?1 AND state = 0", NULL);

  if (!done)
    return FALSE;
  bv_statement_bind_integer (done, 1, step_id);
  return bv_statement_step (done, NULL) == BV_STEP_ROW;
}

/* The two ends of what is known: the newest step there is now, and all before it to be read. */
static gboolean
begin (BvAuthorship *self, GError **error)
{
  forget (self);
  if (!bv_database_query_integer (
          bv_office_get_database (self->office), newest_sql, &self->newest, error))
    return FALSE;
  self->next = self->newest + 1;
  return TRUE;
}

BvAuthorship *
bv_authorship_get (BvOffice *office, const BvKind *kind, const char *actor)
{
  BvAuthorship *self = g_object_get_data (G_OBJECT (office), "bv-authorship");

  g_return_val_if_fail (BV_IS_OFFICE (office) && kind && actor, NULL);

  if (self && self->kind == kind && g_str_equal (self->actor, actor))
    return self;
  self = g_new0 (BvAuthorship, 1);
  self->office = office;
  self->kind = kind;
  self->actor = g_strdup (actor);
  forget (self);
  g_object_set_data_full (G_OBJECT (office), "bv-authorship", self, free_authorship);
  return self;
}

gboolean
bv_authorship_read (BvAuthorship *self, gboolean *whole, GError **error)
{
  gboolean newest_known;

  *whole = FALSE;
  if (!is_done (self->office, self->newest) && !begin (self, error))
    return FALSE;
  if (!read_steps (self, TRUE, &self->newest, &newest_known, error))
    return FALSE;
  if (!self->whole && !read_steps (self, FALSE, &self->next, &self->whole, error))
    return FALSE;
  *whole = self->whole && newest_known;
  return TRUE;
}

gboolean
bv_authorship_has (BvAuthorship *self, gint64 id)
{
  return bv_id_set_contains (self->own, id);
}
