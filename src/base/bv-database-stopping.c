/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stopping what runs on a connection in a thread. */
#include "config.h"

#include "bv-database-stopping.h"

#include "bv-database-private.h"

/* Of SQLite between two looks whether somebody wants to stop: some microseconds. */
#define OPERATIONS 100

static int
is_cancelled_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
bv_database_stopping_watch (BvDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (BV_IS_DATABASE (self) && self->handle != NULL);
  sqlite3_progress_handler (
      self->handle, OPERATIONS, cancellable ? is_cancelled_cb : NULL, cancellable);
}
