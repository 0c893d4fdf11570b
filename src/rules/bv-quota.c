/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quota: the number of places with its arithmetic, and the walk that never cuts a tie. */
#include "config.h"

#include "bv-quota.h"

#include <glib/gi18n-lib.h>

#include "bv-number.h"

#define BASIS 10000

/* One walk down a list. */
typedef struct
{
  const BvQuotaRule *rule;
  const gboolean *eligible;
  gint64 *held;
  BvQuotaOutcome *outcomes;
  BvQuotaUse *use;
  guint n_alternates;
  gboolean stopped;
} Walk;

static BvInt128
multiply (const BvQuotaRule *rule)
{
  return (BvInt128) MAX (rule->percent, 0) * MAX (rule->base, 0);
}

static gint64
round_share (const BvQuotaRule *rule)
{
  BvInt128 product = multiply (rule);
  BvInt128 rounded = product / BASIS;
  BvInt128 rest = product % BASIS;

  if ((rule->rounding == BV_ROUNDING_CEILING && rest > 0)
      || (rule->rounding == BV_ROUNDING_HALF_UP && 2 * rest >= BASIS))
    rounded++;
  return (gint64) MIN (rounded, (BvInt128) G_MAXINT64);
}

static const char *
describe_rounding (BvRounding rounding)
{
  switch (rounding) {
  case BV_ROUNDING_HALF_UP:
    return _ ("rounded to the nearest");
  case BV_ROUNDING_CEILING:
    return _ ("rounded up");
  case BV_ROUNDING_FLOOR:
  default:
    return _ ("rounded down");
  }
}

/* How one candidate stands before places are counted. */
static BvQuotaOutcome
judge (const Walk *walk, const BvRanked *ranked)
{
  gint64 held = walk->held[ranked->candidate];

  if (held != 0)
    return held == walk->rule->form ? BV_QUOTA_OTHER_QUOTA : BV_QUOTA_HIGHER_FORM;
  if (!walk->eligible[ranked->candidate])
    return BV_QUOTA_NOT_ELIGIBLE;
  return ranked->rank == 0 ? BV_QUOTA_NOT_RANKED : BV_QUOTA_NOT_TAKEN;
}

/* What a tie of @size who may all be taken gets. */
static BvQuotaOutcome
decide (Walk *walk, guint size)
{
  if (!walk->stopped && size <= walk->use->left) {
    walk->use->used += size;
    walk->use->left -= size;
    return BV_QUOTA_TAKEN;
  }
  if (!walk->stopped && walk->use->left > 0) {
    walk->stopped = TRUE;
    walk->use->n_boundary = size;
    return BV_QUOTA_BOUNDARY;
  }
  if (walk->n_alternates < walk->rule->n_alternates) {
    walk->n_alternates += size;
    return BV_QUOTA_ALTERNATE;
  }
  return BV_QUOTA_NOT_TAKEN;
}

static void
walk_tie (Walk *walk, const BvRanked *tie, guint n_tied)
{
  BvQuotaOutcome outcome;
  guint size = 0;

  for (guint i = 0; i < n_tied; i++) {
    walk->outcomes[tie[i].candidate] = judge (walk, &tie[i]);
    size += walk->outcomes[tie[i].candidate] == BV_QUOTA_NOT_TAKEN;
  }
  if (size == 0)
    return;

  outcome = decide (walk, size);
  for (guint i = 0; i < n_tied; i++) {
    if (walk->outcomes[tie[i].candidate] != BV_QUOTA_NOT_TAKEN)
      continue;
    walk->outcomes[tie[i].candidate] = outcome;
    if (outcome == BV_QUOTA_TAKEN)
      walk->held[tie[i].candidate] = walk->rule->form;
  }
}

gint64
bv_quota_cap (const BvQuotaRule *rule)
{
  return MAX (MAX (round_share (rule), rule->minimum), 0);
}

char *
bv_quota_explain (const BvQuotaRule *rule)
{
  BvInt128 exact = multiply (rule);
  g_autofree char *base = bv_number_format_integer (MAX (rule->base, 0));
  g_autofree char *percent = bv_number_format_decimal (MAX (rule->percent, 0), 2);
  g_autofree char *product = bv_number_format_decimal ((gint64) MIN (exact, (BvInt128) G_MAXINT64),
                                                       4);
  g_autofree char *rounded = bv_number_format_integer (round_share (rule));
  g_autofree char *cap = bv_number_format_integer (bv_quota_cap (rule));
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s × %s %% = %s", base, percent, product);
  if (exact % BASIS != 0)
    g_string_append_printf (text, " → %s (%s)", rounded, describe_rounding (rule->rounding));
  if (!g_str_equal (cap, rounded))
    g_string_append_printf (text, " → %s (%s)", cap, _ ("the minimum"));
  return g_string_free (text, FALSE);
}

void
bv_quota_walk (const BvQuotaRule *rule,
               const BvRanked *ranked,
               guint n_ranked,
               const gboolean *eligible,
               gint64 *held,
               BvQuotaOutcome *outcomes,
               BvQuotaUse *use)
{
  Walk walk = { rule, eligible, held, outcomes, use };

  *use = (BvQuotaUse){ .cap = bv_quota_cap (rule) };
  use->left = use->cap;
  for (guint i = 0; i < n_ranked;) {
    guint size = MAX (ranked[i].n_tied, 1);

    walk_tie (&walk, &ranked[i], MIN (size, n_ranked - i));
    i += size;
  }
}
