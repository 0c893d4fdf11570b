/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attaching a file, against writing it to the disk safely. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-query.h"
#include "bv-sha256.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define ROUNDS 7
#define MEBIBYTE (1024 * 1024)

typedef struct
{
  BvBenchOffice *bench;
  gint64 achievement_id;
  char *folder;
  gsize size;
} Attaching;

/* Other bytes each time, for the same content would be kept once. */
static GBytes *
make_bytes (Attaching *self)
{
  guint32 *data = g_malloc (self->size);

  for (gsize i = 0; i < self->size / sizeof *data; i++)
    data[i] = g_rand_int (self->bench->random);
  return g_bytes_new_take (data, self->size);
}

static double
attach (gpointer data)
{
  Attaching *self = data;
  g_autoptr (GBytes) bytes = make_bytes (self);
  g_autoptr (GError) error = NULL;
  double start = bv_bench_now ();

  bv_attachment_add_bytes (
      self->bench->office, self->achievement_id, "quyet-dinh.pdf", bytes, &error);
  g_assert_no_error (error);
  return bv_bench_now () - start;
}

static void
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

static double
write_file (gpointer data)
{
  Attaching *self = data;
  g_autoptr (GBytes) bytes = make_bytes (self);
  g_autofree char *part = g_build_filename (self->folder, "floor.part", NULL);
  g_autofree char *path = g_build_filename (self->folder, "floor.bin", NULL);
  double start = bv_bench_now ();
  int fd = g_open (part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (write (fd, g_bytes_get_data (bytes, NULL), self->size), ==, (gssize) self->size);
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
  g_assert_cmpint (g_rename (part, path), ==, 0);
  sync_path (self->folder, O_RDONLY | O_DIRECTORY);
  start = bv_bench_now () - start;
  g_remove (path);
  return start;
}

/* The part of attaching that the file does not need: the content's name. */
static double
hash (gpointer data)
{
  Attaching *self = data;
  g_autoptr (GBytes) bytes = make_bytes (self);
  double start = bv_bench_now ();
  g_autofree char *sha256 = bv_sha256_of_bytes (bytes);

  return bv_bench_now () - start;
}

static void
measure (Attaching *self, gsize mebibytes)
{
  g_autofree char *what = g_strdup_printf (
      "attaching %" G_GSIZE_FORMAT " MiB / file, fsync, rename, fsync", mebibytes);
  g_autofree char *hashing = g_strdup_printf ("  of which SHA-256 of %" G_GSIZE_FORMAT " MiB alone",
                                              mebibytes);

  self->size = mebibytes * MEBIBYTE;
  bv_bench_compare (what, 2.5, ROUNDS, attach, write_file, self);
  bv_bench_compare (hashing, 0, ROUNDS, hash, write_file, self);
}

int
main (void)
{
  Attaching self = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GArray) ids = NULL;

  bv_bench_init ();
  self.folder = bv_bench_dup_folder ();
  path = bv_bench_dup_scratch ("attachment.bangvang");
  self.bench = bv_bench_office_found (path, 10);
  bv_bench_office_fill (self.bench, 10);
  ids = bv_query_run (query, self.bench->office, NULL);
  self.achievement_id = g_array_index (ids, gint64, 0);
  measure (&self, 1);
  measure (&self, 4);
  measure (&self, 20);
  bv_bench_office_free (self.bench);
  g_remove (path);
  g_free (self.folder);
  return 0;
}
