/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All points of a movement as the score sheet shows and changes them. */
#include "config.h"

#include "bv-score-sheet-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BvScoreSheet, bv_score_sheet, G_TYPE_OBJECT)

static const char stored_sql[]
    = "SELECT id, subject_id, criterion_id, stage, reason FROM score WHERE movement_id = ?1";

const char *const _bv_score_sheet_stage_words[BV_N_STAGES] = {
  "self", "head", "office", "council"
};

static void
clear_stored (gpointer data)
{
  g_free (((BvStoredScore *) data)->reason);
}

BvStoredScore *
_bv_score_sheet_get_stored (BvScoreSheet *self, BvScorePlace place)
{
  guint index = (place.subject * self->n_criteria + place.criterion) * BV_N_STAGES + place.stage;

  return &g_array_index (self->stored, BvStoredScore, index);
}

void
_bv_score_sheet_set_stored (BvScoreSheet *self, BvScorePlace place, gint64 id, const char *reason)
{
  BvStoredScore *stored = _bv_score_sheet_get_stored (self, place);
  guint index = (guint) (stored - (BvStoredScore *) (gpointer) self->stored->data);

  self->doubled |= stored->id != 0 && id != 0 && stored->id != id;
  if (stored->id != 0)
    g_hash_table_remove (self->by_score, &stored->id);
  stored->id = id;
  g_free (stored->reason);
  stored->reason = g_strdup (reason);
  if (id != 0)
    g_hash_table_insert (self->by_score, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

BvStage
_bv_score_sheet_find_stage (const char *word)
{
  guint stage = 0;

  while (stage < BV_N_STAGES && g_strcmp0 (word, _bv_score_sheet_stage_words[stage]) != 0)
    stage++;
  return (BvStage) stage;
}

static const BvScoringCell *
get_cell (BvScoreSheet *self, BvScorePlace place)
{
  return &bv_score_sheet_get_subject (self, place.subject)->cells[place.criterion];
}

static gboolean
is_member_place (BvScorePlace place)
{
  return place.stage == BV_SCORE_MEMBER;
}

static gboolean
is_stage (BvScorePlace place)
{
  return place.stage < BV_N_STAGES;
}

static gint64
get_member_points (BvScoreSheet *self, BvScorePlace place)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);

  return sheets != NULL && self->member < bv_member_sheets_get_n_members (sheets)
             ? *bv_member_scores_at (
                 bv_member_sheets_get_scores (sheets), place.subject, self->member, place.criterion)
             : BV_POINTS_MISSING;
}

static gboolean
applies (BvScoreSheet *self, guint subject, guint criterion)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (self, subject);

  return bv_scoring_applies (bv_score_sheet_get_criterion (self, criterion),
                             assessed->kind == &bv_department_kind ? BV_SUBJECT_COLLECTIVE
                                                                   : BV_SUBJECT_INDIVIDUAL);
}

static gboolean
find_place (BvScoreSheet *self, BvStatement *row, BvScorePlace *place)
{
  place->subject = bv_score_sheet_find (self, bv_statement_get_integer (row, 1));
  place->criterion = bv_score_sheet_find_criterion (self, bv_statement_get_integer (row, 2));
  place->stage = _bv_score_sheet_find_stage (bv_statement_get_text (row, 3));
  return place->subject != G_MAXUINT && place->criterion != G_MAXUINT
         && place->stage != (BvStage) BV_N_STAGES;
}

static gboolean
read_stored (BvScoreSheet *self, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), stored_sql, error);
  BvStep step;

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_integer (statement, 1, self->movement_id);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW) {
    BvScorePlace place;

    if (find_place (self, statement, &place))
      _bv_score_sheet_set_stored (self,
                                  place,
                                  bv_statement_get_integer (statement, 0),
                                  bv_statement_get_text (statement, 4));
  }
  return step == BV_STEP_DONE;
}

static void
index_subjects (BvScoreSheet *self)
{
  guint n = bv_assessment_get_n_subjects (self->assessment);

  for (guint i = 0; i < n; i++) {
    const BvAssessed *assessed = bv_score_sheet_get_subject (self, i);
    g_hash_table_insert (self->subjects,
                         g_memdup2 (&assessed->subject_id, sizeof (gint64)),
                         GUINT_TO_POINTER (i + 1));
  }
  g_array_set_size (self->stored, n * self->n_criteria * BV_N_STAGES);
}

static void
bv_score_sheet_finalize (GObject *object)
{
  BvScoreSheet *self = BV_SCORE_SHEET (object);

  g_clear_object (&self->assessment);
  g_clear_object (&self->office);
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->by_score);
  g_array_unref (self->stored);
  G_OBJECT_CLASS (bv_score_sheet_parent_class)->finalize (object);
}

