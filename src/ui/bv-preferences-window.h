/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can choose for this computer. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_PREFERENCES_WINDOW (bv_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (BvPreferencesWindow, bv_preferences_window, BV, PREFERENCES_WINDOW, AdwWindow)

/** bv_preferences_window_show: over @parent, nullable. */
void bv_preferences_window_show (GtkWindow *parent);

G_END_DECLS
