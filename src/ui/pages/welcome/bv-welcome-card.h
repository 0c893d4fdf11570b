/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on one of the large buttons of the welcome page: picture, name, one sentence. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WELCOME_CARD (bv_welcome_card_get_type ())
G_DECLARE_FINAL_TYPE (BvWelcomeCard, bv_welcome_card, BV, WELCOME_CARD, AdwBin)

G_END_DECLS
