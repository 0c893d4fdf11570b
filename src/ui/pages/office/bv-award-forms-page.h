/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The titles and forms of commendation that the law knows. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_AWARD_FORMS_PAGE (bv_award_forms_page_get_type ())
G_DECLARE_FINAL_TYPE (BvAwardFormsPage, bv_award_forms_page, BV, AWARD_FORMS_PAGE, BvListPage)

G_END_DECLS
