/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring: stages, evidence, totals and bands. */
#include "config.h"

#include "bv-scoring.h"

#include <glib/gi18n-lib.h>

#include "bv-error.h"

#define BASIS 10000

/* The last value among the first @n_stages stages, else what evidence gives. */
static gint64
find_last (const BvScoringCell *cell, const BvScoringCriterion *criterion, guint n_stages)
{
  for (guint stage = n_stages; stage > 0; stage--)
    if (cell->stages[stage - 1] != BV_POINTS_MISSING)
      return cell->stages[stage - 1];
  if (criterion->from_evidence && cell->evidence != BV_POINTS_MISSING)
    return MIN (criterion->maximum, cell->evidence);
  return BV_POINTS_MISSING;
}

static BvBand
find_band (const BvScoringRules *rules, BvFraction total)
{
  if (bv_fraction_compare (total, bv_fraction_from_points (rules->band_excellent)) >= 0)
    return BV_BAND_EXCELLENT;
  if (bv_fraction_compare (total, bv_fraction_from_points (rules->band_good)) >= 0)
    return BV_BAND_GOOD;
  if (bv_fraction_compare (total, bv_fraction_from_points (rules->band_completed)) >= 0)
    return BV_BAND_COMPLETED;
  return BV_BAND_NOT_COMPLETED;
}

static BvFraction
limit_total (const BvScoringRules *rules, BvFraction total)
{
  BvFraction cap = bv_fraction_from_points (rules->cap);

  if (total.numerator < 0)
    return bv_fraction_from_points (0);
  if (rules->cap >= 0 && bv_fraction_compare (total, cap) > 0)
    return cap;
  return total;
}

/* The official value inside 0…maximum; what lies outside is counted in @total. */
static gint64
take_value (const BvScoringCell *cell, const BvScoringCriterion *criterion, BvTotal *total)
{
  gint64 value = bv_scoring_official (cell, criterion);
  gint64 clamped;

  if (value == BV_POINTS_MISSING) {
    total->n_missing++;
    return value;
  }
  clamped = CLAMP (value, 0, MAX (criterion->maximum, 0));
  if (clamped != value)
    total->n_clamped++;
  return clamped;
}

static BvInt128
saturate (BvInt128 value)
{
  return CLAMP (value, -(BvInt128) G_MAXINT64, (BvInt128) G_MAXINT64);
}

gboolean
bv_scoring_applies (const BvScoringCriterion *criterion, BvSubjectType type)
{
  return type == BV_SUBJECT_COLLECTIVE ? criterion->for_collectives : criterion->for_individuals;
}

gint64
bv_scoring_evidence (gint64 points_by_share)
{
  return bv_fraction_round ((BvFraction){ points_by_share, BASIS });
}

gint64
bv_scoring_official (const BvScoringCell *cell, const BvScoringCriterion *criterion)
{
  return find_last (cell, criterion, BV_N_STAGES);
}

gint64
bv_scoring_before (const BvScoringCell *cell, const BvScoringCriterion *criterion, BvStage stage)
{
  g_return_val_if_fail (stage < BV_N_STAGES, BV_POINTS_MISSING);

  return find_last (cell, criterion, stage);
}

gboolean
bv_scoring_check_value (const BvScoringCriterion *criterion, gint64 points, GError **error)
{
  g_autofree char *maximum = NULL;
  g_autofree char *entered = NULL;

  if (points == BV_POINTS_MISSING || (points >= 0 && points <= criterion->maximum))
    return TRUE;

  maximum = bv_points_format (criterion->maximum);
  entered = bv_points_format (points);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("Content “%s” gives from 0 to %s points; %s cannot be entered. Enter a number "
                  "within this range."),
               criterion->label ? criterion->label : "",
               maximum,
               entered);
  return FALSE;
}

gboolean
bv_scoring_check_reason (gint64 previous, gint64 value, const char *reason, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = g_strstrip (g_strdup (reason ? reason : ""));

  if (previous == BV_POINTS_MISSING || value == BV_POINTS_MISSING || previous == value
      || text[0] != '\0')
    return TRUE;

  before = bv_points_format (previous);
  after = bv_points_format (value);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_INVALID,
               _ ("%s points differ from the %s points of the step before. Enter the reason for "
                  "the difference."),
               after,
               before);
  return FALSE;
}

BvFraction
bv_scoring_add_up (BvInt128 sum, BvInt128 maxima, BvInt128 applicable, BvInt128 outside)
{
  sum = saturate (sum);
  maxima = saturate (maxima);
  applicable = saturate (applicable);
  outside = saturate (outside);
  if (applicable <= 0 || maxima == applicable)
    return bv_fraction_reduce (sum + outside, 1);
  return bv_fraction_reduce (sum * maxima + outside * applicable, applicable);
}

void
bv_scoring_total (const BvScoringRules *rules,
                  BvSubjectType type,
                  const BvScoringCell *cells,
                  gint64 bonus,
                  gint64 penalty,
                  gint64 *points,
                  BvTotal *total)
{
  BvInt128 sum = 0, maxima = 0, applicable = 0, outside = (BvInt128) bonus - penalty;

  *total = (BvTotal){ .points = points, .bonus = bonus, .penalty = penalty };
  for (guint i = 0; i < rules->n_criteria; i++) {
    const BvScoringCriterion *criterion = &rules->criteria[i];

    maxima += criterion->maximum;
    if (!bv_scoring_applies (criterion, type)) {
      points[i] = BV_POINTS_NOT_APPLICABLE;
      continue;
    }
    applicable += criterion->maximum;
    points[i] = take_value (&cells[i], criterion, total);
    if (points[i] != BV_POINTS_MISSING)
      sum += points[i];
  }

  /* Without one applicable point there is nothing to scale by, and nothing to rank. */
  total->complete = total->n_missing == 0 && applicable > 0;
  total->scaled = applicable > 0 && maxima != applicable;
  total->total = bv_scoring_add_up (sum, maxima, applicable, outside);
  total->total = limit_total (rules, total->total);
  if (total->complete)
    total->band = find_band (rules, total->total);
}

void
bv_scoring_replace_sum (const BvScoringRules *rules,
                        BvSubjectType type,
                        BvFraction sum,
                        BvTotal *total)
{
  BvInt128 maxima = 0, applicable = 0, outside = (BvInt128) total->bonus - total->penalty;
  BvFraction scaled;

  for (guint i = 0; i < rules->n_criteria; i++) {
    maxima += rules->criteria[i].maximum;
    if (bv_scoring_applies (&rules->criteria[i], type))
      applicable += rules->criteria[i].maximum;
  }
  scaled = bv_scoring_add_up (sum.numerator, maxima, applicable, outside * sum.denominator);
  total->total = limit_total (
      rules,
      bv_fraction_reduce (scaled.numerator, (BvInt128) scaled.denominator * sum.denominator));
  if (total->complete)
    total->band = find_band (rules, total->total);
}

const char *
bv_scoring_band_label (BvBand band)
{
  static const char *const labels[] = {
    [BV_BAND_NONE] = "",
    [BV_BAND_NOT_COMPLETED] = NC_ ("band", "Not completed"),
    [BV_BAND_COMPLETED] = NC_ ("band", "Completed"),
    [BV_BAND_GOOD] = NC_ ("band", "Good"),
    [BV_BAND_EXCELLENT] = NC_ ("band", "Excellent"),
  };

  g_return_val_if_fail (band < G_N_ELEMENTS (labels), "");

  return labels[band][0] == '\0' ? "" : g_dpgettext2 (GETTEXT_PACKAGE, "band", labels[band]);
}
