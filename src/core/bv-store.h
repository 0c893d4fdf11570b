/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a kind in and out of their table; writing happens inside a step of the history alone. */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

G_BEGIN_DECLS

/** bv_store_select: the row, owned, without displays; %NULL without @error when it is gone. */
BvRecord *bv_store_select (BvDatabase *database, const BvKind *kind, gint64 id, GError **error);
/** bv_store_insert: writes a new row under the record's id, with its collation keys. */
gboolean bv_store_insert (BvDatabase *database, BvRecord *record, GError **error);
/** bv_store_update: writes the changed fields. */
gboolean bv_store_update (BvDatabase *database, BvRecord *record, GError **error);
gboolean bv_store_delete (BvDatabase *database, const BvKind *kind, gint64 id, GError **error);
/** bv_store_select_dependants: ids of rows of @kind whose @field points to @id; owned. */
GArray *bv_store_select_dependants (
    BvDatabase *database, const BvKind *kind, const BvField *field, gint64 id, GError **error);
/** bv_store_select_ids: first column of all rows of @sql as gint64; owned. */
GArray *bv_store_select_ids (BvDatabase *database, const char *sql, GError **error);
/** bv_store_collect_ids: the same from a bound statement. */
GArray *bv_store_collect_ids (BvStatement *statement, GError **error);
/** bv_store_clear_reference: makes @field NULL in row @id. */
gboolean bv_store_clear_reference (
    BvDatabase *database, const BvKind *kind, const BvField *field, gint64 id, GError **error);
/** bv_store_rebuild_keys: computes all collation keys anew, after the collator has changed. */
gboolean bv_store_rebuild_keys (BvDatabase *database, GError **error);

G_END_DECLS
