/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleted rows, out of the changesets of the log. */
#include "config.h"

#include "bv-trash.h"

#include "bv-catalogue.h"
#include "bv-deleted-rows.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-history-private.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

struct BvTrash
{
  BvOffice *office; /* borrowed */
  BvChangeText *text;
  GPtrArray *entries;
  GHashTable *entry_of; /* gint64 of a deleted row -> the BvTrashEntry that brings it back */
  gint64 next;          /* steps before this one are not read yet */
  gboolean ended;
};

/* What is put back in one step. */
typedef struct
{
  BvTrash *trash;
  GPtrArray *parts;   /* BvDeletedRows */
  GPtrArray *records; /* BvRecord, borrowed from them */
  GHashTable *ids;    /* gint64 */
} Restoring;

static const char next_step_sql[]
    = "SELECT id, at, actor, title, changeset FROM history WHERE state = 0 AND id < ?1"
      " ORDER BY id DESC LIMIT 1";

static void
free_entry (BvTrashEntry *entry)
{
  g_free (entry->name);
  g_free (entry->folded);
  g_free (entry->at);
  g_free (entry->actor);
  g_free (entry->step);
  g_free (entry);
}

BvTrash *
bv_trash_new (BvOffice *office)
{
  BvTrash *self = g_new0 (BvTrash, 1);

  self->office = office;
  self->text = bv_change_text_new (office);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  self->entry_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->next = G_MAXINT64;
  return self;
}

void
bv_trash_free (BvTrash *self)
{
  bv_change_text_free (self->text);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->entry_of);
  g_free (self);
}

/* Reading */

static gboolean
find_delete_cb (const BvRowChange *row, gpointer data)
{
  gboolean *found = data;

  *found = row->type == BV_CHANGE_DELETE && bv_catalogue_find (row->table);
  return !*found;
}

/* Whose it was tells rows of the same name apart. */
static char *
make_name (BvTrash *self, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  const BvField *subject = bv_kind_find_field (kind, "subject_id");
  g_autofree char *name = bv_change_text_dup_name (self->text, record);
  g_autofree char *whose = NULL;

  if (!subject || g_str_equal (kind->name_field, subject->name))
    return g_steal_pointer (&name);
  whose = bv_office_display (self->office, record, subject);
  return *whose ? g_strdup_printf ("%s · %s", name, whose) : g_steal_pointer (&name);
}

static void
note_row (BvTrash *self, gint64 id, BvTrashEntry *entry)
{
  g_hash_table_insert (self->entry_of, g_memdup2 (&id, sizeof id), entry);
}

static BvTrashEntry *
add_entry (BvTrash *self, BvStatement *step, BvRecord *record)
{
  BvTrashEntry *entry = g_new0 (BvTrashEntry, 1);
  g_autofree char *all = NULL;

  entry->kind = bv_record_get_kind (record);
  entry->id = bv_record_get_id (record);
  entry->name = make_name (self, record);
  entry->step_id = bv_statement_get_integer (step, 0);
  entry->at = g_strdup (bv_statement_get_text (step, 1));
  entry->actor = g_strdup (bv_statement_get_text (step, 2));
  entry->step = g_strdup (bv_statement_get_text (step, 3));
  all = g_strjoin (
      " ", entry->name, bv_kind_get_label (entry->kind), entry->actor, entry->step, NULL);
  entry->folded = bv_fold (all);
  g_ptr_array_add (self->entries, entry);
  note_row (self, entry->id, entry);
  return entry;
}

static gboolean
is_known (BvTrash *self, BvRecord *record)
{
  gint64 id = bv_record_get_id (record);

  return g_hash_table_contains (self->entry_of, &id);
}

/* Rows that went with another one are brought back by it: they are no entries of their own. */
static void
add_dependants (BvTrash *self, BvDeletedRows *rows, GPtrArray *fresh)
{
  for (guint i = 0; i < fresh->len; i++) {
    BvTrashEntry *entry = g_ptr_array_index (fresh, i);
    g_autoptr (GPtrArray) gathered = bv_deleted_rows_gather (rows, entry->id);

    entry->n_dependants = gathered->len - 1;
    for (guint j = 1; j < gathered->len; j++)
      if (!is_known (self, g_ptr_array_index (gathered, j)))
        note_row (self, bv_record_get_id (g_ptr_array_index (gathered, j)), entry);
  }
}

