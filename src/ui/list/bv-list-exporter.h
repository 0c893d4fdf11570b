/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what a page lists out of the office as it is shown: asks where to, writes it while the work
 * goes on, and enters it in the register. */
#pragma once
#include "bv-export-bar.h"
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_LIST_EXPORTER (bv_list_exporter_get_type ())
G_DECLARE_FINAL_TYPE (BvListExporter, bv_list_exporter, BV, LIST_EXPORTER, AdwBin)

GtkWidget *bv_list_exporter_new (void);
/** bv_list_exporter_ask: asks where to, then writes what @page lists; @format is "xlsx" or "csv".
 */
void bv_list_exporter_ask (BvListExporter *self, BvPage *page, const char *format);
/** bv_list_exporter_write: writes it to @target, whose ending says as what. */
void bv_list_exporter_write (BvListExporter *self, BvPage *page, GFile *target);
void bv_list_exporter_cancel (BvListExporter *self);
gboolean bv_list_exporter_is_running (BvListExporter *self);

G_END_DECLS
