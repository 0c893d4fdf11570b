/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room share of a connection; the only place that includes sqlite3.h. */
#pragma once
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "bv-database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** BvDatabaseEach: who is handed the rows of bv_database_each(). */
typedef struct BvDatabaseEach BvDatabaseEach;

struct _BvDatabase
{
  GObject parent_instance;

  char *path;
  sqlite3 *handle; /* NULL once closed */
  gboolean writable;

  GHashTable *statements; /* one for each SQL text, in use or not */
  GQueue idle;            /* those that nobody uses now, the oldest first */

  const BvDatabaseEach *each; /* borrowed; non-NULL while rows are handed out */
};

struct BvStatement
{
  BvDatabase *database; /* owned while in use, not while idle */
  sqlite3_stmt *stmt;   /* owned */
  char *sql;            /* owned, the cache's key */
  gboolean cached;      /* the one that the database knows by its text */
  int bind_result;      /* the first bind that failed, told by the next step */
  GList link;
};

/** bv_database_new_statement: takes over @stmt. */
BvStatement *bv_statement_new (BvDatabase *database, sqlite3_stmt *stmt, const char *sql);
void bv_statement_free (BvStatement *self);
/** bv_database_take_back: a statement nobody uses any more; cached or freed. */
void bv_database_take_back (BvDatabase *self, BvStatement *statement);

/**
 * bv_database_set_error: turns SQLite's @result into a sentence that names the file; the details
 * go to the log. Always %FALSE, for returning.
 */
gboolean bv_database_set_error (BvDatabase *self, int result, GError **error);
/** bv_database_set_file_error: the same before and without a connection; @handle nullable. */
gboolean bv_database_set_file_error (const char *path, sqlite3 *handle, int result, GError **error);

/** bv_database_add_each: makes the function each() known to the connection. */
gboolean bv_database_add_each (BvDatabase *self);

/** bv_database_watch_log: from now on SQLite's own log is counted; once per process. */
void bv_database_watch_log (void);
/** bv_database_get_n_logged: complaints SQLite logged in this thread so far. */
guint bv_database_get_n_logged (void);

/** bv_database_is_changeset: whether SQLite can be trusted to read @bytes. */
gboolean bv_database_is_changeset (GBytes *bytes);
/** bv_database_set_unreadable: says that a step of the history is damaged; @result goes to the log.
 * Always %FALSE, for returning. */
gboolean bv_database_set_unreadable (int result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_blob, sqlite3_blob_close)

G_END_DECLS
