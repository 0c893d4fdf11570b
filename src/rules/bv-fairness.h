/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a selection compares with those it was made from: counted before the vote, never enforced. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/**
 * BvFairnessCount: of one group among the candidates.
 * @n_candidates: its members who stand
 * @n_selected: of them, those inside the quotas
 * @n_open: of them, those on whom the council decides
 */
typedef struct
{
  guint n_candidates;
  guint n_selected;
  guint n_open;
} BvFairnessCount;

/** bv_fairness_add: counts one candidate. */
void bv_fairness_add (BvFairnessCount *count, gboolean selected, gboolean open);
/**
 * bv_fairness_share: places that the group would have if they were shared like the candidates,
 * rounded down: floor (candidates of the group × places ÷ candidates).
 */
guint bv_fairness_share (const BvFairnessCount *group, const BvFairnessCount *all);
/** bv_fairness_short: whole places that the group has less than its share; 0 when it has no less.
 * Less than a whole place is chance. */
guint bv_fairness_short (const BvFairnessCount *group, const BvFairnessCount *all);
/** bv_fairness_percent: @part of @whole in tenths of a percent, halves up; 0 of nothing is 0. */
guint bv_fairness_percent (guint part, guint whole);

G_END_DECLS
