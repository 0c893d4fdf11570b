/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the workbook is exported, and where to: award forms, sheets, one file or several, with
 * the first page as it will be printed. */
#pragma once
#include "bv-office.h"
#include "bv-task-window.h"
#include "bv-workbook-choice.h"

G_BEGIN_DECLS

#define BV_TYPE_WORKBOOK_WINDOW (bv_workbook_window_get_type ())
G_DECLARE_FINAL_TYPE (BvWorkbookWindow, bv_workbook_window, BV, WORKBOOK_WINDOW, BvTaskWindow)

/* Signal "export" (GFile *target), once everything is chosen; the window closes after it. */

GtkWidget *bv_workbook_window_new (GtkWindow *parent, BvOffice *office, gint64 movement_id);
/** bv_workbook_window_get_movement: the one chosen in the window. */
gint64 bv_workbook_window_get_movement (BvWorkbookWindow *self);
/** bv_workbook_window_dup_choice: (transfer full): with its forms an owned array or %NULL. */
BvWorkbookChoice *bv_workbook_window_dup_choice (BvWorkbookWindow *self);
gboolean bv_workbook_window_get_open_when_done (BvWorkbookWindow *self);
/** bv_workbook_window_set_sheet: checks or unchecks one. */
void bv_workbook_window_set_sheet (BvWorkbookWindow *self, BvWorkbookSheet sheet, gboolean chosen);
void bv_workbook_window_set_folder (BvWorkbookWindow *self, GFile *folder);
/** bv_workbook_window_has_preview: whether the first page is shown. */
gboolean bv_workbook_window_has_preview (BvWorkbookWindow *self);
/** bv_workbook_window_accept: as the button "Export" does. */
void bv_workbook_window_accept (BvWorkbookWindow *self);

G_END_DECLS
