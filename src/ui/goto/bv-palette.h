/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry over the window, and below it all that one can go to by what is typed. */
#pragma once
#include "bv-go-places.h"

G_BEGIN_DECLS

#define BV_TYPE_PALETTE (bv_palette_get_type ())
G_DECLARE_FINAL_TYPE (BvPalette, bv_palette, BV, PALETTE, AdwBin)

/* Signals: "chosen" (BvGoTarget, valid until the palette is opened again); the palette is closed by
 * then. */

GtkWidget *bv_palette_new (void);
/** bv_palette_open: empties the entry and puts the keyboard there. Without an @office only
 * @commands (BvCommand) are offered. */
void bv_palette_open (BvPalette *self, BvOffice *office, gint64 movement_id, GPtrArray *commands);
/** bv_palette_close: gives the keyboard back to where it was. */
void bv_palette_close (BvPalette *self);
gboolean bv_palette_is_open (BvPalette *self);
/** bv_palette_get_entry: for tests; borrowed. */
GtkEditable *bv_palette_get_entry (BvPalette *self);
/** bv_palette_get_selected: borrowed, nullable. */
const BvGoTarget *bv_palette_get_selected (BvPalette *self);

G_END_DECLS
