/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one step of the log changed, and the button that takes it back. */
#pragma once
#include "bv-log-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_STEP_PANEL (bv_step_panel_get_type ())
G_DECLARE_FINAL_TYPE (BvStepPanel, bv_step_panel, BV, STEP_PANEL, AdwBin)

/* Signal "revert": the button was pressed. */

GtkWidget *bv_step_panel_new (void);
/** bv_step_panel_show: %NULL @entry shows nothing; @writable allows taking back; @latest tells that
 * Ctrl+Z does it too. */
void bv_step_panel_show (
    BvStepPanel *self, BvHistory *history, BvLogEntry *entry, gboolean writable, gboolean latest);

G_END_DECLS
