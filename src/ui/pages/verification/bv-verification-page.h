/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The achievements of the movement in hand that wait to be verified, one after the other. */
#pragma once
#include "bv-list-page.h"

G_BEGIN_DECLS

#define BV_TYPE_VERIFICATION_PAGE (bv_verification_page_get_type ())
G_DECLARE_FINAL_TYPE (BvVerificationPage, bv_verification_page, BV, VERIFICATION_PAGE, BvListPage)

G_END_DECLS
