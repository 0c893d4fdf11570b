/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the cells of one page, and no more. */
#include "config.h"

#include "bv-sheet-picture.h"

struct BvSheetPicture
{
  double scale, left, y, bottom;
  GArray *cells;  /* BvSheetPictureCell */
  guint n_placed; /* those of rows that have ended */
  gboolean full;
};

static void
clear_cell (gpointer data)
{
  g_free (((BvSheetPictureCell *) data)->text);
}

BvSheetPicture *
bv_sheet_picture_new (double scale, double left, double top, double bottom)
{
  BvSheetPicture *self = g_new0 (BvSheetPicture, 1);

  self->scale = scale;
  self->left = left;
  self->y = top;
  self->bottom = bottom;
  self->cells = g_array_new (FALSE, FALSE, sizeof (BvSheetPictureCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
bv_sheet_picture_free (BvSheetPicture *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

void
bv_sheet_picture_add (BvSheetPicture *self, BvSheetPictureCell cell)
{
  if (self->full) {
    g_free (cell.text);
    return;
  }
  cell.x = self->left + cell.x * self->scale;
  cell.width *= self->scale;
  cell.size *= self->scale;
  g_array_append_val (self->cells, cell);
}

/* The first row that does not fit ends the page. */
void
bv_sheet_picture_end_row (BvSheetPicture *self, double height)
{
  if (self->full)
    return;
  height *= self->scale;
  if (self->y + height > self->bottom) {
    self->full = TRUE;
    g_array_set_size (self->cells, self->n_placed);
    return;
  }
  for (; self->n_placed < self->cells->len; self->n_placed++) {
    BvSheetPictureCell *cell = &g_array_index (self->cells, BvSheetPictureCell, self->n_placed);

    cell->y = self->y;
    cell->height = height;
  }
  self->y += height;
}

gboolean
bv_sheet_picture_is_full (const BvSheetPicture *self)
{
  return self->full;
}

guint
bv_sheet_picture_get_n (const BvSheetPicture *self)
{
  return self->n_placed;
}

const BvSheetPictureCell *
bv_sheet_picture_get (const BvSheetPicture *self, guint index)
{
  g_return_val_if_fail (index < self->n_placed, NULL);
  return &g_array_index (self->cells, BvSheetPictureCell, index);
}
