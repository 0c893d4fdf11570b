/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program killed at any moment loses nothing that it had saved. */
#include "config.h"

#include "bv-check.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "test-folder.h"

#include <signal.h>

#define N_ROUNDS 30
#define N_ROUNDS_LONG 100

/* What the killed programs had said was saved: id -> job title, "-" for a removed row. */
static GHashTable *promised;
/* The row of the last line: its removal may have been done and not yet been told. */
static gint64 latest;

static void
promise (gint64 id, char *title)
{
  g_hash_table_insert (promised, g_memdup2 (&id, sizeof id), title);
}

static void
note_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  gint64 id = g_ascii_strtoll (words[1], NULL, 10);

  latest = id;
  if (g_str_equal (words[0], "add"))
    promise (id, g_strdup (""));
  else if (g_str_equal (words[0], "rename"))
    promise (id, g_strdup_printf ("Chuyên viên %s", words[2]));
  else if (g_str_equal (words[0], "remove"))
    promise (id, g_strdup ("-"));
  else
    for (gint64 last = g_ascii_strtoll (words[2], NULL, 10); id <= last; id++)
      promise (id, g_strdup (""));
}

/* Lets the writer save @n_lines things and some part of the next, then kills it. */
static void
run_and_kill (const char *path, guint n_lines)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "crash-writer", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  for (guint i = 0; (line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)); i++) {
    note_line (line);
    g_free (line);
    if (i == n_lines) {
      g_usleep ((gulong) g_test_rand_int_range (0, 12000));
      g_subprocess_force_exit (writer);
    }
  }
  g_subprocess_wait (writer, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (writer));
  g_assert_cmpint (g_subprocess_get_term_sig (writer), ==, SIGKILL);
}

static void
assert_kept (BvOffice *office)
{
  GHashTableIter iter;
  gpointer id;
  gpointer title;

  g_hash_table_iter_init (&iter, promised);
  while (g_hash_table_iter_next (&iter, &id, &title)) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, *(gint64 *) id, &error);

    if (g_str_equal (title, "-"))
      g_assert_error (error, BV_ERROR, BV_ERROR_NOT_FOUND);
    else if (!person && *(gint64 *) id == latest)
      g_hash_table_iter_replace (&iter, g_strdup ("-"));
    else
      g_assert_no_error (error);
    /* The renaming that was under way may be there already. */
    if (person && *(char *) title)
      g_assert_cmpstr (bv_record_get_text (person, "job_title"), ==, title);
  }
}

static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_autoptr (GPtrArray) findings = NULL;
  gint64 n = 0;

  g_assert_no_error (error);
  /* The dead program's lock does not stand in the way. */
  g_assert_true (bv_office_is_writable (office));
  findings = bv_check_run (office, NULL, &error);
  g_assert_no_error (error);
  if (findings->len > 0)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, 0));
  g_assert_cmpint (findings->len, ==, 0);
  assert_kept (office);
  bv_database_query_integer (bv_office_get_database (office),
                             "SELECT count(*) % 60 FROM person WHERE full_name = 'Hoàng Thị Hường'",
                             &n,
                             &error);
  g_assert_cmpint (n, ==, 0);
}

static void
test_killed (void)
{
  g_autofree char *path = test_folder_path ("office.bangvang");
  g_autoptr (GError) error = NULL;
  guint n_rounds = g_getenv ("BV_LONG") ? N_ROUNDS_LONG : N_ROUNDS;
  g_autoptr (BvOffice) office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  g_clear_object (&office);
  promised = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < n_rounds; i++) {
    run_and_kill (path, (guint) g_test_rand_int_range (0, 25));
    assert_whole (path);
  }
  g_test_message ("%u rounds, %u rows promised", n_rounds, g_hash_table_size (promised));
  g_assert_cmpint (g_hash_table_size (promised), >, n_rounds);
  g_clear_pointer (&promised, g_hash_table_unref);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/crash/killed", test_killed);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
