/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person sees while no office file is open. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WELCOME (bv_welcome_get_type ())
G_DECLARE_FINAL_TYPE (BvWelcome, bv_welcome, BV, WELCOME, AdwBin)

/* Its buttons are win.open, win.create and win.sample; a recent or dropped file goes to the
 * application as any opened file does. */

/** bv_welcome_set_error: says why the last try failed; %NULL takes the sentence away. */
void bv_welcome_set_error (BvWelcome *self, const char *sentence);
/** bv_welcome_refresh: the recent files anew. */
void bv_welcome_refresh (BvWelcome *self);

G_END_DECLS
