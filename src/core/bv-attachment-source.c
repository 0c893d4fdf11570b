/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be attached, read and hashed without any office, so that a thread can do it. */
#include "config.h"

#include "bv-attachment-private.h"
#include "bv-error.h"
#include "bv-file-size.h"
#include "bv-sha256.h"

#include <glib/gi18n-lib.h>

#define LOOKED_AT                                                                                  \
  G_FILE_ATTRIBUTE_STANDARD_TYPE                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                    \
  "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_ETAG_VALUE

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

gboolean
_bv_attachment_tell (GError *refused, const char *name, GError **error)
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

static gboolean
check_size (const char *name, gint64 size, GError **error)
{
  g_autofree char *most = bv_file_size_format (BV_ATTACHMENT_MAXIMUM);

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

/* Reading */

void
bv_attachment_source_free (BvAttachmentSource *self)
{
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self->etag);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

gint64
bv_attachment_source_get_size (BvAttachmentSource *self)
{
  return self->size;
}

gboolean
bv_attachment_source_is_held (BvAttachmentSource *self)
{
  return self->bytes != NULL;
}

gboolean
_bv_attachment_source_check_unchanged (BvAttachmentSource *self, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  if (self->bytes)
    return TRUE;
  info = g_file_query_info (
      self->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (!info)
    return FALSE;
  if (g_strcmp0 (g_file_info_get_etag (info), self->etag) == 0)
    return TRUE;
  g_set_error_literal (error,
                       BV_ERROR,
                       BV_ERROR_FAILED,
                       _ ("The file was changed while it was being read. Save and close it in the "
                          "other program, then try again."));
  return FALSE;
}

GInputStream *
_bv_attachment_source_open (BvAttachmentSource *self, GCancellable *cancellable, GError **error)
{
  if (self->bytes)
    return g_memory_input_stream_new_from_bytes (self->bytes);
  return G_INPUT_STREAM (g_file_read (self->file, cancellable, error));
}

static gboolean
read_content (
    BvAttachmentSource *self, gsize hold, int *kibibytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (self->file, cancellable, error));
  g_autoptr (GByteArray) copy = NULL;

  if (!stream)
    return FALSE;
  if (self->size <= (gint64) hold)
    copy = g_byte_array_sized_new ((guint) self->size);
  self->sha256 = bv_sha256_of_stream (stream, copy, kibibytes, cancellable, error);
  if (!self->sha256 || !_bv_attachment_source_check_unchanged (self, error))
    return FALSE;
  /* The hash is of the very bytes that are kept. */
  if (copy)
    self->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&copy));
  return TRUE;
}

static BvAttachmentSource *
read_known (GFile *file,
            GFileInfo *info,
            gsize hold,
            int *kibibytes,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BvAttachmentSource) self = g_new0 (BvAttachmentSource, 1);

  self->name = g_strdup (g_file_info_get_display_name (info));
  self->size = g_file_info_get_size (info);
  self->media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  self->etag = g_strdup (g_file_info_get_etag (info));
  self->file = g_object_ref (file);
  if (!check_size (self->name, self->size, error)
      || !read_content (self, hold, kibibytes, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

BvAttachmentSource *
bv_attachment_source_read (
    GFile *file, gsize hold, int *kibibytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, LOOKED_AT, G_FILE_QUERY_INFO_NONE, cancellable, &local);
  BvAttachmentSource *self = NULL;

  if (info && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (&local,
                 BV_ERROR,
                 BV_ERROR_INVALID,
                 _ ("“%s” is not a file that can be attached. Choose a document or a picture."),
                 name);
  else if (info)
    self = read_known (file, info, hold, kibibytes, cancellable, &local);
  if (local)
    _bv_attachment_tell (g_steal_pointer (&local), name, error);
  return self;
}

BvAttachmentSource *
bv_attachment_source_new (const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autoptr (BvAttachmentSource) self = NULL;
  g_autofree char *type = NULL;

  if (!check_size (name, (gint64) size, error))
    return NULL;
  self = g_new0 (BvAttachmentSource, 1);
  type = g_content_type_guess (name, data, MIN (size, 4096), NULL);
  self->name = g_strdup (name);
  self->size = (gint64) size;
  self->media_type = g_content_type_get_mime_type (type);
  self->sha256 = bv_sha256_of_bytes (bytes);
  self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}
