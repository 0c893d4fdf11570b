/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading in a thread for whoever asked last. */
#include "config.h"

#include "bv-reading.h"

typedef struct
{
  const BvReading *reading;
  GCancellable **current; /* of the owner, which the task keeps alive */
  char *path;             /* nullable */
  gpointer question;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  job->reading->free_question (job->question);
  g_free (job->path);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gpointer answer = NULL;
  g_autoptr (BvOffice) office = job->path
                                    ? bv_office_open (job->path, NULL, BV_OFFICE_OPEN_AGAIN, &error)
                                    : NULL;

  if (!error)
    answer = job->reading->read (office, job->question, cancellable, &error);
  if (office)
    bv_office_close (office, NULL);
  if (answer)
    g_task_return_pointer (task, answer, job->reading->free_answer);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *owner, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (job->current);
  job->reading->take (owner, answer, error);
}

void
bv_reading_start (const BvReading *reading,
                  gpointer owner,
                  GCancellable **current,
                  BvOffice *office,
                  gpointer question)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  bv_reading_stop (current);
  *current = g_cancellable_new ();
  job->reading = reading;
  job->current = current;
  job->path = office ? g_strdup (bv_office_get_path (office)) : NULL;
  job->question = question;
  task = g_task_new (owner, *current, read_cb, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_in_thread);
}

void
bv_reading_stop (GCancellable **current)
{
  if (*current)
    g_cancellable_cancel (*current);
  g_clear_object (current);
}
