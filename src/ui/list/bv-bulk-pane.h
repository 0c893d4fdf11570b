/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a list while several rows are selected: how many, one value for all of them,
 * and what else can be done with them. */
#pragma once
#include "bv-bulk-form.h"
#include "bv-kind.h"

G_BEGIN_DECLS

#define BV_TYPE_BULK_PANE (bv_bulk_pane_get_type ())
G_DECLARE_FINAL_TYPE (BvBulkPane, bv_bulk_pane, BV, BULK_PANE, AdwBin)

/* Signal "closed": Esc, back to the list. */

GtkWidget *bv_bulk_pane_new (const BvKind *kind);
/** bv_bulk_pane_get_form: borrowed; its rows are set by bv_bulk_pane_show_rows(). */
BvBulkForm *bv_bulk_pane_get_form (BvBulkPane *self);
/** bv_bulk_pane_show_rows: the rows @ids of @office, in the order of the list. */
void bv_bulk_pane_show_rows (BvBulkPane *self, BvOffice *office, gint64 movement_id, GArray *ids);

G_END_DECLS
