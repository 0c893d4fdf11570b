/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that Escape presses. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bv_escape_presses: Escape clicks @button while it is in sight, wherever the keyboard is in its
 * window, unless something nearer to the keyboard has a use for the key. */
void bv_escape_presses (GtkButton *button);

G_END_DECLS
