/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in front of a window while a thread works on its file: what is done, and Cancel. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_BUSY_WINDOW (bv_busy_window_get_type ())
G_DECLARE_FINAL_TYPE (BvBusyWindow, bv_busy_window, BV, BUSY_WINDOW, AdwWindow)

/** bv_busy_window_new: in front of @parent, not shown yet; closing it cancels @cancellable and
 * waits for whoever works to destroy it. */
GtkWindow *bv_busy_window_new (GtkWindow *parent, const char *text, GCancellable *cancellable);
/** bv_busy_window_present_later: shows it when the work takes so long that somebody wonders. */
void bv_busy_window_present_later (BvBusyWindow *self);

G_END_DECLS
