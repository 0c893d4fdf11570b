/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema against the catalogue, and against what changesets demand of it. */
#include "config.h"

#include "bv-catalogue.h"
#include "bv-database.h"
#include "bv-eligibility.h"
#include "bv-migration.h"
#include "bv-schema.h"

#include <glib/gi18n-lib.h>

static BvDatabase *
open_schema (void)
{
  g_autoptr (GError) error = NULL;
  BvDatabase *database = bv_database_open (
      ":memory:", BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);
  guint n_steps;
  const char *const *steps = bv_schema_get_steps (&n_steps);

  g_assert_no_error (error);
  g_assert_true (bv_migration_run (database, steps, n_steps, &error));
  g_assert_no_error (error);
  return database;
}

static void
assert_nothing (BvDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (database, sql, &error);
  BvStep step;

  g_assert_no_error (error);
  step = bv_statement_step (statement, &error);
  g_assert_no_error (error);
  if (step == BV_STEP_ROW)
    g_error (
        "%s: %s", sql, bv_statement_get_text (statement, 0)); /* nocheck: a test may end here */
}

static void
test_columns (void)
{
  g_autoptr (BvDatabase) database = open_schema ();
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_auto (GStrv) columns = bv_schema_load_columns (database, kinds[i]->table, NULL);
    guint expected = 1;
    g_assert_cmpstr (columns[0], ==, "id");
    for (guint j = 0; j < kinds[i]->n_fields; j++) {
      const BvField *field = &kinds[i]->fields[j];
      g_autofree char *key = g_strdup_printf ("%s_key", field->name);
      g_test_message ("%s.%s", kinds[i]->table, field->name);
      g_assert_true (g_strv_contains ((const char *const *) columns, field->name));
      g_assert_cmpint (g_strv_contains ((const char *const *) columns, key),
                       ==,
                       (field->flags & BV_FIELD_KEYED) != 0);
      expected += field->flags & BV_FIELD_KEYED ? 2 : 1;
    }
    g_assert_cmpuint (g_strv_length (columns), ==, expected);
  }
}

/* What the table demands the form demands too, so that the sentence is ours and not SQLite's. */
static void
test_required (void)
{
  g_autoptr (BvDatabase) database = open_schema ();
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_autoptr (BvStatement) rows = bv_database_prepare (
        database, "SELECT name FROM pragma_table_info (?1) WHERE \"notnull\" = 1 AND pk = 0", NULL);
    bv_statement_bind_text (rows, 1, kinds[i]->table);
    while (bv_statement_step (rows, NULL) == BV_STEP_ROW) {
      const char *name = bv_statement_get_text (rows, 0);
      g_test_message ("%s.%s", kinds[i]->table, name);
      g_assert_true (bv_kind_find_field (kinds[i], name)->flags & BV_FIELD_REQUIRED);
    }
  }
}

static void
test_declarations (void)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    guint n_main = 0;
    g_test_message ("%s", kinds[i]->table);
    g_assert_nonnull (bv_kind_find_field (kinds[i], kinds[i]->name_field));
    g_assert_true (!kinds[i]->order_field || bv_kind_find_field (kinds[i], kinds[i]->order_field));
    for (guint j = 0; j < kinds[i]->n_fields; j++) {
      const BvField *field = &kinds[i]->fields[j];
      g_assert_true ((field->type == BV_FIELD_CHOICE) == (field->choices != NULL));
      g_assert_true ((field->type == BV_FIELD_REFERENCE) == (field->kind != NULL));
      g_assert_true (!field->initial || field->type != BV_FIELD_CHOICE
                     || bv_field_get_choice (field, field->initial));
      n_main += (field->flags & BV_FIELD_MAIN) != 0;
    }
    g_assert_cmpuint (n_main, ==, 1);
    g_assert_true (!(kinds[i]->flags & BV_KIND_IN_MOVEMENT)
                   || bv_kind_find_field (kinds[i], "movement_id"));
  }
}

