/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that prove an achievement: content kept once by its SHA-256, read and written piece by
 * piece. */
#include "config.h"

#include "bv-attachment.h"

#include "bv-date.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-sha256.h"
#include "bv-store.h"

#include <glib/gi18n-lib.h>

/* Up to this size the pages of a content stay in memory until the step is committed; the pages of
 * larger ones are written twice, empty and filled. */
#define HELD (64 * 1024 * 1024)
#define LOOKED_AT                                                                                  \
  G_FILE_ATTRIBUTE_STANDARD_TYPE                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                    \
  "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_ETAG_VALUE

static const char find_content_sql[] = "SELECT id FROM content WHERE sha256 = ?1";
static const char insert_content_sql[]
    = "INSERT INTO content (sha256, data) VALUES (?1, zeroblob (?2)) RETURNING id";
static const char delete_content_sql[] = "DELETE FROM content WHERE id = ?1";
static const char content_of_sql[]
    = "SELECT content.id FROM attachment JOIN content ON content.sha256 = attachment.sha256"
      " WHERE attachment.id = ?1";
static const char list_sql[]
    = "SELECT id FROM attachment WHERE achievement_id = ?1 ORDER BY added_on, id";

/* What is attached: where it comes from and what is known of it. */
typedef struct
{
  const char *name;
  gint64 size;
  const char *media_type;
  char *sha256;
  GInputStream *stream; /* at its beginning */
  GFile *file;          /* nullable; with its state when it was hashed */
  const char *etag;
} Source;

static BvError
classify (const GError *refused)
{
  if (refused->domain != G_IO_ERROR)
    return BV_ERROR_FAILED;
  switch (refused->code) {
  case G_IO_ERROR_CANCELLED:
    return BV_ERROR_CANCELLED;
  case G_IO_ERROR_NO_SPACE:
    return BV_ERROR_FULL;
  case G_IO_ERROR_PERMISSION_DENIED:
  case G_IO_ERROR_READ_ONLY:
    return BV_ERROR_READ_ONLY;
  case G_IO_ERROR_NOT_FOUND:
    return BV_ERROR_NOT_FOUND;
  default:
    return BV_ERROR_FAILED;
  }
}

/* Says what the system refused; errors that are sentences already are passed on. */
static gboolean
tell (GError *refused, const char *name, GError **error)
{
  BvError code = classify (refused);

  if (refused->domain == BV_ERROR) {
    g_propagate_error (error, refused);
    return FALSE;
  }
  g_info ("%s: %s", name, refused->message);
  if (code == BV_ERROR_CANCELLED)
    g_set_error_literal (error, BV_ERROR, code, _ ("Stopped."));
  else if (code == BV_ERROR_FULL)
    g_set_error (error,
                 BV_ERROR,
                 code,
                 _ ("There is no room left on the disk for “%s”. Free some space, then try again."),
                 name);
  else if (code == BV_ERROR_READ_ONLY)
    g_set_error (error,
                 BV_ERROR,
                 code,
                 _ ("You have no right to read or write “%s”. Choose another place."),
                 name);
  else if (code == BV_ERROR_NOT_FOUND)
    g_set_error (error,
                 BV_ERROR,
                 code,
                 _ ("“%s” does not exist any more. It may have been moved or renamed."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 code,
                 _ ("The system refused to read or write “%s”. Check the disk or the network "
                    "folder, then try again."),
                 name);
  g_error_free (refused);
  return FALSE;
}

/* Adding */

static gboolean
check_size (const char *name, gint64 size, GError **error)
{
  g_autofree char *most = g_format_size_full (BV_ATTACHMENT_MAXIMUM, G_FORMAT_SIZE_IEC_UNITS);

  if (size > 0 && size <= BV_ATTACHMENT_MAXIMUM)
    return TRUE;
  if (size == 0)
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is empty. Choose the file that holds the evidence."),
                 name);
  else
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is too large: at most %s can be attached. Make it smaller, or note where "
                    "it is kept."),
                 name,
                 most);
  return FALSE;
}

/* 0 without @error: not there yet. */
static gint64
find_content (BvDatabase *database, const char *sha256, GError **error)
{
  g_autoptr (BvStatement) find = bv_database_prepare (database, find_content_sql, error);

  if (!find)
    return 0;
  bv_statement_bind_text (find, 1, sha256);
  return bv_statement_step (find, error) == BV_STEP_ROW ? bv_statement_get_integer (find, 0) : 0;
}

