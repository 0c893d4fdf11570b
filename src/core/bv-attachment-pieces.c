/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large contents, stored piece by piece in a thread before the row that names them. */
#include "config.h"

#include "bv-attachment-pieces.h"

#include "bv-attachment-private.h"
#include "bv-database.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

/* Far below what the connection keeps in memory, so that a piece is written at its commit alone;
 * small enough for a slow disk: others wait for two seconds, then they give up. */
#define PIECE (4 * 1024 * 1024)

static const char insert_sql[] = "INSERT INTO content_piece (content_id, data) VALUES (?1, ?2)";
static const char finish_sql[]
    = "INSERT INTO content (id, sha256, data) SELECT ?1, ?2, x'' WHERE ?3 ="
      " (SELECT sum (length (data)) FROM content_piece WHERE content_id = ?1) RETURNING id";
static const char drop_sql[] = "DELETE FROM content_piece WHERE content_id = ?1";

typedef struct
{
  BvDatabase *database;
  BvAttachmentSource *source;
  gint64 id; /* of the content to be */
  int *kibibytes;
  GCancellable *cancellable;
} Storing;

/* Whoever writes or reads meanwhile is waited for, however long, but not beyond Cancel. */
static gboolean
insist (Storing *self, gboolean (*step) (BvDatabase *, GError **), GError **error)
{
  while (TRUE) {
    g_autoptr (GError) local = NULL;

    if (step (self->database, &local))
      return TRUE;
    if (g_error_matches (local, BV_ERROR, BV_ERROR_LOCKED)
        && !g_cancellable_is_cancelled (self->cancellable))
      continue;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
}

static gboolean
insert_piece (Storing *self, GBytes *piece, GError **error)
{
  g_autoptr (BvStatement) insert = bv_database_prepare (self->database, insert_sql, error);

  if (!insert)
    return FALSE;
  bv_statement_bind_integer (insert, 1, self->id);
  bv_statement_borrow_blob (insert, 2, piece);
  return bv_statement_run (insert, error);
}

/* As long as others were kept waiting, they have the file for themselves then: who waits looks only
 * now and then whether it is free. */
static gboolean
store_piece (Storing *self, GBytes *piece, GError **error)
{
  gint64 start;

  if (!insist (self, bv_database_begin, error))
    return FALSE;
  start = g_get_monotonic_time ();
  if (!insert_piece (self, piece, error) || !insist (self, bv_database_commit, error)) {
    bv_database_rollback (self->database);
    return FALSE;
  }
  g_usleep ((gulong) MIN (g_get_monotonic_time () - start, G_USEC_PER_SEC));
  return TRUE;
}

static gboolean
store_pieces (Storing *self, GError **error)
{
  g_autoptr (GInputStream) stream = _bv_attachment_source_open (
      self->source, self->cancellable, error);
  g_autofree guint8 *room = g_malloc (PIECE);
  gsize n = PIECE;

  while (stream && n == PIECE) {
    g_autoptr (GBytes) piece = NULL;

    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !g_input_stream_read_all (stream, room, PIECE, &n, self->cancellable, error))
      return FALSE;
    piece = g_bytes_new_static (room, n);
    if (n > 0 && !store_piece (self, piece, error))
      return FALSE;
    if (self->kibibytes)
      g_atomic_int_add (self->kibibytes, (int) (n / 1024));
  }
  return stream && _bv_attachment_source_check_unchanged (self->source, error);
}

/* Only whole: somebody may have made the file smaller and thrown out pieces without a content. */
static gboolean
insert_content (Storing *self, GError **error)
{
  g_autoptr (BvStatement) insert = bv_database_prepare (self->database, finish_sql, error);
  BvStep step;

  if (!insert)
    return FALSE;
  bv_statement_bind_integer (insert, 1, self->id);
  bv_statement_bind_text (insert, 2, self->source->sha256);
  bv_statement_bind_integer (insert, 3, self->source->size);
  step = bv_statement_step (insert, error);
  if (step == BV_STEP_DONE)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_FAILED,
                 _ ("“%s” could not be stored because the office file was being made smaller. Try "
                    "again."),
                 self->source->name);
  return step == BV_STEP_ROW;
}

static gboolean
finish (Storing *self, GError **error)
{
  if (!insist (self, bv_database_begin, error))
    return FALSE;
  if (insert_content (self, error) && insist (self, bv_database_commit, error))
    return TRUE;
  bv_database_rollback (self->database);
  return FALSE;
}

/* What cannot be dropped now goes when the file is made smaller. */
static void
drop_pieces (Storing *self)
{
  g_autoptr (BvStatement) drop = bv_database_prepare (self->database, drop_sql, NULL);

  if (!drop)
    return;
  bv_statement_bind_integer (drop, 1, self->id);
  bv_statement_run (drop, NULL);
}

gboolean
bv_attachment_pieces_store (const char *path,
                            BvAttachmentSource *source,
                            int *kibibytes,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (BvDatabase) database = bv_database_open (path, BV_DATABASE_READ_WRITE, error);
  g_autoptr (GError) local = NULL;
  Storing self = { database, source, 0, kibibytes, cancellable };

  if (!database)
    return FALSE;
  if (_bv_attachment_find_content (database, source->sha256, &local) != 0)
    return TRUE;
  /* Nobody has this one: there is no row yet whose number the next could follow. */
  self.id = (gint64) g_random_int () << 30 | g_random_int () >> 2;
  if (!local && store_pieces (&self, &local) && finish (&self, &local))
    return TRUE;
  drop_pieces (&self);
  return _bv_attachment_tell (g_steal_pointer (&local), source->name, error);
}
