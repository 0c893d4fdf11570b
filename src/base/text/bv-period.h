/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of days that people name: this week, this month, this quarter. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BV_PERIOD_WEEK, /* from Monday */
  BV_PERIOD_MONTH,
  BV_PERIOD_QUARTER,
} BvPeriod;

/** bv_period_find: the first and the last day, ISO, of the period that @today lies in; both owned.
 */
void bv_period_find (BvPeriod period, const char *today, char **first, char **last);

G_END_DECLS
