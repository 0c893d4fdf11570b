/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A temporary folder of real files for one test program. */
#pragma once
#include <gio/gio.h>
#include <glib/gstdio.h>

static char *test_folder;

static inline void
test_folder_make (void)
{
  g_autoptr (GError) error = NULL;

  test_folder = g_dir_make_tmp ("bang-vang-XXXXXX", &error);
  g_assert_no_error (error);
}

static inline void
test_folder_remove_at (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_chmod (path, 0755);
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      test_folder_remove_at (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static inline void
test_folder_remove (void)
{
  test_folder_remove_at (test_folder);
  g_clear_pointer (&test_folder, g_free);
}

/** test_folder_path: a path in the folder where nothing lies yet; owned. */
static inline char *
test_folder_path (const char *name)
{
  char *path = g_build_filename (test_folder, name, NULL);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  return path;
}

/** test_folder_count: how many files lie in the folder now. */
static inline guint
test_folder_count (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}
