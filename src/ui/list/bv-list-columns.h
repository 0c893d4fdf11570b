/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a kind's list: which of them have room, how wide they are, which one sorts. */
#pragma once
#include "bv-kind.h"
#include "bv-list-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_LIST_COLUMNS (bv_list_columns_get_type ())
G_DECLARE_FINAL_TYPE (BvListColumns, bv_list_columns, BV, LIST_COLUMNS, GObject)

/* Signal "sort-changed": a heading was clicked. */

/** bv_list_columns_new: makes a column for every field of @kind that can be one and puts them into
 * @view; those that the user chose are shown. */
BvListColumns *bv_list_columns_new (const BvKind *kind, GtkColumnView *view);
/**
 * bv_list_columns_fit: chooses for @width pixels. The main column gets 40 characters before
 * any other column may stay: minor columns go first, then the widest texts fold into a dim second
 * line of the main column.
 */
void bv_list_columns_fit (BvListColumns *self, int width);
/** bv_list_columns_needs_fit: whether bv_list_columns_fit() would change anything. */
gboolean bv_list_columns_needs_fit (BvListColumns *self, int width);
/** bv_list_columns_get_folded: a bit for each field in the second line. */
guint64 bv_list_columns_get_folded (BvListColumns *self);
/** bv_list_columns_dup_fields: the fields that have a column, in order, in sight or not; owned. */
GPtrArray *bv_list_columns_dup_fields (BvListColumns *self);
/** bv_list_columns_set_fields: shows @fields (BvField), the main one among them, in this order. */
void bv_list_columns_set_fields (BvListColumns *self, GPtrArray *fields);
/** bv_list_columns_get_sort: the field that sorts, %NULL for the kind's own order. */
const BvField *bv_list_columns_get_sort (BvListColumns *self, gboolean *descending);
/** bv_list_columns_show_sort: puts the arrow on @field's heading, as if it was clicked. */
void bv_list_columns_show_sort (BvListColumns *self, const BvField *field, gboolean descending);
/** bv_list_columns_get_column: of @field; borrowed, %NULL when it is not listed. */
GtkColumnViewColumn *bv_list_columns_get_column (BvListColumns *self, const BvField *field);

/** bv_list_columns_add_mark: puts a column of @width pixels that no field fills after the main one.
 */
void bv_list_columns_add_mark (BvListColumns *self, BvListMark *mark, int width);

G_END_DECLS
