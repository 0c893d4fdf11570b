/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys from outside the program, for tests under xrun. */
#pragma once
#include <glib.h>

/** press: @key as xdotool calls it; what has come of it already is done. */
static inline void
press (const char *key)
{
  const char *argv[] = { "xdotool", "key", "--clearmodifiers", key, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (
      NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
