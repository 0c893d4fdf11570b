/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one row. */
#include "config.h"

#include "bv-row-timeline.h"

#include "bv-change-text.h"
#include "bv-record.h"

#include <string.h>

struct BvRowTimeline
{
  BvOffice *office; /* borrowed */
  const BvKind *kind;
  gint64 id;
  BvChangeText *text;
  GPtrArray *events;
  gint64 next; /* steps before this one are not read yet */
  gboolean ended;
};

typedef struct
{
  BvRowTimeline *timeline;
  BvRowEvent *event; /* NULL until the row was seen */
} Reading;

static const char next_step_sql[]
    = "SELECT id, at, actor, changeset FROM history WHERE state = 0 AND id < ?1"
      " AND instr (tables, ?2) > 0 ORDER BY id DESC";

static void
free_event (BvRowEvent *event)
{
  g_free (event->at);
  g_free (event->actor);
  g_ptr_array_unref (event->lines);
  g_free (event);
}

BvRowTimeline *
bv_row_timeline_new (BvOffice *office, const BvKind *kind, gint64 id)
{
  BvRowTimeline *self = g_new0 (BvRowTimeline, 1);

  self->office = office;
  self->kind = kind;
  self->id = id;
  self->text = bv_change_text_new (office);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) free_event);
  self->next = G_MAXINT64;
  return self;
}

void
bv_row_timeline_free (BvRowTimeline *self)
{
  bv_change_text_free (self->text);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/* A changeset holds integers as eight bytes, the highest first: one look tells whether a large
 * import has anything to do with the row. */
static gboolean
may_touch (BvRowTimeline *self, GBytes *changeset)
{
  guint64 bytes = GUINT64_TO_BE ((guint64) self->id);
  gsize size = 0;
  const void *data = g_bytes_get_data (changeset, &size);

  return data && memmem (data, size, &bytes, sizeof bytes) != NULL;
}

static gboolean
read_cb (const BvRowChange *row, gpointer data)
{
  Reading *reading = data;
  BvRowTimeline *self = reading->timeline;

  if (row->id != self->id || !g_str_equal (row->table, self->kind->table))
    return TRUE;
  reading->event = g_new0 (BvRowEvent, 1);
  reading->event->type = row->type;
  reading->event->lines = row->type == BV_CHANGE_UPDATE
                              ? bv_change_text_list_fields (self->text, self->kind, row)
                              : g_ptr_array_new_with_free_func (g_free);
  return FALSE;
}

static gboolean
read_step (BvRowTimeline *self, BvStatement *step, GError **error)
{
  g_autoptr (GBytes) changeset = bv_statement_dup_blob (step, 3);
  Reading reading = { self, NULL };

  if (!changeset || !may_touch (self, changeset))
    return TRUE;
  if (!bv_changeset_foreach (changeset, FALSE, read_cb, &reading, error))
    return FALSE;
  if (!reading.event)
    return TRUE;
  reading.event->step_id = bv_statement_get_integer (step, 0);
  reading.event->at = g_strdup (bv_statement_get_text (step, 1));
  reading.event->actor = g_strdup (bv_statement_get_text (step, 2));
  g_ptr_array_add (self->events, reading.event);
  return TRUE;
}

gboolean
bv_row_timeline_read (BvRowTimeline *self, guint n, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), next_step_sql, error);
  g_autofree char *word = g_strdup_printf (" %s ", self->kind->table);
  guint wanted = self->events->len + n;
  BvStep step = BV_STEP_ROW;

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, self->next);
  bv_statement_bind_text (statement, 2, word);
  while (self->events->len < wanted && !self->ended) {
    step = bv_statement_step (statement, error);
    self->ended = step == BV_STEP_DONE;
    if (step != BV_STEP_ROW)
      break;
    self->next = bv_statement_get_integer (statement, 0);
    if (!read_step (self, statement, error))
      return FALSE;
  }
  return step != BV_STEP_FAILED;
}

gboolean
bv_row_timeline_has_ended (BvRowTimeline *self)
{
  return self->ended;
}

GPtrArray *
bv_row_timeline_get_events (BvRowTimeline *self)
{
  return self->events;
}
