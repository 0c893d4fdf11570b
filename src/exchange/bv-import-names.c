/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of all names of a kind, made when the first of them is asked for. */
#include "config.h"

#include "bv-import-names.h"

#include "bv-error.h"
#include "bv-fold.h"
#include "bv-normalize.h"

#include <glib/gi18n-lib.h>

#define SEVERAL G_GINT64_CONSTANT (-1)

struct BvImportNames
{
  BvOffice *office;   /* borrowed */
  GHashTable *tables; /* "table movement" -> GHashTable (name -> id or SEVERAL) */
};

/* Departments under the names of today and under those of old lists. */
#define NAMES                                                                                      \
  "(SELECT id, name, short_name FROM department"                                                   \
  " UNION SELECT department_id, name, short_name FROM former_name)"

/* The id, then every way in which the row may be called; a person also by where he or she worked.
 */
static const struct
{
  const BvKind *kind;
  const char *sql;
} queries[] = {
  { &bv_department_kind, "SELECT id, name, short_name FROM " NAMES },
  { &bv_person_kind,
    "SELECT p.id, p.full_name, p.full_name || ' (' || substr (p.birth_date, 1, 4) || ')',"
    " p.full_name || ' (' || d.name || ')',"
    " p.full_name || ' (' || substr (p.birth_date, 1, 4) || ', ' || d.name || ')'"
    " FROM person p LEFT JOIN (SELECT id AS person_id, department_id FROM person"
    " UNION SELECT person_id, department_id FROM posting) w ON w.person_id = p.id"
    " LEFT JOIN " NAMES " d ON d.id = w.department_id" },
  { &bv_movement_kind, "SELECT id, title, short_title FROM movement" },
  { &bv_criterion_kind,
    "SELECT id, title, label || ' ' || title, label FROM criterion WHERE movement_id = ?1" },
  { &bv_award_form_kind, "SELECT id, name, code FROM award_form" },
  { &bv_achievement_kind, "SELECT id, title FROM achievement WHERE movement_id = ?1" },
  { &bv_decision_kind, "SELECT id, number, title FROM decision WHERE movement_id = ?1" },
  { &bv_council_kind, "SELECT id, name, decision_number FROM council" },
  { &bv_council_member_kind,
    "SELECT m.id, m.full_name, m.full_name || ' (' || c.decision_number || ')'"
    " FROM council_member m JOIN council c ON c.id = m.council_id" },
  { &bv_session_kind, "SELECT id, title FROM session WHERE movement_id = ?1" },
  { &bv_publication_kind, "SELECT id, place FROM publication WHERE movement_id = ?1" },
  { &bv_proposal_kind,
    "SELECT r.id, coalesce (p.full_name, d.name) FROM proposal r LEFT JOIN person p ON p.id ="
    " r.subject_id LEFT JOIN department d ON d.id = r.subject_id WHERE r.movement_id = ?1" },
  { &bv_award_kind,
    "SELECT r.id, coalesce (p.full_name, d.name) || ' ' || coalesce (r.decision_number, '') FROM"
    " award r LEFT JOIN person p ON p.id = r.subject_id LEFT JOIN department d ON d.id ="
    " r.subject_id" },
  { &bv_ballot_kind,
    "SELECT r.id, coalesce (p.full_name, d.name) FROM ballot r LEFT JOIN person p ON p.id ="
    " r.subject_id LEFT JOIN department d ON d.id = r.subject_id" },
};

