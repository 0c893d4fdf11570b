/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that prove an achievement: content kept once by its SHA-256, read and written piece by
 * piece. */
#include "config.h"

#include "bv-attachment-private.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Up to this size the pages of a content stay in memory until the step is committed; the pages of
 * larger ones are written twice, empty and filled. */
#define HELD (64 * 1024 * 1024)

static const char find_content_sql[] = "SELECT id FROM content WHERE sha256 = ?1";
static const char insert_content_sql[] = "INSERT INTO content (sha256, data) VALUES (?1, ?2)";
static const char make_room_sql[]
    = "INSERT INTO content (sha256, data) VALUES (?1, zeroblob (?2)) RETURNING id";
static const char delete_content_sql[] = "DELETE FROM content WHERE id = ?1";
static const char content_of_sql[]
    = "SELECT content.id FROM attachment JOIN content ON content.sha256 = attachment.sha256"
      " WHERE attachment.id = ?1";
static const char pieces_of_sql[]
    = "SELECT id FROM content_piece WHERE content_id = ?1 ORDER BY id";
static const char twin_sql[]
    = "SELECT achievement_id FROM attachment WHERE sha256 = ?1 AND id <> ?2"
      " ORDER BY achievement_id = ?3, id LIMIT 1";
static const char list_sql[]
    = "SELECT id FROM attachment WHERE achievement_id = ?1 ORDER BY added_on, id";

gint64
_bv_attachment_find_content (BvDatabase *database, const char *sha256, GError **error)
{
  g_autoptr (BvStatement) find = bv_database_prepare (database, find_content_sql, error);

  if (!find)
    return 0;
  bv_statement_bind_text (find, 1, sha256);
  return bv_statement_step (find, error) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

static gint64
make_room (BvDatabase *database, BvAttachmentSource *source, GError **error)
{
  g_autoptr (BvStatement) insert = bv_database_prepare (database, make_room_sql, error);

  if (!insert)
    return 0;
  bv_statement_bind_text (insert, 1, source->sha256);
  bv_statement_bind_integer (insert, 2, source->size);
  return bv_statement_step (insert, error) == BV_STEP_ROW ? bv_statement_get_integer (insert, 0)
                                                          : 0;
}

static void
drop_content (BvDatabase *database, gint64 id)
{
  g_autoptr (BvStatement) drop = bv_database_prepare (database, delete_content_sql, NULL);

  if (!drop)
    return;
  bv_statement_bind_integer (drop, 1, id);
  bv_statement_run (drop, NULL);
}

static gboolean
copy_content (BvDatabase *database,
              BvAttachmentSource *source,
              gint64 id,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GInputStream) stream = _bv_attachment_source_open (source, cancellable, error);

  return stream
         && bv_database_blob_copy_in (database, "content", "data", id, stream, cancellable, error)
         && _bv_attachment_source_check_unchanged (source, error);
}

/* Written once, while a large one that is read piece by piece passes through memory twice. */
static gboolean
insert_held (BvDatabase *database,
             BvAttachmentSource *source,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (BvStatement) insert = bv_database_prepare (database, insert_content_sql, error);

  if (!insert || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  bv_statement_bind_text (insert, 1, source->sha256);
  bv_statement_borrow_blob (insert, 2, source->bytes);
  return bv_statement_run (insert, error);
}

static gboolean
insert_read (BvDatabase *database,
             BvAttachmentSource *source,
             GCancellable *cancellable,
             GError **error)
{
  gint64 id = make_room (database, source, error);

  if (id == 0)
    return FALSE;
  if (copy_content (database, source, id, cancellable, error))
    return TRUE;
  /* The step may be part of a larger one that goes on. */
  drop_content (database, id);
  return FALSE;
}

static gboolean
store_content (BvDatabase *database,
               BvAttachmentSource *source,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean known = _bv_attachment_find_content (database, source->sha256, &local) != 0;

  if (known)
    return TRUE;
  if (!local
      && (source->bytes ? insert_held (database, source, cancellable, &local)
                        : insert_read (database, source, cancellable, &local)))
    return TRUE;
  return _bv_attachment_tell (g_steal_pointer (&local), source->name, error);
}

static gint64
store_row (BvOffice *office, gint64 achievement_id, BvAttachmentSource *source, GError **error)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_attachment_kind);
  g_autofree char *today = bv_date_today ();

  bv_record_set_integer (record, "achievement_id", achievement_id);
  bv_record_set_text (record, "name", source->name);
  bv_record_set_text (record, "media_type", source->media_type);
  bv_record_set_integer (record, "size", source->size);
  bv_record_set_text (record, "sha256", source->sha256);
  bv_record_set_text (record, "added_on", today);
  return bv_office_save (office, record, error) ? bv_record_get_id (record) : 0;
}

