/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: folded texts of every searched field, one row a record, written by the
 * history's listener. */
#include "config.h"

#include "bv-search.h"

#include "bv-catalogue.h"
#include "bv-fold.h"
#include "bv-record.h"
#include "bv-store.h"

static gboolean
is_searched (const BvKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

/* The tokenizer parts words at '_'. */
static char *
make_kind_word (const BvKind *kind)
{
  char *word = g_strdup (kind->table);
  char *to = word;

  for (const char *from = kind->table; *from; from++)
    if (*from != '_')
      *to++ = *from;
  *to = '\0';
  return word;
}

/* The plain name of what is referred to: what tells namesakes apart depends on rows that are not
 * looked at here. */
static char *
dup_referred_name (BvOffice *office, BvRecord *record, const BvField *field)
{
  gint64 id = bv_record_get_integer (record, field->name);
  const BvKind *kind = field->type == BV_FIELD_SUBJECT ? bv_office_get_subject_kind (office, id)
                                                       : field->kind;
  g_autoptr (BvRecord) referred = kind && id ? bv_store_select (
                                      bv_office_get_database (office), kind, id, NULL)
                                             : NULL;

  return referred ? g_strdup (bv_record_get_text (referred, kind->name_field)) : NULL;
}

static char *
dup_field_text (BvOffice *office, BvRecord *record, const BvField *field)
{
  if (field->type == BV_FIELD_REFERENCE || field->type == BV_FIELD_SUBJECT)
    return dup_referred_name (office, record, field);
  return bv_field_format (field, bv_record_get_value (record, field->name));
}

char *
bv_search_make_text (BvOffice *office, BvRecord *record)
{
  const BvKind *kind = bv_record_get_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++) {
    g_autofree char *part = NULL;
    if (!(kind->fields[i].flags & BV_FIELD_SEARCHED))
      continue;
    part = dup_field_text (office, record, &kind->fields[i]);
    if (part)
      g_string_append_printf (text, "%s ", part);
  }
  return bv_fold (text->str);
}

static gboolean
drop_row (BvOffice *office, gint64 id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), "DELETE FROM search WHERE rowid = ?1", error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_run (statement, error);
}

static gboolean
add_row (BvOffice *office, BvRecord *record, GError **error)
{
  g_autofree char *text = bv_search_make_text (office, record);
  g_autofree char *word = make_kind_word (bv_record_get_kind (record));
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "INSERT INTO search (rowid, kind, text) VALUES (?1, ?2, ?3)",
      error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, bv_record_get_id (record));
  bv_statement_bind_text (statement, 2, word);
  bv_statement_bind_text (statement, 3, text);
  return bv_statement_run (statement, error);
}

static gboolean
update_row (BvOffice *office, const BvKind *kind, gint64 id, BvChangeType type, GError **error)
{
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (GError) local = NULL;

  if (type != BV_CHANGE_INSERT && !drop_row (office, id, error))
    return FALSE;
  if (type == BV_CHANGE_DELETE)
    return TRUE;
  record = bv_store_select (bv_office_get_database (office), kind, id, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return !record || add_row (office, record, error);
}

/* Rows that are searched by the name of the row @id follow when it is renamed. */
static gboolean
update_dependants (BvOffice *office, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) dependants = bv_catalogue_get_dependants (kind);

  for (guint i = 0; i < dependants->len; i++) {
    BvDependant *dependant = &g_array_index (dependants, BvDependant, i);
    g_autoptr (GArray) ids = NULL;
    if (!(dependant->field->flags & BV_FIELD_SEARCHED))
      continue;
    ids = bv_store_select_dependants (
        bv_office_get_database (office), dependant->kind, dependant->field, id, error);
    for (guint j = 0; ids && j < ids->len; j++)
      if (!update_row (
              office, dependant->kind, g_array_index (ids, gint64, j), BV_CHANGE_UPDATE, error))
        return FALSE;
    if (!ids)
      return FALSE;
  }
  return TRUE;
}

/* What the index says now; "" when the row is not there. */
static char *
dup_indexed (BvOffice *office, gint64 id)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), "SELECT text FROM search WHERE rowid = ?1", NULL);

  if (!statement)
    return g_strdup ("");
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_step (statement, NULL) == BV_STEP_ROW
             ? g_strdup (bv_statement_get_text (statement, 0))
             : g_strdup ("");
}

static gboolean
update_changed (BvOffice *office, const BvChange *change, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->type != BV_CHANGE_UPDATE)
    return update_row (office, change->kind, change->id, change->type, error);
  before = dup_indexed (office, change->id);
  if (!update_row (office, change->kind, change->id, change->type, error))
    return FALSE;
  after = dup_indexed (office, change->id);
  return g_str_equal (before, after) || update_dependants (office, change->kind, change->id, error);
}

static gboolean
update_all (BvOffice *office, GPtrArray *changes, gboolean updates, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const BvChange *change = g_ptr_array_index (changes, i);
    if ((change->type == BV_CHANGE_UPDATE) != updates || !is_searched (change->kind))
      continue;
    if (!update_changed (office, change, error))
      return FALSE;
  }
  return TRUE;
}

/* New rows first: a row that was renamed in the same step writes those that are found by its name
 * anew. */
gboolean
bv_search_update (BvOffice *office, GPtrArray *changes, GError **error)
{
  return update_all (office, changes, FALSE, error) && update_all (office, changes, TRUE, error);
}

static gboolean
index_kind (BvOffice *office, const BvKind *kind, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", kind->table);
  g_autoptr (GArray) ids = bv_store_select_ids (bv_office_get_database (office), sql, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!update_row (office, kind, g_array_index (ids, gint64, i), BV_CHANGE_INSERT, error))
      return FALSE;
  return ids != NULL;
}

gboolean
bv_search_rebuild (BvOffice *office, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  if (!bv_database_exec (bv_office_get_database (office), "DELETE FROM search", error))
    return FALSE;
  for (guint i = 0; kinds[i]; i++)
    if (is_searched (kinds[i]) && !index_kind (office, kinds[i], error))
      return FALSE;
  return TRUE;
}

GArray *
bv_search_find (
    BvOffice *office, const BvKind *kind, const char *typed, guint limit, GError **error)
{
  g_autofree char *words = bv_fold_query (typed);
  g_autofree char *kind_word = make_kind_word (kind);
  g_autofree char *match = NULL;
  g_autoptr (BvStatement) statement = NULL;

  if (!words)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  match = g_strdup_printf ("kind : %s AND text : (%s)", kind_word, words);
  statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
      error);
  if (!statement)
    return NULL;
  bv_statement_bind_text (statement, 1, match);
  bv_statement_bind_integer (statement, 2, limit ? (gint64) limit : -1);
  return bv_store_collect_ids (statement, error);
}
