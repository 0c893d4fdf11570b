/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query asks for, and the condition that says so in SQL. */
#include "config.h"

#include "bv-posting-sql.h"
#include "bv-query-private.h"

#define FIRST_FILTER 2

/* Who is of which department: today, or on the closing day of the movement ?1. */
static const char members_sql[] = "SELECT id, department_id FROM person";
static const char members_in_movement_sql[] = BV_SQL_DEPARTMENTS_ON (BV_SQL_CLOSING ("?1"));

BvQuery *
bv_query_new (const BvKind *kind)
{
  BvQuery *query = g_new0 (BvQuery, 1);

  query->kind = kind;
  query->filters = g_array_new (FALSE, TRUE, sizeof (BvFilter));
  return query;
}

static void
clear_filter (BvFilter *filter)
{
  bv_value_clear (&filter->value);
  bv_value_clear (&filter->last);
}

static void
remove_filter (BvQuery *query, guint index)
{
  clear_filter (&g_array_index (query->filters, BvFilter, index));
  g_array_remove_index (query->filters, index);
}

void
bv_query_free (BvQuery *query)
{
  while (query->filters->len)
    remove_filter (query, 0);
  g_array_unref (query->filters);
  g_free (query->search);
  g_free (query->author);
  g_free (query);
}

static void
drop_filter (BvQuery *query, const BvField *field)
{
  for (guint i = 0; i < query->filters->len; i++)
    if (g_array_index (query->filters, BvFilter, i).field == field) {
      remove_filter (query, i);
      break;
    }
}

static void
replace_filter (BvQuery *query, const BvField *field, const BvValue *value, gboolean with_members)
{
  BvFilter filter = { field, BV_VALUE_INIT, with_members };

  drop_filter (query, field);
  if (!value)
    return;
  bv_value_copy (value, &filter.value);
  g_array_append_val (query->filters, filter);
}

void
bv_query_set_filter (BvQuery *query, const BvField *field, const BvValue *value)
{
  replace_filter (query, field, value, FALSE);
}

void
bv_query_set_department (BvQuery *query, const BvField *field, gint64 id)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  g_return_if_fail (field->type == BV_FIELD_SUBJECT);
  bv_value_set_integer (&value, id);
  replace_filter (query, field, &value, TRUE);
}

void
bv_query_set_range (BvQuery *query, const BvField *field, const char *first, const char *last)
{
  BvFilter filter = { field, .is_range = TRUE };

  g_return_if_fail (field->type == BV_FIELD_DATE);
  drop_filter (query, field);
  if (!first && !last)
    return;
  if (first)
    bv_value_set_text (&filter.value, first);
  if (last)
    bv_value_set_text (&filter.last, last);
  g_array_append_val (query->filters, filter);
}

/* The field by which a row of the files' kind belongs to a row of @kind. */
static const BvField *
find_proof (const BvKind *kind)
{
  for (guint i = 0; i < bv_attachment_kind.n_fields; i++)
    if ((bv_attachment_kind.fields[i].flags & BV_FIELD_OWNER)
        && bv_attachment_kind.fields[i].kind == kind)
      return &bv_attachment_kind.fields[i];
  return NULL;
}

gboolean
bv_query_can_lack_evidence (const BvKind *kind)
{
  return find_proof (kind) != NULL;
}

const BvFilter *
bv_query_get_filter (const BvQuery *query, const BvField *field)
{
  for (guint i = 0; i < query->filters->len; i++)
    if (g_array_index (query->filters, BvFilter, i).field == field)
      return &g_array_index (query->filters, BvFilter, i);
  return NULL;
}

/* Parameters: ?1 the movement, ?2 … two for each filter. */

static gboolean
is_in_movement (const BvQuery *query)
{
  return query->movement_id && (query->kind->flags & BV_KIND_IN_MOVEMENT);
}

static void
append_range (GString *where, const BvFilter *filter, guint parameter)
{
  if (filter->value.type != BV_VALUE_NULL)
    g_string_append_printf (where, " AND %s >= ?%u", filter->field->name, parameter);
  if (filter->last.type != BV_VALUE_NULL)
    g_string_append_printf (where, " AND %s <= ?%u", filter->field->name, parameter + 1);
}

static void
append_condition (const BvQuery *query, GString *where, const BvFilter *filter, guint parameter)
{
  const char *name = filter->field->name;

  if (filter->is_range)
    append_range (where, filter, parameter);
  else if (filter->value.type == BV_VALUE_NULL)
    g_string_append_printf (where, " AND %s IS NULL", name);
  else if (filter->with_members)
    g_string_append_printf (where,
                            " AND %s IN (SELECT ?%u UNION ALL"
                            " SELECT id FROM (%s) WHERE department_id = ?%u)",
                            name,
                            parameter,
                            is_in_movement (query) ? members_in_movement_sql : members_sql,
                            parameter);
  else
    g_string_append_printf (where, " AND %s = ?%u", name, parameter);
}

/* Neither the number of a document nor a file. */
static void
append_unproved (GString *where, const BvKind *kind)
{
  if (bv_kind_find_field (kind, "document_number"))
    g_string_append (where, " AND document_number IS NULL");
  g_string_append_printf (where,
                          " AND id NOT IN (SELECT %s FROM %s)",
                          find_proof (kind)->name,
                          bv_attachment_kind.table);
}

char *
_bv_query_make_where (const BvQuery *query, const char *more)
{
  g_autoptr (GString) where = g_string_new (" WHERE 1");

  if (is_in_movement (query))
    /* the number of a document lies in no index: one walk over all rows is quicker than looking up
     * each that an index of the movement names */
    g_string_append_printf (where, " AND %smovement_id = ?1", query->without_evidence ? "+" : "");
  for (guint i = 0; i < query->filters->len; i++)
    append_condition (
        query, where, &g_array_index (query->filters, BvFilter, i), 2 * i + FIRST_FILTER);
  if (query->without_evidence && find_proof (query->kind))
    append_unproved (where, query->kind);
  g_string_append (where, more);
  return g_string_free (g_steal_pointer (&where), FALSE);
}

void
_bv_query_bind_where (const BvQuery *query, BvStatement *statement)
{
  if (is_in_movement (query))
    bv_statement_bind_integer (statement, 1, query->movement_id);
  for (guint i = 0; i < query->filters->len; i++) {
    const BvFilter *filter = &g_array_index (query->filters, BvFilter, i);
    if (filter->value.type != BV_VALUE_NULL)
      bv_statement_bind_value (statement, 2 * (int) i + FIRST_FILTER, &filter->value);
    if (filter->last.type != BV_VALUE_NULL)
      bv_statement_bind_value (statement, 2 * (int) i + FIRST_FILTER + 1, &filter->last);
  }
}

gboolean
_bv_query_is_blank (const char *text)
{
  return !text || text[strspn (text, " \t\n")] == '\0';
}

guint
bv_query_count_conditions (const BvQuery *query)
{
  return query->filters->len + !_bv_query_is_blank (query->search) + (query->author != NULL)
         + query->without_evidence;
}
