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

static gboolean
has_namesake (BvNames *self, gint64 id)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office),
      "SELECT count (*) FROM person a JOIN person b ON b.full_name_key = a.full_name_key"
      " WHERE a.id = ?1",
      NULL);

  if (!statement)
    return FALSE;
  bv_statement_bind_integer (statement, 1, id);
  return bv_statement_step (statement, NULL) == BV_STEP_ROW
         && bv_statement_get_integer (statement, 0) > 1;
}

/* "Hoàng Thị Hường (1990, Văn phòng Sở)" */
static char *
name_person (BvNames *self, BvRecord *record)
{
  const char *full_name = bv_record_get_text (record, "full_name");
  const char *birth = bv_record_get_text (record, "birth_date");
  const char *department;
  g_autofree char *year = NULL;

  if (!has_namesake (self, bv_record_get_id (record)))
    return g_strdup (full_name);
  department = bv_names_get (
      self, &bv_department_kind, bv_record_get_integer (record, "department_id"));
  year = g_strndup (birth, 4);
  if (!*year && !*department)
    return g_strdup (full_name);
  return g_strdup_printf (
      "%s (%s%s%s)", full_name, year, *year && *department ? ", " : "", department);
}

static char *
make_name (BvNames *self, const BvKind *kind, gint64 id)
{
  g_autoptr (BvRecord) record = bv_store_select (
      bv_office_get_database (self->office), kind, id, NULL);
  const BvField *field;

  if (!record)
    return g_strdup ("");
  if (kind == &bv_person_kind)
    return name_person (self, record);
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
