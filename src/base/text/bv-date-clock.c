/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The computer's own date and time. */
#include "config.h"

#include "bv-date.h"

/* An import asks for it at each row. */
char *
bv_date_today (void)
{
  static GMutex mutex;
  static gint64 second = -1;
  static char *today;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (now != second) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now);

    g_free (today);
    today = g_date_time_format (time, "%Y-%m-%d");
    second = now;
  }
  return g_strdup (today);
}

char *
bv_date_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}
