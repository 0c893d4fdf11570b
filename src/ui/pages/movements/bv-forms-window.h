/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms that came back: what each holds, and what is wrong with it, before they are taken in. */
#pragma once
#include "bv-office.h"
#include "bv-task-window.h"

G_BEGIN_DECLS

#define BV_TYPE_FORMS_WINDOW (bv_forms_window_get_type ())
G_DECLARE_FINAL_TYPE (BvFormsWindow, bv_forms_window, BV, FORMS_WINDOW, BvTaskWindow)

/* Signal "accepted" (message): what was taken in, for a toast. */

GtkWidget *bv_forms_window_new (GtkWindow *parent, BvOffice *office);
/** bv_forms_window_add: reads @file, or all workbooks of a folder, and lists them, also those that
 * are refused. */
void bv_forms_window_add (BvFormsWindow *self, GFile *file);
/** bv_forms_window_accept: writes all forms listed as one step and closes. */
void bv_forms_window_accept (BvFormsWindow *self);

G_END_DECLS
