/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that were changed keep their place in a list until it is sorted again: none jumps away from
 * under the cursor. */
#pragma once
#include "bv-history.h"
#include "bv-id-list.h"

G_BEGIN_DECLS

typedef struct BvRecordOrder BvRecordOrder;

BvRecordOrder *bv_record_order_new (void);
void bv_record_order_free (BvRecordOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRecordOrder, bv_record_order_free)
/** bv_record_order_forget: from now on rows stand where the query puts them. */
void bv_record_order_forget (BvRecordOrder *self);
/** bv_record_order_note: @changes (BvChange) touched rows of @kind. */
void
bv_record_order_note (BvRecordOrder *self, const BvKind *kind, GPtrArray *changes, BvIdList *shown);
/**
 * bv_record_order_keep: the ids that the query gives now (@fresh) as they shall stand: noted rows
 * where they stand in @shown, new ones at the place the query gives them. %NULL when other rows
 * moved too. Owned.
 */
GArray *bv_record_order_keep (BvRecordOrder *self, BvIdList *shown, GArray *fresh);

G_END_DECLS
