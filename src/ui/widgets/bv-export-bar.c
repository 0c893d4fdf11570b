/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file in a thread and shows how far it is, with Cancel, then where it went. */
#include "config.h"

#include "bv-export-bar.h"

#include "bv-dialogs.h"
#include "bv-error.h"
#include "bv-escape.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

#define LOOK_INTERVAL 100 /* milliseconds */

/* What the thread works on; it alone touches it but for the progress. */
typedef struct
{
  char *path;
  char *target;
  BvExportFunc func;
  gpointer data;
  GDestroyNotify free_data;
  int per_mille; /* atomic */
} Work;

struct _BvExportBar
{
  AdwBin parent_instance;

  /* Owned */
  GCancellable *cancellable; /* while running */
  GFile *target;

  /* Borrowed references */
  Work *work; /* owned by the task, while running */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkWidget *cancel, *open, *close;

  guint look_id;
};

enum { FAILED, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvExportBar, bv_export_bar, ADW_TYPE_BIN)

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->target);
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

/* In the thread */

static void
note_progress (double fraction, gpointer data)
{
  g_atomic_int_set (&((Work *) data)->per_mille, (int) (fraction * 1000));
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (work->path, NULL, BV_OFFICE_OPEN_AGAIN, &error);
  gboolean written
      = office != NULL
        && work->func (office, work->target, note_progress, work, cancellable, work->data, &error);

  if (office != NULL)
    bv_office_close (office, NULL);
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the window */

static gboolean
look_cb (gpointer data)
{
  BvExportBar *self = data;

  gtk_progress_bar_set_fraction (self->progress,
                                 g_atomic_int_get (&self->work->per_mille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
show_state (BvExportBar *self, gboolean running, const char *format)
{
  g_autofree char *name = g_file_get_basename (self->target);
  g_autofree char *text = NULL;
  char **parts = g_strsplit (format, "%s", 2);

  text = g_strjoin (name, parts[0], parts[1], NULL);
  g_strfreev (parts);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_sensitive (self->cancel, running);
  gtk_widget_set_visible (self->open, !running);
  gtk_widget_set_visible (self->close, !running);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvExportBar *self = BV_EXPORT_BAR (source);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  self->work = NULL;
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);
  if (written)
    show_state (self, FALSE, _ ("Exported “%s”"));
  else
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (error != NULL && !g_error_matches (error, BV_ERROR, BV_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
  g_signal_emit (self, signals[FINISHED], 0, written);
}

static void
cancel_cb (GtkButton *button, BvExportBar *self)
{
  bv_export_bar_cancel (self);
}

static void
open_cb (GtkButton *button, BvExportBar *self)
{
  bv_dialogs_show_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->target);
}

static void
close_cb (GtkButton *button, BvExportBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
bv_export_bar_dispose (GObject *object)
{
  BvExportBar *self = BV_EXPORT_BAR (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->target);
  G_OBJECT_CLASS (bv_export_bar_parent_class)->dispose (object);
}

static void
bv_export_bar_class_init (BvExportBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_export_bar_dispose;
  signals[FAILED] = g_signal_new (
      "failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FINISHED] = g_signal_new (
      "finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
add_button (BvExportBar *self, GtkWidget *box, GtkWidget *button, GCallback callback)
{
  g_signal_connect (button, "clicked", callback, self);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
bv_export_bar_init (BvExportBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 240, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  self->cancel = add_button (
      self, box, gtk_button_new_with_mnemonic (_ ("_Cancel")), G_CALLBACK (cancel_cb));
  self->open = add_button (
      self, box, gtk_button_new_with_mnemonic (_ ("_Open the file")), G_CALLBACK (open_cb));
  self->close = add_button (
      self, box, gtk_button_new_from_icon_name ("window-close-symbolic"), G_CALLBACK (close_cb));
  bv_escape_presses (GTK_BUTTON (self->cancel));
  bv_escape_presses (GTK_BUTTON (self->close));
  gtk_widget_add_css_class (self->close, "flat");
  bv_tooltip_set (self->close, _ ("Close"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  gtk_widget_add_css_class (box, "bv-export-bar");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

GtkWidget *
bv_export_bar_new (void)
{
  return g_object_new (BV_TYPE_EXPORT_BAR, NULL);
}

void
bv_export_bar_set_narrow (BvExportBar *self)
{
  g_return_if_fail (BV_IS_EXPORT_BAR (self));

  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 60, -1);
}

void
bv_export_bar_start (BvExportBar *self,
                     BvOffice *office,
                     GFile *target,
                     BvExportFunc func,
                     gpointer data,
                     GDestroyNotify free_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BV_IS_EXPORT_BAR (self));
  g_return_if_fail (!bv_export_bar_is_running (self));

  g_set_object (&self->target, target);
  self->cancellable = g_cancellable_new ();
  self->work = g_new0 (Work, 1);
  self->work->path = g_strdup (bv_office_get_path (office));
  self->work->target = g_file_get_path (target);
  self->work->func = func;
  self->work->data = data;
  self->work->free_data = free_data;
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_state (self, TRUE, _ ("Exporting “%s”…"));
  self->look_id = g_timeout_add (LOOK_INTERVAL, look_cb, self);
  task = g_task_new (self, self->cancellable, finished_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self->work, free_work);
  g_task_run_in_thread (task, export_in_thread);
}

void
bv_export_bar_cancel (BvExportBar *self)
{
  g_return_if_fail (BV_IS_EXPORT_BAR (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  gtk_label_set_text (self->label, _ ("Stopping…"));
  gtk_widget_set_sensitive (self->cancel, FALSE);
}

gboolean
bv_export_bar_is_running (BvExportBar *self)
{
  g_return_val_if_fail (BV_IS_EXPORT_BAR (self), FALSE);
  return self->work != NULL;
}

GFile *
bv_export_bar_get_target (BvExportBar *self)
{
  g_return_val_if_fail (BV_IS_EXPORT_BAR (self), NULL);
  return self->target;
}
