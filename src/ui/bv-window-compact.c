/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the office file smaller, after saying by how much and what stays. Both are done in a
 * thread; meanwhile a window in front says so and can stop it. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-busy-window.h"
#include "bv-database-stopping.h"
#include "bv-dialogs.h"
#include "bv-error.h"
#include "bv-file-size.h"
#include "bv-window-private.h"

#include <glib/gi18n-lib.h>

/* In the thread */

static void
measure_in_thread (GTask *task, gpointer owner, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree BvAttachmentSpare *spare = g_new0 (BvAttachmentSpare, 1);
  g_autoptr (BvOffice) office = bv_office_open (path, NULL, BV_OFFICE_OPEN_AGAIN, &error);

  if (office != NULL)
    bv_database_stopping_watch (bv_office_get_database (office), cancellable);
  if (office != NULL && bv_attachment_purge_measure (office, spare, &error))
    g_task_return_pointer (task, g_steal_pointer (&spare), g_free);
  else
    g_task_return_error (task, error);
  if (office != NULL)
    bv_office_close (office, NULL);
}

static void
purge_in_thread (GTask *task, gpointer owner, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 freed = bv_attachment_purge (path, cancellable, &error);

  if (freed < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, freed);
}

/* In the window */

/* While the file is rewritten nobody can read or write it: then the window in front is there at
 * once, otherwise only when it takes long. */
static void
run (BvWindow *self, const char *text, GTaskThreadFunc func, GAsyncReadyCallback done)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GTask) task = NULL;

  if (self->busy != NULL)
    return;
  cancellable = g_cancellable_new ();
  self->busy = bv_busy_window_new (GTK_WINDOW (self), text, cancellable);
  if (func == purge_in_thread)
    gtk_window_present (self->busy);
  else
    bv_busy_window_present_later (BV_BUSY_WINDOW (self->busy));
  task = g_task_new (self, cancellable, done, NULL);
  g_task_set_task_data (task, g_strdup (bv_office_get_path (self->office)), g_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

/* %FALSE when there is nothing to go on with. */
static gboolean
end (BvWindow *self, const GError *error)
{
  g_clear_pointer (&self->busy, gtk_window_destroy);
  if (error != NULL && !g_error_matches (error, BV_ERROR, BV_ERROR_CANCELLED))
    bv_content_report (self->content, error);
  return error == NULL;
}

/* What is written back at the end is not left half done: whoever stopped it then is told. */
static char *
dup_outcome (gint64 freed, gboolean stopped)
{
  g_autofree char *size = bv_file_size_format (MAX (freed, 0));

  /* Translators: %s is a size, such as "12.5 MB". */
  return stopped ? g_strdup_printf (_ ("It was too late to stop: the file is %s smaller now"), size)
                 : g_strdup_printf (_ ("The file is %s smaller now"), size);
}

static void
purged_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  BvWindow *self = BV_WINDOW (object);
  g_autoptr (GError) error = NULL;
  gint64 freed = g_task_propagate_int (G_TASK (result), &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autofree char *message = dup_outcome (freed, g_cancellable_is_cancelled (cancellable));

  if (end (self, error))
    bv_content_toast (self->content, message, FALSE);
}

static void
compact_cb (gpointer owner)
{
  BvWindow *self = BV_WINDOW (owner);

  if (self->office != NULL)
    run (self, _ ("Making the file smaller…"), purge_in_thread, purged_cb);
}

/* Takes @sentence; adds what stays in the file and why. */
static char *
add_kept (char *sentence, const BvAttachmentSpare *spare)
{
  g_autofree char *first = sentence;
  g_autofree char *size = bv_file_size_format (spare->kept);
  g_autofree char *kept = g_strdup_printf (_ ("Removed evidence of %s stays, because undo or the "
                                              "deleted rows can still bring it back."),
                                           size);

  return spare->kept > 0 ? g_strjoin ("\n\n", first, kept, NULL) : g_steal_pointer (&first);
}

static void
ask (BvWindow *self, const BvAttachmentSpare *spare)
{
  g_autofree char *size = bv_file_size_format (spare->freed);
  g_autofree char *body = add_kept (
      g_strdup_printf (_ ("About %s can be freed: room left over, and evidence that nothing names "
                          "any more. What is in the lists, can be undone or stands among the "
                          "deleted rows is not touched."),
                       size),
      spare);

  bv_dialogs_confirm (GTK_WINDOW (self),
                      _ ("Make the file smaller?"),
                      body,
                      _ ("_Make smaller"),
                      FALSE,
                      compact_cb,
                      self);
}

static void
tell_compact (BvWindow *self, const BvAttachmentSpare *spare)
{
  g_autofree char *body = add_kept (
      g_strdup (_ ("There is no room left over in the file, and all evidence in it is needed.")),
      spare);

  bv_dialogs_inform (GTK_WINDOW (self), _ ("Nothing to make smaller"), body);
}

static void
measured_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  BvWindow *self = BV_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autofree BvAttachmentSpare *spare = g_task_propagate_pointer (G_TASK (result), &error);

  if (!end (self, error))
    return;
  if (spare->freed > 0)
    ask (self, spare);
  else
    tell_compact (self, spare);
}

void
bv_window_compact (BvWindow *self)
{
  run (self, _ ("Looking for room left over…"), measure_in_thread, measured_cb);
}
