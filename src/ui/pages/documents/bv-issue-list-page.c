/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: every document that was printed or saved. */
#include "config.h"

#include "bv-issue-list-page.h"

#include <glib/gi18n-lib.h>

struct _BvIssueListPage
{
  BvListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvIssueListPage, bv_issue_list_page, BV_TYPE_LIST_PAGE)

/* Lines are written by the program: none is added or copied by hand. */
static void
bv_issue_list_page_class_init (BvIssueListPageClass *klass)
{
  BvPageClass *page_class = BV_PAGE_CLASS (klass);
  BvListPageClass *list_class = BV_LIST_PAGE_CLASS (klass);

  page_class->new_row = NULL;
  page_class->duplicate_row = NULL;
  list_class->kind = &bv_issue_kind;
  list_class->icon_name = "bv-document-symbolic";
  list_class->empty_title = N_ ("Nothing has been issued yet");
  list_class->empty_text = N_ (
      "What is printed or saved under “Draw up and print”, and the council's workbook, is listed "
      "here by itself.");
  list_class->search_label = N_ ("Search documents issued");
}

static void
bv_issue_list_page_init (BvIssueListPage *self)
{
}
