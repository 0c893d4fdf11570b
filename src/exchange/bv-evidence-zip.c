/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs a folder without folders into a .zip whose names are Vietnamese everywhere. */
#include "config.h"

#include "bv-evidence-export-private.h"
#include "bv-replacement.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#define CHUNK (256 * 1024)

typedef struct
{
  struct archive *archive;
  BvReplacement *file;
  GCancellable *cancellable;
  BvExportProgress progress;
  gpointer data;
  guint8 *chunk;
  guint n_done, n_files;
} Packing;

static gboolean
set_error (Packing *self, GError **error)
{
  int number = archive_errno (self->archive);

  g_info ("libarchive: %s", archive_error_string (self->archive));
  bv_replacement_set_error (self->file, number > 0 ? number : EIO, error);
  return FALSE;
}

static gboolean
begin_entry (Packing *self, const char *name, GFileInfo *info, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gboolean done;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, (time_t) g_date_time_to_unix (now), 0);
  archive_entry_set_size (entry, g_file_info_get_size (info));
  done = archive_write_header (self->archive, entry) >= ARCHIVE_WARN;
  archive_entry_free (entry);
  return done || set_error (self, error);
}

static gboolean
pack_content (Packing *self, GFile *from, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (from, self->cancellable, error);
  gssize n = 0;

  if (!stream)
    return FALSE;
  while ((n = g_input_stream_read (
              G_INPUT_STREAM (stream), self->chunk, CHUNK, self->cancellable, error))
         > 0)
    if (archive_write_data (self->archive, self->chunk, (size_t) n) != n)
      return set_error (self, error);
  return n == 0;
}

static gboolean
pack_file (Packing *self, GFile *folder, const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, self->cancellable, error);

  if (!info || !begin_entry (self, name, info, error) || !pack_content (self, file, error))
    return FALSE;
  if (self->progress)
    self->progress (0.5 + 0.5 * ++self->n_done / self->n_files, self->data);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_names (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *name;

  if (!dir)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
pack (Packing *self, const char *folder, GPtrArray *names, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (folder);

  archive_write_set_format_zip (self->archive);
  archive_write_set_options (self->archive, "zip:hdrcharset=UTF-8");
  if (archive_write_open_filename (self->archive, bv_replacement_get_path (self->file))
      != ARCHIVE_OK)
    return set_error (self, error);
  for (guint i = 0; i < names->len; i++)
    if (!pack_file (self, from, g_ptr_array_index (names, i), error))
      return FALSE;
  return archive_write_close (self->archive) == ARCHIVE_OK || set_error (self, error);
}

gboolean
bv_evidence_zip_write (const char *folder,
                       const char *target,
                       BvExportProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder, error);
  g_autoptr (BvReplacement) file = names ? bv_replacement_new (target, error) : NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  Packing self = { .file = file,
                   .cancellable = cancellable,
                   .progress = progress,
                   .data = data,
                   .chunk = chunk,
                   .n_files = names ? names->len : 0 };
  gboolean done;

  if (!file)
    return FALSE;
  self.archive = archive_write_new ();
  done = pack (&self, folder, names, error);
  archive_write_free (self.archive);
  return done && bv_replacement_commit (file, error);
}
