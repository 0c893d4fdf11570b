/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk without room, and what lies beside a file. */
#pragma once
#include <glib.h>
#include <signal.h>
#include <sys/resource.h>

/* No file may grow above a page: what the kernel says then is treated as a full disk. */
static inline struct rlimit
full_disk_begin (void)
{
  struct rlimit before, small;

  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  return before;
}

static inline void
full_disk_end (struct rlimit before)
{
  setrlimit (RLIMIT_FSIZE, &before);
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
