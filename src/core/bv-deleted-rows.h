/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that one step of the log deleted, and which of them went because of which. */
#pragma once
#include "bv-change-text.h"
#include "bv-history.h"

G_BEGIN_DECLS

/** BvDeletedRows: of one step. */
typedef struct BvDeletedRows BvDeletedRows;

/** bv_deleted_rows_read: the rows that @changeset deletes and that are not back; owned. */
BvDeletedRows *
bv_deleted_rows_read (BvOffice *office, BvChangeText *text, GBytes *changeset, GError **error);
void bv_deleted_rows_free (BvDeletedRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDeletedRows, bv_deleted_rows_free)

/** bv_deleted_rows_get: BvRecord as they were; borrowed. */
GPtrArray *bv_deleted_rows_get (BvDeletedRows *self);
/** bv_deleted_rows_has_gone_with: whether @record cannot be without another of the rows. */
gboolean bv_deleted_rows_has_gone_with (BvDeletedRows *self, BvRecord *record);
/** bv_deleted_rows_gather: row @id and all that cannot be without it, parents first; owned array of
 * borrowed BvRecord. */
GPtrArray *bv_deleted_rows_gather (BvDeletedRows *self, gint64 id);
/** bv_deleted_rows_list_let_go: fields of rows that stayed and named one of @ids (a set of gint64)
 * until the step: BvLetGo; owned. */
typedef struct
{
  const BvKind *kind;
  const BvField *field;
  gint64 id;     /* the row that stayed */
  gint64 target; /* what it named */
} BvLetGo;
GArray *bv_deleted_rows_list_let_go (BvDeletedRows *self, GHashTable *ids);

G_END_DECLS
