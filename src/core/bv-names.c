/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of rows, today or on a day gone by. People of the same name are told apart by birth year
 * and department. */
#include "config.h"

#include "bv-names.h"

#include "bv-catalogue.h"
#include "bv-posting-sql.h"
#include "bv-record.h"
#include "bv-store.h"

struct BvNames
{
  BvOffice *office;    /* borrowed: the office owns us */
  GHashTable *days;    /* ISO day, "" for today -> GHashTable: id -> name; ids are unique over all
                          kinds */
  GHashTable *periods; /* id of a movement -> GStrv: its first and last day, "" for none */
  GHashTable *kind_of; /* id -> BvKind of subjects */
};

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

BvNames *
bv_names_new (BvOffice *office)
{
  BvNames *self = g_new0 (BvNames, 1);

  self->office = office;
  self->days = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->periods = new_table ((GDestroyNotify) g_strfreev);
  self->kind_of = new_table (NULL);
  return self;
}

void
bv_names_free (BvNames *self)
{
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->periods);
  g_hash_table_unref (self->kind_of);
  g_free (self);
}

void
bv_names_forget (BvNames *self)
{
  g_hash_table_remove_all (self->days);
  g_hash_table_remove_all (self->periods);
  g_hash_table_remove_all (self->kind_of);
}

static const char period_sql[] = "SELECT coalesce (start_on, ''), coalesce (end_on, '')"
                                 " FROM movement WHERE id = ?1";

/* ?2 the day, NULL for today: what is written in the person's own row. Last whether others have the
 * same name. */
#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")
static const char person_sql[]
    = "SELECT p.full_name, substr (p.birth_date, 1, 4), " BV_SQL_POST_DEPARTMENT
      ", EXISTS (SELECT 1 FROM person b WHERE b.full_name_key = p.full_name_key AND b.id <> p.id)"
      " FROM person p LEFT JOIN posting o ON o.id = " POSTING " WHERE p.id = ?1";
/* Names end on a day; the first that had not ended was in force. */
static const char department_sql[]
    = "SELECT coalesce ((SELECT f.name FROM former_name f WHERE f.department_id = d.id"
      " AND f.until_on >= ?2 ORDER BY f.until_on LIMIT 1), d.name) FROM department d"
      " WHERE d.id = ?1";

static BvStatement *
ask (BvNames *self, const char *sql, gint64 id, const char *day)
{
  BvStatement *row = bv_database_prepare (bv_office_get_database (self->office), sql, NULL);

  if (!row)
    return NULL;
  bv_statement_bind_integer (row, 1, id);
  if (day)
    bv_statement_bind_text (row, 2, day);
  if (bv_statement_step (row, NULL) == BV_STEP_ROW)
    return row;
  bv_statement_release (row);
  return NULL;
}

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
name_person (BvNames *self, gint64 id, const char *day)
{
  g_autoptr (BvStatement) row = ask (self, person_sql, id, day);
  const char *year;

  if (!row)
    return g_strdup ("");
  if (!bv_statement_get_integer (row, 3))
    return g_strdup (bv_statement_get_text (row, 0));
  year = bv_statement_get_text (row, 1);
  return tell_apart (
      bv_statement_get_text (row, 0),
      year ? year : "",
      bv_names_get (self, &bv_department_kind, bv_statement_get_integer (row, 2), day));
}

static char *
name_department (BvNames *self, gint64 id, const char *day)
{
  g_autoptr (BvStatement) row = ask (self, department_sql, id, day);

  return g_strdup (row ? bv_statement_get_text (row, 0) : "");
}

static char *
make_name (BvNames *self, const BvKind *kind, gint64 id, const char *day)
{
  g_autoptr (BvRecord) record = NULL;
  const BvField *field;

  if (kind == &bv_person_kind)
    return name_person (self, id, day);
  if (kind == &bv_department_kind)
    return name_department (self, id, day);
  record = bv_store_select (bv_office_get_database (self->office), kind, id, NULL);
  if (!record)
    return g_strdup ("");
  if (kind->display)
    return kind->display (record, self->office);
  field = bv_kind_find_field (kind, kind->name_field);
  return bv_office_display (self->office, record, field);
}

static GHashTable *
get_table (BvNames *self, const char *day)
{
  GHashTable *table = g_hash_table_lookup (self->days, day);

  if (!table) {
    table = new_table (g_free);
    g_hash_table_insert (self->days, g_strdup (day), table);
  }
  return table;
}

const char *
bv_names_get (BvNames *self, const BvKind *kind, gint64 id, const char *day)
{
  const char *on = kind->flags & BV_KIND_SUBJECT && day && *day ? day : NULL;
  GHashTable *table = get_table (self, on ? on : "");
  char *name = id ? g_hash_table_lookup (table, &id) : NULL;

  if (name || !id)
    return name ? name : "";
  name = make_name (self, kind, id, on);
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), name);
  return name;
}

static char **
get_period (BvNames *self, gint64 movement_id)
{
  char **period = g_hash_table_lookup (self->periods, &movement_id);

  if (!period) {
    g_autoptr (BvStatement) row = ask (self, period_sql, movement_id, NULL);

    period = g_new0 (char *, 3);
    period[0] = g_strdup (row ? bv_statement_get_text (row, 0) : "");
    period[1] = g_strdup (row ? bv_statement_get_text (row, 1) : "");
    g_hash_table_insert (self->periods, g_memdup2 (&movement_id, sizeof movement_id), period);
  }
  return period;
}

const char *
bv_names_get_opening (BvNames *self, gint64 movement_id)
{
  return get_period (self, movement_id)[0];
}

const char *
bv_names_get_closing (BvNames *self, gint64 movement_id)
{
  return get_period (self, movement_id)[1];
}

const char *
bv_names_find_day (BvNames *self, BvRecord *record)
{
  static const char *const fields[] = { "decision_date", "to_on" };
  const BvKind *kind = bv_record_get_kind (record);

  if (kind->flags & BV_KIND_IN_MOVEMENT && !bv_record_is_null (record, "movement_id"))
    return bv_names_get_closing (self, bv_record_get_integer (record, "movement_id"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (bv_kind_find_field (kind, fields[i]))
      return bv_record_get_text (record, fields[i]);
  return "";
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
