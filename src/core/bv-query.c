/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of a list in order. SQL sorts what has an index; references are walked in the order of what
 * they point to. */
#include "config.h"

#include "bv-query.h"

#include "bv-authorship.h"
#include "bv-catalogue.h"
#include "bv-collate.h"
#include "bv-id-set.h"
#include "bv-query-private.h"
#include "bv-record.h"
#include "bv-search.h"
#include "bv-store.h"

/* The row referred to; the parameters before it belong to the condition. */
#define REFERRED BV_QUERY_N_PARAMETERS

/* Sorting these takes less than going through the order of all. */
#define FEW_ROWS 1000

GArray *
_bv_query_run_ordered (const BvQuery *query, BvOffice *office, const char *order, GError **error)
{
  g_autofree char *where = _bv_query_make_where (query, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s%s ORDER BY %s", query->kind->table, where, order);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);

  if (!statement)
    return NULL;
  _bv_query_bind_where (query, statement);
  return bv_store_collect_ids (statement, error);
}

/* Sorting by what rows point to */

static gboolean
append_referring (
    const BvQuery *query, BvStatement *statement, gint64 target, GArray *ids, GError **error)
{
  BvStep step;

  bv_statement_bind_integer (statement, REFERRED, target);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (statement, 0);
    g_array_append_val (ids, id);
  }
  bv_statement_reset (statement);
  return step == BV_STEP_DONE;
}

static gboolean
append_by_kind (const BvQuery *query,
                BvOffice *office,
                const BvKind *target,
                BvStatement *statement,
                GArray *ids,
                GError **error)
{
  g_autoptr (BvQuery) all = bv_query_new (target);
  g_autoptr (GArray) targets = NULL;

  all->movement_id = query->movement_id;
  targets = bv_query_run (all, office, error);
  for (guint i = 0; targets && i < targets->len; i++)
    if (!append_referring (query, statement, g_array_index (targets, gint64, i), ids, error))
      return FALSE;
  return targets != NULL;
}

static gboolean
append_without (const BvQuery *query, BvOffice *office, GArray *ids, GError **error)
{
  g_autofree char *more = g_strdup_printf (" AND %s IS NULL", query->sort->name);
  g_autofree char *where = _bv_query_make_where (query, more);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s%s ORDER BY id", query->kind->table, where);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);
  g_autoptr (GArray) found = NULL;

  if (!statement)
    return FALSE;
  _bv_query_bind_where (query, statement);
  found = bv_store_collect_ids (statement, error);
  if (found)
    g_array_append_vals (ids, found->data, found->len);
  return found != NULL;
}

static GArray *
run_by_reference (const BvQuery *query, BvOffice *office, GError **error)
{
  g_autofree char *more = g_strdup_printf (" AND %s = ?%d", query->sort->name, REFERRED);
  g_autofree char *where = _bv_query_make_where (query, more);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM %s%s ORDER BY id", query->kind->table, where);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const BvKind *const subjects[] = { &bv_department_kind, &bv_person_kind, NULL };
  const BvKind *const single[] = { query->sort->kind, NULL };
  const BvKind *const *targets = query->sort->type == BV_FIELD_SUBJECT ? subjects : single;

  if (!statement)
    return NULL;
  _bv_query_bind_where (query, statement);
  for (guint i = 0; targets[i]; i++)
    if (!append_by_kind (query, office, targets[i], statement, ids, error))
      return NULL;
  return append_without (query, office, ids, error) ? g_steal_pointer (&ids) : NULL;
}

/* Sorting a short text that has no key of its own */

typedef struct
{
  gint64 id;
  GBytes *key;
} KeyedId;

static void
clear_keyed (KeyedId *keyed)
{
  g_bytes_unref (keyed->key);
}

static int
compare_keyed (const KeyedId *a, const KeyedId *b)
{
  int order = g_bytes_compare (a->key, b->key);

  return order ? order : (a->id > b->id) - (a->id < b->id);
}

