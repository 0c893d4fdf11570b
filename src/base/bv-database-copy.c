/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied in pieces: the whole database into another file, one blob in or out. */
#include "config.h"

#include "bv-database-private.h"
#include "bv-error.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* 16 MB a step: a cancel is heard at once, and the steps cost nothing. */
#define BACKUP_PAGES 1000
#define BLOB_CHUNK (256 * 1024)

static gboolean
set_cancelled (GError **error)
{
  g_set_error_literal (error, BV_ERROR, BV_ERROR_CANCELLED, _ ("Stopped."));
  return FALSE;
}

static gboolean
run_backup (sqlite3_backup *backup,
            GCancellable *cancellable,
            BvDatabaseProgress progress,
            gpointer data,
            int *result)
{
  do {
    int total;

    if (g_cancellable_is_cancelled (cancellable))
      return FALSE;
    *result = sqlite3_backup_step (backup, BACKUP_PAGES);
    total = sqlite3_backup_pagecount (backup);
    if (progress && !progress (total - sqlite3_backup_remaining (backup), total, data))
      return FALSE;
  } while (*result == SQLITE_OK);
  return TRUE;
}

static gboolean
copy_pages (BvDatabase *self,
            sqlite3 *target,
            const char *path,
            GCancellable *cancellable,
            BvDatabaseProgress progress,
            gpointer data,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", self->handle, "main");
  int result = SQLITE_OK;
  gboolean went_on;

  if (!backup)
    return bv_database_set_file_error (path, target, sqlite3_extended_errcode (target), error);
  went_on = run_backup (backup, cancellable, progress, data, &result);
  sqlite3_backup_finish (backup);
  if (!went_on)
    return set_cancelled (error);
  if (result == SQLITE_DONE)
    return TRUE;
  /* Damage is of the source, everything else of the copy. */
  if ((result & 0xff) == SQLITE_CORRUPT || (result & 0xff) == SQLITE_NOTADB)
    path = self->path;
  return bv_database_set_file_error (path, target, result, error);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Some shared folders refuse it; the copy itself is already on the disk. */
  if (fsync (fd) != 0)
    g_debug ("%s: the folder cannot be synced", folder);
  close (fd);
}

static gboolean
rename_part (const char *part, const char *path, GError **error)
{
  if (g_rename (part, path) != 0)
    return bv_database_set_file_error (path, NULL, SQLITE_CANTOPEN, error);
  sync_folder (path);
  return TRUE;
}

gboolean
bv_database_backup (BvDatabase *self,
                    const char *path,
                    GCancellable *cancellable,
                    BvDatabaseProgress progress,
                    gpointer data,
                    GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  sqlite3 *target = NULL;
  gboolean done;
  int result;

  g_return_val_if_fail (!bv_database_in_transaction (self), FALSE);
  g_unlink (part);
  result = sqlite3_open_v2 (part,
                            &target,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
                                | SQLITE_OPEN_EXRESCODE,
                            NULL);
  if (result != SQLITE_OK)
    done = bv_database_set_file_error (path, target, result, error);
  else
    done = copy_pages (self, target, path, cancellable, progress, data, error);
  sqlite3_close (target);
  done = done && rename_part (part, path, error);
  if (!done) {
    g_unlink (part);
    g_unlink (journal);
  }
  return done;
}

static sqlite3_blob *
open_blob (BvDatabase *self,
           const char *table,
           const char *column,
           gint64 rowid,
           gboolean write,
           GError **error)
{
  sqlite3_blob *blob = NULL;
  int result = sqlite3_blob_open (self->handle, "main", table, column, rowid, write, &blob);

  if (result == SQLITE_OK)
    return blob;
  bv_database_set_error (self, result, error);
  return NULL;
}

static gboolean
set_size_changed (GError **error)
{
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_FAILED,
                       _ ("The file was changed while it was being read. Save and close it in the "
                          "other program, then try again."));
  return FALSE;
}

gboolean
bv_database_blob_copy_in (BvDatabase *self,
                          const char *table,
                          const char *column,
                          gint64 rowid,
                          GInputStream *from,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (sqlite3_blob) blob = open_blob (self, table, column, rowid, TRUE, error);
  g_autofree guint8 *chunk = g_malloc (BLOB_CHUNK);
  int size = blob ? sqlite3_blob_bytes (blob) : 0;
  int done = 0;
  gsize n_read;

  if (!blob)
    return FALSE;
  do {
    int result;

    if (g_cancellable_is_cancelled (cancellable))
      return set_cancelled (error);
    if (!g_input_stream_read_all (from, chunk, BLOB_CHUNK, &n_read, cancellable, error))
      return FALSE;
    if (n_read > (gsize) (size - done))
      return set_size_changed (error);
    result = n_read ? sqlite3_blob_write (blob, chunk, (int) n_read, done) : SQLITE_OK;
    if (result != SQLITE_OK)
      return bv_database_set_error (self, result, error);
    done += (int) n_read;
  } while (n_read == BLOB_CHUNK);
  return done == size || set_size_changed (error);
}

gboolean
bv_database_blob_copy_out (BvDatabase *self,
                           const char *table,
                           const char *column,
                           gint64 rowid,
                           GOutputStream *to,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (sqlite3_blob) blob = open_blob (self, table, column, rowid, FALSE, error);
  g_autofree guint8 *chunk = g_malloc (BLOB_CHUNK);
  int size = blob ? sqlite3_blob_bytes (blob) : 0;

  if (!blob)
    return FALSE;
  for (int done = 0; done < size;) {
    int n = MIN (BLOB_CHUNK, size - done);
    int result;

    if (g_cancellable_is_cancelled (cancellable))
      return set_cancelled (error);
    result = sqlite3_blob_read (blob, chunk, n, done);
    if (result != SQLITE_OK)
      return bv_database_set_error (self, result, error);
    if (!g_output_stream_write_all (to, chunk, n, NULL, cancellable, error))
      return FALSE;
    done += n;
  }
  return TRUE;
}