static void
bv_score_sheet_class_init (BvScoreSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_score_sheet_finalize;
}

static void
bv_score_sheet_init (BvScoreSheet *self)
{
  self->subjects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_score = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->stored = g_array_new (FALSE, TRUE, sizeof (BvStoredScore));
  g_array_set_clear_func (self->stored, clear_stored);
}

BvScoreSheet *
bv_score_sheet_load (BvOffice *office, gint64 movement_id, GError **error)
{
  g_autoptr (BvAssessment) assessment = bv_assessment_load (office, movement_id, error);

  return assessment != NULL ? bv_score_sheet_load_assessed (office, movement_id, assessment, error)
                            : NULL;
}

BvScoreSheet *
bv_score_sheet_load_assessed (BvOffice *office,
                              gint64 movement_id,
                              BvAssessment *assessment,
                              GError **error)
{
  g_autoptr (BvScoreSheet) self = g_object_new (BV_TYPE_SCORE_SHEET, NULL);

  self->office = g_object_ref (office);
  self->movement_id = movement_id;
  self->assessment = g_object_ref (assessment);
  bv_assessment_get_criteria (self->assessment, &self->n_criteria);
  index_subjects (self);
  return read_stored (self, error) ? g_steal_pointer (&self) : NULL;
}

BvAssessment *
bv_score_sheet_get_assessment (BvScoreSheet *self)
{
  g_return_val_if_fail (BV_IS_SCORE_SHEET (self), NULL);
  return self->assessment;
}

guint
bv_score_sheet_find (BvScoreSheet *self, gint64 id)
{
  gpointer place = g_hash_table_lookup (self->subjects, &id);

  return place != NULL ? GPOINTER_TO_UINT (place) - 1 : G_MAXUINT;
}

/* What the council gives is computed from the sheets of its members. */
static gboolean
is_of_members (BvScoreSheet *self, BvScorePlace place)
{
  return place.stage == BV_STAGE_COUNCIL
         && bv_assessment_get_member_sheets (self->assessment) != NULL;
}

static char *
dup_member_lock (BvScoreSheet *self, guint subject)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (self->assessment);
  const BvMemberSheet *sheet;
  const char *name;

  if (sheets == NULL || self->member >= bv_member_sheets_get_n_members (sheets))
    return g_strdup (_ ("Choose a member of the council first."));
  sheet = bv_member_sheets_get_sheet (sheets, subject, self->member);
  name = bv_member_sheets_get_member (sheets, self->member)->name;
  if (sheet->state == BV_SHEET_CONFIRMED)
    return g_strdup_printf (_ ("%s has confirmed this sheet. Open it again to change its points."),
                            name);
  if (sheet->state == BV_SHEET_RECUSED)
    return g_strdup_printf (_ ("%s does not score this line: %s."), name, sheet->reason);
  return NULL;
}

char *
bv_score_sheet_dup_lock (BvScoreSheet *self, BvScorePlace place)
{
  g_return_val_if_fail (BV_IS_SCORE_SHEET (self), NULL);

  if (!applies (self, place.subject, place.criterion))
    return g_strdup_printf (_ ("“%s” does not apply to %s."),
                            bv_assessment_get_criterion_name (self->assessment, place.criterion),
                            bv_score_sheet_get_subject (self, place.subject)->name);
  if (is_of_members (self, place))
    return g_strdup (
        _ ("The council's points come from the sheets of its members. Fill those in."));
  if (place.stage == BV_SCORE_OFFICIAL)
    return g_strdup (_ ("This view compares the steps. Choose one of them to enter points."));
  return is_member_place (place) ? dup_member_lock (self, place.subject) : NULL;
}

gboolean
bv_score_sheet_is_due (BvScoreSheet *self, guint subject)
{
  const BvAssessed *assessed = bv_score_sheet_get_subject (self, subject);

  for (guint i = 0; i < self->n_criteria; i++) {
    BvScorePlace mine = { subject, i, BV_SCORE_MEMBER };
    BvScorePlace any = { subject, i, BV_SCORE_OFFICIAL };

    if (bv_score_sheet_get_points (self, any) >= 0 || bv_score_sheet_get_points (self, mine) >= 0)
      return TRUE;
  }
  return assessed->eligible;
}

GPtrArray *
bv_score_sheet_list_missing (BvScoreSheet *self, guint subject, BvStage stage)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_criteria; i++) {
    BvScorePlace place = { subject, i, stage };

    if (bv_score_sheet_get_points (self, place) == BV_POINTS_MISSING
        && bv_score_sheet_get_computed (self, place) == BV_POINTS_MISSING)
      g_ptr_array_add (names, g_strdup (bv_assessment_get_criterion_name (self->assessment, i)));
  }
  return names;
}

