/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a disk may hold after the power was cut at any moment of the program's work: everything
 * SQLite writes is noted, and played back with what was not synced lost at random. */
#include "config.h"

#include "power-cut.h"

#include "bv-database-private.h"

#include <string.h>

#define SECTOR 512

typedef enum {
  NOTED_WRITE,
  NOTED_TRUNCATE,
  NOTED_SYNC,
  NOTED_DELETE,
  NOTED_PROMISE,
} NotedType;

typedef struct
{
  NotedType type;
  char *path;
  sqlite3_int64 offset; /* the new length of a truncation; whether a deletion was synced */
  GBytes *data;
} Noted;

/* A file of SQLite, passed through to the real one. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  char *path; /* NULL: not watched */
} Watched;

/* One file on the disk that is played back. */
typedef struct
{
  GByteArray *durable;  /* NULL: no such file */
  GPtrArray *pending;   /* Noted, borrowed */
  GByteArray *unlinked; /* what the name may still stand for, until the folder is synced */
} Image;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs watching_vfs;
static GPtrArray *noted;

static void
free_noted (gpointer data)
{
  Noted *one = data;

  g_free (one->path);
  g_clear_pointer (&one->data, g_bytes_unref);
  g_free (one);
}

/* A file is founded as NAME.new and renamed when it is whole, which the layer below does not see:
 * what is written to it is told under the name it gets. */
static char *
dup_final_name (const char *path)
{
  const char *unfinished = strstr (path, ".bangvang.new");

  if (!unfinished)
    return g_strdup (path);
  return g_strdup_printf (
      "%.*s.bangvang%s", (int) (unfinished - path), path, unfinished + strlen (".bangvang.new"));
}

static void
note (NotedType type, const char *path, sqlite3_int64 offset, const void *data, int size)
{
  Noted *one;

  if (!path)
    return;
  one = g_new0 (Noted, 1);
  one->type = type;
  one->path = dup_final_name (path);
  one->offset = offset;
  one->data = data ? g_bytes_new (data, (gsize) size) : NULL;
  g_ptr_array_add (noted, one);
}

/* The file methods */

static Watched *
watched (sqlite3_file *file)
{
  return (Watched *) file;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return watched (file)->real;
}

static int
close_cb (sqlite3_file *file)
{
  int result = real (file)->pMethods->xClose (real (file));

  g_free (watched (file)->path);
  g_free (watched (file)->real);
  return result;
}

static int
read_cb (sqlite3_file *file, void *to, int n, sqlite3_int64 offset)
{
  return real (file)->pMethods->xRead (real (file), to, n, offset);
}

static int
write_cb (sqlite3_file *file, const void *from, int n, sqlite3_int64 offset)
{
  note (NOTED_WRITE, watched (file)->path, offset, from, n);
  return real (file)->pMethods->xWrite (real (file), from, n, offset);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  note (NOTED_TRUNCATE, watched (file)->path, size, NULL, 0);
  return real (file)->pMethods->xTruncate (real (file), size);
}

/* The real disk is not asked: only what is noted counts. */
static int
sync_cb (sqlite3_file *file, int flags)
{
  note (NOTED_SYNC, watched (file)->path, 0, NULL, 0);
  return SQLITE_OK;
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
check_reserved_cb (sqlite3_file *file, int *held)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), held);
}

static int
control_cb (sqlite3_file *file, int operation, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return SECTOR;
}

/* The disk promises nothing, not even that neighbours of a torn write stay whole. */
static int
characteristics_cb (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_cb,
  .xRead = read_cb,
  .xWrite = write_cb,
  .xTruncate = truncate_cb,
  .xSync = sync_cb,
  .xFileSize = file_size_cb,
  .xLock = lock_cb,
  .xUnlock = unlock_cb,
  .xCheckReservedLock = check_reserved_cb,
  .xFileControl = control_cb,
  .xSectorSize = sector_size_cb,
  .xDeviceCharacteristics = characteristics_cb,
};

static int
open_cb (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  Watched *self = watched (file);
  int result;

  self->real = g_malloc0 ((gsize) real_vfs->szOsFile);
  result = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods ? &methods : NULL;
  if (!self->base.pMethods)
    g_clear_pointer (&self->real, g_free);
  else if (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL))
    self->path = g_strdup (path);
  return result;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  note (NOTED_DELETE, path, sync_folder, NULL, 0);
  return real_vfs->xDelete (real_vfs, path, 0);
}

void
power_cut_begin (void)
{
  /* Before the first use of SQLite, which finding its file system is. */
  bv_database_watch_log ();
  real_vfs = sqlite3_vfs_find (NULL);
  noted = g_ptr_array_new_with_free_func (free_noted);
  watching_vfs = *real_vfs;
  watching_vfs.zName = "power-cut";
  watching_vfs.szOsFile = sizeof (Watched);
  watching_vfs.xOpen = open_cb;
  watching_vfs.xDelete = delete_cb;
  sqlite3_vfs_register (&watching_vfs, TRUE);
}

