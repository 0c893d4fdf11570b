/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a list share the room there is: which give way, and who gets what is left. */
#pragma once
#include "bv-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvColumnFit: one column; widths in pixels with the cell's padding. */
typedef struct
{
  const BvField *field;
  guint index;     /* of the field in its kind */
  int natural;     /* what it takes when there is no room to spare */
  int ideal;       /* beyond it more room does not help */
  int width;       /* what it takes now; the least for the main column */
  gboolean chosen; /* the user dragged it */
  gboolean off;    /* the user does not want it */
  gboolean hidden; /* there is no room for it, or it is off */
} BvColumnFit;

#define BV_COLUMN_FIT_NARROWEST 48 /* pixels a column can be dragged to */

/** bv_column_fit_measure: sets the widths by the font of @widget. */
void bv_column_fit_measure (BvColumnFit *column, GtkWidget *widget);
/**
 * bv_column_fit_share: hides what has no room in @width. The column @main_index gets its 40
 * characters before any other may stay: minor columns go first, then texts, which
 * bv_column_fit_is_folded() tells apart. Room left is shared out.
 */
void bv_column_fit_share (BvColumnFit *columns, guint n_columns, guint main_index, int width);
/** bv_column_fit_is_folded: whether the hidden column reads well in a second line of the main one.
 */
gboolean bv_column_fit_is_folded (const BvColumnFit *column);
/** bv_column_fit_set_width: the user wants @width. */
void bv_column_fit_set_width (BvColumnFit *column, int width);

G_END_DECLS
