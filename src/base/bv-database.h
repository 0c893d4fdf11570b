/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection to an SQLite file, with a cache of prepared statements. */
#pragma once
#include "bv-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BV_TYPE_DATABASE (bv_database_get_type ())
G_DECLARE_FINAL_TYPE (BvDatabase, bv_database, BV, DATABASE, GObject)

typedef enum {
  BV_DATABASE_READ_ONLY = 0,
  BV_DATABASE_READ_WRITE = 1 << 0,
  BV_DATABASE_CREATE = 1 << 1,
} BvDatabaseFlags;

/**
 * bv_database_open: opens the file @path with the house's pragmas (foreign keys, defensive mode,
 * FULL sync). The message of @error names the file.
 */
BvDatabase *bv_database_open (const char *path, BvDatabaseFlags flags, GError **error);
const char *bv_database_get_path (BvDatabase *self);
gboolean bv_database_is_writable (BvDatabase *self);
/** bv_database_close: finishes all statements and closes; also done when the last reference goes.
 */
void bv_database_close (BvDatabase *self);

/** bv_database_exec: runs one or several statements without parameters. */
gboolean bv_database_exec (BvDatabase *self, const char *sql, GError **error);
/** bv_database_prepare: owned by the caller until released with g_autoptr; cached by its text. */
BvStatement *bv_database_prepare (BvDatabase *self, const char *sql, GError **error);
/** bv_database_query_integer: first column of the first row into @value; no row is
 * %BV_ERROR_NOT_FOUND. */
gboolean
bv_database_query_integer (BvDatabase *self, const char *sql, gint64 *value, GError **error);
/** bv_database_query_text: as above, owned by the caller. NULL in the database is "". */
char *bv_database_query_text (BvDatabase *self, const char *sql, GError **error);

/** bv_database_get_version: another number after every commit of somebody else: a file may be
 * looked at while another writes. */
gboolean bv_database_get_version (BvDatabase *self, gint64 *version, GError **error);

/** BvDatabaseRow: the values of one row; NULL is 0. */
typedef void (*BvDatabaseRow) (const gint64 *values, gpointer data);
/**
 * bv_database_each: hands every row of @sql to @func, where @sql is "SELECT each (column, …) FROM
 * …" of whole numbers, with @parameter as ?1. For very many rows; @func must not come back here.
 */
gboolean bv_database_each (BvDatabase *self,
                           const char *sql,
                           gint64 parameter,
                           BvDatabaseRow func,
                           gpointer data,
                           GError **error);

/** bv_database_hold_pages: whether changed pages stay in memory until the transaction ends, however
 * many they are. */
gboolean bv_database_hold_pages (BvDatabase *self, gboolean hold, GError **error);
gboolean bv_database_begin (BvDatabase *self, GError **error);
gboolean bv_database_commit (BvDatabase *self, GError **error);
void bv_database_rollback (BvDatabase *self);
gboolean bv_database_in_transaction (BvDatabase *self);
/** bv_database_get_total_changes: rows ever changed through this connection. */
gint64 bv_database_get_total_changes (BvDatabase *self);

/**
 * BvDatabaseProgress: called now and then with pages done and in all; %FALSE stops the work.
 */
typedef gboolean (*BvDatabaseProgress) (int done, int total, gpointer data);
/** bv_database_backup: copies the whole database into the new file @path, while it is in use. */
gboolean bv_database_backup (BvDatabase *self,
                             const char *path,
                             GCancellable *cancellable,
                             BvDatabaseProgress progress,
                             gpointer data,
                             GError **error);

/** bv_database_blob_write: stores @bytes into table.column at @rowid piece by piece (the zeroblob
 * exists). */
gboolean bv_database_blob_copy_in (BvDatabase *self,
                                   const char *table,
                                   const char *column,
                                   gint64 rowid,
                                   GInputStream *from,
                                   GCancellable *cancellable,
                                   GError **error);
/** bv_database_blob_copy_out: writes the blob piece by piece into @to. */
gboolean bv_database_blob_copy_out (BvDatabase *self,
                                    const char *table,
                                    const char *column,
                                    gint64 rowid,
                                    GOutputStream *to,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
