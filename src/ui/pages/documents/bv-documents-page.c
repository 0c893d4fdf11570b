/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's documents: drawn up and printed, and the register of what was issued. */
#include "config.h"

#include "bv-documents-page.h"

#include "bv-document-page.h"
#include "bv-issue-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvDocumentsPage
{
  BvTabsPage parent_instance;
};

static const BvTab tabs[] = {
  { "write", N_ ("Draw up and print"), bv_document_page_get_type },
  { "register", N_ ("Register of documents"), bv_issue_list_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (BvDocumentsPage, bv_documents_page, BV_TYPE_TABS_PAGE)

static void
bv_documents_page_class_init (BvDocumentsPageClass *klass)
{
  BV_TABS_PAGE_CLASS (klass)->tabs = tabs;
}

static void
bv_documents_page_init (BvDocumentsPage *self)
{
}
