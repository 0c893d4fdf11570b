/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this program is, which version, under which licence; in the program's own language, which
 * the toolkit's about window does not speak everywhere. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_ABOUT_WINDOW (bv_about_window_get_type ())
G_DECLARE_FINAL_TYPE (BvAboutWindow, bv_about_window, BV, ABOUT_WINDOW, AdwWindow)

void bv_about_window_show (GtkWindow *parent);

G_END_DECLS