static gint64
store_in_step (BvOffice *office,
               gint64 achievement_id,
               BvAttachmentSource *source,
               GCancellable *cancellable,
               GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  gboolean own = !bv_history_is_open (history);
  g_autofree char *title = g_strdup_printf (_ ("Attach: %s"), source->name);
  gint64 id = 0;

  if (own && !bv_history_begin (history, title, error))
    return 0;
  if (store_content (bv_office_get_database (office), source, cancellable, error))
    id = store_row (office, achievement_id, source, error);
  if (!own)
    return id;
  if (id != 0)
    return bv_history_commit (history, error) ? id : 0;
  bv_history_abort (history);
  return 0;
}

gint64
bv_attachment_add_source (BvOffice *office,
                          gint64 achievement_id,
                          BvAttachmentSource *source,
                          GCancellable *cancellable,
                          GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  gint64 id;

  if (bv_history_is_open (bv_office_get_history (office)))
    return store_in_step (office, achievement_id, source, cancellable, error);
  if (!bv_database_hold_pages (database, source->size <= HELD, error))
    return 0;
  id = store_in_step (office, achievement_id, source, cancellable, error);
  bv_database_hold_pages (database, FALSE, NULL);
  return id;
}

gint64
bv_attachment_add_bytes (
    BvOffice *office, gint64 achievement_id, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (BvAttachmentSource) source = bv_attachment_source_new (name, bytes, error);

  return source ? bv_attachment_add_source (office, achievement_id, source, NULL, error) : 0;
}

/* Taking out */

static gint64
find_content_of (BvOffice *office, gint64 attachment_id, GError **error)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (office), content_of_sql, error);
  BvStep step;

  if (!find)
    return 0;
  bv_statement_bind_integer (find, 1, attachment_id);
  step = bv_statement_step (find, error);
  if (step == BV_STEP_ROW)
    return bv_statement_get_integer (find, 0);
  if (step == BV_STEP_DONE)
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_NOT_FOUND,
                         _ ("The content of this evidence is not in the file. Look for it in a "
                            "backup."));
  return 0;
}

/* Closing with a cancelled cancellable leaves the old target as it was. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static gboolean
write_pieces (BvDatabase *database,
              gint64 content_id,
              GOutputStream *to,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (BvStatement) pieces = bv_database_prepare (database, pieces_of_sql, error);
  g_autoptr (GArray) ids = NULL;

  if (!pieces)
    return FALSE;
  bv_statement_bind_integer (pieces, 1, content_id);
  ids = bv_store_collect_ids (pieces, error);
  for (guint i = 0; ids && i < ids->len; i++)
    if (!bv_database_blob_copy_out (database,
                                    "content_piece",
                                    "data",
                                    g_array_index (ids, gint64, i),
                                    to,
                                    cancellable,
                                    error))
      return FALSE;
  return ids != NULL;
}

gboolean
bv_attachment_write (BvOffice *office,
                     gint64 attachment_id,
                     GOutputStream *to,
                     GCancellable *cancellable,
                     GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  gint64 content_id = find_content_of (office, attachment_id, error);

  return content_id != 0
         && bv_database_blob_copy_out (
             database, "content", "data", content_id, to, cancellable, error)
         && write_pieces (database, content_id, to, cancellable, error);
}

gboolean
bv_attachment_save (BvOffice *office,
                    gint64 attachment_id,
                    GFile *target,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = g_filename_display_name (base);

  stream = G_OUTPUT_STREAM (
      g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &local));
  if (!stream)
    return _bv_attachment_tell (g_steal_pointer (&local), name, error);
  if (!bv_attachment_write (office, attachment_id, stream, cancellable, &local)) {
    give_up (stream);
    return _bv_attachment_tell (g_steal_pointer (&local), name, error);
  }
  if (!g_output_stream_close (stream, cancellable, &local))
    return _bv_attachment_tell (g_steal_pointer (&local), name, error);
  return TRUE;
}

GArray *
bv_attachment_list (BvOffice *office, gint64 achievement_id, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), list_sql, error);

  if (!statement)
    return NULL;
  bv_statement_bind_integer (statement, 1, achievement_id);
  return bv_store_collect_ids (statement, error);
}

gint64
bv_attachment_find_twin (BvOffice *office, BvRecord *attachment)
{
  g_autoptr (BvStatement) find = bv_database_prepare (
      bv_office_get_database (office), twin_sql, NULL);

  if (!find)
    return 0;
  bv_statement_bind_text (find, 1, bv_record_get_text (attachment, "sha256"));
  bv_statement_bind_integer (find, 2, bv_record_get_id (attachment));
  bv_statement_bind_integer (find, 3, bv_record_get_integer (attachment, "achievement_id"));
  return bv_statement_step (find, NULL) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

GArray *
bv_attachment_list_proved (BvOffice *office, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (office), "SELECT DISTINCT achievement_id FROM attachment", error);

  return statement ? bv_store_collect_ids (statement, error) : NULL;
}
