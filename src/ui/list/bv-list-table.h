/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a list page: columns that fit, selection and scroll position kept by id. */
#pragma once
#include "bv-list-mark.h"
#include "bv-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_LIST_TABLE (bv_list_table_get_type ())
G_DECLARE_FINAL_TYPE (BvListTable, bv_list_table, BV, LIST_TABLE, GtkWidget)

/* Signals: "selection-changed"; "activated" (double click, Enter); "sort-changed"; "too-many"
 * (guint most): Ctrl+A in a list with more than @most rows. */

GtkWidget *bv_list_table_new (const BvKind *kind);
/** bv_list_table_set_list: shows the rows of @list; its query gets the table's sort. */
void bv_list_table_set_list (BvListTable *self, BvRecordList *list);
/** bv_list_table_set_menu: what a right click on a row offers. */
void bv_list_table_set_menu (BvListTable *self, GMenuModel *menu);
/** bv_list_table_get_selected: id of the one selected row; 0 when there is none or several. */
gint64 bv_list_table_get_selected (BvListTable *self);
/** bv_list_table_dup_selection: ids of all selected rows; owned. */
GArray *bv_list_table_dup_selection (BvListTable *self);
/** bv_list_table_dup_record: the record of row @id, owned; %NULL when it is not in the list. */
BvRecord *bv_list_table_dup_record (BvListTable *self, gint64 id);
/** bv_list_table_select: selects row @id alone and scrolls to it; 0 or a row that is not here
 * unselects all. */
void bv_list_table_select (BvListTable *self, gint64 id);
/** bv_list_table_focus_row: puts the keyboard on the selected row, or on the first one. */
void bv_list_table_focus_row (BvListTable *self);
/** bv_list_table_get_sort: the field whose heading sorts, or %NULL. */
const BvField *bv_list_table_get_sort (BvListTable *self, gboolean *descending);
/** bv_list_table_sort: as if the heading of @field was clicked. */
void bv_list_table_sort (BvListTable *self, const BvField *field, gboolean descending);
/** bv_list_table_dup_fields: the fields (BvField) that have a column, from left to right, whether
 * the window has room for them or not; owned. */
GPtrArray *bv_list_table_dup_fields (BvListTable *self);
/** bv_list_table_set_fields: shows these columns, from left to right. */
void bv_list_table_set_fields (BvListTable *self, GPtrArray *fields);
/** bv_list_table_add_mark: a column that no field fills; @mark is kept. */
void bv_list_table_add_mark (BvListTable *self, BvListMark *mark, int width);
/** bv_list_table_get_view: for tests and pages that look closer; borrowed. */
GtkColumnView *bv_list_table_get_view (BvListTable *self);

G_END_DECLS
