/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of rows. People of the same name are told apart by birth year and department. */
#include "config.h"

#include "bv-names.h"

#include "bv-catalogue.h"
#include "bv-record.h"
#include "bv-store.h"

struct BvNames
{
  BvOffice *office;    /* borrowed: the office owns us */
  GHashTable *by_id;   /* id -> name; ids are unique over all kinds */
  GHashTable *kind_of; /* id -> BvKind of subjects */
};

BvNames *
bv_names_new (BvOffice *office)
{
  BvNames *self = g_new0 (BvNames, 1);

  self->office = office;
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->kind_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
bv_names_free (BvNames *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->kind_of);
  g_free (self);
}

void
bv_names_forget (BvNames *self)
{
  g_hash_table_remove_all (self->by_id);
  g_hash_table_remove_all (self->kind_of);
}

static const char person_sql[]
    = "SELECT full_name, substr (birth_date, 1, 4), department_id, EXISTS (SELECT 1 FROM person b"
      " WHERE b.full_name_key = a.full_name_key AND b.id <> a.id) FROM person a WHERE a.id = ?1";

/* "Hoàng Thị Hường (1990, Văn phòng Sở)" */
static char *
tell_apart (const char *full_name, const char *year, const char *department)
{
  if (!*year && !*department)
    return g_strdup (full_name);
  return g_strdup_printf (
      "%s (%s%s%s)", full_name, year, *year && *department ? ", " : "", department);
}

/* A ranking asks for everybody's name: one statement, no record. */
static char *
name_person (BvNames *self, gint64 id)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (self->office), person_sql, NULL);
  const char *year;

  if (!row)
    return g_strdup ("");
  bv_statement_bind_integer (row, 1, id);
  if (bv_statement_step (row, NULL) != BV_STEP_ROW)
    return g_strdup ("");
  if (!bv_statement_get_integer (row, 3))
    return g_strdup (bv_statement_get_text (row, 0));
  year = bv_statement_get_text (row, 1);
  return tell_apart (bv_statement_get_text (row, 0),
                     year ? year : "",
                     bv_names_get (self, &bv_department_kind, bv_statement_get_integer (row, 2)));
}

static char *
make_name (BvNames *self, const BvKind *kind, gint64 id)
{
  g_autoptr (BvRecord) record = NULL;
  const BvField *field;

  if (kind == &bv_person_kind)
    return name_person (self, id);
  record = bv_store_select (bv_office_get_database (self->office), kind, id, NULL);
  if (!record)
    return g_strdup ("");
  if (kind->display)
    return kind->display (record, self->office);
  field = bv_kind_find_field (kind, kind->name_field);
  return bv_office_display (self->office, record, field);
}

const char *
bv_names_get (BvNames *self, const BvKind *kind, gint64 id)
{
  char *name = id ? g_hash_table_lookup (self->by_id, &id) : NULL;

  if (name || !id)
    return name ? name : "";
  name = make_name (self, kind, id);
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), name);
  return name;
}

const BvKind *
bv_names_get_subject_kind (BvNames *self, gint64 id)
{
  const BvKind *kind = g_hash_table_lookup (self->kind_of, &id);
  g_autoptr (BvStatement) statement = NULL;

  if (kind)
    return kind;
  statement = bv_database_prepare (
      bv_office_get_database (self->office), "SELECT kind FROM subject WHERE id = ?1", NULL);
  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, id);
  if (bv_statement_step (statement, NULL) != BV_STEP_ROW)
    return NULL;
  kind = bv_catalogue_find (bv_statement_get_text (statement, 0));
  g_hash_table_insert (self->kind_of, g_memdup2 (&id, sizeof id), (gpointer) kind);
  return kind;
}
