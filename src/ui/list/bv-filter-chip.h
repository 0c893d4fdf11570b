/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip above a table that narrows the list to one value of a field. */
#pragma once
#include "bv-list-chip.h"

G_BEGIN_DECLS

#define BV_TYPE_FILTER_CHIP (bv_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (BvFilterChip, bv_filter_chip, BV, FILTER_CHIP, BvListChip)

/** bv_filter_chip_can_filter: whether values of @field can be offered in a menu. */
gboolean bv_filter_chip_can_filter (const BvField *field);
GtkWidget *bv_filter_chip_new (const BvField *field);
const BvField *bv_filter_chip_get_field (BvFilterChip *self);
/** bv_filter_chip_get_value: borrowed; %NULL when everything is shown, or not one value alone. */
const BvValue *bv_filter_chip_get_value (BvFilterChip *self);

G_END_DECLS
