/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonus money. */
#include "config.h"

#include "bv-bonus.h"

#include "bv-points.h"

/* The product is in thousandths of a đồng; the result counts in steps of 10 000 đồng. */
#define STEP 10000
#define STEP_MILLI ((BvInt128) STEP * 1000)

gint64
bv_bonus_amount (gint64 coefficient, gint64 base_salary, BvBonusRounding rounding)
{
  BvInt128 product = (BvInt128) coefficient * base_salary;
  BvInt128 amount;

  if (coefficient < 0 || base_salary < 0)
    return -1;
  product += rounding == BV_BONUS_NEAREST ? STEP_MILLI / 2 : STEP_MILLI - 1;
  amount = product / STEP_MILLI * STEP;
  return amount > G_MAXINT64 ? -1 : (gint64) amount;
}
