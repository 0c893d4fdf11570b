/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip above a table that narrows the list to one value of a field. */
#pragma once
#include "bv-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_FILTER_CHIP (bv_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (BvFilterChip, bv_filter_chip, BV, FILTER_CHIP, AdwBin)

/* Signal "changed": another value was chosen. */

/** bv_filter_chip_can_filter: whether values of @field can be offered in a menu. */
gboolean bv_filter_chip_can_filter (const BvField *field);
GtkWidget *bv_filter_chip_new (const BvField *field);
/** bv_filter_chip_set_context: where the names of referenced rows come from; forgets the choice
 * when office or movement differ. */
void bv_filter_chip_set_context (BvFilterChip *self, BvOffice *office, gint64 movement_id);
const BvField *bv_filter_chip_get_field (BvFilterChip *self);
/** bv_filter_chip_get_value: borrowed; %NULL when everything is shown, or not one value alone. */
const BvValue *bv_filter_chip_get_value (BvFilterChip *self);
/** bv_filter_chip_dup_text: "Status: Verified", %NULL when everything is shown; owned. */
char *bv_filter_chip_dup_text (BvFilterChip *self);
/** bv_filter_chip_clear: shows everything. */
void bv_filter_chip_clear (BvFilterChip *self);
/** bv_filter_chip_apply: writes what is chosen into @query. */
void bv_filter_chip_apply (BvFilterChip *self, BvQuery *query);
/** bv_filter_chip_take: chooses what @query says of the field, everything when it says nothing. */
void bv_filter_chip_take (BvFilterChip *self, const BvQuery *query);

G_END_DECLS
