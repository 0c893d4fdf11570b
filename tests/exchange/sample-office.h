/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample office as a file to work on: a copy of the one that the build made. */
#pragma once
#include "bv-sample.h"

#include <glib/gstdio.h>

/* A test that is started by hand does not know where that one lies, and builds its own. */
static inline void
sample_office_write (const char *path)
{
  static char *contents;
  static gsize length;
  const char *made = g_getenv ("BV_SAMPLE");
  g_autoptr (GError) error = NULL;

  if (!contents) {
    if (!made) {
      g_remove (path);
      bv_sample_create (path, "Kiểm thử", &error);
      g_assert_no_error (error);
    }
    g_file_get_contents (made ? made : path, &contents, &length, &error);
    g_assert_no_error (error);
  }
  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}
