/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All second opinions on one ranked list, and how firm each award boundary is. Advice only: nothing
 * here changes a score, a rank or a quota. */
#pragma once

#include "bv-opinion-agreement.h"
#include "bv-opinion-draws.h"
#include "bv-opinion-gap.h"
#include "bv-opinion-matrix.h"
#include "bv-opinion-order.h"
#include "bv-opinion-weights.h"

G_BEGIN_DECLS

/* Ways to one order from the marks of several members. */
typedef enum {
  BV_OPINION_MEAN,
  BV_OPINION_TRIMMED,
  BV_OPINION_MEDIAN,
  BV_OPINION_JUDGMENT,
  BV_OPINION_BORDA,
  BV_OPINION_PLACEMENT,
  BV_OPINION_SCHULZE,
  BV_OPINION_ADJUSTED,
  BV_N_OPINIONS,
} BvOpinionMethod;

/* The light of an award boundary. */
typedef enum {
  BV_FIRMNESS_NONE,      /* nobody is inside: there is no boundary */
  BV_FIRMNESS_FIRM,      /* the same subjects whichever way */
  BV_FIRMNESS_SENSITIVE, /* some way names others */
  BV_FIRMNESS_TIE,       /* a tie does not fit: the council decides */
} BvFirmness;

/* A set is the same with at least this share of drawn weights, in ten thousandths. */
#define BV_FIRMNESS_SHARE 9500

/* What was done differently. */
typedef enum {
  BV_OPINION_BY_METHOD,
  BV_OPINION_WITHOUT_MEMBER,
  BV_OPINION_WITHOUT_CRITERION,
} BvOpinionBasis;

/**
 * BvOpinionChange:
 * @which: the method, the member or the criterion
 * @entering: (element-type guint): subjects that would come in, by official rank
 * @leaving: (element-type guint): subjects that would go out
 *
 * One way that does not name the official set.
 */
typedef struct
{
  BvOpinionBasis basis;
  guint which;
  GArray *entering;
  GArray *leaving;
} BvOpinionChange;

/**
 * BvOpinionBoundary:
 * @name: of the award form
 * @cap: places
 * @pool: (array length=n_pool): subjects that take part, by official rank
 * @official: (array): by subject, BV_OPINION_NO_PART outside the pool
 * @sides: (array): by method, then subject; %NULL for methods that are absent
 * @changes: (element-type BvOpinionChange)
 * @n_alternatives: how many ways were tried, by basis
 * @n_draws: how many times weights were drawn
 * @n_same: in how many of these the official set stayed
 * @n_inside: (array): by subject, in how many of these it is inside
 * @has_edge: whether there are a last one inside and a first one outside
 * @equal: whether these two have the same points, so that only the order for ties separates them
 * @has_flip: whether one weight alone can make these two change places
 * @has_gap: whether at least two members marked both
 */
typedef struct
{
  char *name;
  gint64 cap;
  guint *pool;
  guint n_pool;
  BvFirmness light;
  BvOpinionSide *official;
  BvOpinionSide *sides[BV_N_OPINIONS];
  GPtrArray *changes;
  guint n_alternatives[3];
  guint n_draws;
  guint n_same;
  guint *n_inside;
  gboolean has_edge;
  guint last_inside;
  guint first_outside;
  gboolean equal;
  gboolean has_flip;
  BvOpinionFlip flip;
  gboolean has_gap;
  BvOpinionGap gap;
} BvOpinionBoundary;

typedef struct _BvSecondOpinions BvSecondOpinions;

/* Returns: (transfer full): keeps @matrix. */
BvSecondOpinions *bv_second_opinions_new (BvOpinionMatrix *matrix);
BvSecondOpinions *bv_second_opinions_ref (BvSecondOpinions *self);
void bv_second_opinions_unref (BvSecondOpinions *self);

/* Adds an award boundary before bv_second_opinions_compute(): @cap places for @pool, given by
 * official rank. */
void bv_second_opinions_add (
    BvSecondOpinions *self, const char *name, const guint *pool, guint n_pool, gint64 cap);

/* Does all the work, once; in any thread. */
void bv_second_opinions_compute (BvSecondOpinions *self);

const BvOpinionMatrix *bv_second_opinions_get_matrix (const BvSecondOpinions *self);
guint bv_second_opinions_get_n_boundaries (const BvSecondOpinions *self);
const BvOpinionBoundary *bv_second_opinions_get_boundary (const BvSecondOpinions *self,
                                                          guint boundary);

/* Returns: (transfer none) (nullable): ranks by subject, or %NULL when the method is absent. */
const guint *bv_second_opinions_get_ranks (const BvSecondOpinions *self, BvOpinionMethod method);

/* Whether @method would put @subject on the other side of @boundary: in where it is officially out,
 * or out where it is in. */
gboolean bv_second_opinions_crosses (const BvSecondOpinions *self,
                                     guint boundary,
                                     BvOpinionMethod method,
                                     guint subject);

const BvOpinionMember *bv_second_opinions_get_member (const BvSecondOpinions *self, guint member);
/* Whether leaving @member out changes who is inside any boundary. */
gboolean bv_second_opinions_is_pivotal (const BvSecondOpinions *self, guint member);
/* Returns: (transfer none) (element-type BvOpinionOutlier) */
GArray *bv_second_opinions_get_outliers (const BvSecondOpinions *self);
/* Kendall's W; %FALSE when it cannot be told. */
gboolean bv_second_opinions_get_agreement (const BvSecondOpinions *self, gint64 *w);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSecondOpinions, bv_second_opinions_unref)

G_END_DECLS
