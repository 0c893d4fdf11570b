/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus and penalty points of one subject, each with its reason. */
#pragma once
#include "bv-page.h"
#include "bv-section.h"

G_BEGIN_DECLS

#define BV_TYPE_ADJUSTMENT_WINDOW (bv_adjustment_window_get_type ())
G_DECLARE_FINAL_TYPE (BvAdjustmentWindow, bv_adjustment_window, BV, ADJUSTMENT_WINDOW, AdwWindow)

/** bv_adjustment_window_open: over the window of @page; %NULL, having reported it, when the subject
 * cannot be read. */
GtkWidget *bv_adjustment_window_open (BvPage *page, gint64 subject_id);

G_END_DECLS
