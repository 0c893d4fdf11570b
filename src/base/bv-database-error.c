/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite refuses, said so that a clerk can act on it; the details go to the log. */
#include "config.h"

#include "bv-database-private.h"
#include "bv-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static __thread guint n_logged;

static BvError
classify_system_error (int system_errno)
{
  switch (system_errno) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    return BV_ERROR_FULL;
  case EROFS:
  case EACCES:
  case EPERM:
    return BV_ERROR_READ_ONLY;
  default:
    return BV_ERROR_FAILED;
  }
}

static BvError
classify (int result, int system_errno)
{
  if (result == SQLITE_IOERR_CORRUPTFS)
    return BV_ERROR_DAMAGED;
  switch (result & 0xff) {
  case SQLITE_FULL:
    return BV_ERROR_FULL;
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
    return BV_ERROR_READ_ONLY;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return BV_ERROR_DAMAGED;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return BV_ERROR_LOCKED;
  case SQLITE_INTERRUPT:
    return BV_ERROR_CANCELLED;
  case SQLITE_IOERR:
    /* SQLite tells a full disk apart only for ENOSPC, not for a quota or a size limit. */
    return classify_system_error (system_errno);
  default:
    return BV_ERROR_FAILED;
  }
}

static char *
make_sentence (BvError code, const char *name)
{
  switch ((int) code) {
  case BV_ERROR_FULL:
    return g_strdup_printf (
        _ ("There is no room left on the disk for “%s”. Free some space, then try again."), name);
  case BV_ERROR_READ_ONLY:
    return g_strdup_printf (_ ("“%s” cannot be written: the file or its folder is read-only. Copy "
                               "it to a folder of yours and open the copy."),
                            name);
  case BV_ERROR_DAMAGED:
    return g_strdup_printf (_ ("“%s” is damaged. Open the newest backup instead."), name);
  case BV_ERROR_LOCKED:
    return g_strdup_printf (
        _ ("Another program is using “%s” just now. Close it there, then try again."), name);
  case BV_ERROR_CANCELLED:
    return g_strdup_printf (_ ("The work on “%s” was stopped."), name);
  default:
    return g_strdup_printf (_ ("The system refused to read or write “%s”. Check the disk or the "
                               "network folder, then try again."),
                            name);
  }
}

gboolean
bv_database_set_file_error (const char *path, sqlite3 *handle, int result, GError **error)
{
  /* SQLite keeps the system's reason for a file that cannot be opened, but not for a write. */
  int last_errno = errno;
  int kept_errno = handle ? sqlite3_system_errno (handle) : 0;
  int system_errno = kept_errno ? kept_errno : last_errno;
  g_autofree char *name = g_filename_display_basename (path);
  BvError code = classify (result, system_errno);
  g_autofree char *sentence = make_sentence (code, name);

  g_info ("%s: SQLite %d (%s), errno %d: %s",
          path,
          result,
          sqlite3_errstr (result),
          system_errno,
          handle ? sqlite3_errmsg (handle) : "");
  g_set_error_literal (error, BV_ERROR, code, sentence);
  return FALSE;
}

gboolean
bv_database_set_error (BvDatabase *self, int result, GError **error)
{
  return bv_database_set_file_error (self->path, self->handle, result, error);
}

static void
count_log_cb (void *data, int result, const char *message)
{
  g_debug ("SQLite %d: %s", result, message);
  /* Notices tell of a recovered journal, the warning of an index SQLite would have liked. */
  if ((result & 0xff) != SQLITE_NOTICE && result != SQLITE_WARNING_AUTOINDEX)
    n_logged++;
}

void
bv_database_watch_log (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;
  if (sqlite3_config (SQLITE_CONFIG_LOG, count_log_cb, NULL) != SQLITE_OK)
    g_warning ("SQLite was started before its log could be watched");
  /* Nobody reads its count of the memory in use, which takes a lock at each allocation. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&once, 1);
}

guint
bv_database_get_n_logged (void)
{
  return n_logged;
}
