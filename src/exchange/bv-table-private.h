/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table keeps its cells. */
#pragma once
#include "bv-csv.h"
#include "bv-table.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text; /* in the chunk, or in the csv */
  guint16 column;
  guint8 type;
  guint8 font;
} BvTableCell;

typedef struct
{
  guint first; /* index of its first cell */
  guint n_cells : 31;
  guint hidden : 1;
  guint line;
} BvTableRow;

struct BvTable
{
  char *name;
  GStringChunk *chunk;
  gsize text_size;
  BvCsv *csv;     /* whose text the cells borrow; nullable */
  gpointer owner; /* the same of another kind */
  GDestroyNotify release;
  gboolean recoded; /* from bytes that were no Unicode */
  GArray *cells;    /* Cell */
  GArray *rows;     /* Row */
  GArray *merges;   /* BvTableMerge, by left and top */
  guint n_columns;
};

G_END_DECLS
