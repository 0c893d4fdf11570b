/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All points of a movement as the score sheet shows and changes them: the assessment, and which
 * stored score stands behind each cell. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORE_SHEET (bv_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreSheet, bv_score_sheet, BV, SCORE_SHEET, GObject)

/** BvScorePlace: one cell at one stage; subject and criterion are indexes of the assessment. */
typedef struct
{
  guint subject;
  guint criterion;
  BvStage stage;
} BvScorePlace;

BvScoreSheet *bv_score_sheet_load (BvOffice *office, gint64 movement_id, GError **error);
/** bv_score_sheet_get_assessment: borrowed. */
BvAssessment *bv_score_sheet_get_assessment (BvScoreSheet *self);
/** bv_score_sheet_find: index of subject @id, or %G_MAXUINT. */
guint bv_score_sheet_find (BvScoreSheet *self, gint64 id);
/** bv_score_sheet_get_points: in hundredths, BV_POINTS_MISSING or BV_POINTS_NOT_APPLICABLE. */
gint64 bv_score_sheet_get_points (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_computed: what verified achievements give where no stage has a value, at most
 * the criterion's maximum; else BV_POINTS_MISSING. */
gint64 bv_score_sheet_get_computed (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_before: what stood before the stage, or BV_POINTS_MISSING. */
gint64 bv_score_sheet_get_before (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_reason: borrowed; "" when none is stored. */
const char *bv_score_sheet_get_reason (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_lacks_reason: the stored value differs from the one before and nothing says why.
 */
gboolean bv_score_sheet_lacks_reason (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_add_up: sum of the stage's values in hundredths; @n_missing cells without one. */
gint64 bv_score_sheet_add_up (BvScoreSheet *self, guint subject, BvStage stage, guint *n_missing);

/**
 * bv_score_sheet_store: writes @points (hundredths) as one undoable step. BV_ERROR_INVALID when the
 * value is out of range or @reason is needed and empty.
 */
gboolean bv_score_sheet_store (
    BvScoreSheet *self, BvScorePlace place, gint64 points, const char *reason, GError **error);
/** bv_score_sheet_clear: deletes the stored score; %TRUE also when there is none. */
gboolean bv_score_sheet_clear (BvScoreSheet *self, BvScorePlace place, GError **error);

G_END_DECLS
