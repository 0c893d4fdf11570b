/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chip that narrows a list to the days of a period: this week, the movement, from one to another.
 */
#pragma once
#include "bv-list-chip.h"

G_BEGIN_DECLS

#define BV_TYPE_PERIOD_CHIP (bv_period_chip_get_type ())
G_DECLARE_FINAL_TYPE (BvPeriodChip, bv_period_chip, BV, PERIOD_CHIP, BvListChip)

/** bv_period_chip_find_field: the day that says when a row of @kind happened or is due; %NULL when
 * its list has none. */
const BvField *bv_period_chip_find_field (const BvKind *kind);
/** bv_period_chip_new: for lists of a @kind that has such a day. */
GtkWidget *bv_period_chip_new (const BvKind *kind);

G_END_DECLS
