/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL of one row, made from the kind's declaration. */
#include "config.h"

#include "bv-store.h"

#include "bv-catalogue.h"
#include "bv-collate.h"
#include "bv-error.h"
#include "bv-person-name.h"

static gboolean
is_keyed (const BvField *field)
{
  return (field->flags & BV_FIELD_KEYED) != 0;
}

/* People are ordered by given name first, everything else as written. */
static GBytes *
make_key (BvRecord *record, const BvField *field)
{
  if (bv_record_is_null (record, field->name))
    return NULL;
  if (field->type != BV_FIELD_NAME)
    return bv_collate_key (bv_record_get_text (record, field->name));
  return bv_person_name_key (bv_record_get_text (record, "family"),
                             bv_record_get_text (record, "middle"),
                             bv_record_get_text (record, "given"));
}

static gboolean
is_key_stale (BvRecord *record, const BvField *field)
{
  if (field->type == BV_FIELD_NAME)
    return bv_record_is_changed (record, field->name) || bv_record_is_changed (record, "family")
           || bv_record_is_changed (record, "middle") || bv_record_is_changed (record, "given");
  return bv_record_is_changed (record, field->name);
}

static char *
make_select (const BvKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", %s", kind->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", kind->table);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_insert (const BvKind *kind)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) places = g_string_new ("?1");
  guint n = 1;

  for (guint i = 0; i < kind->n_fields; i++) {
    g_string_append_printf (columns, ", %s", kind->fields[i].name);
    g_string_append_printf (places, ", ?%u", ++n);
    if (is_keyed (&kind->fields[i])) {
      g_string_append_printf (columns, ", %s_key", kind->fields[i].name);
      g_string_append_printf (places, ", ?%u", ++n);
    }
  }
  return g_strdup_printf (
      "INSERT INTO %s (%s) VALUES (%s)", kind->table, columns->str, places->str);
}

/* SQL that depends on the kind alone is made once: a bulk import asks for it a million times. */
typedef struct
{
  char *select;
  char *insert;
} Sentences;

static const Sentences *
get_sentences (const BvKind *kind)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Sentences *sentences;

  if (!known)
    known = g_hash_table_new (g_direct_hash, g_direct_equal);
  sentences = g_hash_table_lookup (known, kind);
  if (!sentences) {
    sentences = g_new (Sentences, 1);
    sentences->select = make_select (kind);
    sentences->insert = make_insert (kind);
    g_hash_table_insert (known, (gpointer) kind, sentences);
  }
  return sentences;
}

BvRecord *
bv_store_select (BvDatabase *database, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      database, get_sentences (kind)->select, error);
  g_autoptr (BvRecord) record = NULL;

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, id);
  if (bv_statement_step (statement, error) != BV_STEP_ROW)
    return NULL;
  record = bv_record_new (kind);
  bv_record_set_id (record, id);
  for (guint i = 0; i < kind->n_fields; i++) {
    g_auto (BvValue) value = BV_VALUE_INIT;
    bv_statement_get_value (statement, (int) i + 1, &value);
    bv_record_set_value (record, kind->fields[i].name, &value);
  }
  bv_record_clear_changed (record);
  return g_steal_pointer (&record);
}

static gboolean
insert_subject (BvDatabase *database, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = NULL;

  if (!(kind->flags & BV_KIND_SUBJECT))
    return TRUE;
  statement = bv_database_prepare (
      database, "INSERT INTO subject (id, kind) VALUES (?1, ?2)", error);
  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  bv_statement_bind_text (statement, 2, kind->table);
  return bv_statement_run (statement, error);
}

gboolean
bv_store_insert (BvDatabase *database, BvRecord *record, GError **error)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autoptr (BvStatement) statement = NULL;
  int n = 1;

  if (!insert_subject (database, kind, bv_record_get_id (record), error))
    return FALSE;
  statement = bv_database_prepare (database, get_sentences (kind)->insert, error);
  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, bv_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    bv_statement_bind_value (statement, ++n, bv_record_get_value (record, field->name));
    if (is_keyed (field)) {
      g_autoptr (GBytes) key = make_key (record, field);
      bv_statement_bind_blob (statement, ++n, key);
    }
  }
  return bv_statement_run (statement, error);
}

