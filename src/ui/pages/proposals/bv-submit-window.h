/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals that the council passed, submitted at once under one number. */
#pragma once
#include "bv-page.h"
#include "bv-task-window.h"

G_BEGIN_DECLS

#define BV_TYPE_SUBMIT_WINDOW (bv_submit_window_get_type ())
G_DECLARE_FINAL_TYPE (BvSubmitWindow, bv_submit_window, BV, SUBMIT_WINDOW, BvTaskWindow)

/** bv_submit_window_open: asks which of the movement in hand and under what number; %NULL, and a
 * report on @page, when none waits. */
GtkWidget *bv_submit_window_open (BvPage *page);
/** bv_submit_window_submit: as if filled in and confirmed; @batch counts forms from 1, 0 is all. */
void bv_submit_window_submit (BvSubmitWindow *self, guint batch, const char *number);

G_END_DECLS
