/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Natural keys of the kinds, compared without regard to case. */
#include "config.h"

#include "bv-import-match.h"

#include "bv-record.h"

#define KEY_FIELDS 5

struct BvImportMatch
{
  const char *const *fields; /* ended by NULL; none: every row is new */
  GHashTable *stored;        /* key -> id */
  GHashTable *claimed;       /* key -> line */

  /* Of people only */
  GHashTable *codes;  /* staff code -> id */
  GHashTable *people; /* name -> GArray of Person */
};

typedef struct
{
  gint64 id;
  char *birth_date; /* nullable */
  gint64 department;
} Person;

static const struct
{
  const BvKind *kind;
  const char *fields[KEY_FIELDS + 1];
} keys[] = {
  { &bv_department_kind, { "name" } },
  { &bv_person_kind, { "full_name", "birth_date", "department_id" } },
  { &bv_posting_kind, { "person_id", "from_on", "department_id", "job_title" } },
  { &bv_movement_kind, { "title" } },
  { &bv_criterion_kind, { "movement_id", "title" } },
  { &bv_dissemination_kind, { "movement_id", "department_id", "informed_on", "method" } },
  { &bv_pledge_kind, { "movement_id", "subject_id", "criterion_id", "commitment" } },
  { &bv_achievement_kind, { "movement_id", "subject_id", "criterion_id", "title", "achieved_on" } },
  { &bv_credit_kind, { "achievement_id", "subject_id" } },
  { &bv_score_kind, { "movement_id", "subject_id", "criterion_id", "stage" } },
  { &bv_adjustment_kind, { "movement_id", "subject_id", "type", "reason" } },
  { &bv_award_form_kind, { "name" } },
  { &bv_submission_kind, { "movement_id", "department_id", "form" } },
  { &bv_quota_kind, { "movement_id", "award_form_id", "list" } },
  { &bv_proposal_kind, { "movement_id", "subject_id", "award_form_id" } },
};

static void
append_part (GString *key, const BvValue *value)
{
  g_autofree char *text = NULL;

  if (value->type == BV_VALUE_INTEGER)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, value->integer);
  else if (value->type == BV_VALUE_TEXT) {
    text = g_utf8_casefold (value->text, -1);
    g_string_append (key, text);
  }
  g_string_append_c (key, '\x1f');
}

static char *
make_key (BvImportMatch *self, BvRecord *record)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; self->fields[i]; i++)
    append_part (key, bv_record_get_value (record, self->fields[i]));
  return g_string_free (key, FALSE);
}

static void
clear_person (gpointer data)
{
  g_free (((Person *) data)->birth_date);
}

static void
add_person (BvImportMatch *self, const char *name, Person person)
{
  g_autofree char *key = g_utf8_casefold (name, -1);
  GArray *namesakes = g_hash_table_lookup (self->people, key);

  if (!namesakes) {
    namesakes = g_array_new (FALSE, FALSE, sizeof (Person));
    g_array_set_clear_func (namesakes, clear_person);
    g_hash_table_insert (self->people, g_steal_pointer (&key), namesakes);
  }
  g_array_append_val (namesakes, person);
}

static gboolean
load_people (BvImportMatch *self, BvOffice *office, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT id, full_name, birth_date, department_id, staff_code FROM person",
      error);
  BvStep step = statement ? BV_STEP_ROW : BV_STEP_FAILED;

  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  while (statement && (step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    Person person = { bv_statement_get_integer (statement, 0),
                      g_strdup (bv_statement_get_text (statement, 2)),
                      bv_statement_get_integer (statement, 3) };
    const char *code = bv_statement_get_text (statement, 4);

    add_person (self, bv_statement_get_text (statement, 1), person);
    if (code)
      g_hash_table_insert (
          self->codes, g_utf8_casefold (code, -1), g_memdup2 (&person.id, sizeof person.id));
  }
  return step == BV_STEP_DONE;
}

static BvStatement *
prepare (
    BvImportMatch *self, BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  gboolean narrowed = (kind->flags & BV_KIND_IN_MOVEMENT) && movement_id;
  g_autofree char *columns = g_strjoinv (", ", (char **) self->fields);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %s FROM %s%s", columns, kind->table, narrowed ? " WHERE movement_id = ?1" : "");
  BvStatement *statement = bv_database_prepare (bv_office_get_database (office), sql, error);

  if (statement && narrowed)
    bv_statement_bind_integer (statement, 1, movement_id);
  return statement;
}