static GArray *
run_by_text (const BvQuery *query, BvOffice *office, GError **error)
{
  g_autofree char *where = _bv_query_make_where (query, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %s FROM %s%s", query->sort->name, query->kind->table, where);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KeyedId));
  GArray *ids;
  BvStep step;

  g_array_set_clear_func (rows, (GDestroyNotify) clear_keyed);
  if (!statement)
    return NULL;
  _bv_query_bind_where (query, statement);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    const char *text = bv_statement_get_text (statement, 1);
    KeyedId row = { bv_statement_get_integer (statement, 0), bv_collate_key (text ? text : "") };
    g_array_append_val (rows, row);
  }
  if (step == BV_STEP_FAILED)
    return NULL;
  g_array_sort (rows, (GCompareFunc) compare_keyed);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, g_array_index (rows, KeyedId, i).id);
  return ids;
}

/* A choice is sorted in the order in which it is declared. */
static char *
make_choice_order (const BvField *field)
{
  g_autoptr (GString) order = g_string_new (NULL);

  g_string_append_printf (order, "CASE %s", field->name);
  for (guint i = 0; field->choices[i].value; i++)
    g_string_append_printf (order, " WHEN '%s' THEN %u", field->choices[i].value, i);
  g_string_append (order, " END, id");
  return g_string_free (g_steal_pointer (&order), FALSE);
}

static char *
make_order (const BvKind *kind, const BvField *field)
{
  if (!field)
    return g_strdup ("id");
  if (field->type == BV_FIELD_CHOICE)
    return make_choice_order (field);
  if (field->type == BV_FIELD_NAME)
    return g_strdup_printf ("%s_key, birth_date, id", field->name);
  return g_strdup_printf ("%s%s, id", field->name, field->flags & BV_FIELD_KEYED ? "_key" : "");
}

/* Keeps of @ids those that were found, in their order. */
static GArray *
keep_found (GArray *ids, GArray *found)
{
  g_autoptr (BvIdSet) set = bv_id_set_new (found);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MIN (ids->len, found->len));

  for (guint i = 0; i < ids->len; i++)
    if (bv_id_set_contains (set, g_array_index (ids, gint64, i)))
      g_array_append_val (kept, g_array_index (ids, gint64, i));
  return kept;
}

static GArray *
run_unordered (const BvQuery *query, BvOffice *office, GError **error)
{
  g_autofree char *where = _bv_query_make_where (query, "");
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s%s", query->kind->table, where);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);

  if (!statement)
    return NULL;
  _bv_query_bind_where (query, statement);
  return bv_store_collect_ids (statement, error);
}

/* No index has both the filter and the order, and SQLite would walk the order and look up every
 * row. Few rows are sorted (the sign keeps the index of the order out); many are picked out of the
 * order. */
static GArray *
run_filtered (const BvQuery *query, BvOffice *office, const char *order, GError **error)
{
  g_autoptr (GArray) wanted = run_unordered (query, office, error);
  g_autoptr (GArray) ids = NULL;

  if (!wanted)
    return NULL;
  if (wanted->len <= FEW_ROWS) {
    g_autofree char *sorted = g_strconcat ("+", order, NULL);
    return _bv_query_run_ordered (query, office, sorted, error);
  }
  ids = _bv_query_run_all (query, office, order, error);
  return ids ? keep_found (ids, wanted) : NULL;
}

static GArray *
run_whole (const BvQuery *query, BvOffice *office, const char *order, GError **error)
{
  g_autoptr (GArray) ids = _bv_query_run_all (query, office, order, error);

  return ids ? g_array_copy (ids) : NULL;
}

/* A range of the very days that sort lies in one piece in their index. */
static gboolean
is_one_piece (const BvQuery *query)
{
  const BvFilter *only = query->filters->len == 1 ? &g_array_index (query->filters, BvFilter, 0)
                                                  : NULL;

  return only && only->is_range && only->field == query->sort && !query->without_evidence;
}

