/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task that opens a source and reads one of its sheets. */
#include "config.h"

#include "bv-import-reading.h"

typedef struct
{
  char *path; /* nullable: @source is there */
  BvSource *source;
  BvTable *table;
  int sheet;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_clear_pointer (&reading->source, bv_source_free);
  g_clear_pointer (&reading->table, bv_table_unref);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  if (reading->path)
    reading->source = bv_source_open (reading->path, cancellable, &error);
  if (reading->source) {
    if (reading->sheet < 0)
      reading->sheet = (int) bv_source_get_first (reading->source);
    reading->table = bv_source_read (reading->source, (guint) reading->sheet, cancellable, &error);
  }
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
bv_import_reading_start (GObject *owner,
                         const char *path,
                         BvSource *source,
                         int sheet,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->source = source;
  reading->sheet = sheet;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

BvTable *
bv_import_reading_finish (GAsyncResult *result, BvSource **source, guint *sheet, GError **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  *source = g_steal_pointer (&reading->source);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *sheet = (guint) reading->sheet;
  return g_steal_pointer (&reading->table);
}
