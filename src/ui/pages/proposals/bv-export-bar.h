/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the workbook in a thread and shows how far it is, with Cancel, then where it went. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_EXPORT_BAR (bv_export_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvExportBar, bv_export_bar, BV, EXPORT_BAR, AdwBin)

/* Signals: "failed" (GError), not when it was cancelled; "finished" (gboolean written). */

GtkWidget *bv_export_bar_new (void);
/** bv_export_bar_start: the thread reads @office's file through a connection of its own. */
void bv_export_bar_start (BvExportBar *self, BvOffice *office, gint64 movement_id, GFile *target);
void bv_export_bar_cancel (BvExportBar *self);
gboolean bv_export_bar_is_running (BvExportBar *self);

G_END_DECLS
