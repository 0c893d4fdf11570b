/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of which tables a step changes is told alike with and without the values. */
#include "config.h"

#include "bv-changeset.h"
#include "test-folder.h"

#define N_STEPS 200

static const char *const tables[] = { "department", "person", NULL };
static const char schema[]
    = "CREATE TABLE department (id INTEGER PRIMARY KEY NOT NULL, name TEXT, name_key BLOB) STRICT;"
      "CREATE TABLE person (id INTEGER PRIMARY KEY NOT NULL, note TEXT, share REAL) STRICT";
static const char *const edits[] = {
  "INSERT INTO department VALUES (abs (random () % 9007199254740992), 'Phòng', x'00')",
  "INSERT INTO person VALUES (abs (random () % 1000) + 281474976710656, NULL, 0.5)"
  " ON CONFLICT DO UPDATE SET note = hex (randomblob (200))",
  "UPDATE department SET name = NULL WHERE id % 3 = 0",
  "UPDATE person SET share = random () WHERE id % 2 = 0",
  "DELETE FROM department WHERE id % 5 = 0",
  "DELETE FROM person WHERE id % 7 = 0"
};

static GBytes *
make_step (BvDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecorder) recorder = bv_recorder_start (database, tables, &error);
  GBytes *step;

  g_assert_no_error (error);
  for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
    g_assert_true (
        bv_database_exec (database, edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))], NULL));
  step = bv_recorder_finish (recorder, &error);
  g_assert_no_error (error);
  return step;
}

static gboolean
note_cb (const BvRowChange *change, gpointer data)
{
  g_string_append_printf (
      data, "%u %s %" G_GINT64_FORMAT "\n", change->type, change->table, change->id);
  return TRUE;
}

static gboolean
stop_cb (const BvRowChange *change, gpointer data)
{
  note_cb (change, data);
  return FALSE;
}

static void
assert_told_alike (GBytes *step, gboolean inverted, BvRowChangeFunc func)
{
  g_autoptr (GString) with = g_string_new (NULL);
  g_autoptr (GString) without = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_changeset_foreach (step, inverted, func, with, &error));
  g_assert_no_error (error);
  g_assert_true (bv_changeset_foreach_id (step, inverted, func, without, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (with->str, ==, without->str);
}

static void
test_told_alike (void)
{
  g_autofree char *path = test_folder_path ("ids");
  g_autoptr (BvDatabase) database = bv_database_open (
      path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, NULL);

  g_assert_true (bv_database_exec (database, schema, NULL));
  for (guint i = 0; i < N_STEPS; i++) {
    g_autoptr (GBytes) step = make_step (database);

    for (int inverted = FALSE; inverted <= TRUE; inverted++) {
      assert_told_alike (step, inverted, note_cb);
      assert_told_alike (step, inverted, stop_cb);
    }
  }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/changeset-ids/told-alike", test_told_alike);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
