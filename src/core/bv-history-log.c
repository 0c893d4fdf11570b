/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the history: the list of steps, and what each changed, in sentences. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-change-text.h"
#include "bv-error.h"
#include "bv-history-private.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

GArray *
bv_history_list_steps (BvHistory *self,
                       const char *actor,
                       const char *table,
                       const char *from,
                       const char *to,
                       GError **error)
{
  g_autofree char *word = table ? g_strdup_printf (" %s ", table) : NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      _bv_history_get_database (self),
      "SELECT id FROM history WHERE (?1 IS NULL OR actor = ?1)"
      " AND (?2 IS NULL OR instr (tables, ?2) > 0)"
      " AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR substr (at, 1, 10) <= ?4)"
      " ORDER BY id DESC",
      error);

  if (!statement)
    return NULL;
  bv_statement_bind_text (statement, 1, actor);
  bv_statement_bind_text (statement, 2, word);
  bv_statement_bind_text (statement, 3, from);
  bv_statement_bind_text (statement, 4, to);
  return bv_store_collect_ids (statement, error);
}

GStrv
bv_history_list_actors (BvHistory *self, GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      _bv_history_get_database (self), "SELECT DISTINCT actor FROM history ORDER BY actor", error);
  g_autoptr (GStrvBuilder) actors = g_strv_builder_new ();
  BvStep step = BV_STEP_FAILED;

  while (rows && (step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    g_strv_builder_add (actors, bv_statement_get_text (rows, 0));
  return step == BV_STEP_DONE ? g_strv_builder_end (actors) : NULL;
}

static char *
dup_title (BvHistory *self, const char *sql)
{
  g_autoptr (BvStatement) step = bv_database_prepare (_bv_history_get_database (self), sql, NULL);

  return step && bv_statement_step (step, NULL) == BV_STEP_ROW
             ? g_strdup (bv_statement_get_text (step, 0))
             : NULL;
}

char *
bv_history_dup_undo_title (BvHistory *self)
{
  return dup_title (self, "SELECT title FROM history WHERE state = 0 ORDER BY id DESC LIMIT 1");
}

char *
bv_history_dup_redo_title (BvHistory *self)
{
  return dup_title (self, "SELECT title FROM history WHERE state = 1 ORDER BY id LIMIT 1");
}

BvHistoryStep *
bv_history_load_step (BvHistory *self, gint64 step_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      _bv_history_get_database (self),
      "SELECT at, actor, title, n_rows, state FROM history WHERE id = ?1",
      error);
  BvHistoryStep *step;
  BvStep got;

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, step_id);
  got = bv_statement_step (statement, error);
  if (got == BV_STEP_DONE)
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("This step is no longer in the log."));
  if (got != BV_STEP_ROW)
    return NULL;
  step = g_new0 (BvHistoryStep, 1);
  step->id = step_id;
  step->at = g_strdup (bv_statement_get_text (statement, 0));
  step->actor = g_strdup (bv_statement_get_text (statement, 1));
  step->title = g_strdup (bv_statement_get_text (statement, 2));
  step->n_rows = (guint) bv_statement_get_integer (statement, 3);
  step->state = (BvStepState) bv_statement_get_integer (statement, 4);
  return step;
}

typedef struct
{
  BvChangeText *text;
  GPtrArray *lines;
  guint max_lines;
} Description;

static void
add_line (Description *description, char *line)
{
  if (description->lines->len < description->max_lines)
    g_ptr_array_add (description->lines, line);
  else
    g_free (line);
}

static void
describe_update (Description *description, const BvRowChange *row, const BvKind *kind)
{
  g_autoptr (BvRecord) after = bv_change_text_make_record (description->text, kind, row, FALSE);
  g_autofree char *name = bv_change_text_dup_name (description->text, after);
  g_autoptr (GPtrArray) fields = bv_change_text_list_fields (description->text, kind, row);

  for (guint i = 0; i < fields->len; i++)
    add_line (description,
              g_strdup_printf ("%s · %s", name, (char *) g_ptr_array_index (fields, i)));
}

static gboolean
describe_row (const BvRowChange *row, gpointer data)
{
  Description *description = data;
  const BvKind *kind = bv_catalogue_find (row->table);
  g_autoptr (BvRecord) known = NULL;
  g_autofree char *name = NULL;

  if (!kind)
    return TRUE;
  if (row->type == BV_CHANGE_UPDATE) {
    describe_update (description, row, kind);
  } else {
    known = bv_change_text_make_record (
        description->text, kind, row, row->type == BV_CHANGE_DELETE);
    name = bv_change_text_dup_name (description->text, known);
    add_line (description,
              g_strdup_printf (row->type == BV_CHANGE_INSERT ? _ ("%s · added (%s)")
                                                             : _ ("%s · deleted (%s)"),
                               name,
                               bv_kind_get_label (kind)));
  }
  return description->lines->len < description->max_lines;
}

char **
bv_history_describe_step (BvHistory *self, gint64 step_id, guint max_lines, GError **error)
{
  g_autoptr (GBytes) changeset = _bv_history_load_changeset (self, step_id, NULL, error);
  g_autoptr (BvChangeText) text = bv_change_text_new (_bv_history_get_office (self));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Description description = { text, lines, max_lines };

  if (!changeset || !bv_changeset_foreach (changeset, FALSE, describe_row, &description, error))
    return NULL;
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}