static gboolean
read_step (BvTrash *self, BvStatement *step, GError **error)
{
  g_autoptr (GBytes) changeset = bv_statement_dup_blob (step, 4);
  g_autoptr (BvDeletedRows) rows = NULL;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  gboolean deletes = FALSE;
  GPtrArray *records;

  if (!changeset)
    return TRUE;
  if (!bv_changeset_foreach_id (changeset, FALSE, find_delete_cb, &deletes, error))
    return FALSE;
  rows = deletes ? bv_deleted_rows_read (self->office, self->text, changeset, error) : NULL;
  if (!rows)
    return !deletes;
  records = bv_deleted_rows_get (rows);
  for (guint i = 0; i < records->len; i++) {
    BvRecord *record = g_ptr_array_index (records, i);
    if (!is_known (self, record) && !bv_deleted_rows_has_gone_with (rows, record))
      g_ptr_array_add (fresh, add_entry (self, step, record));
  }
  if (records->len > fresh->len)
    add_dependants (self, rows, fresh);
  return TRUE;
}

gboolean
bv_trash_read (BvTrash *self, guint n_steps, GError **error)
{
  for (guint i = 0; i < n_steps && !self->ended; i++) {
    g_autoptr (BvStatement) statement = bv_database_prepare (
        bv_office_get_database (self->office), next_step_sql, error);
    BvStep step;

    if (!statement)
      return FALSE;
    bv_statement_bind_integer (statement, 1, self->next);
    step = bv_statement_step (statement, error);
    if (step == BV_STEP_FAILED)
      return FALSE;
    self->ended = step == BV_STEP_DONE;
    if (self->ended)
      break;
    self->next = bv_statement_get_integer (statement, 0);
    if (!read_step (self, statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
bv_trash_has_ended (BvTrash *self)
{
  return self->ended;
}

GPtrArray *
bv_trash_get_entries (BvTrash *self)
{
  return self->entries;
}

/* What has to come back */

static BvDeletedRows *
load_rows (BvTrash *self, BvTrashEntry *entry, GError **error)
{
  g_autoptr (GBytes) changeset = _bv_history_load_changeset (
      bv_office_get_history (self->office), entry->step_id, NULL, error);

  return changeset ? bv_deleted_rows_read (self->office, self->text, changeset, error) : NULL;
}

static gboolean
is_there (BvTrash *self, const BvField *field, gint64 id)
{
  const char *table = field->type == BV_FIELD_SUBJECT ? "subject" : field->kind->table;
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), sql, NULL);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_step (statement, NULL) == BV_STEP_ROW;
}

/* The row that @field of @record names when that is neither there nor among @ids; else 0. */
static gint64
get_missing (BvTrash *self, BvRecord *record, const BvField *field, GHashTable *ids)
{
  gint64 target;

  if (field->type != BV_FIELD_REFERENCE && field->type != BV_FIELD_SUBJECT)
    return 0;
  target = bv_record_get_integer (record, field->name);
  return !target || g_hash_table_contains (ids, &target) || is_there (self, field, target) ? 0
                                                                                           : target;
}

static gboolean
set_nowhere (BvTrashEntry *entry, BvRecord *record, const BvField *field, GError **error)
{
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_CONFLICT,
               _ ("“%s” cannot come back: “%s” of a %s names a row that is not there any more, not "
                  "even among the deleted ones."),
               entry->name,
               bv_field_get_label (field),
               bv_kind_get_label (bv_record_get_kind (record)));
  return FALSE;
}

static gboolean list_needed (
    BvTrash *self, BvTrashEntry *entry, GPtrArray *needed, GHashTable *ids, GError **error);

static gboolean
list_needed_by (BvTrash *self,
                BvTrashEntry *entry,
                BvRecord *record,
                GPtrArray *needed,
                GHashTable *ids,
                GError **error)
{
  const BvKind *kind = bv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    gint64 missing = get_missing (self, record, field, ids);
    BvTrashEntry *other = missing ? g_hash_table_lookup (self->entry_of, &missing) : NULL;

    if (other && !list_needed (self, other, needed, ids, error))
      return FALSE;
    if (missing && !other && (field->flags & (BV_FIELD_REQUIRED | BV_FIELD_OWNER)))
      return set_nowhere (entry, record, field, error);
  }
  return TRUE;
}

