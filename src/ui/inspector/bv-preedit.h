/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The syllable that an input method still composes in an entry or a text view: watched, so that it
 * can be taken over when the field is left. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PREEDIT (bv_preedit_get_type ())
G_DECLARE_FINAL_TYPE (BvPreedit, bv_preedit, BV, PREEDIT, GObject)

/* Signal "composing": a syllable is being composed or was composed further. */

/** bv_preedit_watch: @widget is a GtkEntry or a GtkTextView; the watch ends with it. */
BvPreedit *bv_preedit_watch (GtkWidget *widget);
/**
 * bv_preedit_settle: puts the composed syllable into the text. The input method does it itself when
 * the focus leaves, and it may not be done twice; what it drops is inserted here, so that nothing
 * seen on screen is lost. Call it when the focus has left, or where it still is.
 */
void bv_preedit_settle (BvPreedit *self);
/** bv_preedit_dup_text: the text of an entry with the composed syllable in its place; owned. */
char *bv_preedit_dup_text (BvPreedit *self);

G_END_DECLS
