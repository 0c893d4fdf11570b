/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fixed sentences of a document, to be worded the office's own way. */
#pragma once
#include "bv-document-type.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WORDING_PANEL (bv_wording_panel_get_type ())
G_DECLARE_FINAL_TYPE (BvWordingPanel, bv_wording_panel, BV, WORDING_PANEL, AdwBin)

/* Signal "report" (GError): a sentence could not be saved. */

GtkWidget *bv_wording_panel_new (void);
/** bv_wording_panel_set_type: shows the sentences of @type; what was typed is saved before. */
void bv_wording_panel_set_type (BvWordingPanel *self, BvOffice *office, const BvDocumentType *type);
/** bv_wording_panel_flush: %FALSE when a sentence cannot be saved as it is. */
gboolean bv_wording_panel_flush (BvWordingPanel *self);
/** bv_wording_panel_refresh: shows what is stored, except where somebody is typing. */
void bv_wording_panel_refresh (BvWordingPanel *self);

G_END_DECLS
