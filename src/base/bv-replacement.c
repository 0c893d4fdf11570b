/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is written beside its target and takes its place only when all is well. */
#include "config.h"

#include "bv-replacement.h"

#include "bv-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define PERMISSIONS 0644

struct BvReplacement
{
  char *target;
  char *path; /* NULL once it has taken the target's place */
  int fd;
};

static void
set_error (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FULL,
                 _ ("“%s” could not be written: the disk is full. The old file is untouched. Make "
                    "room or choose another place."),
                 name);
  else if (number == EACCES || number == EROFS || number == EPERM)
    g_set_error (
        error,
        BV_ERROR,
        BV_ERROR_READ_ONLY,
        _ ("“%s” could not be written: this folder cannot be changed. Choose another place."),
        name);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("“%s” could not be written: its folder is not there. Choose another place."),
                 name);
  else if (number == ENAMETOOLONG)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” could not be written: the name is too long. Choose a shorter one."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("“%s” could not be written: %s. The old file is untouched."),
                 name,
                 g_strerror (number));
}

/* Excel and LibreOffice leave a small file beside the one they have open. */
static gboolean
check_closed (const char *folder, const char *target, GError **error)
{
  static const struct
  {
    const char *before, *after;
  } marks[] = { { "~$", "" }, { ".~lock.", "#" } };
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *shown = g_filename_display_name (base);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autofree char *name = g_strconcat (marks[i].before, base, marks[i].after, NULL);
    g_autofree char *mark = g_build_filename (folder, name, NULL);
    g_autofree char *shown_mark = g_filename_display_name (name);

    if (!g_file_test (mark, G_FILE_TEST_EXISTS))
      continue;
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_LOCKED,
                 _ ("“%s” is open in another program, so it was left as it is. Close it there or "
                    "choose another name; if nobody has it open, remove “%s” beside it."),
                 shown,
                 shown_mark);
    return FALSE;
  }
  return TRUE;
}

/* Renaming would put another file in the place of one that nobody may write. */
static gboolean
check_writable (const char *target, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (target);
  GStatBuf info;

  if (g_stat (target, &info) != 0 || (info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)))
    return TRUE;
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_READ_ONLY,
               _ ("“%s” is a read-only file, so it was left as it is. Choose another name."),
               shown);
  return FALSE;
}

BvReplacement *
bv_replacement_new (const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  BvReplacement *self;

  if (!check_closed (folder, target, error) || !check_writable (target, error))
    return NULL;
  self = g_new0 (BvReplacement, 1);
  self->target = g_strdup (target);
  self->path = g_build_filename (folder, ".bang-vang-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, PERMISSIONS);
  if (self->fd >= 0)
    return self;
  set_error (target, errno, error);
  g_clear_pointer (&self->path, g_free);
  bv_replacement_free (self);
  return NULL;
}

void
bv_replacement_free (BvReplacement *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->path)
    g_remove (self->path);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

const char *
bv_replacement_get_path (BvReplacement *self)
{
  return self->path;
}

gboolean
bv_replacement_write (BvReplacement *self, const void *bytes, gsize length, GError **error)
{
  const char *at = bytes;

  while (length > 0) {
    gssize n = write (self->fd, at, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_error (self->target, errno, error);
      return FALSE;
    }
    at += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* Whoever wrote to the path may have put another file there: that one is brought to the disk. */
gboolean
bv_replacement_commit (BvReplacement *self, GError **error)
{
  int fd = g_open (self->path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0 && g_rename (self->path, self->target) == 0;

  if (!done)
    set_error (self->target, errno, error);
  else
    g_clear_pointer (&self->path, g_free);
  if (fd >= 0)
    close (fd);
  return done;
}

void
bv_replacement_set_error (BvReplacement *self, int number, GError **error)
{
  set_error (self->target, number, error);
}
