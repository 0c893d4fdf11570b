/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer at a time: held, forgotten, foreign and contested locks. */
#include "config.h"

#include "bv-error.h"
#include "bv-history.h"
#include "bv-lock.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define N_RIVALS 8

static char *
make_lock_path (const char *path)
{
  return g_strconcat (path, ".lock", NULL);
}

static void
test_take_and_release (void)
{
  g_autofree char *path = test_folder_path ("so.bangvang");
  g_autofree char *lock_path = make_lock_path (path);
  g_autofree char *holder = NULL;
  g_autoptr (GError) error = NULL;
  BvLock *lock = bv_lock_take (path, &holder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lock);
  g_assert_null (holder);
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));
  g_assert_null (bv_lock_take (path, &holder, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "so.bangvang"));
  g_assert_nonnull (strstr (error->message, holder));
  g_assert_nonnull (strstr (holder, g_get_host_name ()));
  bv_lock_release (lock);
  g_assert_false (g_file_test (lock_path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  lock = bv_lock_take (path, NULL, &error);
  g_assert_no_error (error);
  bv_lock_release (lock);
}

static void
test_two_names (void)
{
  g_autofree char *path = test_folder_path ("office");
  g_autofree char *link = test_folder_path ("link");
  g_autoptr (BvLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "", 0, NULL);
  g_assert_cmpint (symlink (path, link), ==, 0);
  lock = bv_lock_take (path, NULL, NULL);
  g_assert_null (bv_lock_take (link, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
}

static void
leave_foreign_lock (const char *path)
{
  g_autofree char *lock_path = make_lock_path (path);

  g_assert_true (g_file_set_contents (lock_path,
                                      "[lock]\nuser=ha\nname=Hà\nhost=may-01\nmachine=x\nboot=y\n"
                                      "pid=1\nstart=1\nsince=2024-06-05T14:02:00Z\n",
                                      -1,
                                      NULL));
}

/* A colleague's lock on a shared folder: nothing here can tell whether they are still there. */
static void
test_other_computer (void)
{
  g_autofree char *path = test_folder_path ("shared");
  g_autofree char *lock_path = make_lock_path (path);
  g_autofree char *holder = NULL;
  g_autoptr (GError) error = NULL;

  leave_foreign_lock (path);
  g_assert_null (bv_lock_take (path, &holder, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
  g_assert_cmpstr (holder, ==, "Hà on may-01, since 14:02 on 05/06/2024");
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));
}

/* Only a person knows that the other computer is off. */
static void
test_discard (void)
{
  g_autofree char *path = test_folder_path ("discarded");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = NULL;

  leave_foreign_lock (path);
  g_assert_true (bv_lock_is_foreign (path));
  g_assert_true (bv_lock_discard (path, &error));
  g_assert_no_error (error);
  g_assert_false (bv_lock_is_foreign (path));
  lock = bv_lock_take (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bv_lock_is_held (lock));
  /* A program that lives here keeps its lock. */
  g_assert_false (bv_lock_is_foreign (path));
  g_assert_false (bv_lock_discard (path, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
  g_assert_true (bv_lock_is_held (lock));
}

/* Whoever lost the lock to somebody else writes nothing any more. */
static void
test_lost (void)
{
  g_autofree char *path = test_folder_path ("lost.bangvang");
  g_autofree char *lock_path = make_lock_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  g_assert_true (bv_history_begin (bv_office_get_history (office), "mine", &error));
  bv_history_abort (bv_office_get_history (office));
  g_unlink (lock_path);
  leave_foreign_lock (path);
  g_assert_false (bv_history_begin (bv_office_get_history (office), "lost", &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
}

static void
test_take_over (void)
{
  g_autofree char *path = test_folder_path ("taken.bangvang");
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_autoptr (BvOffice) reader = NULL;

  g_assert_no_error (error);
  g_assert_true (bv_office_close (office, &error));
  leave_foreign_lock (path);
  reader = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_false (bv_office_is_writable (reader));
  g_assert_true (bv_office_is_held_elsewhere (reader));
  g_assert_false (bv_office_take_over (reader, FALSE, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (bv_office_take_over (reader, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (bv_office_is_writable (reader));
  g_assert_true (bv_history_begin (bv_office_get_history (reader), "mine", &error));
  bv_history_abort (bv_office_get_history (reader));
}

static void
test_unreadable (void)
{
  g_autofree char *path = test_folder_path ("unreadable");
  g_autofree char *lock_path = make_lock_path (path);
  g_autofree char *holder = NULL;
  g_autoptr (BvLock) lock = NULL;
  g_autoptr (GError) error = NULL;
  struct utimbuf long_ago = { 1000000000, 1000000000 };

  g_file_set_contents (lock_path, "", 0, NULL);
  g_assert_null (bv_lock_take (path, &holder, &error));
  g_assert_cmpstr (holder, ==, "somebody else");
  g_clear_error (&error);
  g_assert_cmpint (utime (lock_path, &long_ago), ==, 0);
  lock = bv_lock_take (path, NULL, &error);
  g_assert_no_error (error);
}

/* Leaves the lock of a killed program; its text. */
static char *
leave_dead_lock (const char *path)
{
  g_autofree char *lock_path = make_lock_path (path);
  char *text = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0) {
    g_autoptr (BvLock) lock = bv_lock_take (path, NULL, NULL);

    if (write (ready[1], lock ? "y" : "n", 1) == 1)
      pause ();
    _exit (1);
  }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (ready[0]);
  close (ready[1]);
  g_assert_true (g_file_get_contents (lock_path, &text, NULL, NULL));
  return text;
}

static void
test_dead_process (void)
{
  g_autofree char *path = test_folder_path ("dead");
  g_autofree char *text = leave_dead_lock (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = bv_lock_take (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "since="));
}

static void
test_living_process (void)
{
  g_autofree char *path = test_folder_path ("living");
  BvLock *lock = bv_lock_take (path, NULL, NULL);
  int status;
  pid_t child = fork ();

  if (child == 0)
    _exit (bv_lock_take (path, NULL, NULL) ? 1 : 0);
  waitpid (child, &status, 0);
  g_assert_cmpint (status, ==, 0);
  bv_lock_release (lock);
}

static void
test_before_restart (void)
{
  g_autofree char *path = test_folder_path ("restart");
  g_autofree char *lock_path = make_lock_path (path);
  g_autofree char *text = leave_dead_lock (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLock) lock = NULL;

  g_assert_true (g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL));
  g_key_file_set_string (file, "lock", "boot", "an earlier one");
  /* Even when a process of today has the number. */
  g_key_file_set_int64 (file, "lock", "pid", getpid ());
  g_assert_true (g_key_file_save_to_file (file, lock_path, NULL));
  lock = bv_lock_take (path, NULL, &error);
  g_assert_no_error (error);
}

/* Of several programs that find the same forgotten lock, exactly one gets it. */
static void
test_rivals (void)
{
  g_autofree char *path = test_folder_path ("rivals");
  g_autofree char *text = leave_dead_lock (path);
  int start[2];
  int result[2];
  pid_t rivals[N_RIVALS];
  guint n_won = 0;

  g_assert_cmpint (pipe (start), ==, 0);
  g_assert_cmpint (pipe (result), ==, 0);
  for (int i = 0; i < N_RIVALS; i++) {
    char byte;

    rivals[i] = fork ();
    if (rivals[i] != 0)
      continue;
    close (start[1]);
    /* Ends when the parent closes its end: all at once. */
    if (read (start[0], &byte, 1) == 0)
      byte = bv_lock_take (path, NULL, NULL) ? 'y' : 'n';
    /* The winner keeps it until all have tried. */
    if (write (result[1], &byte, 1) == 1)
      pause ();
    _exit (0);
  }
  close (start[0]);
  close (start[1]);
  for (int i = 0; i < N_RIVALS; i++) {
    char byte;

    g_assert_cmpint (read (result[0], &byte, 1), ==, 1);
    n_won += byte == 'y';
  }
  for (int i = 0; i < N_RIVALS; i++) {
    kill (rivals[i], SIGKILL);
    waitpid (rivals[i], NULL, 0);
  }
  g_assert_cmpint (n_won, ==, 1);
}

static void
test_removed_by_hand (void)
{
  g_autofree char *path = test_folder_path ("by hand");
  g_autofree char *lock_path = make_lock_path (path);
  BvLock *first = bv_lock_take (path, NULL, NULL);
  g_autoptr (BvLock) second = NULL;

  g_unlink (lock_path);
  second = bv_lock_take (path, NULL, NULL);
  g_assert_nonnull (second);
  /* The first may not take away the lock of the second. */
  bv_lock_release (first);
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_EXISTS));
}

static void
test_refused (void)
{
  g_autofree char *folder = test_folder_path ("folder");
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bv_lock_take (path, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_FAILED);
  g_clear_error (&error);
  g_mkdir (folder, 0555);
  if (g_access (folder, W_OK) == 0) {
    g_test_skip ("this user may write everywhere");
    return;
  }
  g_assert_null (bv_lock_take (path, NULL, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "folder"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/lock/take-and-release", test_take_and_release);
  g_test_add_func ("/lock/two-names", test_two_names);
  g_test_add_func ("/lock/other-computer", test_other_computer);
  g_test_add_func ("/lock/discard", test_discard);
  g_test_add_func ("/lock/lost", test_lost);
  g_test_add_func ("/lock/take-over", test_take_over);
  g_test_add_func ("/lock/unreadable", test_unreadable);
  g_test_add_func ("/lock/dead-process", test_dead_process);
  g_test_add_func ("/lock/living-process", test_living_process);
  g_test_add_func ("/lock/before-restart", test_before_restart);
  g_test_add_func ("/lock/rivals", test_rivals);
  g_test_add_func ("/lock/removed-by-hand", test_removed_by_hand);
  g_test_add_func ("/lock/refused", test_refused);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