static char *
make_update (BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 1;

  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    if (bv_record_is_changed (record, field->name))
      g_string_append_printf (sql, "%s%s = ?%u", sql->len ? ", " : "", field->name, ++n);
    if (is_keyed (field) && is_key_stale (record, field))
      g_string_append_printf (sql, "%s%s_key = ?%u", sql->len ? ", " : "", field->name, ++n);
  }
  return g_strdup_printf ("UPDATE %s SET %s WHERE id = ?1", kind->table, sql->str);
}

gboolean
bv_store_update (BvDatabase *database, BvRecord *record, GError **error)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autofree char *sql = make_update (record);
  g_autoptr (BvStatement) statement = bv_database_prepare (database, sql, error);
  int n = 1;

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, bv_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++) {
    const BvField *field = &kind->fields[i];
    if (bv_record_is_changed (record, field->name))
      bv_statement_bind_value (statement, ++n, bv_record_get_value (record, field->name));
    if (is_keyed (field) && is_key_stale (record, field)) {
      g_autoptr (GBytes) key = make_key (record, field);
      bv_statement_bind_blob (statement, ++n, key);
    }
  }
  return bv_statement_run (statement, error);
}

static gboolean
run_with_id (BvDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (database, sql, error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_run (statement, error);
}

gboolean
bv_store_delete (BvDatabase *database, const BvKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", kind->table);

  return run_with_id (database, sql, id, error)
         && (!(kind->flags & BV_KIND_SUBJECT)
             || run_with_id (database, "DELETE FROM subject WHERE id = ?1", id, error));
}

GArray *
bv_store_collect_ids (BvStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  BvStep step;

  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (statement, 0);
    g_array_append_val (ids, id);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

GArray *
bv_store_select_ids (BvDatabase *database, const char *sql, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (database, sql, error);

  return statement ? bv_store_collect_ids (statement, error) : NULL;
}

GArray *
bv_store_select_dependants (
    BvDatabase *database, const BvKind *kind, const BvField *field, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s WHERE %s = ?1", kind->table, field->name);
  g_autoptr (BvStatement) statement = bv_database_prepare (database, sql, error);

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, id);
  return bv_store_collect_ids (statement, error);
}

gboolean
bv_store_clear_reference (
    BvDatabase *database, const BvKind *kind, const BvField *field, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET %s = NULL WHERE id = ?1", kind->table, field->name);

  return run_with_id (database, sql, id, error);
}

/* The ids are read first: the scan may walk the very index that the new keys change. */
static gboolean
rebuild_keys_of (BvDatabase *database, const BvKind *kind, const BvField *field, GError **error)
{
  g_autofree char *select = g_strdup_printf ("SELECT id FROM %s", kind->table);
  g_autofree char *update = g_strdup_printf (
      "UPDATE %s SET %s_key = ?2 WHERE id = ?1", kind->table, field->name);
  g_autoptr (GArray) ids = bv_store_select_ids (database, select, error);
  g_autoptr (BvStatement) write = bv_database_prepare (database, update, error);

  for (guint i = 0; ids && write && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) record = bv_store_select (database, kind, id, error);
    g_autoptr (GBytes) key = record ? make_key (record, field) : NULL;
    if (!record)
      return FALSE;
    bv_statement_bind_integer (write, 1, id);
    bv_statement_bind_blob (write, 2, key);
    if (!bv_statement_run (write, error))
      return FALSE;
  }
  return ids && write;
}

gboolean
bv_store_rebuild_keys (BvDatabase *database, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      if (is_keyed (&kinds[i]->fields[j])
          && !rebuild_keys_of (database, kinds[i], &kinds[i]->fields[j], error))
        return FALSE;
  return TRUE;
}
