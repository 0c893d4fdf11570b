/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of what is chosen, drawn anew in a thread whenever a choice changes. */
#include "config.h"

#include "bv-workbook-window-private.h"

#include "bv-reading.h"
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
  gint64 movement_id;
  BvWorkbookChoice *choice;
} Drawing;

static void
free_drawing (gpointer data)
{
  Drawing *drawing = data;

  _bv_workbook_window_free_choice (drawing->choice);
  g_free (drawing);
}

static gpointer
draw (BvOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Drawing *drawing = data;

  return bv_workbook_preview (office, drawing->movement_id, drawing->choice, cancellable, error);
}

static void
take_picture (gpointer owner, gpointer picture, GError *error)
{
  BvWorkbookWindow *self = owner;

  bv_sheet_preview_set_picture (BV_SHEET_PREVIEW (self->preview), picture);
  gtk_label_set_text (self->caption, error != NULL ? error->message : _ ("The first page"));
}

static const BvReading reading = {
  draw, free_drawing, (GDestroyNotify) bv_sheet_picture_free, take_picture
};

static gboolean
draw_cb (gpointer data)
{
  BvWorkbookWindow *self = data;
  Drawing *drawing = g_new0 (Drawing, 1);

  self->preview_id = 0;
  drawing->movement_id = bv_workbook_window_get_movement (self);
  drawing->choice = bv_workbook_window_dup_choice (self);
  bv_reading_start (&reading, self, &self->reading, self->office, drawing);
  return G_SOURCE_REMOVE;
}

void
_bv_workbook_window_draw_soon (BvWorkbookWindow *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, draw_cb, self);
}