void
bv_score_sheet_set_member (BvScoreSheet *self, guint member)
{
  g_return_if_fail (BV_IS_SCORE_SHEET (self));
  self->member = member;
}

guint
bv_score_sheet_get_member (BvScoreSheet *self)
{
  return self->member;
}

const BvScoringCriterion *
bv_score_sheet_get_criterion (BvScoreSheet *self, guint criterion)
{
  guint n;

  return &bv_assessment_get_criteria (self->assessment, &n)[criterion];
}

const BvAssessed *
bv_score_sheet_get_subject (BvScoreSheet *self, guint subject)
{
  return bv_assessment_peek_subject (self->assessment, subject);
}

BvOffice *
bv_score_sheet_get_office (BvScoreSheet *self)
{
  return self->office;
}

gint64
bv_score_sheet_get_movement (BvScoreSheet *self)
{
  return self->movement_id;
}

guint
bv_score_sheet_find_criterion (BvScoreSheet *self, gint64 id)
{
  for (guint i = 0; i < self->n_criteria; i++)
    if (bv_score_sheet_get_criterion (self, i)->id == id)
      return i;
  return G_MAXUINT;
}

gint64
bv_score_sheet_get_points (BvScoreSheet *self, BvScorePlace place)
{
  if (!applies (self, place.subject, place.criterion))
    return BV_POINTS_NOT_APPLICABLE;
  if (is_member_place (place))
    return get_member_points (self, place);
  return is_stage (place)
             ? get_cell (self, place)->stages[place.stage]
             : bv_scoring_official (get_cell (self, place),
                                    bv_score_sheet_get_criterion (self, place.criterion));
}

gint64
bv_score_sheet_get_computed (BvScoreSheet *self, BvScorePlace place)
{
  const BvScoringCriterion *criterion = bv_score_sheet_get_criterion (self, place.criterion);
  const BvScoringCell *cell = get_cell (self, place);

  if (!is_stage (place) || !criterion->from_evidence || cell->evidence == BV_POINTS_MISSING
      || !applies (self, place.subject, place.criterion))
    return BV_POINTS_MISSING;
  return MIN (cell->evidence, criterion->maximum);
}

gint64
bv_score_sheet_get_before (BvScoreSheet *self, BvScorePlace place)
{
  if (!is_stage (place) || is_of_members (self, place))
    return BV_POINTS_MISSING;
  return bv_scoring_before (
      get_cell (self, place), bv_score_sheet_get_criterion (self, place.criterion), place.stage);
}

gint64
bv_score_sheet_get_offer (BvScoreSheet *self, BvScorePlace place)
{
  if (!is_member_place (place))
    return bv_score_sheet_get_before (self, place);
  return bv_scoring_before (get_cell (self, place),
                            bv_score_sheet_get_criterion (self, place.criterion),
                            BV_STAGE_COUNCIL);
}

const char *
bv_score_sheet_get_reason (BvScoreSheet *self, BvScorePlace place)
{
  const char *reason = is_stage (place) ? _bv_score_sheet_get_stored (self, place)->reason : NULL;

  return reason != NULL ? reason : "";
}

gboolean
bv_score_sheet_differs (BvScoreSheet *self, BvScorePlace place)
{
  gint64 points = bv_score_sheet_get_points (self, place);
  gint64 before = bv_score_sheet_get_before (self, place);

  return points >= 0 && before != BV_POINTS_MISSING && points != before;
}

gboolean
bv_score_sheet_lacks_reason (BvScoreSheet *self, BvScorePlace place)
{
  gint64 points = bv_score_sheet_get_points (self, place);

  return points != BV_POINTS_NOT_APPLICABLE
         && !bv_scoring_check_reason (bv_score_sheet_get_before (self, place),
                                      points,
                                      bv_score_sheet_get_reason (self, place),
                                      NULL);
}

gint64
bv_score_sheet_add_up (BvScoreSheet *self, guint subject, BvStage stage, guint *n_missing)
{
  gint64 sum = 0;

  *n_missing = 0;
  for (guint i = 0; i < self->n_criteria; i++) {
    BvScorePlace place = { subject, i, stage };
    gint64 points = bv_score_sheet_get_points (self, place);

    if (points == BV_POINTS_MISSING)
      points = bv_score_sheet_get_computed (self, place);
    if (points == BV_POINTS_MISSING)
      (*n_missing)++;
    else if (points != BV_POINTS_NOT_APPLICABLE)
      sum += points;
  }
  return sum;
}
