/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files and pictures in a thread, and stores the large ones, so that the window stays alive
 * however large they are. */
#include "config.h"

#include "bv-evidence-reading.h"

#include "bv-attachment-pieces.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

/* Contents up to this size in all are kept in memory until they are stored. */
#define HOLD (128 * 1024 * 1024)

struct _BvEvidenceReading
{
  GObject parent_instance;

  /* Owned; while running the thread's alone, but for the counter */
  char *path; /* of the office file */
  GPtrArray *items;
  GPtrArray *sources;
  GPtrArray *failures;
  int kibibytes;    /* atomic: read and stored so far */
  int of_kibibytes; /* atomic: what there is to read and to store */
  GMutex storing;   /* held while the office file is written */

  GCancellable *cancellable;
};

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvEvidenceReading, bv_evidence_reading, G_TYPE_OBJECT)

/* In the thread */

static gint64
count_kibibytes (goffset size)
{
  return (size < BV_ATTACHMENT_PIECES_FROM ? size : 2 * size) / 1024;
}

static void
measure (BvEvidenceReading *self)
{
  gint64 total = 0;

  for (guint i = 0; i < self->items->len; i++) {
    GObject *item = g_ptr_array_index (self->items, i);
    g_autoptr (GFileInfo) info = NULL;

    if (G_IS_FILE (item))
      info = g_file_query_info (G_FILE (item),
                                G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                G_FILE_QUERY_INFO_NONE,
                                self->cancellable,
                                NULL);
    if (info)
      total += count_kibibytes (g_file_info_get_size (info));
  }
  g_atomic_int_set (&self->of_kibibytes, (int) MIN (total, G_MAXINT));
}

static BvAttachmentSource *
read_picture (GdkTexture *texture, GError **error)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (texture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *minute = g_date_time_format (now, "%Y-%m-%d %H.%M");
  /* Translators: the file name of a pasted picture; %s is day and time. */
  g_autofree char *name = g_strdup_printf (_ ("Pasted picture %s.png"), minute);

  return bv_attachment_source_new (name, bytes, error);
}

static gboolean
store_large (BvEvidenceReading *self, BvAttachmentSource *source, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (bv_attachment_source_get_size (source) < BV_ATTACHMENT_PIECES_FROM)
    return TRUE;
  locker = g_mutex_locker_new (&self->storing);
  return bv_attachment_pieces_store (
      self->path, source, &self->kibibytes, self->cancellable, error);
}

static void
read_item (BvEvidenceReading *self, GObject *item, gsize *hold)
{
  GError *error = NULL;
  g_autoptr (BvAttachmentSource) source = NULL;

  if (G_IS_FILE (item))
    source = bv_attachment_source_read (
        G_FILE (item), *hold, &self->kibibytes, self->cancellable, &error);
  else
    source = read_picture (GDK_TEXTURE (item), &error);
  if (!source || !store_large (self, source, &error)) {
    g_ptr_array_add (self->failures, error);
    return;
  }
  if (bv_attachment_source_is_held (source))
    *hold -= MIN (*hold, (gsize) bv_attachment_source_get_size (source));
  g_ptr_array_add (self->sources, g_steal_pointer (&source));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BvEvidenceReading *self = source;
  gsize hold = HOLD;

  measure (self);
  for (guint i = 0; i < self->items->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_item (self, g_ptr_array_index (self->items, i), &hold);
  g_task_return_boolean (task, TRUE);
}

/* In the window */

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  BvEvidenceReading *self = BV_EVIDENCE_READING (object);

  if (!g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
bv_evidence_reading_finalize (GObject *object)
{
  BvEvidenceReading *self = BV_EVIDENCE_READING (object);

  g_free (self->path);
  g_mutex_clear (&self->storing);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (bv_evidence_reading_parent_class)->finalize (object);
}

static void
bv_evidence_reading_class_init (BvEvidenceReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_evidence_reading_finalize;
  signals[FINISHED] = g_signal_new ("finished",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
}

static void
bv_evidence_reading_init (BvEvidenceReading *self)
{
  g_mutex_init (&self->storing);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_attachment_source_free);
  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self->cancellable = g_cancellable_new ();
}

BvEvidenceReading *
bv_evidence_reading_new (const char *path, GPtrArray *items)
{
  BvEvidenceReading *self = g_object_new (BV_TYPE_EVIDENCE_READING, NULL);

  self->path = g_strdup (path);
  self->items = g_ptr_array_ref (items);
  return self;
}

void
bv_evidence_reading_start (BvEvidenceReading *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, finished_cb, NULL);

  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, read_in_thread);
}

void
bv_evidence_reading_cancel (BvEvidenceReading *self)
{
  g_cancellable_cancel (self->cancellable);
}

void
bv_evidence_reading_end (BvEvidenceReading *self)
{
  bv_evidence_reading_cancel (self);
  g_mutex_lock (&self->storing);
  g_mutex_unlock (&self->storing);
}

double
bv_evidence_reading_get_fraction (BvEvidenceReading *self)
{
  int of = g_atomic_int_get (&self->of_kibibytes);

  return of > 0 ? MIN (1.0, g_atomic_int_get (&self->kibibytes) / (double) of) : 0;
}

guint
bv_evidence_reading_get_n_items (BvEvidenceReading *self)
{
  return self->items->len;
}

GPtrArray *
bv_evidence_reading_get_sources (BvEvidenceReading *self)
{
  return self->sources;
}

GPtrArray *
bv_evidence_reading_get_failures (BvEvidenceReading *self)
{
  return self->failures;
}
