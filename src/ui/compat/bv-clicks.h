/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a click while the program is busy. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** bv_clicks_keep: a click made while the program was drawing counts in every window from now on;
 * GTK on X11 may forget it. */
void bv_clicks_keep (void);

G_END_DECLS
