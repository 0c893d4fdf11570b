/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index: folded texts of every searched field, one row a record, written by the
 * history's listener. */
#include "config.h"

#include "bv-search.h"

#include "bv-catalogue.h"
#include "bv-fold.h"
#include "bv-search-text.h"
#include "bv-store.h"

/* Rows from which on a step is a large one. */
#define MANY 500

/* What one pass over the index has at hand. */
typedef struct
{
  BvOffice *office;
  BvSearchText *texts; /* owned */
} Indexing;

static Indexing
start_indexing (BvOffice *office)
{
  return (Indexing){ office, bv_search_text_new (office) };
}

static void
clear_indexing (Indexing *self)
{
  bv_search_text_free (self->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Indexing, clear_indexing)

/* The tokenizer parts words at '_'. */
char *
bv_search_make_kind_word (const BvKind *kind)
{
  char *word = g_strdup (kind->table);
  char *to = word;

  for (const char *from = kind->table; *from; from++)
    if (*from != '_')
      *to++ = *from;
  *to = '\0';
  return word;
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
add_row (Indexing *self, const BvKind *kind, gint64 id, const char *text, GError **error)
{
  g_autofree char *word = bv_search_make_kind_word (kind);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office),
      "INSERT INTO search (rowid, kind, text) VALUES (?1, ?2, ?3)",
      error);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  bv_statement_bind_text (statement, 2, word);
  bv_statement_bind_text (statement, 3, text);
  return bv_statement_run (statement, error);
}

static gboolean
update_row (Indexing *self, const BvKind *kind, gint64 id, BvChangeType type, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (type != BV_CHANGE_INSERT && !drop_row (self->office, id, error))
    return FALSE;
  if (type == BV_CHANGE_DELETE)
    return TRUE;
  text = bv_search_text_read (self->texts, kind, id, &local);
  if (text)
    return add_row (self, kind, id, text, error);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Rows that are searched by the name of the row @id follow when it is renamed. */
static gboolean
update_dependants (Indexing *self, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (GArray) dependants = bv_catalogue_get_dependants (kind);

  for (guint i = 0; i < dependants->len; i++) {
    BvDependant *dependant = &g_array_index (dependants, BvDependant, i);
    g_autoptr (GArray) ids = NULL;
    if (!(dependant->field->flags & BV_FIELD_SEARCHED))
      continue;
    ids = bv_store_select_dependants (
        bv_office_get_database (self->office), dependant->kind, dependant->field, id, error);
    for (guint j = 0; ids && j < ids->len; j++)
      if (!update_row (
              self, dependant->kind, g_array_index (ids, gint64, j), BV_CHANGE_UPDATE, error))
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
update_changed (Indexing *self, const BvChange *change, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->type != BV_CHANGE_UPDATE)
    return update_row (self, change->kind, change->id, change->type, error);
  before = dup_indexed (self->office, change->id);
  if (!update_row (self, change->kind, change->id, change->type, error))
    return FALSE;
  after = dup_indexed (self->office, change->id);
  return g_str_equal (before, after) || update_dependants (self, change->kind, change->id, error);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const BvChange *first = *(BvChange *const *) a;
  const BvChange *second = *(BvChange *const *) b;
  gboolean later = first->type == BV_CHANGE_UPDATE;

  if (later != (second->type == BV_CHANGE_UPDATE))
    return later ? 1 : -1;
  return (first->id > second->id) - (first->id < second->id);
}

/* New rows first: a row that was renamed in the same step writes those that are found by its name
 * anew. Then by id: a changeset tells rows in no order, and FTS5 writes out what it has gathered
 * whenever a rowid is lower than the one before. Sorted, a large step is indexed five times
 * quicker. */
static GPtrArray *
sort_changes (GPtrArray *changes)
{
  GPtrArray *sorted = g_ptr_array_sized_new (changes->len);

  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (changes, i));
  g_ptr_array_sort (sorted, compare_changes);
  return sorted;
}

/* FTS5 gathers 1 MiB by itself and then writes a piece that it merges with others later: with more,
 * a large step is indexed in three quarters of the time. The file remembers it. */
static gboolean
widen_gathering (BvOffice *office, GError **error)
{
  return bv_database_exec (bv_office_get_database (office),
                           "INSERT INTO search (search, rank) VALUES ('hashsize', 8388608)",
                           error);
}

gboolean
bv_search_update (BvOffice *office, GPtrArray *changes, GError **error)
{
  g_autoptr (GPtrArray) sorted = sort_changes (changes);
  g_auto (Indexing) self = start_indexing (office);

  if (changes->len > MANY && !widen_gathering (office, error))
    return FALSE;
  for (guint i = 0; i < sorted->len; i++) {
    const BvChange *change = g_ptr_array_index (sorted, i);
    if (bv_kind_is_searched (change->kind) && !update_changed (&self, change, error))
      return FALSE;
  }
  return TRUE;
}

/* @type: %BV_CHANGE_INSERT where nothing of the kind is in the index. */
static gboolean
index_kind (Indexing *self, const BvKind *kind, BvChangeType type, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", kind->table);
  g_autoptr (GArray) ids = bv_store_select_ids (bv_office_get_database (self->office), sql, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!update_row (self, kind, g_array_index (ids, gint64, i), type, error))
      return FALSE;
  return ids != NULL;
}

/* "person full_name note": what the index holds of @kind. */
static char *
describe_kind (const BvKind *kind)
{
  GString *line = g_string_new (kind->table);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_SEARCHED)
      g_string_append_printf (line, " %s", kind->fields[i].name);
  return g_string_free (line, FALSE);
}

