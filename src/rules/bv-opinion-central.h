/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value from the marks of several members: mean, trimmed mean, median, usual judgment. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* From so many members on the trimmed mean leaves out the highest and the lowest mark. */
#define BV_OPINION_CENTRAL_TRIM_FROM 5

/* Values by subject, in units, exact and within 0…cap. Every subject has at least one mark. */

void bv_opinion_central_mean (const BvOpinionMatrix *matrix, BvFraction *values);
void bv_opinion_central_trimmed (const BvOpinionMatrix *matrix, BvFraction *values);
void bv_opinion_central_median (const BvOpinionMatrix *matrix, BvFraction *values);

/* The lower median α, moved by ½ (p − q) ÷ (1 − p − q) of one grade, where p and q are the shares
 * of members above and below α. Marks are counted as the nearest whole grade of @grade units. */
void bv_opinion_central_judgment (const BvOpinionMatrix *matrix, gint64 grade, BvFraction *values);

/* How many different whole grades there are among all marks. */
guint bv_opinion_central_count_grades (const BvOpinionMatrix *matrix, gint64 grade);

G_END_DECLS
