/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state as a soft pill: always a word, the colour only helps. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_PILL (bv_pill_get_type ())
G_DECLARE_FINAL_TYPE (BvPill, bv_pill, BV, PILL, AdwBin)

GtkWidget *bv_pill_new (void);
/** bv_pill_set: @tone is "success", "warning", "error", "accent" or %NULL; an empty @text hides the
 * pill. */
void bv_pill_set (BvPill *self, const char *text, const char *tone);
/** bv_pill_keep_whole: its text is never cut, however little room there is. */
void bv_pill_keep_whole (BvPill *self);
const char *bv_pill_get_text (BvPill *self);

G_END_DECLS
