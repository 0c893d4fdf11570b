/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the proposals were made public, and what was said of them. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_PUBLICATION_LIST_PAGE (bv_publication_list_page_get_type ())
G_DECLARE_FINAL_TYPE (
    BvPublicationListPage, bv_publication_list_page, BV, PUBLICATION_LIST_PAGE, BvListPage)

G_END_DECLS
