/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of attachments, made one after the other in a thread and kept in memory by
 * content: nothing of the evidence is left on the disk outside the office file. */
#include "config.h"

#include "bv-thumbnails.h"

#include "bv-attachment.h"
#include "bv-thumbnail-pixels.h"

#define KEPT 400 /* pictures of 36 KiB at most */

/* What the thread works on. */
typedef struct
{
  char *path; /* of the office */
  gint64 id;
  char *sha256;
  char *media_type;
} Job;

struct _BvThumbnails
{
  GObject parent_instance;

  /* Owned */
  char *path;
  GHashTable *known; /* sha256 -> GdkTexture, or itself where there is none */
  GQueue *jobs;
  GCancellable *cancellable;

  gboolean running;
};

enum { READY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvThumbnails, bv_thumbnails, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->sha256);
  g_free (job->media_type);
  g_free (job);
}

/* In the thread */

static GBytes *
read_content (Job *job, GCancellable *cancellable)
{
  g_autoptr (BvOffice) office = bv_office_open (job->path, NULL, BV_OFFICE_OPEN_AGAIN, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  GBytes *content = NULL;

  if (office && bv_attachment_write (office, job->id, memory, cancellable, NULL)
      && g_output_stream_close (memory, NULL, NULL))
    content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  if (office)
    bv_office_close (office, NULL);
  return content;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GBytes) content = read_content (job, cancellable);

  g_task_return_pointer (task,
                         content ? bv_thumbnail_pixels_make (content, job->media_type, cancellable)
                                 : NULL,
                         g_object_unref);
}

/* In the window */

static void start_next (BvThumbnails *self);

static void
free_known (gpointer data)
{
  if (data)
    g_object_unref (data);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvThumbnails *self = BV_THUMBNAILS (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (g_hash_table_size (self->known) >= KEPT)
    g_hash_table_remove_all (self->known);
  g_hash_table_insert (self->known, g_strdup (job->sha256), texture);
  if (texture)
    g_signal_emit (self, signals[READY], 0, job->sha256);
  start_next (self);
}

static void
start_next (BvThumbnails *self)
{
  Job *job = self->running ? NULL : g_queue_pop_head (self->jobs);
  g_autoptr (GTask) task = NULL;

  if (!job)
    return;
  self->running = TRUE;
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, make_in_thread);
}

static void
bv_thumbnails_finalize (GObject *object)
{
  BvThumbnails *self = BV_THUMBNAILS (object);

  g_queue_free_full (self->jobs, free_job);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (bv_thumbnails_parent_class)->finalize (object);
}

static void
bv_thumbnails_class_init (BvThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_thumbnails_finalize;
  signals[READY] = g_signal_new ("ready",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
}

static void
bv_thumbnails_init (BvThumbnails *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_known);
  self->jobs = g_queue_new ();
  self->cancellable = g_cancellable_new ();
}

BvThumbnails *
bv_thumbnails_new (BvOffice *office)
{
  BvThumbnails *self = g_object_new (BV_TYPE_THUMBNAILS, NULL);

  self->path = g_strdup (bv_office_get_path (office));
  return self;
}

GdkTexture *
bv_thumbnails_get (BvThumbnails *self, BvRecord *attachment)
{
  return g_hash_table_lookup (self->known, bv_record_get_text (attachment, "sha256"));
}

static int
compare_job (gconstpointer job, gconstpointer sha256)
{
  return g_strcmp0 (((const Job *) job)->sha256, sha256);
}

void
bv_thumbnails_ask (BvThumbnails *self, BvRecord *attachment)
{
  const char *sha256 = bv_record_get_text (attachment, "sha256");
  const char *media_type = bv_record_get_text (attachment, "media_type");
  Job *job;

  if (!bv_thumbnail_pixels_can (media_type)
      || bv_record_get_integer (attachment, "size") > BV_THUMBNAIL_MAXIMUM
      || g_hash_table_contains (self->known, sha256)
      || g_queue_find_custom (self->jobs, sha256, compare_job))
    return;
  job = g_new0 (Job, 1);
  job->path = g_strdup (self->path);
  job->id = bv_record_get_id (attachment);
  job->sha256 = g_strdup (sha256);
  job->media_type = g_strdup (media_type);
  g_queue_push_tail (self->jobs, job);
  start_next (self);
}

void
bv_thumbnails_forget (BvThumbnails *self)
{
  g_queue_clear_full (self->jobs, free_job);
}
