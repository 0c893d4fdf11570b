/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps recorded and taken back: the database is to the letter what it was. */
#include "config.h"

#include "bv-changeset.h"
#include "bv-error.h"
#include "test-folder.h"

#include <string.h>

#define N_STEPS 1500

static const char schema[]
    = "CREATE TABLE department (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL,"
      " name_key BLOB) STRICT;"
      "CREATE TABLE person (id INTEGER PRIMARY KEY NOT NULL, full_name TEXT NOT NULL,"
      " department_id INTEGER REFERENCES department (id), note TEXT, position INTEGER) STRICT;"
      "CREATE INDEX person_department ON person (department_id);"
      "CREATE TABLE pledge (id INTEGER PRIMARY KEY NOT NULL,"
      " person_id INTEGER NOT NULL REFERENCES person (id), commitment TEXT NOT NULL,"
      " target INTEGER) STRICT;"
      "CREATE INDEX pledge_person ON pledge (person_id);"
      "CREATE VIRTUAL TABLE search USING fts5 (text, prefix = '2 3');";
static const char *const tables[] = { "department", "person", "pledge", NULL };
static const char *const dumps[] = { "SELECT * FROM department ORDER BY id",
                                     "SELECT * FROM person ORDER BY id",
                                     "SELECT * FROM pledge ORDER BY id" };

static BvDatabase *
create (const char *name)
{
  g_autofree char *path = test_folder_path (name);
  g_autoptr (GError) error = NULL;
  BvDatabase *database = bv_database_open (
      path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (bv_database_exec (database, schema, &error));
  /* How safe the disk is, is not asked here. */
  g_assert_true (bv_database_exec (database, "PRAGMA synchronous = OFF", &error));
  return database;
}

static void exec (BvDatabase *database, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
exec (BvDatabase *database, const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  bv_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static void
dump_value (BvStatement *statement, int column, GString *text)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_statement_get_value (statement, column, &value);
  if (value.type == BV_VALUE_INTEGER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, value.integer);
  else if (value.type == BV_VALUE_TEXT)
    g_string_append_printf (text, "'%s'", value.text);
  else if (value.type == BV_VALUE_BLOB)
    for (gsize i = 0; i < g_bytes_get_size (value.blob); i++)
      g_string_append_printf (
          text, "%02x", ((const guint8 *) g_bytes_get_data (value.blob, NULL))[i]);
  g_string_append_c (text, '|');
}

static char *
dump (BvDatabase *database)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++) {
    g_autoptr (BvStatement) rows = bv_database_prepare (database, dumps[i], NULL);

    while (bv_statement_step (rows, NULL) == BV_STEP_ROW) {
      for (int column = 0; column < bv_statement_get_n_columns (rows); column++)
        dump_value (rows, column, text);
      g_string_append_c (text, '\n');
    }
  }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

static gint64
pick (BvDatabase *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY (id * %d) %% 1009 LIMIT 1",
                                          table,
                                          g_test_rand_int_range (1, 999));
  gint64 id = 0;

  bv_database_query_integer (database, sql, &id, NULL);
  return id;
}

static gint64
next_id (void)
{
  static gint64 counter = (G_GINT64_CONSTANT (54321) << 32) + 1;

  return counter++;
}

static void
edit_department (BvDatabase *database)
{
  gint64 id = pick (database, "department");

  if (id == 0 || g_test_rand_int_range (0, 3) == 0) {
    exec (database,
          "INSERT INTO department VALUES (%" G_GINT64_FORMAT
          ", 'Phòng Tài chính – Kế hoạch %d', randomblob (8))",
          next_id (),
          g_test_rand_int_range (0, 100));
  } else if (g_test_rand_int_range (0, 4) == 0) {
    exec (database,
          "DELETE FROM pledge WHERE person_id IN (SELECT id FROM person WHERE department_id = "
          "%" G_GINT64_FORMAT ")",
          id);
    exec (database, "DELETE FROM person WHERE department_id = %" G_GINT64_FORMAT, id);
    exec (database, "DELETE FROM department WHERE id = %" G_GINT64_FORMAT, id);
  } else {
    exec (database,
          "UPDATE department SET name = 'Đội %d', name_key = randomblob (6) WHERE id = "
          "%" G_GINT64_FORMAT,
          g_test_rand_int_range (0, 100),
          id);
  }
}

