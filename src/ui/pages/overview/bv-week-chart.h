/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Achievements week by week as columns, verified ones below; also as a table. */
#pragma once
#include "bv-overview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BV_TYPE_WEEK_CHART (bv_week_chart_get_type ())
G_DECLARE_FINAL_TYPE (BvWeekChart, bv_week_chart, BV, WEEK_CHART, GtkBox)

GtkWidget *bv_week_chart_new (void);
void bv_week_chart_show (BvWeekChart *self, const BvWeek *weeks, guint n_weeks);

G_END_DECLS