static gint64
make_room (BvDatabase *database, const Source *source, GError **error)
{
  g_autoptr (BvStatement) insert = bv_database_prepare (database, insert_content_sql, error);

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

/* Somebody may save the file in another program just while it is read. */
static gboolean
check_unchanged (const Source *source, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  if (!source->file)
    return TRUE;
  info = g_file_query_info (
      source->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (!info)
    return FALSE;
  if (g_strcmp0 (g_file_info_get_etag (info), source->etag) == 0)
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_FAILED,
                       _ ("The file was changed while it was being read. Save and close it in the "
                          "other program, then try again."));
  return FALSE;
}

static gboolean
store_content (BvDatabase *database,
               const Source *source,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 id = find_content (database, source->sha256, &local);

  if (id != 0)
    return TRUE;
  if (!local)
    id = make_room (database, source, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (bv_database_blob_copy_in (
          database, "content", "data", id, source->stream, cancellable, &local)
      && check_unchanged (source, &local))
    return TRUE;
  /* The step may be part of a larger one that goes on. */
  drop_content (database, id);
  return tell (g_steal_pointer (&local), source->name, error);
}

static gint64
store_row (BvOffice *office, gint64 achievement_id, const Source *source, GError **error)
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
               const Source *source,
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

static gint64
store (BvOffice *office,
       gint64 achievement_id,
       const Source *source,
       GCancellable *cancellable,
       GError **error)
{
  BvDatabase *database = bv_office_get_database (office);
  gint64 id;

  if (!bv_database_hold_pages (database, source->size <= HELD, error))
    return 0;
  id = store_in_step (office, achievement_id, source, cancellable, error);
  bv_database_hold_pages (database, FALSE, NULL);
  return id;
}

static gint64
add_known (BvOffice *office,
           gint64 achievement_id,
           GFile *file,
           GFileInfo *info,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  Source source = { .name = g_file_info_get_display_name (info),
                    .size = g_file_info_get_size (info),
                    .media_type = media_type,
                    .file = file,
                    .etag = g_file_info_get_etag (info) };
  g_autoptr (GInputStream) first = NULL;
  g_autoptr (GInputStream) second = NULL;
  g_autofree char *sha256 = NULL;

  if (!check_size (source.name, source.size, error))
    return 0;
  first = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  sha256 = first ? bv_sha256_of_stream (first, cancellable, error) : NULL;
  second = sha256 ? G_INPUT_STREAM (g_file_read (file, cancellable, error)) : NULL;
  if (!second)
    return 0;
  source.sha256 = sha256;
  source.stream = second;
  return store (office, achievement_id, &source, cancellable, error);
}

gint64
bv_attachment_add (
    BvOffice *office, gint64 achievement_id, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, LOOKED_AT, G_FILE_QUERY_INFO_NONE, cancellable, &local);
  gint64 id = 0;

  if (info && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (&local,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is not a file that can be attached. Choose a document or a picture."),
                 name);
  else if (info)
    id = add_known (office, achievement_id, file, info, cancellable, &local);
  if (local)
    tell (g_steal_pointer (&local), name, error);
  return id;
}

gint64
bv_attachment_add_bytes (
    BvOffice *office, gint64 achievement_id, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *type = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *sha256 = bv_sha256_of_bytes (bytes);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  Source source = { .name = name, .size = (gint64) size, .sha256 = sha256, .stream = stream };

  if (!check_size (name, source.size, error))
    return 0;
  type = g_content_type_guess (name, data, MIN (size, 4096), NULL);
  media_type = g_content_type_get_mime_type (type);
  source.media_type = media_type;
  return store (office, achievement_id, &source, NULL, error);
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

gboolean
bv_attachment_save (BvOffice *office,
                    gint64 attachment_id,
                    GFile *target,
                    GCancellable *cancellable,
                    GError **error)
{
  gint64 content_id = find_content_of (office, attachment_id, error);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *base = g_file_get_basename (target);
  g_autofree char *name = g_filename_display_name (base);

  if (content_id == 0)
    return FALSE;
  stream = G_OUTPUT_STREAM (
      g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &local));
  if (!stream)
    return tell (g_steal_pointer (&local), name, error);
  if (!bv_database_blob_copy_out (bv_office_get_database (office),
                                  "content",
                                  "data",
                                  content_id,
                                  stream,
                                  cancellable,
                                  &local)) {
    give_up (stream);
    return tell (g_steal_pointer (&local), name, error);
  }
  if (!g_output_stream_close (stream, cancellable, &local))
    return tell (g_steal_pointer (&local), name, error);
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
