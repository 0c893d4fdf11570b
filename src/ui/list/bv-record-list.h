/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one kind that a list shows: a query, its ids in order, and the records loaded when
 * looked at. */
#pragma once
#include "bv-history.h"
#include "bv-query.h"

G_BEGIN_DECLS

#define BV_TYPE_RECORD_LIST (bv_record_list_get_type ())
G_DECLARE_FINAL_TYPE (BvRecordList, bv_record_list, BV, RECORD_LIST, GObject)

/* Signal "reset-begin" and "reset-end": most rows change place between the two. Whoever shows the
 * list lets go of the model, for GTK looks at every row that comes in one large change. */

BvRecordList *bv_record_list_new (BvOffice *office, const BvKind *kind);
/** bv_record_list_confine: the list is of the rows alone whose choice @field is @value; they are
 * all there are. */
void bv_record_list_confine (BvRecordList *self, const BvField *field, const char *value);
/** bv_record_list_get_model: a list of BvRecord; borrowed. */
GListModel *bv_record_list_get_model (BvRecordList *self);
/** bv_record_list_get_query: change it, then call bv_record_list_reload(); borrowed. */
BvQuery *bv_record_list_get_query (BvRecordList *self);
/** bv_record_list_reload: runs the query; on failure the list stays as it was. Where the query asks
 * whose rows they are and the log is long, the list is partial, without rows, until so many calls
 * have read the whole of it. */
gboolean bv_record_list_reload (BvRecordList *self, GError **error);
/** bv_record_list_start: runs the query for a list that nobody has seen yet. When only the first
 * rows are read, the list is partial, and bv_record_list_reload() follows once they are drawn. */
gboolean bv_record_list_start (BvRecordList *self, GError **error);
gboolean bv_record_list_is_partial (BvRecordList *self);
/** bv_record_list_apply: follows a committed step; @changes holds BvChange. A changed row stays
 * where it is, though it would now stand elsewhere or be filtered out, until the next
 * bv_record_list_reload(); new rows come in at their place. */
gboolean bv_record_list_apply (BvRecordList *self, GPtrArray *changes, GError **error);
/** bv_record_list_is_sorted: whether every row stands where the query puts it. */
gboolean bv_record_list_is_sorted (BvRecordList *self);
/** bv_record_list_concerns: whether rows of @kind are in the list or named in it. */
gboolean bv_record_list_concerns (BvRecordList *self, const BvKind *kind);
guint bv_record_list_get_n_rows (BvRecordList *self);
/** bv_record_list_count_all: rows without search and filters. */
guint bv_record_list_count_all (BvRecordList *self);
/** bv_record_list_is_narrowed: whether a search or a filter is in force. */
gboolean bv_record_list_is_narrowed (BvRecordList *self);
gint64 bv_record_list_get_id (BvRecordList *self, guint position);
/** bv_record_list_find: position of row @id, or %G_MAXUINT. */
guint bv_record_list_find (BvRecordList *self, gint64 id);

G_END_DECLS