static void
edit_person (BvDatabase *database)
{
  gint64 id = pick (database, "person");
  gint64 department = pick (database, "department");

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    if (department)
      exec (database,
            "UPDATE person SET department_id = %" G_GINT64_FORMAT
            ", note = NULL WHERE id = %" G_GINT64_FORMAT,
            department,
            id);
    break;
  case 1:
    exec (database, "DELETE FROM pledge WHERE person_id = %" G_GINT64_FORMAT, id);
    exec (database, "DELETE FROM person WHERE id = %" G_GINT64_FORMAT, id);
    break;
  case 2: /* two people change places */
    exec (database, "UPDATE person SET position = 10 - position");
    break;
  default:
    id = next_id ();
    exec (database,
          "INSERT INTO person VALUES (%" G_GINT64_FORMAT
          ", 'Nguyễn Thị Hà', (SELECT min(id) FROM department), 'ghi chú', %d)",
          id,
          g_test_rand_int_range (0, 10));
    exec (database,
          "INSERT INTO pledge VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
          ", 'Giải quyết hồ sơ đúng hạn', %d)",
          next_id (),
          id,
          g_test_rand_int_range (0, 10000));
  }
}

static void
edit_pledge (BvDatabase *database)
{
  gint64 id = pick (database, "pledge");
  gint64 person = pick (database, "person");

  if (person && g_test_rand_int_range (0, 2))
    exec (database,
          "INSERT INTO pledge VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
          ", 'Cải cách hành chính', NULL)",
          next_id (),
          person);
  else if (g_test_rand_int_range (0, 2))
    exec (database,
          "UPDATE pledge SET target = %d WHERE id = %" G_GINT64_FORMAT,
          g_test_rand_int_range (0, 3),
          id);
  else
    exec (database, "DELETE FROM pledge WHERE id = %" G_GINT64_FORMAT, id);
}

static GBytes *
make_step (BvDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecorder) recorder = NULL;
  GBytes *changeset;

  g_assert_true (bv_database_begin (database, &error));
  recorder = bv_recorder_start (database, tables, &error);
  g_assert_no_error (error);
  for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
    void (*const edits[]) (BvDatabase *) = { edit_department, edit_person, edit_pledge };

    edits[g_test_rand_int_range (0, 3)](database);
  }
  /* Kept by the program itself and not recorded. */
  exec (database, "INSERT INTO search (text) VALUES ('giai quyet ho so')");
  changeset = bv_recorder_finish (recorder, &error);
  g_assert_no_error (error);
  g_assert_true (bv_database_commit (database, &error));
  return changeset;
}

static void
apply (BvDatabase *database, GBytes *changeset, gboolean inverted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  gint64 id = 0;

  bv_changeset_apply (database, changeset, inverted, &table, &id, &error);
  g_assert_no_error (error);
  g_assert_null (table);
}

static void
test_undo_redo (void)
{
  g_autoptr (BvDatabase) database = create ("property");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (states, dump (database));
  for (guint i = 0; i < N_STEPS; i++) {
    g_ptr_array_add (steps, make_step (database));
    g_ptr_array_add (states, dump (database));
  }
  for (guint round = 0; round < 2; round++) {
    for (guint i = N_STEPS; i > 0; i--) {
      g_autofree char *state = NULL;

      apply (database, g_ptr_array_index (steps, i - 1), TRUE);
      state = dump (database);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
    }
    for (guint i = 0; i < N_STEPS; i++) {
      g_autofree char *state = NULL;

      apply (database, g_ptr_array_index (steps, i), FALSE);
      state = dump (database);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i + 1));
    }
  }
  exec (database, "INSERT INTO search (search) VALUES ('integrity-check')");
}

