/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file beside an office file that names who is writing in it. */
#include "config.h"

#include "bv-lock.h"

#include "bv-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct BvLock
{
  char *path;
};

BvLock *
bv_lock_take (const char *path, char **holder, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  int fd = g_open (lock_path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
  BvLock *self;

  if (fd < 0) {
    g_set_error (error,
                 BV_ERROR,
                 errno == EEXIST ? BV_ERROR_LOCKED : BV_ERROR_READ_ONLY,
                 "%s",
                 g_strerror (errno));
    return NULL;
  }
  close (fd);
  self = g_new0 (BvLock, 1);
  self->path = g_steal_pointer (&lock_path);
  return self;
}

void
bv_lock_release (BvLock *self)
{
  g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}
