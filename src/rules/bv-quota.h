/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many may get an award form, and who stands inside that number. */
#pragma once

#include "bv-ranking.h"

G_BEGIN_DECLS

typedef enum {
  BV_ROUNDING_FLOOR,
  BV_ROUNDING_HALF_UP,
  BV_ROUNDING_CEILING,
} BvRounding;

#define BV_QUOTA_DEFAULT_ALTERNATES 3

/**
 * BvQuotaRule:
 * @form: what the places are of, as the caller numbers its award forms; never 0
 * @percent: in basis points, 1500 is 15 %
 * @base: the number of people or collectives that the share is taken of
 * @rounding: what becomes of a fraction
 * @minimum: the least number, whatever the share gives
 * @n_alternates: how many alternates to name
 */
typedef struct
{
  gint64 form;
  gint64 percent;
  gint64 base;
  BvRounding rounding;
  gint64 minimum;
  guint n_alternates;
} BvQuotaRule;

typedef enum {
  BV_QUOTA_NOT_TAKEN,
  BV_QUOTA_TAKEN,
  BV_QUOTA_BOUNDARY,     /* a tie that does not fit whole: the council decides */
  BV_QUOTA_ALTERNATE,    /* next in line */
  BV_QUOTA_NOT_ELIGIBLE, /* may not be rewarded */
  BV_QUOTA_NOT_RANKED,   /* points are missing */
  BV_QUOTA_HIGHER_FORM,  /* already has an award form of higher precedence */
  BV_QUOTA_OTHER_QUOTA,  /* already has this very form, by an earlier quota of the same list */
  BV_QUOTA_DECLINED,     /* gave the form up or was refused it; the walk itself never says so */
} BvQuotaOutcome;

/**
 * BvQuotaUse:
 * @cap: places by the rule
 * @used: places taken
 * @left: places that remain, for the council when @n_boundary is not 0
 * @n_boundary: candidates in the tie that was not cut
 */
typedef struct
{
  gint64 cap;
  gint64 used;
  gint64 left;
  guint n_boundary;
} BvQuotaUse;

/* Places: percent × base, rounded, at least the minimum. Never negative, never overflows. */
gint64 bv_quota_cap (const BvQuotaRule *rule);

/* Returns: (transfer full): the arithmetic, "12 × 15 % = 1,8 → 1 (rounded down)". */
char *bv_quota_explain (const BvQuotaRule *rule);

/**
 * bv_quota_walk:
 * @ranked: (array length=n_ranked): one list of a ranking
 * @eligible: (array): by index of the candidate, whether this form may be given
 * @held: (array) (inout): by candidate, the form that an earlier quota gave, 0 for none; set for
 *   those taken now, so that quotas are filled by one call each in order of precedence
 * @outcomes: (array): by candidate; only those in @ranked are set
 * @use: (out caller-allocates): what became of the places
 *
 * Walks down by ties. A tie that fits is taken; the first that does not fit into the places left is
 * marked as a whole and ends the walk. A tie among the alternates is not cut either, so there may
 * be more of them than asked.
 */
void bv_quota_walk (const BvQuotaRule *rule,
                    const BvRanked *ranked,
                    guint n_ranked,
                    const gboolean *eligible,
                    gint64 *held,
                    BvQuotaOutcome *outcomes,
                    BvQuotaUse *use);

G_END_DECLS
