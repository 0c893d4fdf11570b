/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of what is chosen, drawn anew in a thread whenever a choice changes. */
#include "config.h"

#include "bv-workbook-window-private.h"

#include "bv-sheet-preview.h"
#include "bv-workbook.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_DELAY 150 /* milliseconds */

void
_bv_workbook_window_free_choice (gpointer data)
{
  BvWorkbookChoice *choice = data;

  g_clear_pointer (&choice->forms, g_array_unref);
  g_free (choice);
}

typedef struct
{
  char *path;
  gint64 movement_id;
  BvWorkbookChoice *choice;
} Drawing;

static void
free_drawing (gpointer data)
{
  Drawing *drawing = data;

  g_free (drawing->path);
  _bv_workbook_window_free_choice (drawing->choice);
  g_free (drawing);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Drawing *drawing = data;
  GError *error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (drawing->path, NULL, BV_OFFICE_OPEN_AGAIN, &error);
  BvSheetPicture *picture = office != NULL ? bv_workbook_preview (
                                office, drawing->movement_id, drawing->choice, cancellable, &error)
                                           : NULL;

  if (office != NULL)
    bv_office_close (office, NULL);
  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) bv_sheet_picture_free);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvWorkbookWindow *self = BV_WORKBOOK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  BvSheetPicture *picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->office == NULL) {
    g_clear_pointer (&picture, bv_sheet_picture_free);
    return;
  }
  bv_sheet_preview_set_picture (BV_SHEET_PREVIEW (self->preview), picture);
  gtk_label_set_text (self->caption, error != NULL ? error->message : _ ("The first page"));
}

static gboolean
draw_cb (gpointer data)
{
  BvWorkbookWindow *self = data;
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  self->preview_id = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drawing = g_new0 (Drawing, 1);
  drawing->path = g_strdup (bv_office_get_path (self->office));
  drawing->movement_id = bv_workbook_window_get_movement (self);
  drawing->choice = bv_workbook_window_dup_choice (self);
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, drawing, free_drawing);
  g_task_run_in_thread (task, draw_in_thread);
  return G_SOURCE_REMOVE;
}

void
_bv_workbook_window_draw_soon (BvWorkbookWindow *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, draw_cb, self);
}
