/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door for changes: each step is recorded as a changeset in the same transaction that makes
 * it. */
#include "config.h"

#include "bv-history.h"

#include "bv-catalogue.h"
#include "bv-date.h"
#include "bv-error.h"
#include "bv-history-private.h"
#include "bv-office-private.h"
#include "bv-schema.h"
#include "bv-seal.h"
#include "bv-search.h"

#include <glib/gi18n-lib.h>

struct _BvHistory
{
  GObject parent_instance;

  /* Borrowed: the office owns us */
  BvOffice *office;
  BvDatabase *database;

  /* Owned */
  BvRecorder *recorder; /* non-NULL while a step is open */
  char *title;
  char *last_saved;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvHistory, bv_history, G_TYPE_OBJECT)

static const char insert_step_sql[]
    = "INSERT INTO history (at, actor, title, n_rows, tables, schema, state, changeset)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)";
static const char drop_redo_sql[] = "UPDATE history SET state = 2 WHERE state = 1";
static const char last_done_sql[]
    = "SELECT id FROM history WHERE state = 0 ORDER BY id DESC LIMIT 1";
static const char first_undone_sql[] = "SELECT id FROM history WHERE state = 1 ORDER BY id LIMIT 1";
static const char forget_step_sql[] = "DELETE FROM history WHERE id = ?1";
static const char set_state_sql[] = "UPDATE history SET state = ?2 WHERE id = ?1";

void
bv_history_step_free (BvHistoryStep *step)
{
  g_free (step->at);
  g_free (step->actor);
  g_free (step->title);
  g_free (step);
}

/* The rows of a changeset, in kinds; rows of helper tables are left out. */

static gboolean
collect_change (const BvRowChange *row, gpointer data)
{
  const BvKind *kind = bv_catalogue_find (row->table);
  BvChange *change;

  if (!kind)
    return TRUE;
  change = g_new0 (BvChange, 1);
  change->kind = kind;
  change->id = row->id;
  change->type = row->type;
  g_ptr_array_add (data, change);
  return TRUE;
}

static GPtrArray *
list_changes (GBytes *changeset, gboolean inverted, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);

  if (!bv_changeset_foreach_id (changeset, inverted, collect_change, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

static char *
list_tables (GPtrArray *changes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GString) tables = g_string_new (" ");

  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);
    if (g_hash_table_add (seen, (gpointer) change->kind))
      g_string_append_printf (tables, "%s ", change->kind->table);
  }
  return g_string_free (g_steal_pointer (&tables), FALSE);
}

/* Beginning and ending a step */

static gboolean
begin_transaction (BvHistory *self, GError **error)
{
  if (!_bv_office_check_writer (self->office, error) || !bv_database_begin (self->database, error))
    return FALSE;
  if (bv_database_exec (self->database, "PRAGMA defer_foreign_keys = ON", error))
    return TRUE;
  bv_database_rollback (self->database);
  return FALSE;
}

static void
close_step (BvHistory *self)
{
  g_clear_pointer (&self->recorder, bv_recorder_free);
  g_clear_pointer (&self->title, g_free);
}

gboolean
bv_history_begin (BvHistory *self, const char *title, GError **error)
{
  g_return_val_if_fail (BV_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->recorder == NULL, FALSE);

  if (!begin_transaction (self, error))
    return FALSE;
  self->recorder = bv_recorder_start (self->database, bv_schema_get_tracked (), error);
  if (!self->recorder) {
    bv_database_rollback (self->database);
    return FALSE;
  }
  self->title = g_strdup (title);
  return TRUE;
}

static gboolean
insert_step (BvHistory *self, GBytes *changeset, GPtrArray *changes, GError **error)
{
  g_autofree char *now = bv_date_now ();
  g_autofree char *tables = list_tables (changes);
  g_autoptr (BvStatement) statement = bv_database_prepare (self->database, insert_step_sql, error);

  if (!statement)
    return FALSE;
  bv_statement_bind_text (statement, 1, now);
  bv_statement_bind_text (statement, 2, bv_office_get_actor (self->office));
  bv_statement_bind_text (statement, 3, self->title);
  bv_statement_bind_integer (statement, 4, changes->len);
  bv_statement_bind_text (statement, 5, tables);
  bv_statement_bind_integer (statement, 6, bv_schema_get_version ());
  bv_statement_borrow_blob (statement, 7, changeset);
  return bv_statement_run (statement, error);
}

/* Tells the listeners inside the transaction (the search index) and, once it is safe, those outside
 * (lists). */
static gboolean
finish_transaction (BvHistory *self, GPtrArray *changes, GError **error)
{
  bv_office_forget_names (self->office);
  return bv_search_update (self->office, changes, error)
         && _bv_office_keep_counter (self->office, error)
         && bv_database_commit (self->database, error);
}

