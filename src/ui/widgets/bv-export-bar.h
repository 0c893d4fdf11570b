/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file in a thread and shows how far it is, with Cancel, then where it went. */
#pragma once
#include "bv-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_EXPORT_BAR (bv_export_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvExportBar, bv_export_bar, BV, EXPORT_BAR, AdwBin)

/* Signals: "failed" (GError), not when it was cancelled; "finished" (gboolean written). */

GtkWidget *bv_export_bar_new (void);
/** bv_export_bar_set_narrow: for a place of little width. */
void bv_export_bar_set_narrow (BvExportBar *self);
/** BvExportFunc: writes @target, in the thread; @office is a connection of its own. */
typedef gboolean (*BvExportFunc) (BvOffice *office,
                                  const char *target,
                                  void (*progress) (double fraction, gpointer data),
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  gpointer data,
                                  GError **error);
/** bv_export_bar_start: @data is the thread's own until @free_data (nullable) takes it. */
void bv_export_bar_start (BvExportBar *self,
                          BvOffice *office,
                          GFile *target,
                          BvExportFunc func,
                          gpointer data,
                          GDestroyNotify free_data);
/** bv_export_bar_get_target: of the last start; borrowed, nullable. */
GFile *bv_export_bar_get_target (BvExportBar *self);
void bv_export_bar_cancel (BvExportBar *self);
gboolean bv_export_bar_is_running (BvExportBar *self);

G_END_DECLS
