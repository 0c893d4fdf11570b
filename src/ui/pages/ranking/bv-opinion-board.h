/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinions on the list in hand, formed beside the window's work, and what other weights
 * would give. Nothing here is ever written. */
#pragma once
#include "bv-opinion-source.h"

G_BEGIN_DECLS

#define BV_TYPE_OPINION_BOARD (bv_opinion_board_get_type ())
G_DECLARE_FINAL_TYPE (BvOpinionBoard, bv_opinion_board, BV, OPINION_BOARD, GObject)

/* Signals: "changed": other opinions are there; "weighed": other weights are tried. */

/* No row of the opinions. */
#define BV_OPINION_NO_ROW G_MAXUINT

BvOpinionBoard *bv_opinion_board_new (void);
/** bv_opinion_board_set: forms opinions on @list in a thread; until they are there, those before
 * stay if they are of the same list. */
void bv_opinion_board_set (BvOpinionBoard *self, BvAssessment *assessment, BvRankList list);
/** bv_opinion_board_get: borrowed; %NULL while there are none yet. */
const BvSecondOpinions *bv_opinion_board_get (BvOpinionBoard *self);
/** bv_opinion_board_find_row: of a subject, or BV_OPINION_NO_ROW when it is not ranked. */
guint bv_opinion_board_find_row (BvOpinionBoard *self, gint64 subject_id);
/** bv_opinion_board_find_change: where @method would put @row, over all boundaries:
 * BV_OPINION_INSIDE when it comes in, BV_OPINION_OUTSIDE when it goes out, else
 * BV_OPINION_NO_PART. */
BvOpinionSide
bv_opinion_board_find_change (BvOpinionBoard *self, BvOpinionMethod method, guint row);

/* Trying weights */

/** bv_opinion_board_set_factor: content @criterion of the opinions weighs so many times what it
 * does, in BV_OPINION_WEIGHTS_WHOLE. */
void bv_opinion_board_set_factor (BvOpinionBoard *self, guint criterion, gint64 factor);
gint64 bv_opinion_board_get_factor (BvOpinionBoard *self, guint criterion);
/** bv_opinion_board_get_weight: share of all points that @criterion has with the weights tried, in
 * basis points; with those of the movement when @official. */
gint64 bv_opinion_board_get_weight (BvOpinionBoard *self, guint criterion, gboolean official);
void bv_opinion_board_reset (BvOpinionBoard *self);
/** bv_opinion_board_get_ranks: by row, with the weights tried; %NULL while nothing is tried, or all
 * weights are 0. */
const guint *bv_opinion_board_get_ranks (BvOpinionBoard *self);
/** bv_opinion_board_get_side: of @row with the weights tried. */
BvOpinionSide bv_opinion_board_get_side (BvOpinionBoard *self, guint boundary, guint row);

G_END_DECLS
