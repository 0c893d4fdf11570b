/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money that goes with an award: coefficient × base salary. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BV_BONUS_UP,      /* to the next 10 000 đồng, the rule of Nghị định 98/2023/NĐ-CP */
  BV_BONUS_NEAREST, /* to the nearest 10 000 đồng, halves up */
} BvBonusRounding;

/* Money in đồng for @coefficient (thousandths) of @base_salary (đồng). -1 when either is negative
 * or the result does not fit. */
gint64 bv_bonus_amount (gint64 coefficient, gint64 base_salary, BvBonusRounding rounding);

G_END_DECLS
