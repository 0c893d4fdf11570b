/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All points of a movement as the score sheet shows and changes them: the assessment, and which
 * stored score stands behind each cell. */
#pragma once
#include "bv-assessment.h"

G_BEGIN_DECLS

#define BV_TYPE_SCORE_SHEET (bv_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BvScoreSheet, bv_score_sheet, BV, SCORE_SHEET, GObject)

/* The sheet of one council member, where a movement has them: no stage, but filled in like one. */
#define BV_SCORE_MEMBER ((BvStage) BV_N_STAGES)
/* What counts in the end, whatever stage it comes from; nothing can be entered there. */
#define BV_SCORE_OFFICIAL ((BvStage) (BV_N_STAGES + 1))

/** BvScorePlace: one cell at one stage or on the member's sheet; subject and criterion are indexes
 * of the assessment. */
typedef struct
{
  guint subject;
  guint criterion;
  BvStage stage;
} BvScorePlace;

BvScoreSheet *bv_score_sheet_load (BvOffice *office, gint64 movement_id, GError **error);
/** bv_score_sheet_load_assessed: around an assessment that is at hand already. */
BvScoreSheet *bv_score_sheet_load_assessed (BvOffice *office,
                                            gint64 movement_id,
                                            BvAssessment *assessment,
                                            GError **error);
/** bv_score_sheet_apply: follows @changes (BvChange) where they are a few scores of a step: nothing
 * else is read again. %FALSE, also without @error: it has to be loaded anew. */
gboolean bv_score_sheet_apply (BvScoreSheet *self, GPtrArray *changes, GError **error);
/** bv_score_sheet_get_assessment: borrowed. */
BvAssessment *bv_score_sheet_get_assessment (BvScoreSheet *self);
/** bv_score_sheet_set_member: whose sheet BV_SCORE_MEMBER means; index of the member sheets. */
void bv_score_sheet_set_member (BvScoreSheet *self, guint member);
guint bv_score_sheet_get_member (BvScoreSheet *self);
/** bv_score_sheet_get_criterion: borrowed. */
const BvScoringCriterion *bv_score_sheet_get_criterion (BvScoreSheet *self, guint criterion);
/** bv_score_sheet_get_subject: as bv_assessment_peek_subject(). */
const BvAssessed *bv_score_sheet_get_subject (BvScoreSheet *self, guint subject);
/** bv_score_sheet_is_due: whether somebody expects points for @subject: it takes part, or there are
 * points already. */
gboolean bv_score_sheet_is_due (BvScoreSheet *self, guint subject);
/** bv_score_sheet_list_missing: names of the contents without a value that counts, or at @stage;
 * owned. */
GPtrArray *bv_score_sheet_list_missing (BvScoreSheet *self, guint subject, BvStage stage);
/** bv_score_sheet_dup_lock: why nothing can be entered at @place, as a sentence, owned; %NULL when
 * it can. */
char *bv_score_sheet_dup_lock (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_find: index of subject @id, or %G_MAXUINT. */
guint bv_score_sheet_find (BvScoreSheet *self, gint64 id);
/** bv_score_sheet_get_points: in hundredths, BV_POINTS_MISSING or BV_POINTS_NOT_APPLICABLE. */
gint64 bv_score_sheet_get_points (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_computed: what verified achievements give where no stage has a value, at most
 * the criterion's maximum; else BV_POINTS_MISSING. */
gint64 bv_score_sheet_get_computed (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_before: what stood before the stage, or BV_POINTS_MISSING. */
gint64 bv_score_sheet_get_before (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_offer: what can be taken over into @place: the value before the stage, or
 * what stands before the council's for a member's sheet; else BV_POINTS_MISSING. */
gint64 bv_score_sheet_get_offer (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_get_reason: borrowed; "" when none is stored. */
const char *bv_score_sheet_get_reason (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_differs: there are points, and they are not those that stood before. */
gboolean bv_score_sheet_differs (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_lacks_reason: the stored value differs from the one before and nothing says why.
 */
gboolean bv_score_sheet_lacks_reason (BvScoreSheet *self, BvScorePlace place);
/** bv_score_sheet_add_up: sum of the stage's values in hundredths; @n_missing cells without one. */
gint64 bv_score_sheet_add_up (BvScoreSheet *self, guint subject, BvStage stage, guint *n_missing);

/** bv_score_sheet_find_criterion: index of the criterion with @id, or %G_MAXUINT. */
guint bv_score_sheet_find_criterion (BvScoreSheet *self, gint64 id);
/** bv_score_sheet_get_office: borrowed. */
BvOffice *bv_score_sheet_get_office (BvScoreSheet *self);
gint64 bv_score_sheet_get_movement (BvScoreSheet *self);

/**
 * bv_score_sheet_store: writes @points (hundredths) as one undoable step. BV_ERROR_INVALID when the
 * value is out of range or @reason is needed and empty.
 */
gboolean bv_score_sheet_store (
    BvScoreSheet *self, BvScorePlace place, gint64 points, const char *reason, GError **error);
/** bv_score_sheet_clear: deletes the stored score; %TRUE also when there is none. */
gboolean bv_score_sheet_clear (BvScoreSheet *self, BvScorePlace place, GError **error);

G_END_DECLS
