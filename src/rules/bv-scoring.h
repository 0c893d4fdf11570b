/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the points of each stage to one official total per subject. */
#pragma once

#include "bv-points.h"

G_BEGIN_DECLS

/* Who gave the points, in the order in which they are given. The last one present counts. */
typedef enum {
  BV_STAGE_SELF,
  BV_STAGE_HEAD,
  BV_STAGE_OFFICE,
  BV_STAGE_COUNCIL,
  BV_N_STAGES,
} BvStage;

typedef enum {
  BV_SUBJECT_COLLECTIVE,
  BV_SUBJECT_INDIVIDUAL,
} BvSubjectType;

/* The default thresholds of the bands, in hundredths: the scale of the yearly ratings. */
#define BV_BAND_DEFAULT_EXCELLENT 9000
#define BV_BAND_DEFAULT_GOOD 7000
#define BV_BAND_DEFAULT_COMPLETED 5000

/* From worst to best, so that bands can be compared. */
typedef enum {
  BV_BAND_NONE, /* not enough points entered to say */
  BV_BAND_NOT_COMPLETED,
  BV_BAND_COMPLETED,
  BV_BAND_GOOD,
  BV_BAND_EXCELLENT,
} BvBand;

/**
 * BvScoringCriterion:
 * @id: id of the criterion in the office file
 * @label: the label printed in the launch notice, "5." or "5"; two criteria may share one
 * @maximum: the most points it can give, in hundredths
 * @for_collectives: whether it concerns collectives
 * @for_individuals: whether it concerns individuals
 * @from_evidence: whether verified achievements give the points while no stage has
 */
typedef struct
{
  gint64 id;
  const char *label;
  gint64 maximum;
  gboolean for_collectives;
  gboolean for_individuals;
  gboolean from_evidence;
} BvScoringCriterion;

/**
 * BvScoringRules:
 * @criteria: (array length=n_criteria): in the order of the launch notice
 * @cap: the greatest total in hundredths, or less than 0 for none
 * @band_excellent: least total of each band, in hundredths
 */
typedef struct
{
  const BvScoringCriterion *criteria;
  guint n_criteria;
  gint64 cap;
  gint64 band_excellent;
  gint64 band_good;
  gint64 band_completed;
} BvScoringRules;

/**
 * BvScoringCell:
 * @stages: points of each stage in hundredths, or BV_POINTS_MISSING
 * @evidence: points of the verified achievements in hundredths (see bv_scoring_evidence()),
 *   or BV_POINTS_MISSING when there is none
 *
 * What is known of one subject in one criterion.
 */
typedef struct
{
  gint64 stages[BV_N_STAGES];
  gint64 evidence;
} BvScoringCell;

#define BV_SCORING_CELL_INIT                                                                       \
  {                                                                                                \
    { BV_POINTS_MISSING, BV_POINTS_MISSING, BV_POINTS_MISSING, BV_POINTS_MISSING },                \
        BV_POINTS_MISSING                                                                          \
  }

/**
 * BvTotal:
 * @points: (array): borrowed from the caller of bv_scoring_total(), one official value for each
 *   criterion in hundredths, BV_POINTS_MISSING or BV_POINTS_NOT_APPLICABLE
 * @bonus: in hundredths
 * @penalty: in hundredths, not negative
 * @total: exact, 0 ≤ total ≤ cap; of what is there when @complete is %FALSE
 * @n_missing: applicable criteria without a value
 * @n_clamped: values outside 0…maximum that were counted as the nearest end; the caller tells
 * @complete: whether every applicable criterion has a value, so that the subject can be ranked
 * @scaled: whether criteria that do not apply were made up for by scaling
 * @band: BV_BAND_NONE unless @complete
 */
typedef struct
{
  gint64 *points;
  gint64 bonus;
  gint64 penalty;
  BvFraction total;
  guint n_missing;
  guint n_clamped;
  gboolean complete;
  gboolean scaled;
  BvBand band;
} BvTotal;

/* Whether @criterion concerns subjects of @type. */
gboolean bv_scoring_applies (const BvScoringCriterion *criterion, BvSubjectType type);

/* Points in hundredths for @points_by_share, the sum over achievements of points (hundredths) ×
 * share (basis points); rounded once, half up. */
gint64 bv_scoring_evidence (gint64 points_by_share);

/* The value of the last stage present; without any, min (maximum, evidence) for a criterion that
 * takes its points from evidence; else BV_POINTS_MISSING. As stored: not checked against the
 * maximum. */
gint64 bv_scoring_official (const BvScoringCell *cell, const BvScoringCriterion *criterion);

/* What stood before @stage is given: the nearest earlier stage, or the evidence, or
 * BV_POINTS_MISSING. A value at @stage that differs from it needs a reason. */
gint64
bv_scoring_before (const BvScoringCell *cell, const BvScoringCriterion *criterion, BvStage stage);

/* Whether @points (hundredths, or BV_POINTS_MISSING to leave the cell empty) may be entered for
 * @criterion. BV_ERROR_INVALID names the criterion and its range. */
gboolean
bv_scoring_check_value (const BvScoringCriterion *criterion, gint64 points, GError **error);

/* Whether @reason is enough to enter @value after @previous, both in hundredths or
 * BV_POINTS_MISSING. BV_ERROR_INVALID when they differ and nothing is said. */
gboolean
bv_scoring_check_reason (gint64 previous, gint64 value, const char *reason, GError **error);

/* The total before it is limited: @sum × @maxima ÷ @applicable + @outside, all in hundredths, where
 * @outside is bonus − penalty. Not scaled when nothing applies. */
BvFraction bv_scoring_add_up (BvInt128 sum, BvInt128 maxima, BvInt128 applicable, BvInt128 outside);

/**
 * bv_scoring_total:
 * @cells: (array): one for each criterion of @rules
 * @bonus: sum of the bonus points in hundredths, ≥ 0
 * @penalty: sum of the penalty points in hundredths, ≥ 0
 * @points: (array): room for one value for each criterion, filled and lent to @total
 * @total: (out caller-allocates): the result
 *
 * total = Σ values × (Σ maxima ÷ Σ applicable maxima) + bonus − penalty, within 0…cap. Bonus and
 * penalty belong to the subject and are not scaled.
 */
void bv_scoring_total (const BvScoringRules *rules,
                       BvSubjectType type,
                       const BvScoringCell *cells,
                       gint64 bonus,
                       gint64 penalty,
                       gint64 *points,
                       BvTotal *total);

/* Puts @sum, the exact mean of what council members gave in all, in the place of the sum of the
 * values of bv_scoring_total(), which are rounded: total and band are computed anew. Only for a
 * subject with a value for each applicable criterion. */
void bv_scoring_replace_sum (const BvScoringRules *rules,
                             BvSubjectType type,
                             BvFraction sum,
                             BvTotal *total);

/* Returns: the name of @band for lists, translated; "" for BV_BAND_NONE. */
const char *bv_scoring_band_label (BvBand band);

G_END_DECLS
