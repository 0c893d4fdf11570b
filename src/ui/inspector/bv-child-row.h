/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row that belongs to another: two lines that unfold to its form. */
#pragma once
#include "bv-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CHILD_ROW (bv_child_row_get_type ())
G_DECLARE_FINAL_TYPE (BvChildRow, bv_child_row, BV, CHILD_ROW, GtkBox)

/* Signals: "remove": the person wants it gone; "failed" (GError *): saving met something else than
 * bad input. */

/** bv_child_row_new: @record with id 0 is a new row and opens at once. */
GtkWidget *bv_child_row_new (BvOffice *office, BvRecord *record);
/** bv_child_row_get_id: 0 as long as a new row is not written. */
gint64 bv_child_row_get_id (BvChildRow *self);
const char *bv_child_row_get_title (BvChildRow *self);
/** bv_child_row_show: the stored row reads otherwise now. */
void bv_child_row_show (BvChildRow *self, BvRecord *record);
void bv_child_row_set_open (BvChildRow *self, gboolean open);
gboolean bv_child_row_flush (BvChildRow *self, gboolean focus);
gboolean bv_child_row_is_dirty (BvChildRow *self);
/** bv_child_row_focus_first: opens it and goes to its first field. */
void bv_child_row_focus_first (BvChildRow *self);

G_END_DECLS