static GArray *
run_sorted (const BvQuery *query, BvOffice *office, GError **error)
{
  const BvField *sort = query->sort;
  g_autofree char *order = NULL;

  if (sort && (sort->type == BV_FIELD_REFERENCE || sort->type == BV_FIELD_SUBJECT))
    return run_by_reference (query, office, error);
  if (sort && bv_field_is_text (sort) && !(sort->flags & BV_FIELD_KEYED))
    return run_by_text (query, office, error);
  order = make_order (query->kind, sort);
  if (!query->filters->len && !query->without_evidence)
    return run_whole (query, office, order, error);
  return is_one_piece (query) ? _bv_query_run_ordered (query, office, order, error)
                              : run_filtered (query, office, order, error);
}

static void
reverse (GArray *ids)
{
  for (guint i = 0, j = ids->len; i + 1 < j; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    j--;
    g_array_index (ids, gint64, i) = g_array_index (ids, gint64, j);
    g_array_index (ids, gint64, j) = id;
  }
}

static GArray *
keep_authored (GArray *ids, const BvQuery *query, BvOffice *office, GError **error)
{
  BvAuthorship *authorship = bv_authorship_get (office, query->kind, query->author);
  gboolean whole = FALSE;
  GArray *own;

  while (!whole)
    if (!bv_authorship_read (authorship, &whole, error))
      return NULL;
  own = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    if (bv_authorship_has (authorship, g_array_index (ids, gint64, i)))
      g_array_append_val (own, g_array_index (ids, gint64, i));
  return own;
}

/* @query with the order said that it leaves to the kind; shares everything with it. */
static BvQuery
name_order (const BvQuery *query)
{
  BvQuery ordered = *query;

  if (!query->sort && query->kind->order_field) {
    ordered.sort = bv_kind_find_field (query->kind, query->kind->order_field);
    ordered.descending = query->kind->order_descending != query->descending;
  }
  return ordered;
}

GArray *
bv_query_run (const BvQuery *query, BvOffice *office, GError **error)
{
  BvQuery ordered = name_order (query);
  g_autoptr (GArray) ids = run_sorted (&ordered, office, error);
  g_autoptr (GArray) found = NULL;

  if (!ids)
    return NULL;
  if (ordered.descending)
    reverse (ids);
  if (query->author) {
    GArray *own = keep_authored (ids, query, office, error);

    g_array_unref (ids);
    ids = own;
  }
  if (!ids || _bv_query_is_blank (query->search))
    return g_steal_pointer (&ids);
  found = bv_search_find (office, query->kind, query->search, 0, error);
  return found ? keep_found (ids, found) : NULL;
}

/* An index gives the rows of @ordered one after the other, so that the first cost nothing of the
 * rest. */
static gboolean
is_walked (const BvQuery *ordered)
{
  const BvField *sort = ordered->sort;

  if (bv_query_count_conditions (ordered) > 0)
    return FALSE;
  return !sort || sort->flags & BV_FIELD_KEYED || sort->type == BV_FIELD_NAME
         || sort->type == BV_FIELD_DATE;
}

GArray *
bv_query_run_first (const BvQuery *query, BvOffice *office, guint most, GError **error)
{
  BvQuery ordered = name_order (query);
  g_autofree char *order = make_order (query->kind, ordered.sort);
  g_auto (GStrv) keys = g_strsplit (order, ",", -1);
  g_autofree char *backwards = g_strjoinv (" DESC,", keys);
  g_autofree char *first = NULL;

  if (!is_walked (&ordered))
    return bv_query_run (query, office, error);
  first = ordered.descending ? g_strdup_printf ("%s DESC LIMIT %u", backwards, most)
                             : g_strdup_printf ("%s LIMIT %u", order, most);
  return _bv_query_run_ordered (query, office, first, error);
}

static gint64
count_rows (const BvQuery *query, BvOffice *office, GError **error)
{
  g_autofree char *where = _bv_query_make_where (query, "");
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s%s", query->kind->table, where);
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), sql, error);

  if (!statement)
    return -1;
  _bv_query_bind_where (query, statement);
  if (bv_statement_step (statement, error) != BV_STEP_ROW)
    return -1;
  return bv_statement_get_integer (statement, 0);
}

gint64
bv_query_count (const BvQuery *query, BvOffice *office, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (_bv_query_is_blank (query->search) && !query->author)
    return count_rows (query, office, error);
  ids = bv_query_run (query, office, error);
  return ids ? (gint64) ids->len : -1;
}
