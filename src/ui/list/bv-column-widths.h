/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths that the user gave to columns, kept in the settings of this computer. */
#pragma once
#include "bv-kind.h"

G_BEGIN_DECLS

/** bv_column_widths_load: pixels, or 0 when the user never chose one. */
int bv_column_widths_load (const BvKind *kind, const BvField *field);
/** bv_column_widths_store: remembers @width pixels. */
void bv_column_widths_store (const BvKind *kind, const BvField *field, int width);
/** bv_column_widths_load_inspector: width of the editor beside the table, 0 when never chosen. */
int bv_column_widths_load_inspector (void);
void bv_column_widths_store_inspector (int width);

G_END_DECLS
