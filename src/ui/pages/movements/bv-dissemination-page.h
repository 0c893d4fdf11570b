/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each department told its staff of the movement in hand. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_DISSEMINATION_PAGE (bv_dissemination_page_get_type ())
G_DECLARE_FINAL_TYPE (
    BvDisseminationPage, bv_dissemination_page, BV, DISSEMINATION_PAGE, BvListPage)

G_END_DECLS
