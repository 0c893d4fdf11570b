/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of help: how one works here, by which keys, and where the data live. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_HELP_WINDOW (bv_help_window_get_type ())
G_DECLARE_FINAL_TYPE (BvHelpWindow, bv_help_window, BV, HELP_WINDOW, AdwWindow)

/** bv_help_window_show: over @parent, nullable. */
void bv_help_window_show (GtkWindow *parent);
/** bv_help_window_show_keys: the keys alone. */
void bv_help_window_show_keys (GtkWindow *parent);

G_END_DECLS
