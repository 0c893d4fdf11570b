/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if contents weighed otherwise: a slider for each. Nothing here is ever written. */
#pragma once
#include "bv-opinion-board.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WEIGHTS_BAR (bv_weights_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvWeightsBar, bv_weights_bar, BV, WEIGHTS_BAR, AdwBin)

GtkWidget *bv_weights_bar_new (BvOpinionBoard *board);
/** bv_weights_bar_open: shows or hides the sliders. */
void bv_weights_bar_open (BvWeightsBar *self, gboolean open);

G_END_DECLS