static void
announce (BvHistory *self, GPtrArray *changes)
{
  g_free (self->last_saved);
  self->last_saved = bv_date_now ();
  _bv_office_changed (self->office);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/* NULL without @error: nothing was changed. */
static GPtrArray *
write_step (BvHistory *self, GError **error)
{
  g_autoptr (GBytes) changeset = bv_recorder_finish (self->recorder, error);
  g_autoptr (GPtrArray) changes = changeset ? list_changes (changeset, FALSE, error) : NULL;

  if (!changes || changes->len == 0)
    return NULL;
  if (!bv_seal_check (self->database, changes, changeset, FALSE, error)
      || !bv_database_exec (self->database, drop_redo_sql, error)
      || !insert_step (self, changeset, changes, error)
      || !finish_transaction (self, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

gboolean
bv_history_commit (BvHistory *self, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (BV_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->recorder != NULL, FALSE);

  changes = write_step (self, &local);
  close_step (self);
  if (!changes) {
    bv_database_rollback (self->database);
    bv_office_forget_names (self->office);
    if (!local)
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  announce (self, changes);
  return TRUE;
}

void
bv_history_abort (BvHistory *self)
{
  g_return_if_fail (BV_IS_HISTORY (self));

  close_step (self);
  bv_database_rollback (self->database);
  bv_office_forget_names (self->office);
}

gboolean
bv_history_is_open (BvHistory *self)
{
  g_return_val_if_fail (BV_IS_HISTORY (self), FALSE);
  return self->recorder != NULL;
}

/* Undo and redo */

static gint64
find_step (BvHistory *self, const char *sql)
{
  gint64 id = 0;

  return bv_database_query_integer (self->database, sql, &id, NULL) ? id : 0;
}

gint64
bv_history_get_undo_step (BvHistory *self)
{
  g_return_val_if_fail (BV_IS_HISTORY (self), 0);
  return find_step (self, last_done_sql);
}

GBytes *
_bv_history_load_changeset (BvHistory *self, gint64 step_id, int *schema, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      self->database, "SELECT changeset, schema FROM history WHERE id = ?1", error);
  GBytes *changeset;
  BvStep step;

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, step_id);
  step = bv_statement_step (statement, error);
  if (step == BV_STEP_DONE)
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("This step is no longer in the log."));
  if (step != BV_STEP_ROW)
    return NULL;
  if (schema)
    *schema = (int) bv_statement_get_integer (statement, 1);
  changeset = bv_statement_dup_blob (statement, 0);
  if (!changeset)
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_DAMAGED,
                         _ ("What this step changed can no longer be read. The file is damaged; "
                            "open the latest backup."));
  return changeset;
}

/* A changeset recorded under an older schema or older sort keys no longer fits the tables. */
static GBytes *
load_applicable (BvHistory *self, gint64 step_id, GError **error)
{
  int schema = 0;
  g_autoptr (GBytes) changeset = _bv_history_load_changeset (self, step_id, &schema, error);

  if (!changeset || schema == bv_schema_get_version ())
    return g_steal_pointer (&changeset);
  g_set_error_literal (
      error,
      BV_ERROR,
      BV_ERROR_CONFLICT,
      _ ("This step was made before the file was brought to a newer version of the program and can "
         "no longer be taken back."));
  return NULL;
}

static gboolean
apply (BvHistory *self, GBytes *changeset, gboolean inverted, GError **error)
{
  g_autofree char *table = NULL;
  gint64 id = 0;
  g_autoptr (GError) local = NULL;
  const BvKind *kind;

  if (bv_changeset_apply (self->database, changeset, inverted, &table, &id, &local))
    return TRUE;
  kind = table ? bv_catalogue_find (table) : NULL;
  if (!g_error_matches (local, BV_ERROR, BV_ERROR_CONFLICT) || !kind) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_CONFLICT,
               _ ("A later change stands in the way: %s “%s” was changed or removed since. Take "
                  "back that change first."),
               bv_kind_get_label (kind),
               bv_office_get_name (self->office, kind, id));
  return FALSE;
}

static gboolean
set_state (BvHistory *self, gint64 step_id, BvStepState state, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (self->database, set_state_sql, error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, step_id);
  bv_statement_bind_integer (statement, 2, state);
  return bv_statement_run (statement, error);
}

