/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills page after page with the heights of rows; remembers only those of the present page. */
#include "config.h"

#include "bv-sheet-pages.h"

/* Rows of the list that a signature needs above it. */
#define KEPT_ROWS 2
/* Of a page: with less it looks unfinished. */
#define FILLED_SHARE 0.6

typedef struct
{
  double height;
  BvSheetRowKind kind;
} Row;

struct BvSheetPages
{
  double room;
  double repeated; /* height */
  double used;
  guint32 n_rows;
  GArray *rows;   /* Row: of the present page */
  GArray *before; /* Row: of the page before */
  GArray *breaks; /* guint32 */
};

BvSheetPages *
bv_sheet_pages_new (double room)
{
  BvSheetPages *self = g_new0 (BvSheetPages, 1);

  self->room = room;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->before = g_array_new (FALSE, FALSE, sizeof (Row));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
bv_sheet_pages_free (BvSheetPages *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->before);
  g_array_unref (self->breaks);
  g_free (self);
}

void
bv_sheet_pages_repeat (BvSheetPages *self, double height)
{
  self->repeated = height;
}

/* The last @n rows of the present page go to a new one. */
static void
begin_page (BvSheetPages *self, guint n)
{
  guint32 first = self->n_rows - n;

  g_array_append_val (self->breaks, first);
  g_array_set_size (self->before, 0);
  g_array_append_vals (self->before, self->rows->data, self->rows->len - n);
  g_array_remove_range (self->rows, 0, self->rows->len - n);
  self->used = self->repeated;
  for (guint i = 0; i < n; i++)
    self->used += g_array_index (self->rows, Row, i).height;
}

/* Headings at the end of the page; 0 when the page holds nothing else. */
static guint
count_headings (const BvSheetPages *self)
{
  guint n = 0;

  while (n < self->rows->len
         && g_array_index (self->rows, Row, self->rows->len - 1 - n).kind == BV_SHEET_ROW_HEADING)
    n++;
  return n < self->rows->len ? n : 0;
}

/* Notes under a heading, with no row of the list yet: when taking them all along would leave much
 * of the page empty, the heading keeps those that have room. */
static gboolean
may_part_notes (const BvSheetPages *self)
{
  double left = self->used;
  guint i = self->rows->len;

  for (; i > 0 && g_array_index (self->rows, Row, i - 1).kind == BV_SHEET_ROW_PLAIN; i--)
    left -= g_array_index (self->rows, Row, i - 1).height;
  return i > 0 && i < self->rows->len
         && g_array_index (self->rows, Row, i - 1).kind == BV_SHEET_ROW_HEADING
         && left < self->room * FILLED_SHARE;
}

void
bv_sheet_pages_add (BvSheetPages *self, double height, BvSheetRowKind kind)
{
  Row row = { height, kind };

  if (kind == BV_SHEET_ROW_PLAIN && self->used + height > self->room && !may_part_notes (self))
    bv_sheet_pages_keep (self, height);
  if (self->used + height > self->room && self->rows->len > 0)
    begin_page (self, count_headings (self));
  g_array_append_val (self->rows, row);
  self->used += height;
  self->n_rows++;
}

/* How many of the last @rows hold @listed rows of the list and what heads them, or begin with the
 * last heading; all when there are fewer. */
static guint
count_back (GArray *rows, guint listed, double *height)
{
  gboolean headed = FALSE;
  guint n = 0;

  *height = 0;
  while (n < rows->len) {
    const Row *row = &g_array_index (rows, Row, rows->len - 1 - n);

    if ((listed == 0 || headed) && row->kind != BV_SHEET_ROW_HEADING)
      break;
    n++;
    *height += row->height;
    headed = row->kind == BV_SHEET_ROW_HEADING;
    listed -= listed > 0 && row->kind == BV_SHEET_ROW_LISTED;
  }
  return n;
}

static guint
count_listed (const BvSheetPages *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, Row, i).kind == BV_SHEET_ROW_LISTED;
  return n;
}

/* A page that began with too few rows of the list takes some of the page before. */
static void
pull_back (BvSheetPages *self, double height)
{
  guint listed = count_listed (self);
  double pulled;
  guint n;

  if (listed >= KEPT_ROWS || self->breaks->len == 0)
    return;
  n = count_back (self->before, KEPT_ROWS - listed, &pulled);
  if (n == self->before->len || self->used + pulled + height > self->room)
    return;
  g_array_index (self->breaks, guint32, self->breaks->len - 1) -= n;
  g_array_prepend_vals (self->rows, &g_array_index (self->before, Row, self->before->len - n), n);
  g_array_set_size (self->before, self->before->len - n);
  self->used += pulled;
}

void
bv_sheet_pages_keep (BvSheetPages *self, double height)
{
  double kept;
  guint n;

  if (self->used + height <= self->room || self->rows->len == 0) {
    pull_back (self, height);
    return;
  }
  n = count_back (self->rows, KEPT_ROWS, &kept);
  if (n == self->rows->len || self->repeated + kept + height > self->room)
    n = count_back (self->rows, 1, &kept);
  if (n < self->rows->len)
    begin_page (self, n);
}

void
bv_sheet_pages_need (BvSheetPages *self, double height)
{
  if (self->used + height > self->room)
    bv_sheet_pages_break (self);
}

void
bv_sheet_pages_break (BvSheetPages *self)
{
  if (self->rows->len > 0)
    begin_page (self, 0);
}

double
bv_sheet_pages_get_left (const BvSheetPages *self)
{
  return self->room - self->used;
}

double
bv_sheet_pages_get_room (const BvSheetPages *self)
{
  return self->room - self->repeated;
}

guint
bv_sheet_pages_get_n (const BvSheetPages *self)
{
  return self->breaks->len + 1;
}

const guint32 *
bv_sheet_pages_get_breaks (const BvSheetPages *self, guint *n)
{
  *n = self->breaks->len;
  return (const guint32 *) (gconstpointer) self->breaks->data;
}
