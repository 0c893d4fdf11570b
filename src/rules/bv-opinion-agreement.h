/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do the members agree: all together, one against the others, and single marks that stand out. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/* Shares and coefficients are in ten thousandths. */
#define BV_OPINION_AGREEMENT_WHOLE 10000

/**
 * BvOpinionMember:
 * @n_subjects: how many the member counts for
 * @mean: of the member's totals, in hundredths of a point like all that follow
 * @spread: their standard deviation
 * @lowest: the least total
 * @highest: the greatest total
 * @has_tau: whether there is enough to compare with the others
 * @tau: Kendall's τ_b against the mean of the others: 10 000 when both order subjects alike, 0 when
 *   one order says nothing about the other, −10 000 when they are opposite
 * @at_maximum: share of points given to single contents that are the maximum
 * @flat: the totals hardly differ, so that they tell subjects apart no more
 */
typedef struct
{
  guint n_subjects;
  gint64 mean;
  gint64 spread;
  gint64 lowest;
  gint64 highest;
  gboolean has_tau;
  gint64 tau;
  gint64 at_maximum;
  gboolean flat;
} BvOpinionMember;

/**
 * BvOpinionOutlier:
 * @mark: in hundredths of a point
 * @median: what the members give that subject in the middle
 *
 * One mark far from what the others gave to the same subject.
 */
typedef struct
{
  guint subject;
  guint member;
  gint64 mark;
  gint64 median;
} BvOpinionOutlier;

/* Kendall's W with ties, among the subjects that all members count for: 10 000 when all members
 * order them alike. Returns: %FALSE where fewer than two members or three such subjects are there,
 * or nobody tells any apart. @n_subjects: how many were compared. */
gboolean
bv_opinion_agreement_among_all (const BvOpinionMatrix *matrix, gint64 *w, guint *n_subjects);

void bv_opinion_agreement_of_member (const BvOpinionMatrix *matrix,
                                     guint member,
                                     BvOpinionMember *result);

/* Returns: (transfer full) (element-type BvOpinionOutlier): marks at least 5 points from the median
 * of their subject and 0,6745 × distance ÷ median distance > 3,5; by subject, then member. */
GArray *bv_opinion_agreement_find_outliers (const BvOpinionMatrix *matrix);

/* Greatest minus least mark of @subject, in hundredths. */
gint64 bv_opinion_agreement_get_range (const BvOpinionMatrix *matrix, guint subject);

G_END_DECLS
