/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The light of an award boundary: a picture and its word, and a colour that only helps. */
#pragma once
#include "bv-second-opinions.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_FIRMNESS_LIGHT (bv_firmness_light_get_type ())
G_DECLARE_FINAL_TYPE (BvFirmnessLight, bv_firmness_light, BV, FIRMNESS_LIGHT, AdwBin)

GtkWidget *bv_firmness_light_new (BvFirmness light);
/** bv_firmness_light_get_icon: name of the picture of @light; borrowed. */
const char *bv_firmness_light_get_icon (BvFirmness light);
/** bv_firmness_light_get_tone: style class that colours it; borrowed. */
const char *bv_firmness_light_get_tone (BvFirmness light);

G_END_DECLS
