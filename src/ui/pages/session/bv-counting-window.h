/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the counting team, typed line by line; the second time without seeing the first.
 */
#pragma once
#include "bv-council-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_COUNTING_WINDOW (bv_counting_window_get_type ())
G_DECLARE_FINAL_TYPE (BvCountingWindow, bv_counting_window, BV, COUNTING_WINDOW, AdwWindow)

/** bv_counting_window_open: for @entry (0 or 1) of @session, above @parent. */
GtkWidget *bv_counting_window_open (GtkWindow *parent, BvCouncilSession *session, guint entry);

G_END_DECLS
