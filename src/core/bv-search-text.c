/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the search index holds of one row. A bulk import asks for it twenty thousand times: only the
 * searched fields are read, and no record is made of them. */
#include "config.h"

#include "bv-search-text.h"

#include "bv-fold.h"
#include "bv-record.h"
#include "bv-store.h"

struct BvSearchText
{
  BvOffice *office;      /* borrowed */
  GHashTable *sentences; /* kind -> SQL that reads its searched fields */
  GHashTable *names;     /* id -> name of a row referred to: many rows name the same few */
  GString *text;         /* of the row at hand */
};

BvSearchText *
bv_search_text_new (BvOffice *office)
{
  BvSearchText *self = g_new0 (BvSearchText, 1);

  self->office = office;
  self->sentences = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->text = g_string_new (NULL);
  return self;
}

void
bv_search_text_free (BvSearchText *self)
{
  g_hash_table_unref (self->sentences);
  g_hash_table_unref (self->names);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static char *
make_select (const BvKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  gsize begin = sql->len;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_SEARCHED)
      g_string_append_printf (sql, "%s%s", sql->len > begin ? ", " : "", kind->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", kind->table);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static const char *
get_select (BvSearchText *self, const BvKind *kind)
{
  char *sql = g_hash_table_lookup (self->sentences, kind);

  if (sql)
    return sql;
  sql = make_select (kind);
  g_hash_table_insert (self->sentences, (gpointer) kind, sql);
  return sql;
}

/* The plain name of what is referred to: what tells namesakes apart depends on rows that are not
 * looked at here. */
static char *
dup_name (BvOffice *office, const BvField *field, gint64 id)
{
  const BvKind *kind = field->type == BV_FIELD_SUBJECT ? bv_office_get_subject_kind (office, id)
                                                       : field->kind;
  g_autoptr (BvRecord) referred = kind ? bv_store_select (
                                      bv_office_get_database (office), kind, id, NULL)
                                       : NULL;

  return g_strdup (referred ? bv_record_get_text (referred, kind->name_field) : "");
}

static const char *
get_referred_name (BvSearchText *self, const BvField *field, gint64 id)
{
  char *name = id ? g_hash_table_lookup (self->names, &id) : NULL;

  if (name || !id)
    return name ? name : "";
  name = dup_name (self->office, field, id);
  g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static void
append_field (BvSearchText *self, const BvField *field, BvStatement *row, int column)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autofree char *formatted = NULL;
  const char *part;

  if (field->type == BV_FIELD_REFERENCE || field->type == BV_FIELD_SUBJECT) {
    part = get_referred_name (self, field, bv_statement_get_integer (row, column));
  } else if (bv_field_is_text (field)) {
    part = bv_statement_get_text (row, column); /* as it is written */
  } else {
    bv_statement_get_value (row, column, &value);
    part = formatted = bv_field_format (field, &value);
  }
  g_string_append (self->text, part ? part : "");
  g_string_append_c (self->text, ' ');
}

char *
bv_search_text_read (BvSearchText *self, const BvKind *kind, gint64 id, GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (self->office), get_select (self, kind), error);
  int column = 0;

  if (!row)
    return NULL;
  bv_statement_bind_integer (row, 1, id);
  if (bv_statement_step (row, error) != BV_STEP_ROW)
    return NULL;
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & BV_FIELD_SEARCHED)
      append_field (self, &kind->fields[i], row, column++);
  return bv_fold (self->text->str);
}
