/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends the pages of a document to a printer, through the system's dialog. */
#pragma once
#include "bv-page-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** BvDocumentPrinted: @n_pages of @document went to the printer; 0 when @error is set, which is
 * handed over. Not called when it was cancelled. */
typedef void (*BvDocumentPrinted) (BvDocument *document,
                                   guint n_pages,
                                   GError *error,
                                   gpointer owner);

/** bv_document_print_run: opens the dialog over @parent for the pages of @layout; @owner is kept
 * alive until it is over. */
void bv_document_print_run (BvPageLayout *layout,
                            GtkWindow *parent,
                            BvDocumentPrinted func,
                            gpointer owner);

G_END_DECLS
