/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows handed over inside SQLite. */
#include "config.h"

#include "bv-database.h"

static BvDatabase *
create (void)
{
  g_autoptr (GError) error = NULL;
  BvDatabase *database = bv_database_open (
      ":memory:", BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  bv_database_exec (database,
                    "CREATE TABLE note (id INTEGER PRIMARY KEY NOT NULL, points INTEGER);"
                    "INSERT INTO note VALUES (40, 7), (1, -6), (2, NULL), (900, 1000)",
                    &error);
  g_assert_no_error (error);
  return database;
}

static void
note_cb (const gint64 *values, gpointer data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT " ", values[0], values[1]);
}

static void
test_in_order (void)
{
  g_autoptr (BvDatabase) database = create ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *sql = "SELECT each (id, points) FROM note WHERE id < ?1";

  g_assert_true (bv_database_each (database, sql, 900, note_cb, rows, &error));
  g_assert_cmpstr (rows->str, ==, "1:-6 2:0 40:7 ");
  g_assert_true (bv_database_each (database, sql, 2, note_cb, rows, &error));
  g_assert_cmpstr (rows->str, ==, "1:-6 2:0 40:7 1:-6 ");
  g_assert_true (bv_database_each (database, sql, 0, note_cb, rows, &error));
  g_assert_cmpstr (rows->str, ==, "1:-6 2:0 40:7 1:-6 ");
}

static void
test_failure_is_told (void)
{
  g_autoptr (BvDatabase) database = create ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      bv_database_each (database, "SELECT each (id, 0) FROM nothing", 0, note_cb, rows, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (rows->str, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database-each/in-order", test_in_order);
  g_test_add_func ("/database-each/failure-is-told", test_failure_is_told);
  return g_test_run ();
}