BvImportNames *
bv_import_names_new (BvOffice *office)
{
  BvImportNames *self = g_new0 (BvImportNames, 1);

  self->office = office;
  self->tables = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
bv_import_names_free (BvImportNames *self)
{
  g_hash_table_unref (self->tables);
  g_free (self);
}

/* Names as written and folded ones lie in one table; the mark in front keeps them apart. */
static char *
make_key (const char *text, gboolean folded)
{
  g_autofree char *line = bv_normalize_line (text);
  g_autofree char *key = folded ? bv_fold (line) : g_utf8_casefold (line, -1);

  return g_strconcat (folded ? "~" : "=", key, NULL);
}

static void
add_key (GHashTable *table, char *key, gint64 id)
{
  const gint64 *there = g_hash_table_lookup (table, key);
  gint64 value = there && *there != id ? SEVERAL : id;

  g_hash_table_replace (table, key, g_memdup2 (&value, sizeof value));
}

static BvStatement *
prepare (BvImportNames *self, const BvKind *kind, gint64 movement_id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    BvStatement *statement;

    if (queries[i].kind != kind)
      continue;
    statement = bv_database_prepare (bv_office_get_database (self->office), queries[i].sql, error);
    if (statement && kind->flags & BV_KIND_IN_MOVEMENT)
      bv_statement_bind_integer (statement, 1, movement_id);
    return statement;
  }
  g_return_val_if_reached (NULL);
}

static GHashTable *
load_table (BvImportNames *self, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) statement = prepare (self, kind, movement_id, error);
  g_autoptr (GHashTable) table = NULL;
  BvStep step;

  if (!statement)
    return NULL;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (statement, 0);

    for (int column = 1; column < bv_statement_get_n_columns (statement); column++) {
      const char *name = bv_statement_get_text (statement, column);

      if (!name)
        continue;
      add_key (table, make_key (name, FALSE), id);
      add_key (table, make_key (name, TRUE), id);
    }
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&table) : NULL;
}

static GHashTable *
get_table (BvImportNames *self, const BvKind *kind, gint64 movement_id, GError **error)
{
  gint64 movement = kind->flags & BV_KIND_IN_MOVEMENT ? movement_id : 0;
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind->table, movement);
  GHashTable *table = g_hash_table_lookup (self->tables, key);

  if (table)
    return table;
  table = load_table (self, kind, movement, error);
  if (table)
    g_hash_table_insert (self->tables, g_steal_pointer (&key), table);
  return table;
}

/* As written first: “Hường” and “Hưởng” are two names that fold to one. */
static gboolean
look_up (BvImportNames *self,
         const BvKind *kind,
         gint64 movement_id,
         const char *text,
         gint64 *id,
         GError **error)
{
  g_autofree char *written = make_key (text, FALSE);
  g_autofree char *folded = make_key (text, TRUE);
  GHashTable *table = get_table (self, kind, movement_id, error);
  const gint64 *found;

  if (!table)
    return FALSE;
  found = g_hash_table_lookup (table, written);
  if (!found)
    found = g_hash_table_lookup (table, folded);
  *id = found ? *found : 0;
  return TRUE;
}

static void
set_several (const BvField *field, const char *text, GError **error)
{
  gboolean person = field->type == BV_FIELD_SUBJECT || field->kind == &bv_person_kind;

  if (person)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: several are called “%s”. Add the birth year: “%s (1990)”."),
                 bv_field_get_label (field),
                 text,
                 text);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: several are called “%s”. Write the whole name."),
                 bv_field_get_label (field),
                 text);
}

static gboolean
check_found (const BvField *field, const char *text, gint64 id, GError **error)
{
  if (id > 0)
    return TRUE;
  if (id == SEVERAL)
    set_several (field, text, error);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("%s: there is no “%s” in this office. Check the spelling or add it first."),
                 bv_field_get_label (field),
                 text);
  return FALSE;
}

gboolean
bv_import_names_find (BvImportNames *self,
                      const BvField *field,
                      gint64 movement_id,
                      const char *text,
                      gint64 *id,
                      GError **error)
{
  gint64 person = 0;

  if (field->type == BV_FIELD_REFERENCE)
    return look_up (self, field->kind, movement_id, text, id, error)
           && check_found (field, text, *id, error);
  if (!look_up (self, &bv_department_kind, movement_id, text, id, error)
      || !look_up (self, &bv_person_kind, movement_id, text, &person, error))
    return FALSE;
  if (*id == 0)
    *id = person;
  else if (person != 0)
    *id = SEVERAL;
  return check_found (field, text, *id, error);
}
