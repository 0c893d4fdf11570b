/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's documents: drawn up and printed, and the register of what was issued. */
#pragma once
#include "bv-tabs-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DOCUMENTS_PAGE (bv_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (BvDocumentsPage, bv_documents_page, BV, DOCUMENTS_PAGE, BvTabsPage)

G_END_DECLS
