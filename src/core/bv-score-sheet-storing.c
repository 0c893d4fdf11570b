/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing points of the score sheet, each into the row that stands behind its cell. */
#include "config.h"

#include "bv-error.h"
#include "bv-record.h"
#include "bv-score-sheet-private.h"

static gint64
get_stored_id (BvScoreSheet *self, BvScorePlace place)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);

  if (place.stage != BV_SCORE_MEMBER)
    return _bv_score_sheet_get_stored (self, place)->id;
  return sheets != NULL
             ? bv_member_sheets_get_score_id (sheets, place.subject, self->member, place.criterion)
             : 0;
}

static BvRecord *
open_score (BvScoreSheet *self, BvScorePlace place, GError **error)
{
  const BvKind *kind = place.stage == BV_SCORE_MEMBER ? &bv_member_score_kind : &bv_score_kind;
  gint64 id = get_stored_id (self, place);
  BvRecord *score;

  if (id != 0)
    return bv_office_load (self->office, kind, id, error);
  score = bv_record_new (kind);
  bv_record_set_integer (score, "movement_id", self->movement_id);
  bv_record_set_integer (
      score, "subject_id", bv_score_sheet_get_subject (self, place.subject)->subject_id);
  bv_record_set_integer (
      score, "criterion_id", bv_score_sheet_get_criterion (self, place.criterion)->id);
  if ((place.stage == BV_SCORE_MEMBER))
    bv_record_set_integer (score,
                           "member_id",
                           bv_member_sheets_get_member (
                               bv_assessment_get_member_sheets (self->assessment), self->member)
                               ->member_id);
  else
    bv_record_set_text (score, "stage", _bv_score_sheet_stage_words[place.stage]);
  return score;
}

static gboolean
check_lock (BvScoreSheet *self, BvScorePlace place, GError **error)
{
  g_autofree char *lock = bv_score_sheet_dup_lock (self, place);

  if (lock != NULL)
    g_set_error_literal (error, BV_ERROR, BV_ERROR_INVALID, lock);
  return lock == NULL;
}

gboolean
bv_score_sheet_store (
    BvScoreSheet *self, BvScorePlace place, gint64 points, const char *reason, GError **error)
{
  g_autoptr (BvRecord) score = NULL;
  gint64 before = bv_score_sheet_get_before (self, place);

  if (!check_lock (self, place, error)
      || !bv_scoring_check_value (
          bv_score_sheet_get_criterion (self, place.criterion), points, error)
      || !bv_scoring_check_reason (before, points, reason, error))
    return FALSE;
  score = open_score (self, place, error);
  if (score == NULL)
    return FALSE;
  bv_record_set_integer (score, "points", points);
  if (place.stage != BV_SCORE_MEMBER)
    bv_record_set_text (score, "reason", reason);
  if (bv_record_get_id (score) != 0 && !bv_record_is_changed (score, NULL))
    return TRUE;
  return bv_office_save (self->office, score, error);
}

gboolean
bv_score_sheet_clear (BvScoreSheet *self, BvScorePlace place, GError **error)
{
  gint64 id = get_stored_id (self, place);

  if (id == 0)
    return TRUE;
  return check_lock (self, place, error)
         && bv_office_remove (self->office,
                              place.stage == BV_SCORE_MEMBER ? &bv_member_score_kind
                                                             : &bv_score_kind,
                              &id,
                              1,
                              error);
}
