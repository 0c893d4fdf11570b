/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money as documents write them. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * bv_money_in_words:
 * @dong: a sum in đồng
 *
 * Returns: (transfer full): "Bảy trăm sáu mươi nghìn đồng"
 */
char *bv_money_in_words (gint64 dong);

G_END_DECLS
