/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register: every document that was printed or saved. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_ISSUE_LIST_PAGE (bv_issue_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BvIssueListPage, bv_issue_list_page, BV, ISSUE_LIST_PAGE, BvListPage)

G_END_DECLS
