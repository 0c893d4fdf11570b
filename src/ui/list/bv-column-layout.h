/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns a list shows and in which order, kept in the settings of this computer. */
#pragma once
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_column_layout_can_show: whether @field can be a column at all. */
gboolean bv_column_layout_can_show (const BvField *field);
/** bv_column_layout_dup_default: the listed fields (BvField) in their order; owned. */
GPtrArray *bv_column_layout_dup_default (const BvKind *kind);
/** bv_column_layout_load: what the user chose, the default when nothing; owned. The main field is
 * always among them. */
GPtrArray *bv_column_layout_load (const BvKind *kind);
/** bv_column_layout_store: remembers @fields; %NULL forgets them. */
void bv_column_layout_store (const BvKind *kind, GPtrArray *fields);

G_END_DECLS