static void
test_fit_for_changesets (void)
{
  g_autoptr (BvDatabase) database = open_schema ();
  const char *const *tables = bv_schema_get_tracked ();

  assert_nothing (database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
  for (guint i = 0; tables[i]; i++) {
    g_autofree char *keys = g_strdup_printf (
        "SELECT '%s.' || \"from\" FROM pragma_foreign_key_list ('%s') WHERE on_delete <> 'NO "
        "ACTION' OR on_update <> 'NO ACTION'",
        tables[i],
        tables[i]);
    g_autofree char *generated = g_strdup_printf (
        "SELECT '%s.' || name FROM pragma_table_xinfo ('%s') WHERE hidden <> 0",
        tables[i],
        tables[i]);
    g_autofree char *primary = g_strdup_printf (
        "SELECT '%s' WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info ('%s') WHERE name = 'id' "
        "AND pk = 1 AND \"notnull\" = 1)",
        tables[i],
        tables[i]);
    g_autofree char *unique = g_strdup_printf (
        "SELECT name FROM pragma_index_list ('%s') WHERE \"unique\" = 1", tables[i]);
    g_autofree char *strict = g_strdup_printf (
        "SELECT name FROM pragma_table_list WHERE name = '%s' AND strict = 0", tables[i]);
    assert_nothing (database, keys);
    assert_nothing (database, generated);
    assert_nothing (database, primary);
    assert_nothing (database, unique);
    assert_nothing (database, strict);
  }
}

/* A tracked table that is missing from the list would be edited without a trace. */
static void
test_all_tracked (void)
{
  g_autoptr (BvDatabase) database = open_schema ();
  g_autoptr (BvStatement) rows = bv_database_prepare (
      database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name "
      "NOT LIKE 'sqlite_%'",
      NULL);
  static const char *const untracked[] = { "file", "history", "content", "content_piece", NULL };

  while (bv_statement_step (rows, NULL) == BV_STEP_ROW) {
    const char *name = bv_statement_get_text (rows, 0);
    g_test_message ("%s", name);
    g_assert_true (g_strv_contains (bv_schema_get_tracked (), name)
                   != g_strv_contains (untracked, name));
  }
}

static void
assert_plan (BvDatabase *database, const char *sql, gboolean sorts)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (BvStatement) rows = bv_database_prepare (database, explain, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);

  while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
    g_string_append_printf (plan, "%s\n", bv_statement_get_text (rows, 3));
  g_test_message ("%s\n%s", sql, plan->str);
  g_assert_cmpint (strstr (plan->str, "TEMP B-TREE") != NULL, ==, sorts);
  if (!sorts)
    g_assert_nonnull (strstr (plan->str, "COVERING INDEX"));
}

/* Default orders of the lists that grow walk an index that has all they need. */
static void
test_plans (void)
{
  g_autoptr (BvDatabase) database = open_schema ();

  assert_plan (
      database, "SELECT id FROM achievement WHERE movement_id = 1 ORDER BY achieved_on, id", FALSE);
  assert_plan (
      database, "SELECT id FROM achievement WHERE movement_id = 1 ORDER BY title_key, id", FALSE);
  assert_plan (
      database, "SELECT id FROM pledge WHERE movement_id = 1 ORDER BY registered_on, id", FALSE);
  assert_plan (database, "SELECT id FROM pledge WHERE movement_id = 1 ORDER BY due_on, id", FALSE);
  assert_plan (database, "SELECT id FROM person ORDER BY full_name_key, birth_date, id", FALSE);
  assert_plan (
      database, "SELECT id FROM achievement WHERE movement_id = 1 ORDER BY note, id", TRUE);
}

/* An override keeps the name of its condition; people read its title. */
static void
test_conditions (void)
{
  const BvField *field = bv_kind_find_field (&bv_eligibility_override_kind, "check_name");
  guint n = 0;

  for (const BvChoice *choice = field->choices; choice->value; choice++, n++) {
    g_assert_cmpuint (bv_eligibility_find_check (choice->value), ==, n);
    g_assert_cmpstr (_ (choice->label), ==, bv_eligibility_check_title (n));
  }
  g_assert_cmpuint (n, ==, BV_N_CHECKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/columns", test_columns);
  g_test_add_func ("/schema/required", test_required);
  g_test_add_func ("/schema/declarations", test_declarations);
  g_test_add_func ("/schema/fit-for-changesets", test_fit_for_changesets);
  g_test_add_func ("/schema/all-tracked", test_all_tracked);
  g_test_add_func ("/schema/plans", test_plans);
  g_test_add_func ("/schema/conditions", test_conditions);
  return g_test_run ();
}
