/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of a list that no field stores: a small widget for each row, filled by its page. */
#pragma once
#include "bv-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_LIST_MARK (bv_list_mark_get_type ())
G_DECLARE_FINAL_TYPE (BvListMark, bv_list_mark, BV, LIST_MARK, GObject)

/** BvListMarkShow: fills @widget for @record. */
typedef void (*BvListMarkShow) (GtkWidget *widget, BvRecord *record, gpointer data);

/** bv_list_mark_new: @create makes the widget of a row, @data outlives the mark. */
BvListMark *bv_list_mark_new (const char *title,
                              GtkWidget *(*create) (void),
                              BvListMarkShow show,
                              gpointer data);
/** bv_list_mark_create_column: (transfer full) */
GtkColumnViewColumn *bv_list_mark_create_column (BvListMark *self, int width);
/** bv_list_mark_refresh: fills the widgets in sight anew. */
void bv_list_mark_refresh (BvListMark *self);

G_END_DECLS