void
power_cut_acknowledge (void)
{
  note (NOTED_PROMISE, "", 0, NULL, 0);
}

void
power_cut_end (void)
{
  sqlite3_vfs_unregister (&watching_vfs);
  sqlite3_vfs_register (real_vfs, TRUE);
}

void
power_cut_forget (void)
{
  g_clear_pointer (&noted, g_ptr_array_unref);
}

guint
power_cut_get_n_moments (void)
{
  return noted->len;
}

/* Playing back */

static void
free_image (gpointer data)
{
  Image *image = data;

  g_clear_pointer (&image->durable, g_byte_array_unref);
  g_clear_pointer (&image->unlinked, g_byte_array_unref);
  g_ptr_array_unref (image->pending);
  g_free (image);
}

static Image *
get_image (GHashTable *images, const char *path)
{
  Image *image = g_hash_table_lookup (images, path);

  if (!image) {
    image = g_new0 (Image, 1);
    image->pending = g_ptr_array_new ();
    g_hash_table_insert (images, g_strdup (path), image);
  }
  return image;
}

static void
resize (GByteArray *bytes, gsize size)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

/* Only the first @size bytes of a write arrive. */
static void
carry_out (GByteArray *bytes, const Noted *one, gsize size)
{
  if (one->type == NOTED_TRUNCATE) {
    resize (bytes, (gsize) one->offset);
    return;
  }
  if ((gsize) one->offset + size > bytes->len)
    resize (bytes, (gsize) one->offset + size);
  if (size > 0)
    memcpy (bytes->data + one->offset, g_bytes_get_data (one->data, NULL), size);
}

static gsize
get_size (const Noted *one)
{
  return one->data ? g_bytes_get_size (one->data) : 0;
}

static void
sync_image (Image *image)
{
  if (!image->durable)
    image->durable = g_byte_array_new ();
  for (guint i = 0; i < image->pending->len; i++) {
    const Noted *one = g_ptr_array_index (image->pending, i);

    carry_out (image->durable, one, get_size (one));
  }
  g_ptr_array_set_size (image->pending, 0);
  /* SQLite syncs the folder together with a new file. */
  g_clear_pointer (&image->unlinked, g_byte_array_unref);
}

static void
delete_image (Image *image, gboolean synced)
{
  g_ptr_array_set_size (image->pending, 0);
  if (image->durable) {
    g_clear_pointer (&image->unlinked, g_byte_array_unref);
    image->unlinked = g_steal_pointer (&image->durable);
  }
  if (synced)
    g_clear_pointer (&image->unlinked, g_byte_array_unref);
}

static void
play (GHashTable *images, Noted *one)
{
  Image *image = get_image (images, one->path);

  switch (one->type) {
  case NOTED_SYNC:
    sync_image (image);
    break;
  case NOTED_DELETE:
    delete_image (image, one->offset != 0);
    break;
  case NOTED_WRITE:
  case NOTED_TRUNCATE:
    g_ptr_array_add (image->pending, one);
    break;
  case NOTED_PROMISE:
  default:
    break;
  }
}

/* Of what was not synced some arrives, in any order, and one write is torn. */
static void
lose_some (Image *image, GRand *random)
{
  for (guint i = 0; i < image->pending->len; i++) {
    const Noted *one = g_ptr_array_index (image->pending, i);
    gsize size = get_size (one);

    switch (g_rand_int_range (random, 0, 4)) {
    case 0:
    case 1:
      break;
    case 2:
      size = size / SECTOR / 2 * SECTOR;
      G_GNUC_FALLTHROUGH;
    default:
      if (!image->durable)
        image->durable = g_byte_array_new ();
      carry_out (image->durable, one, size);
    }
  }
}

static void
write_image (Image *image, const char *path, const char *folder)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  if (image->durable)
    g_assert_true (g_file_set_contents (
        to, (const char *) image->durable->data, (gssize) image->durable->len, NULL));
}

guint
power_cut_write (guint moment, GRand *random, const char *folder, gboolean *journal_left)
{
  g_autoptr (GHashTable) images = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, free_image);
  GHashTableIter iter;
  gpointer path;
  gpointer value;
  guint n_promises = 0;

  *journal_left = FALSE;
  for (guint i = 0; i < moment; i++) {
    Noted *one = g_ptr_array_index (noted, i);

    if (one->type == NOTED_PROMISE)
      n_promises++;
    else
      play (images, one);
  }
  g_hash_table_iter_init (&iter, images);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    Image *image = value;

    if (image->unlinked && g_rand_boolean (random)) {
      g_clear_pointer (&image->durable, g_byte_array_unref);
      image->durable = g_steal_pointer (&image->unlinked);
      *journal_left = TRUE;
    } else {
      lose_some (image, random);
    }
    write_image (image, path, folder);
  }
  return n_promises;
}
