/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that one step of the log deleted. */
#include "config.h"

#include "bv-deleted-rows.h"

#include "bv-catalogue.h"
#include "bv-record.h"

struct BvDeletedRows
{
  BvOffice *office;   /* borrowed */
  BvChangeText *text; /* borrowed */
  GPtrArray *records;
  GHashTable *by_id; /* gint64 -> BvRecord, borrowed */
  GArray *let_go;    /* BvLetGo */
};

static gboolean
is_there (BvDeletedRows *self, const BvKind *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", kind->table);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), sql, NULL);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_step (statement, NULL) == BV_STEP_ROW;
}

static gboolean
is_pointer (const BvField *field)
{
  return field->type == BV_FIELD_REFERENCE || field->type == BV_FIELD_SUBJECT;
}

static void
note_deleted (BvDeletedRows *self, const BvKind *kind, const BvRowChange *row)
{
  BvRecord *record;
  gint64 *id;

  if (is_there (self, kind, row->id))
    return;
  record = bv_change_text_make_record (self->text, kind, row, TRUE);
  id = g_memdup2 (&row->id, sizeof row->id);
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->by_id, id, record);
}

/* A row that stayed and no longer names what it named. */
static void
note_let_go (BvDeletedRows *self, const BvKind *kind, const BvRowChange *row)
{
  g_autoptr (BvRecord) before = bv_change_text_make_record (self->text, kind, row, TRUE);
  g_autoptr (BvRecord) after = bv_change_text_make_record (self->text, kind, row, FALSE);

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    BvLetGo let_go = { kind, field, row->id, 0 };

    if (!is_pointer (field) || !bv_record_is_null (after, field->name))
      continue;
    let_go.target = bv_record_get_integer (before, field->name);
    if (let_go.target)
      g_array_append_val (self->let_go, let_go);
  }
}

static gboolean
read_cb (const BvRowChange *row, gpointer data)
{
  const BvKind *kind = bv_catalogue_find (row->table);

  if (kind && row->type == BV_CHANGE_DELETE)
    note_deleted (data, kind, row);
  else if (kind && row->type == BV_CHANGE_UPDATE)
    note_let_go (data, kind, row);
  return TRUE;
}

BvDeletedRows *
bv_deleted_rows_read (BvOffice *office, BvChangeText *text, GBytes *changeset, GError **error)
{
  g_autoptr (BvDeletedRows) self = g_new0 (BvDeletedRows, 1);

  self->office = office;
  self->text = text;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->let_go = g_array_new (FALSE, FALSE, sizeof (BvLetGo));
  if (!bv_changeset_foreach (changeset, FALSE, read_cb, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_deleted_rows_free (BvDeletedRows *self)
{
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->let_go);
  g_free (self);
}

GPtrArray *
bv_deleted_rows_get (BvDeletedRows *self)
{
  return self->records;
}

/* Whether @record needs one of @ids: the same fields that let deleting go further. */
static gboolean
needs_any (BvRecord *record, GHashTable *ids)
{
  const BvKind *kind = bv_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    gint64 target;
    if (!is_pointer (&kind->fields[i])
        || !(kind->fields[i].flags & (BV_FIELD_OWNER | BV_FIELD_REQUIRED)))
      continue;
    target = bv_record_get_integer (record, kind->fields[i].name);
    if (target && g_hash_table_contains (ids, &target))
      return TRUE;
  }
  return FALSE;
}

gboolean
bv_deleted_rows_has_gone_with (BvDeletedRows *self, BvRecord *record)
{
  return needs_any (record, self->by_id);
}

/* Chains are short: a pledge of a person of a department. */
static gboolean
gather_round (BvDeletedRows *self, GPtrArray *gathered, GHashTable *ids)
{
  guint before = gathered->len;

  for (guint i = 0; i < self->records->len; i++) {
    BvRecord *record = g_ptr_array_index (self->records, i);
    gint64 id = bv_record_get_id (record);

    if (g_hash_table_contains (ids, &id) || !needs_any (record, ids))
      continue;
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    g_ptr_array_add (gathered, record);
  }
  return gathered->len > before;
}

GPtrArray *
bv_deleted_rows_gather (BvDeletedRows *self, gint64 id)
{
  GPtrArray *gathered = g_ptr_array_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  BvRecord *root = g_hash_table_lookup (self->by_id, &id);

  if (!root)
    return gathered;
  g_ptr_array_add (gathered, root);
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  while (gather_round (self, gathered, ids))
    ;
  return gathered;
}

GArray *
bv_deleted_rows_list_let_go (BvDeletedRows *self, GHashTable *ids)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (BvLetGo));

  for (guint i = 0; i < self->let_go->len; i++) {
    BvLetGo *let_go = &g_array_index (self->let_go, BvLetGo, i);
    if (g_hash_table_contains (ids, &let_go->target))
      g_array_append_val (chosen, *let_go);
  }
  return chosen;
}
