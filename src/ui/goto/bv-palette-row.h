/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the palette: picture, name, what tells it from others, keys. */
#pragma once
#include "bv-go-target.h"

G_BEGIN_DECLS

#define BV_TYPE_PALETTE_ROW (bv_palette_row_get_type ())
G_DECLARE_FINAL_TYPE (BvPaletteRow, bv_palette_row, BV, PALETTE_ROW, GtkListBoxRow)

GtkWidget *bv_palette_row_new (void);
/** bv_palette_row_show: @target must stay while it is shown; %NULL hides the row. */
void bv_palette_row_show (BvPaletteRow *self, const BvGoTarget *target);
/** bv_palette_row_get_target: borrowed, nullable. */
const BvGoTarget *bv_palette_row_get_target (BvPaletteRow *self);

G_END_DECLS