/* Runs @sql as one recorded step. */
static GBytes *
record (BvDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecorder) recorder = bv_recorder_start (database, tables, &error);
  GBytes *changeset;

  g_assert_no_error (error);
  exec (database, "%s", sql);
  changeset = bv_recorder_finish (recorder, &error);
  g_assert_no_error (error);
  return changeset;
}

static void
test_nothing_changed (void)
{
  g_autoptr (BvDatabase) database = create ("nothing");
  g_autoptr (GBytes) changeset = NULL;

  exec (database, "INSERT INTO department VALUES (1, 'Phòng Nội vụ', NULL)");
  changeset = record (database,
                      "UPDATE department SET name = name; INSERT INTO department VALUES (2, 'x', "
                      "NULL); DELETE FROM department WHERE id = 2");
  g_assert_cmpint (g_bytes_get_size (changeset), ==, 0);
  apply (database, changeset, FALSE);
}

static gboolean
describe_cb (const BvRowChange *change, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%d %s %" G_GINT64_FORMAT, change->type, change->table, change->id);
  for (guint i = 0; i < change->n_columns; i++)
    if (change->told[i])
      g_string_append_printf (
          text,
          " %u:%s>%s",
          i,
          change->old_values[i].type == BV_VALUE_TEXT ? change->old_values[i].text : "-",
          change->new_values[i].type == BV_VALUE_TEXT ? change->new_values[i].text : "-");
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
describe (GBytes *changeset, gboolean inverted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  bv_changeset_foreach (changeset, inverted, describe_cb, text, &error);
  g_assert_no_error (error);
  return g_strdup (text->str);
}

static void
test_foreach (void)
{
  g_autoptr (BvDatabase) database = create ("foreach");
  g_autoptr (GBytes) update = NULL;
  g_autoptr (GBytes) insert = NULL;
  g_autofree char *forwards = NULL;
  g_autofree char *backwards = NULL;
  g_autofree char *inserted = NULL;
  g_autofree char *taken_back = NULL;

  insert = record (database, "INSERT INTO department VALUES (7, 'Phòng', NULL)");
  update = record (database, "UPDATE department SET name = 'Đội' WHERE id = 7");
  forwards = describe (update, FALSE);
  backwards = describe (update, TRUE);
  inserted = describe (insert, FALSE);
  taken_back = describe (insert, TRUE);
  g_assert_cmpstr (forwards, ==, "1 department 7 1:Phòng>Đội\n");
  g_assert_cmpstr (backwards, ==, "1 department 7 1:Đội>Phòng\n");
  g_assert_cmpstr (inserted, ==, "0 department 7 0:->- 1:->Phòng 2:->-\n");
  g_assert_cmpstr (taken_back, ==, "2 department 7 0:->- 1:Phòng>- 2:->-\n");
}

static gboolean
stop_cb (const BvRowChange *change, gpointer data)
{
  ++*(guint *) data;
  return FALSE;
}

static void
test_foreach_stops (void)
{
  g_autoptr (BvDatabase) database = create ("stops");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) insert = record (
      database, "INSERT INTO department VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'c', NULL)");
  guint n = 0;

  g_assert_true (bv_changeset_foreach (insert, FALSE, stop_cb, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 1);
}

static void
assert_conflict (BvDatabase *database, GBytes *changeset, const char *table, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (database);
  g_autofree char *after = NULL;
  g_autofree char *at = NULL;
  gint64 at_id = 0;

  g_assert_false (bv_changeset_apply (database, changeset, TRUE, &at, &at_id, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CONFLICT);
  g_assert_cmpstr (at, ==, table);
  g_assert_cmpint (at_id, ==, id);
  after = dump (database);
  g_assert_cmpstr (before, ==, after);
}

static void
test_conflicts (void)
{
  g_autoptr (BvDatabase) database = create ("conflict");
  g_autoptr (GBytes) inserted = NULL;
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GBytes) removed = NULL;
  g_autoptr (GBytes) person = NULL;

  inserted = record (database,
                     "INSERT INTO department VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'c', "
                     "NULL)");
  updated = record (database, "UPDATE department SET name = 'A' WHERE id = 1");
  removed = record (database, "DELETE FROM department WHERE id = 3");
  assert_conflict (database, inserted, "department", 1);
  exec (database, "UPDATE department SET name = 'later' WHERE id = 1");
  assert_conflict (database, updated, "department", 1);
  exec (database, "INSERT INTO department VALUES (3, 'again', NULL)");
  assert_conflict (database, removed, "department", 3);
  /* A person came into a department that the undo would take away. */
  person = record (database, "INSERT INTO department VALUES (9, 'new', NULL)");
  exec (database, "INSERT INTO person VALUES (20, 'Hà', 9, NULL, 1)");
  assert_conflict (database, person, "person", 20);
}

static void
test_inside_a_transaction (void)
{
  g_autoptr (BvDatabase) database = create ("inside");
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  exec (database, "INSERT INTO department VALUES (1, 'a', NULL)");
  updated = record (database, "UPDATE department SET name = 'b' WHERE id = 1");
  exec (database, "UPDATE department SET name = 'c' WHERE id = 1");
  g_assert_true (bv_database_begin (database, &error));
  exec (database, "INSERT INTO department VALUES (2, 'kept', NULL)");
  assert_conflict (database, updated, "department", 1);
  g_assert_true (bv_database_in_transaction (database));
  g_assert_true (bv_database_commit (database, &error));
  g_assert_true (
      bv_database_query_integer (database, "SELECT count(*) FROM department", &n, &error));
  g_assert_cmpint (n, ==, 2);
}

/* SQLite answers OK when the table is not there any more, and only its log tells. */
static void
test_lost_table (void)
{
  g_autoptr (BvDatabase) database = create ("lost");
  g_autoptr (GBytes) step = record (database, "INSERT INTO department VALUES (1, 'a', NULL)");
  g_autoptr (GError) error = NULL;

  exec (database, "ALTER TABLE department RENAME TO unit");
  g_assert_false (bv_changeset_apply (database, step, TRUE, NULL, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_FAILED);
  g_assert_false (bv_database_in_transaction (database));
}

/* Whatever a bad disk made of it: refused, or read as far as it has the form; never a hang. */
static void
test_unreadable (void)
{
  g_autoptr (BvDatabase) database = create ("unreadable");
  g_autoptr (GBytes) whole = record (
      database, "INSERT INTO department VALUES (1, 'abc', x'0102'), (2, 'x', NULL)");
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize n = 1; n < size; n++) {
    g_autoptr (GBytes) cut = g_bytes_new (data, n);
    g_autoptr (GError) error = NULL;

    if (bv_changeset_foreach (cut, FALSE, describe_cb, text, &error))
      continue;
    g_assert_error (error, BV_ERROR, BV_ERROR_DAMAGED);
    g_clear_error (&error);
    g_assert_false (bv_changeset_apply (database, cut, TRUE, NULL, NULL, &error));
    g_assert_error (error, BV_ERROR, BV_ERROR_DAMAGED);
  }
  for (gsize i = 0; i < size * 8; i++) {
    guint8 *bytes = g_memdup2 (data, size);
    g_autoptr (GBytes) flipped = NULL;

    bytes[i / 8] ^= (guint8) (1 << i % 8);
    flipped = g_bytes_new_take (bytes, size);
    bv_changeset_foreach (flipped, FALSE, describe_cb, text, NULL);
    bv_changeset_apply (database, flipped, TRUE, NULL, NULL, NULL);
    g_assert_false (bv_database_in_transaction (database));
  }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/changeset/undo-redo", test_undo_redo);
  g_test_add_func ("/changeset/nothing-changed", test_nothing_changed);
  g_test_add_func ("/changeset/foreach", test_foreach);
  g_test_add_func ("/changeset/foreach-stops", test_foreach_stops);
  g_test_add_func ("/changeset/conflicts", test_conflicts);
  g_test_add_func ("/changeset/inside-a-transaction", test_inside_a_transaction);
  g_test_add_func ("/changeset/lost-table", test_lost_table);
  g_test_add_func ("/changeset/unreadable", test_unreadable);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