/* Takes a step back unrecorded and does it again, so that the open step records it. */
static gboolean
take_up (BvHistory *self, gint64 step_id, GBytes *changeset, GError **error)
{
  g_autoptr (GPtrArray) undone = list_changes (changeset, TRUE, error);
  g_autoptr (BvStatement) forget = bv_database_prepare (self->database, forget_step_sql, error);

  if (!undone || !forget || !apply (self, changeset, TRUE, error)
      || !bv_search_update (self->office, undone, error))
    return FALSE;
  bv_statement_bind_integer (forget, 1, step_id);
  if (!bv_statement_run (forget, error))
    return FALSE;
  self->recorder = bv_recorder_start (self->database, bv_schema_get_tracked (), error);
  return self->recorder && apply (self, changeset, FALSE, error);
}

gboolean
bv_history_begin_joined (BvHistory *self, gint64 step_id, const char *title, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;

  g_return_val_if_fail (BV_IS_HISTORY (self) && !self->recorder, FALSE);
  if (!step_id || step_id != find_step (self, last_done_sql))
    return bv_history_begin (self, title, error);
  changeset = load_applicable (self, step_id, error);
  if (!changeset || !begin_transaction (self, error))
    return FALSE;
  if (take_up (self, step_id, changeset, error)) {
    self->title = g_strdup (title);
    return TRUE;
  }
  bv_history_abort (self);
  return FALSE;
}

static gboolean
move (BvHistory *self, gint64 step_id, gboolean inverted, GError **error)
{
  g_autoptr (GBytes) changeset = load_applicable (self, step_id, error);
  g_autoptr (GPtrArray) changes = changeset ? list_changes (changeset, inverted, error) : NULL;

  if (!changes || !begin_transaction (self, error))
    return FALSE;
  if (!apply (self, changeset, inverted, error)
      || !bv_seal_check (self->database, changes, changeset, inverted, error)
      || !set_state (self, step_id, inverted ? BV_STEP_STATE_UNDONE : BV_STEP_STATE_DONE, error)
      || !finish_transaction (self, changes, error)) {
    bv_database_rollback (self->database);
    bv_office_forget_names (self->office);
    return FALSE;
  }
  announce (self, changes);
  return TRUE;
}

gboolean
bv_history_undo (BvHistory *self, GError **error)
{
  gint64 id;

  g_return_val_if_fail (BV_IS_HISTORY (self) && !self->recorder, FALSE);
  id = find_step (self, last_done_sql);
  if (id)
    return move (self, id, TRUE, error);
  g_set_error_literal (error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
  return FALSE;
}

gboolean
bv_history_redo (BvHistory *self, GError **error)
{
  gint64 id;

  g_return_val_if_fail (BV_IS_HISTORY (self) && !self->recorder, FALSE);
  id = find_step (self, first_undone_sql);
  if (id)
    return move (self, id, FALSE, error);
  g_set_error_literal (error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
  return FALSE;
}

gboolean
bv_history_revert (BvHistory *self, gint64 step_id, GError **error)
{
  g_autoptr (BvHistoryStep) step = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (BV_IS_HISTORY (self) && !self->recorder, FALSE);
  step = bv_history_load_step (self, step_id, error);
  changeset = step ? load_applicable (self, step_id, error) : NULL;
  if (!changeset)
    return FALSE;
  if (step->state != BV_STEP_STATE_DONE) {
    g_set_error (
        error, BV_ERROR, BV_ERROR_CONFLICT, _ ("“%s” has already been undone."), step->title);
    return FALSE;
  }
  title = g_strdup_printf (_ ("Take back: %s"), step->title);
  if (!bv_history_begin (self, title, error))
    return FALSE;
  if (!apply (self, changeset, TRUE, error)) {
    bv_history_abort (self);
    return FALSE;
  }
  return bv_history_commit (self, error);
}

const char *
bv_history_get_last_saved (BvHistory *self)
{
  g_return_val_if_fail (BV_IS_HISTORY (self), NULL);
  return self->last_saved;
}

BvDatabase *
_bv_history_get_database (BvHistory *self)
{
  return self->database;
}

BvOffice *
_bv_history_get_office (BvHistory *self)
{
  return self->office;
}

BvHistory *
_bv_history_new (BvOffice *office, BvDatabase *database)
{
  BvHistory *self = g_object_new (BV_TYPE_HISTORY, NULL);

  self->office = office;
  self->database = database;
  return self;
}

static void
bv_history_finalize (GObject *object)
{
  BvHistory *self = BV_HISTORY (object);

  close_step (self);
  g_free (self->last_saved);
  G_OBJECT_CLASS (bv_history_parent_class)->finalize (object);
}

static void
bv_history_class_init (BvHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_history_finalize;
  signals[CHANGED] = g_signal_new ("changed",
                                   BV_TYPE_HISTORY,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_PTR_ARRAY);
}

static void
bv_history_init (BvHistory *self)
{
}
