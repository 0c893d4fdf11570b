/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following a few changed scores without reading everybody again. */
#include "config.h"

#include "bv-history.h"
#include "bv-record.h"
#include "bv-score-sheet-private.h"

/* From so many rows on, one reading of the whole is quicker. */
#define MOST_ROWS 64

static gboolean
is_score (const BvChange *change)
{
  return change->kind == &bv_score_kind || change->kind == &bv_member_score_kind;
}

static gboolean
can_follow (BvScoreSheet *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (!is_score (g_ptr_array_index (changes, i)))
      return FALSE;
  return changes->len <= MOST_ROWS && !self->doubled;
}

/* The cell that a row stood behind is empty now. */
static void
take_away (BvScoreSheet *self, gint64 id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_score, &id));
  BvScorePlace place;

  if (index == 0)
    return;
  index--;
  place.stage = (BvStage) (index % BV_N_STAGES);
  place.criterion = index / BV_N_STAGES % self->n_criteria;
  place.subject = index / BV_N_STAGES / self->n_criteria;
  _bv_score_sheet_set_stored (self, place, 0, NULL);
  bv_assessment_put_score (
      self->assessment, place.subject, place.criterion, place.stage, BV_POINTS_MISSING);
}

static gboolean
find_place (BvScoreSheet *self, BvRecord *score, BvScorePlace *place)
{
  place->subject = bv_score_sheet_find (self, bv_record_get_integer (score, "subject_id"));
  place->criterion = bv_score_sheet_find_criterion (self,
                                                    bv_record_get_integer (score, "criterion_id"));
  place->stage = _bv_score_sheet_find_stage (bv_record_get_text (score, "stage"));
  return bv_record_get_integer (score, "movement_id") == self->movement_id
         && place->subject != G_MAXUINT && place->criterion != G_MAXUINT
         && place->stage != (BvStage) BV_N_STAGES;
}

static void
put (BvScoreSheet *self, BvRecord *score)
{
  const char *reason = bv_record_is_null (score, "reason") ? NULL
                                                           : bv_record_get_text (score, "reason");
  BvScorePlace place;

  take_away (self, bv_record_get_id (score));
  if (!find_place (self, score, &place))
    return;
  _bv_score_sheet_set_stored (self, place, bv_record_get_id (score), reason);
  bv_assessment_put_score (self->assessment,
                           place.subject,
                           place.criterion,
                           place.stage,
                           bv_record_get_integer (score, "points"));
}

/* Which cell of a member a removed row stood behind is not known: all is read anew. */
static gboolean
put_member (BvScoreSheet *self, BvRecord *score)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);

  if (sheets == NULL || bv_record_get_integer (score, "movement_id") != self->movement_id)
    return TRUE;
  return bv_member_sheets_put_score (sheets,
                                     bv_record_get_integer (score, "subject_id"),
                                     bv_record_get_integer (score, "member_id"),
                                     bv_record_get_integer (score, "criterion_id"),
                                     bv_record_get_integer (score, "points"),
                                     bv_record_get_id (score));
}

static gboolean
follow (BvScoreSheet *self, const BvChange *change, GError **error)
{
  g_autoptr (BvRecord) score = NULL;
  gboolean of_member = change->kind == &bv_member_score_kind;

  if (change->type == BV_CHANGE_DELETE) {
    take_away (self, change->id);
    return !of_member;
  }
  score = bv_office_load (self->office, change->kind, change->id, error);
  if (score == NULL)
    return FALSE;
  if (of_member)
    return put_member (self, score);
  put (self, score);
  return TRUE;
}

/* Points that a member notes on a sheet of his or her own change no rank before it is confirmed. */
static gboolean
touches_ranks (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((BvChange *) g_ptr_array_index (changes, i))->kind == &bv_score_kind)
      return TRUE;
  return FALSE;
}

gboolean
bv_score_sheet_apply (BvScoreSheet *self, GPtrArray *changes, GError **error)
{
  g_return_val_if_fail (BV_IS_SCORE_SHEET (self), FALSE);

  if (!can_follow (self, changes))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!follow (self, g_ptr_array_index (changes, i), error))
      return FALSE;
  return !self->doubled
         && (!touches_ranks (changes) || bv_assessment_rank_again (self->assessment, error));
}