static gboolean
load_keys (
    BvImportMatch *self, BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autoptr (BvStatement) statement = prepare (self, office, kind, movement_id, error);
  BvStep step = statement ? BV_STEP_ROW : BV_STEP_FAILED;

  while (statement && (step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (statement, 0);
    GString *key = g_string_new (NULL);

    for (int column = 1; column < bv_statement_get_n_columns (statement); column++) {
      g_auto (BvValue) value = BV_VALUE_INIT;

      bv_statement_get_value (statement, column, &value);
      append_part (key, &value);
    }
    g_hash_table_insert (self->stored, g_string_free (key, FALSE), g_memdup2 (&id, sizeof id));
  }
  return step == BV_STEP_DONE;
}

BvImportMatch *
bv_import_match_new (BvOffice *office, const BvKind *kind, gint64 movement_id, GError **error)
{
  g_autoptr (BvImportMatch) self = g_new0 (BvImportMatch, 1);

  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind == kind)
      self->fields = keys[i].fields;
  if (self->fields && !load_keys (self, office, kind, movement_id, error))
    return NULL;
  if (kind == &bv_person_kind && !load_people (self, office, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bv_import_match_free (BvImportMatch *self)
{
  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->claimed);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_free (self);
}

static char *
make_code (BvImportMatch *self, BvRecord *record)
{
  const char *code = self->codes ? bv_record_get_text (record, "staff_code") : "";

  return *code ? g_utf8_casefold (code, -1) : NULL;
}

/* Of one of the two the year alone may be known. */
static gboolean
are_one_birth (const char *one, const char *other)
{
  return g_str_has_prefix (one, other) || g_str_has_prefix (other, one);
}

/* What is known of both does not differ. */
static gboolean
may_be (const Person *person, BvRecord *record)
{
  const char *birth_date = bv_record_get_text (record, "birth_date");
  gint64 department = bv_record_get_integer (record, "department_id");

  return (!person->birth_date || are_one_birth (birth_date, person->birth_date))
         && (!department || !person->department || department == person->department);
}

/* The whole key is known of both, and agrees. */
static gboolean
is_sure (const Person *person, BvRecord *record)
{
  return person->birth_date && person->department && !bv_record_is_null (record, "birth_date")
         && !bv_record_is_null (record, "department_id") && may_be (person, record);
}

/* The one who is sure, or 0 and all who may be. */
static gint64
find_person (BvImportMatch *self, BvRecord *record, GArray *candidates)
{
  g_autofree char *key = g_utf8_casefold (bv_record_get_text (record, "full_name"), -1);
  const GArray *namesakes = g_hash_table_lookup (self->people, key);
  const Person *only = NULL;

  for (guint i = 0; namesakes && i < namesakes->len; i++) {
    const Person *person = &g_array_index (namesakes, Person, i);

    if (!may_be (person, record))
      continue;
    g_array_append_val (candidates, person->id);
    only = person;
  }
  if (candidates->len != 1 || !is_sure (only, record))
    return 0;
  g_array_set_size (candidates, 0);
  return only->id;
}

gint64
bv_import_match_find (BvImportMatch *self, BvRecord *record, GArray *candidates)
{
  g_autofree char *code = make_code (self, record);
  g_autofree char *key = self->fields ? make_key (self, record) : NULL;
  const gint64 *id = code ? g_hash_table_lookup (self->codes, code) : NULL;

  if (!id && key)
    id = g_hash_table_lookup (self->stored, key);
  if (!id && self->people)
    return find_person (self, record, candidates);
  return id ? *id : 0;
}

guint
bv_import_match_claim (BvImportMatch *self, BvRecord *record, guint line)
{
  g_autofree char *code = make_code (self, record);
  g_autofree char *key = code           ? g_strconcat ("\x1e", code, NULL)
                         : self->fields ? make_key (self, record)
                                        : NULL;
  guint before = key ? GPOINTER_TO_UINT (g_hash_table_lookup (self->claimed, key)) : 0;

  if (key && !before)
    g_hash_table_insert (self->claimed, g_steal_pointer (&key), GUINT_TO_POINTER (line));
  return before;
}
