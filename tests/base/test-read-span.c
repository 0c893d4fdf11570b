/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading row by row beside somebody who saves. */
#include "config.h"

#include "bv-read-span.h"
#include "test-folder.h"

#define SAVE "UPDATE note SET text = text || '.'"

typedef struct
{
  BvDatabase *writer, *reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  path = test_folder_path ("a.db");
  fixture->writer = bv_database_open (path, BV_DATABASE_READ_WRITE | BV_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  bv_database_exec (fixture->writer,
                    "CREATE TABLE note (id INTEGER PRIMARY KEY NOT NULL, text TEXT) STRICT;"
                    "INSERT INTO note VALUES (1, 'một'); PRAGMA busy_timeout = 0",
                    &error);
  g_assert_no_error (error);
  fixture->reader = bv_database_open (path, 0, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->reader);
  g_object_unref (fixture->writer);
  test_folder_remove ();
}

static char *
read_note (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = bv_database_query_text (fixture->reader, "SELECT text FROM note", &error);

  g_assert_no_error (error);
  return text;
}

/* The lock is held from one row to the next, and given up after a while. */
static void
test_breathe (Fixture *fixture, gconstpointer data)
{
  BvReadSpan span;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  bv_read_span_begin (&span, fixture->reader);
  before = read_note (fixture);
  g_assert_false (bv_database_exec (fixture->writer, SAVE, NULL));
  span.since -= G_TIME_SPAN_SECOND;
  bv_read_span_breathe (&span);
  g_assert_true (bv_database_exec (fixture->writer, SAVE, NULL));
  after = read_note (fixture);
  g_assert_cmpstr (before, ==, "một");
  g_assert_cmpstr (after, ==, "một.");
  g_assert_false (bv_database_exec (fixture->writer, SAVE, NULL));
  bv_read_span_end (&span);
  g_assert_true (bv_database_exec (fixture->writer, SAVE, NULL));
}

/* Within a transaction of somebody else it leaves that alone. */
static void
test_within (Fixture *fixture, gconstpointer data)
{
  BvReadSpan span;

  g_assert_true (bv_database_begin (fixture->writer, NULL));
  bv_read_span_begin (&span, fixture->writer);
  span.since -= G_TIME_SPAN_SECOND;
  bv_read_span_breathe (&span);
  bv_read_span_end (&span);
  g_assert_true (bv_database_in_transaction (fixture->writer));
  g_assert_true (bv_database_commit (fixture->writer, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/read-span/breathe", Fixture, NULL, set_up, test_breathe, tear_down);
  g_test_add ("/read-span/within", Fixture, NULL, set_up, test_within, tear_down);
  return g_test_run ();
}
