/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk without room, and what lies beside a file. */
#pragma once
#include <glib.h>
#include <signal.h>
#include <sys/resource.h>

/* No file may grow above @most bytes: what the kernel says then is treated as a full disk. */
static inline struct rlimit
full_disk_begin (rlim_t most)
{
  struct rlimit before, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = most;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  return before;
}

static inline void
full_disk_end (struct rlimit before)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
}

static inline guint
count_files_beside (const char *path)
{
  g_autofree char *name = g_path_get_dirname (path);
  g_autoptr (GDir) folder = g_dir_open (name, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}
