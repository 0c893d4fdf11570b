/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of the overview as a button that leads to its rows. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_COUNTER_CARD (bv_counter_card_get_type ())
G_DECLARE_FINAL_TYPE (BvCounterCard, bv_counter_card, BV, COUNTER_CARD, GtkButton)

/** bv_counter_card_new: @label is translated. */
GtkWidget *bv_counter_card_new (const char *label);
/** bv_counter_card_set: @detail is a short line below; @urgent marks something to be done. */
void
bv_counter_card_set (BvCounterCard *self, const char *figure, const char *detail, gboolean urgent);
const char *bv_counter_card_get_figure (BvCounterCard *self);

G_END_DECLS
