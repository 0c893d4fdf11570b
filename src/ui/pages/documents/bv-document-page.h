/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing up a document: which one, about what, how it looks, then onto paper or into a file. */
#pragma once
#include "bv-document-type.h"
#include "bv-export-bar.h"
#include "bv-page-preview.h"
#include "bv-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DOCUMENT_PAGE (bv_document_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDocumentPage, bv_document_page, BV, DOCUMENT_PAGE, BvPage)

/** bv_document_page_choose: shows the document of @type about @about_id (0: the newest, or a blank
 * form). */
void bv_document_page_choose (BvDocumentPage *self, const BvDocumentType *type, gint64 about_id);
/** bv_document_page_choose_rows: the same about several rows, where they make one job. */
void bv_document_page_choose_rows (BvDocumentPage *self,
                                   const BvDocumentType *type,
                                   const gint64 *ids,
                                   guint n_ids);
/** bv_document_page_save: writes what is shown to @target, whose ending says as what. */
void bv_document_page_save (BvDocumentPage *self, GFile *target);
BvPagePreview *bv_document_page_get_preview (BvDocumentPage *self);
BvExportBar *bv_document_page_get_export_bar (BvDocumentPage *self);
/** bv_document_page_is_drawing: other pages than those shown are on their way. */
gboolean bv_document_page_is_drawing (BvDocumentPage *self);
void bv_document_page_cancel_drawing (BvDocumentPage *self);
/** bv_document_page_get_problem: why nothing is shown; "" when something is. Borrowed. */
const char *bv_document_page_get_problem (BvDocumentPage *self);
/** bv_document_page_set_wording_shown: opens or closes the panel with the sentences. */
void bv_document_page_set_wording_shown (BvDocumentPage *self, gboolean shown);

G_END_DECLS
