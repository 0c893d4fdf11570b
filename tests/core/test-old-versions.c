/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filled file of every released schema is raised to today's, with nothing lost and a copy left.
 */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-catalogue.h"
#include "bv-check.h"
#include "bv-collate.h"
#include "bv-finder.h"
#include "bv-history.h"
#include "bv-migration.h"
#include "bv-office.h"
#include "bv-record.h"
#include "bv-schema.h"

static const char *const versions[] = { "version-1.sql", "version-2.sql", "version-3.sql" };

static char *
build_old_file (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_build_filename (FIXTURES, name, NULL);
  char *path = g_strdup_printf ("%s/%s.bangvang", test_folder, name);
  g_autofree char *sql = NULL;
  g_autoptr (BvDatabase) database = NULL;

  g_file_get_contents (source, &sql, NULL, &error);
  g_assert_no_error (error);
  database = bv_database_open (path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  bv_database_exec (database, sql, &error);
  g_assert_no_error (error);
  return path;
}

static char *
get_tables (BvDatabase *database)
{
  return bv_database_query_text (database,
                                 "SELECT group_concat (name) FROM (SELECT name FROM sqlite_schema "
                                 "WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT "
                                 "LIKE 'sqlite_%' AND name <> 'file' ORDER BY name)",
                                 NULL);
}

/* Every value of the columns that the old version knows, in one text. */
static char *
dump_columns (BvDatabase *database, const char *table, const char *columns)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (line, char (10)) FROM (SELECT %s AS line FROM %s ORDER BY id)",
      columns,
      table);
  g_autoptr (GError) error = NULL;
  char *dump = bv_database_query_text (database, sql, &error);

  g_assert_no_error (error);
  return dump ? dump : g_strdup ("");
}

/* Another collator makes its own sort keys, and undo does not go back behind them. */
static gboolean
is_renewed (BvDatabase *old, const char *column)
{
  g_autofree char *collation = bv_database_query_text (old, "SELECT collation FROM file", NULL);

  return g_strcmp0 (collation, bv_collate_version ()) != 0
         && (g_str_has_suffix (column, "_key") || g_str_equal (column, "schema"));
}

static char *
quote_columns (BvDatabase *database, const char *table)
{
  g_auto (GStrv) names = bv_schema_load_columns (database, table, NULL);
  g_autoptr (GString) quoted = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    if (!is_renewed (database, names[i]))
      g_string_append_printf (quoted, "%squote (%s)", i ? " || '|' || " : "", names[i]);
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

static void
assert_same_rows (BvDatabase *old, BvDatabase *raised)
{
  g_autofree char *names = get_tables (old);
  g_auto (GStrv) tables = g_strsplit (names, ",", -1);
  guint n_rows = 0;

  for (guint i = 0; tables[i]; i++) {
    g_autofree char *columns = quote_columns (old, tables[i]);
    g_autofree char *before = dump_columns (old, tables[i], columns);
    g_autofree char *after = dump_columns (raised, tables[i], columns);
    g_test_message ("%s", tables[i]);
    g_assert_cmpstr (before, ==, after);
    n_rows += *before != '\0';
  }
  g_assert_cmpuint (n_rows, >, 15); /* a fixture that holds nothing proves nothing */
}

static void
assert_clean (BvOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bv_check_run (office, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (wrong, i));
  g_assert_cmpuint (wrong->len, ==, 0);
}

static char *
find_copy (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (test_folder, 0, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *start = g_strconcat (base, ".v", NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, start))
      return g_build_filename (test_folder, name, NULL);
  return NULL;
}

static void
assert_still_edited (BvOffice *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

  g_assert_false (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_nonnull (error); /* what the old version recorded ends at the migration */
  g_clear_error (&error);
  bv_record_set_text (department, "name", "Phòng mới lập");
  g_assert_true (bv_office_save (office, department, &error));
  g_assert_no_error (error);
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_no_error (error);
}

/* Those versions did not search postings by their decisions. */
static void
assert_numbers_found (BvOffice *office)
{
  g_autofree char *number = bv_database_query_text (
      bv_office_get_database (office),
      "SELECT coalesce (max (document_number), '') FROM posting",
      NULL);
  g_autoptr (BvFinder) finder = bv_finder_new (office, 0);
  g_autoptr (GPtrArray) found = bv_finder_find (finder, &bv_posting_kind, number, 1, NULL);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, *number ? 1 : 0);
  if (*number)
    g_assert_true (((BvFinding *) g_ptr_array_index (found, 0))->by_number);
}

static void
test_raised (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = build_old_file (data);
  g_autoptr (BvOffice) office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_autofree char *copy = find_copy (path);
  g_autoptr (BvDatabase) old = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (bv_migration_get_version (bv_office_get_database (office), NULL),
                   ==,
                   bv_schema_get_version ());
  g_assert_nonnull (copy);
  old = bv_database_open (copy, BV_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_same_rows (old, bv_office_get_database (office));
  assert_clean (office);
  assert_numbers_found (office);
  assert_still_edited (office);
  g_assert_true (bv_office_close (office, &error));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autofree char *path = g_strconcat ("/old-versions/", versions[i], NULL);
    g_test_add_data_func (path, versions[i], test_raised);
  }
  g_assert_cmpuint (G_N_ELEMENTS (versions), ==, bv_schema_get_version () - 1);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