static gboolean
note_fields (BvOffice *office, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), "UPDATE file SET searched = ?1", error);

  if (!statement)
    return FALSE;
  for (guint i = 0; kinds[i]; i++) {
    g_autofree char *line = describe_kind (kinds[i]);

    if (bv_kind_is_searched (kinds[i]))
      g_string_append_printf (lines, "%s\n", line);
  }
  bv_statement_bind_text (statement, 1, lines->str);
  return bv_statement_run (statement, error);
}

gboolean
bv_search_rebuild (BvOffice *office, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  g_auto (Indexing) self = start_indexing (office);

  if (!bv_database_exec (bv_office_get_database (office), "DELETE FROM search", error)
      || !widen_gathering (office, error))
    return FALSE;
  for (guint i = 0; kinds[i]; i++)
    if (bv_kind_is_searched (kinds[i]) && !index_kind (&self, kinds[i], BV_CHANGE_INSERT, error))
      return FALSE;
  return note_fields (office, error);
}

/* Kinds that are searched by other fields than when they were indexed. */
static GPtrArray *
list_outdated (BvOffice *office, GError **error)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();
  g_autofree char *searched = bv_database_query_text (
      bv_office_get_database (office), "SELECT coalesce (searched, '') FROM file", error);
  g_auto (GStrv) lines = searched ? g_strsplit (searched, "\n", -1) : NULL;
  GPtrArray *outdated;

  if (!lines)
    return NULL;
  outdated = g_ptr_array_new ();
  for (guint i = 0; kinds[i]; i++) {
    g_autofree char *line = describe_kind (kinds[i]);

    if (bv_kind_is_searched (kinds[i]) && !g_strv_contains ((const char *const *) lines, line))
      g_ptr_array_add (outdated, (gpointer) kinds[i]);
  }
  return outdated;
}

static gboolean
index_again (BvOffice *office, GPtrArray *kinds, GError **error)
{
  g_auto (Indexing) self = start_indexing (office);

  for (guint i = 0; i < kinds->len; i++)
    if (!index_kind (&self, g_ptr_array_index (kinds, i), BV_CHANGE_UPDATE, error))
      return FALSE;
  return note_fields (office, error);
}

gboolean
bv_search_renew (BvOffice *office, GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  g_autoptr (GPtrArray) outdated = list_outdated (office, error);

  if (!outdated || outdated->len == 0)
    return outdated != NULL;
  if (!bv_database_begin (database, error))
    return FALSE;
  if (index_again (office, outdated, error) && bv_database_commit (database, error))
    return TRUE;
  bv_database_rollback (database);
  return FALSE;
}

GArray *
bv_search_find (
    BvOffice *office, const BvKind *kind, const char *typed, guint limit, GError **error)
{
  g_autofree char *words = bv_fold_query (typed);
  g_autofree char *kind_word = bv_search_make_kind_word (kind);
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