static gboolean
list_needed (BvTrash *self, BvTrashEntry *entry, GPtrArray *needed, GHashTable *ids, GError **error)
{
  g_autoptr (BvDeletedRows) rows = load_rows (self, entry, error);
  g_autoptr (GPtrArray) gathered = rows ? bv_deleted_rows_gather (rows, entry->id) : NULL;

  if (!gathered)
    return FALSE;
  for (guint i = 0; i < gathered->len; i++) {
    gint64 id = bv_record_get_id (g_ptr_array_index (gathered, i));
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  }
  for (guint i = 0; i < gathered->len; i++)
    if (!list_needed_by (self, entry, g_ptr_array_index (gathered, i), needed, ids, error))
      return FALSE;
  g_ptr_array_add (needed, entry);
  return TRUE;
}

GPtrArray *
bv_trash_list_needed (BvTrash *self, BvTrashEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!bv_trash_read (self, G_MAXUINT, error) || !list_needed (self, entry, needed, ids, error))
    return NULL;
  return g_steal_pointer (&needed);
}

/* Putting back */

static gboolean
gather (Restoring *restoring, BvTrashEntry *entry, GError **error)
{
  BvDeletedRows *rows = load_rows (restoring->trash, entry, error);
  g_autoptr (GPtrArray) gathered = rows ? bv_deleted_rows_gather (rows, entry->id) : NULL;

  if (!gathered)
    return FALSE;
  g_ptr_array_add (restoring->parts, rows);
  if (gathered->len == 0) {
    g_set_error (error, BV_ERROR, BV_ERROR_CONFLICT, _ ("“%s” is back already."), entry->name);
    return FALSE;
  }
  for (guint i = 0; i < gathered->len; i++) {
    gint64 id = bv_record_get_id (g_ptr_array_index (gathered, i));
    if (g_hash_table_add (restoring->ids, g_memdup2 (&id, sizeof id)))
      g_ptr_array_add (restoring->records, g_ptr_array_index (gathered, i));
  }
  return TRUE;
}

/* What a row can be without and what is nowhere any more is left blank. */
static gboolean
insert_record (Restoring *restoring, BvRecord *record, GError **error)
{
  const BvKind *kind = bv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (get_missing (restoring->trash, record, &kind->fields[i], restoring->ids)
        && !(kind->fields[i].flags & BV_FIELD_REQUIRED))
      bv_record_set_null (record, kind->fields[i].name);
  return bv_store_insert (bv_office_get_database (restoring->trash->office), record, error);
}

/* Rows that named what comes back name it again, unless they name something else by now. */
static gboolean
name_again (Restoring *restoring, BvDeletedRows *rows, GError **error)
{
  BvDatabase *database = bv_office_get_database (restoring->trash->office);
  g_autoptr (GArray) let_go = bv_deleted_rows_list_let_go (rows, restoring->ids);

  for (guint i = 0; i < let_go->len; i++) {
    BvLetGo *one = &g_array_index (let_go, BvLetGo, i);
    g_autoptr (BvRecord) record = bv_store_select (database, one->kind, one->id, NULL);
    if (!record || !bv_record_is_null (record, one->field->name))
      continue;
    bv_record_set_integer (record, one->field->name, one->target);
    if (!bv_store_update (database, record, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_rows (Restoring *restoring, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    if (!gather (restoring, g_ptr_array_index (entries, i), error))
      return FALSE;
  for (guint i = 0; i < restoring->records->len; i++)
    if (!insert_record (restoring, g_ptr_array_index (restoring->records, i), error))
      return FALSE;
  for (guint i = 0; i < restoring->parts->len; i++)
    if (!name_again (restoring, g_ptr_array_index (restoring->parts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
bv_trash_restore (BvTrash *self, GPtrArray *entries, GError **error)
{
  BvHistory *history = bv_office_get_history (self->office);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (
      (GDestroyNotify) bv_deleted_rows_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Restoring restoring = { self, parts, records, ids };
  BvTrashEntry *last;
  g_autofree char *title = NULL;

  g_return_val_if_fail (entries->len > 0, FALSE);
  last = g_ptr_array_index (entries, entries->len - 1);
  title = g_strdup_printf (_ ("Restore %s: %s"), bv_kind_get_label (last->kind), last->name);
  if (!bv_history_begin (history, title, error))
    return FALSE;
  if (write_rows (&restoring, entries, error))
    return bv_history_commit (history, error);
  bv_history_abort (history);
  return FALSE;
}
