/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a selection compares with those it was made from: counted before the vote, never enforced. */
#include "config.h"

#include "bv-fairness.h"

void
bv_fairness_add (BvFairnessCount *count, gboolean selected, gboolean open)
{
  count->n_candidates++;
  count->n_selected += selected ? 1 : 0;
  count->n_open += open ? 1 : 0;
}

guint
bv_fairness_share (const BvFairnessCount *group, const BvFairnessCount *all)
{
  if (all->n_candidates == 0)
    return 0;
  return (guint) ((guint64) group->n_candidates * all->n_selected / all->n_candidates);
}

guint
bv_fairness_short (const BvFairnessCount *group, const BvFairnessCount *all)
{
  guint share = bv_fairness_share (group, all);

  return share > group->n_selected ? share - group->n_selected : 0;
}

guint
bv_fairness_percent (guint part, guint whole)
{
  return whole == 0 ? 0 : (guint) (((guint64) part * 2000 + whole) / (2 * (guint64) whole));
}
