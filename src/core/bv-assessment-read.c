/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what an assessment needs: one streaming SELECT for each table, over covering indexes. */
#include "config.h"

#include "bv-assessment-private.h"
#include "bv-record.h"

#include <glib/gi18n-lib.h>

/* ?1 is the movement everywhere. */
static const char criteria_sql[]
    = "SELECT id, label, max_points, for_collectives, for_individuals, from_evidence"
      " FROM criterion WHERE movement_id = ?1 ORDER BY position, id";
static const char scores_sql[]
    = "SELECT subject_id, criterion_id, stage, points FROM score WHERE movement_id = ?1";
/* Who is not said to share has it all: 10 000 basis points. In the order of the index: by subject
 * and content. */
static const char evidence_sql[]
    = "SELECT each (subject_id, criterion_id, points, ifnull (share, 10000)) FROM achievement"
      " WHERE movement_id = ?1 AND status = 'verified'";
/* From the few credits to their achievements, not the other way round. */
static const char credits_sql[]
    = "SELECT each (c.subject_id, a.criterion_id, a.points, c.share) FROM credit c"
      " CROSS JOIN achievement a ON a.id = c.achievement_id"
      " WHERE a.movement_id = ?1 AND a.status = 'verified'";
static const char adjustments_sql[]
    = "SELECT subject_id, type, points FROM adjustment WHERE movement_id = ?1";
/* What was achieved up to the end of a discipline served in the time of the movement. ?2 is its
 * start, ?3 the day of the council. */
#define SERVED                                                                                     \
  "(SELECT subject_id, max (to_on) AS until FROM restriction WHERE type = 'disciplined'"           \
  " AND to_on >= ?2 AND to_on < ?3 GROUP BY subject_id)"
static const char served_evidence_sql[]
    = "SELECT a.subject_id, a.criterion_id, a.points * ifnull (a.share, 10000) FROM " SERVED " r"
      " CROSS JOIN achievement a ON a.subject_id = r.subject_id AND a.movement_id = ?1"
      " WHERE a.status = 'verified' AND a.achieved_on <= r.until";
static const char served_credits_sql[]
    = "SELECT c.subject_id, a.criterion_id, a.points * ifnull (c.share, 10000) FROM " SERVED " r"
      " CROSS JOIN credit c ON c.subject_id = r.subject_id"
      " CROSS JOIN achievement a ON a.id = c.achievement_id AND a.movement_id = ?1"
      " WHERE a.status = 'verified' AND a.achieved_on <= r.until";

typedef void (*RowFunc) (BvAssessment *self, BvStatement *row);

static void
bind (BvAssessment *self, const char *sql, BvStatement *statement)
{
  const BvEligibilityCase *occasion = bv_eligibility_book_get_case (self->book);

  bv_statement_bind_integer (statement, 1, self->movement_id);
  if (sql == served_evidence_sql || sql == served_credits_sql) {
    bv_statement_bind_text (statement, 2, occasion->start_on);
    bv_statement_bind_text (statement, 3, occasion->considered_on);
  }
}

static gboolean
read_rows (BvAssessment *self, const char *sql, RowFunc func, GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), sql, error);
  BvStep step;

  if (!statement)
    return FALSE;
  bind (self, sql, statement);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW)
    func (self, statement);
  return step == BV_STEP_DONE;
}

static void
take_movement (BvAssessment *self)
{
  BvRecord *movement = bv_eligibility_book_get_movement (self->book);

  self->pack = bv_rule_pack_ref (bv_eligibility_book_get_pack (self->book));
  self->rules = self->pack->scoring;
  self->rules.cap = bv_record_is_null (movement, "cap") ? -1
                                                        : bv_record_get_integer (movement, "cap");
}

static void
add_criterion (BvAssessment *self, BvStatement *row)
{
  BvScoringCriterion *criterion;
  const char *label = bv_statement_get_text (row, 1);

  self->criteria = g_renew (BvScoringCriterion, self->criteria, self->n_criteria + 1);
  criterion = &self->criteria[self->n_criteria++];
  criterion->id = bv_statement_get_integer (row, 0);
  criterion->label = _bv_assessment_keep (self, g_strdup (label ? label : ""));
  criterion->maximum = bv_statement_get_integer (row, 2);
  criterion->for_collectives = bv_statement_get_integer (row, 3) != 0;
  criterion->for_individuals = bv_statement_get_integer (row, 4) != 0;
  criterion->from_evidence = bv_statement_get_integer (row, 5) != 0;
}

static gboolean
read_criteria (BvAssessment *self, GError **error)
{
  if (!read_rows (self, criteria_sql, add_criterion, error))
    return FALSE;
  for (guint i = 0; i < self->n_criteria; i++)
    g_ptr_array_add (
        self->criterion_names,
        g_strdup (bv_office_get_name (self->office, &bv_criterion_kind, self->criteria[i].id)));
  self->rules.criteria = self->criteria;
  self->rules.n_criteria = self->n_criteria;
  return TRUE;
}

/* Subjects */

static BvAssessed *
add_subject (BvAssessment *self, const BvBookSubject *place)
{
  BvAssessed *assessed = g_new0 (BvAssessed, 1);
  gsize first = (gsize) self->subjects->len * self->n_criteria;

  assessed->subject_id = place->subject_id;
  assessed->kind = place->kind;
  assessed->name = place->name;
  assessed->department_id = place->department_id;
  assessed->department = place->department;
  assessed->job_title = place->job_title;
  assessed->sex = place->sex;
  assessed->birth_date = place->birth_date;
  assessed->leader = place->leader;
  assessed->eligible = TRUE;
  assessed->cells = self->cells + first;
  assessed->points = self->points + first;
  for (guint i = 0; i < self->n_criteria; i++)
    assessed->cells[i] = (BvScoringCell) BV_SCORING_CELL_INIT;
  bv_id_map_set (self->by_id, assessed->subject_id, self->subjects->len);
  g_ptr_array_add (self->subjects, assessed);
  return assessed;
}

static void
count_member (BvAssessment *self, gint64 department_id, gboolean woman)
{
  BvAssessed *department = _bv_assessment_find (self, department_id);

  if (!department)
    return;
  department->n_members++;
  department->n_women += woman ? 1 : 0;
}

static BvRankList
choose_list (BvAssessment *self, const BvAssessed *subject)
{
  if (subject->kind == &bv_department_kind)
    return BV_RANK_COLLECTIVES;
  if (self->pack->ranking.join_individuals)
    return BV_RANK_INDIVIDUALS;
  return subject->leader ? BV_RANK_LEADERS : BV_RANK_STAFF;
}

/* Departments come first, so that they are there when their members are counted. */
static void
take_subjects (BvAssessment *self)
{
  guint n = bv_eligibility_book_get_n_subjects (self->book);

  self->cells = g_new (BvScoringCell, (gsize) n * self->n_criteria);
  self->points = g_new0 (gint64, (gsize) n * self->n_criteria);
  for (guint i = 0; i < n; i++) {
    const BvBookSubject *place = bv_eligibility_book_get_subject (self->book, i);
    BvAssessed *subject;

    if (!place->present)
      continue;
    subject = add_subject (self, place);
    subject->list = choose_list (self, subject);
    if (subject->kind == &bv_person_kind)
      count_member (self, subject->department_id, g_str_equal (subject->sex, "female"));
  }
}

static int
find_criterion (BvAssessment *self, gint64 id)
{
  for (guint i = 0; i < self->n_criteria; i++)
    if (self->criteria[i].id == id)
      return (int) i;
  return -1;
}

static BvScoringCell *
find_cell (BvAssessment *self, gint64 subject_id, gint64 criterion_id)
{
  BvAssessed *subject = _bv_assessment_find (self, subject_id);
  int criterion = find_criterion (self, criterion_id);

  return subject && criterion >= 0 ? &subject->cells[criterion] : NULL;
}

static void
add_score (BvAssessment *self, BvStatement *row)
{
  const BvField *stages = bv_kind_find_field (&bv_score_kind, "stage");
  BvScoringCell *cell = find_cell (
      self, bv_statement_get_integer (row, 0), bv_statement_get_integer (row, 1));
  const BvChoice *stage = bv_field_get_choice (stages, bv_statement_get_text (row, 2));

  if (cell && stage)
    cell->stages[stage - stages->choices] = bv_statement_get_integer (row, 3);
}

/* What one subject achieved for one content. */
typedef struct
{
  gint64 subject_id;
  gint64 criterion_id;
  gint64 sum; /* of points × share: divided once at the end, so that three thirds are a whole */
  guint n_rows;
} Evidence;

/* Looking for a subject at each row would make SQLite wait for memory far apart; looking for many
 * in a row does not. */
#define BLOCK 512

typedef struct
{
  BvAssessment *assessment;
  Evidence block[BLOCK];
  guint n;
} EvidenceReading;

static void
add_evidence (BvAssessment *self, BvAssessed *subject, const Evidence *evidence)
{
  int criterion = find_criterion (self, evidence->criterion_id);
  BvScoringCell *cell;

  subject->n_verified += evidence->n_rows;
  if (criterion < 0)
    return;
  cell = &subject->cells[criterion];
  cell->evidence = (cell->evidence == BV_POINTS_MISSING ? 0 : cell->evidence) + evidence->sum;
}

static void
add_block (EvidenceReading *reading)
{
  BvAssessed *subject = NULL;

  for (guint i = 0; i < reading->n; i++) {
    const Evidence *evidence = &reading->block[i];

    if (i == 0 || evidence->subject_id != evidence[-1].subject_id)
      subject = _bv_assessment_find (reading->assessment, evidence->subject_id);
    if (subject)
      add_evidence (reading->assessment, subject, evidence);
  }
  reading->n = 0;
}

/* Rows of one subject come together, and in them those of one content. */
static void
sum_evidence (const gint64 *row, gpointer data)
{
  EvidenceReading *reading = data;
  Evidence *last = reading->n > 0 ? &reading->block[reading->n - 1] : NULL;

  if (last && last->subject_id == row[0] && last->criterion_id == row[1]) {
    last->sum += row[2] * row[3];
    last->n_rows++;
    return;
  }
  if (reading->n == BLOCK)
    add_block (reading);
  reading->block[reading->n++] = (Evidence){ row[0], row[1], row[2] * row[3], 1 };
}

static gboolean
read_evidence (BvAssessment *self, const char *sql, GError **error)
{
  EvidenceReading reading = { .assessment = self };
  gboolean read = bv_database_each (
      bv_office_get_database (self->office), sql, self->movement_id, sum_evidence, &reading, error);

  add_block (&reading);
  return read;
}

static void
add_adjustment (BvAssessment *self, BvStatement *row)
{
  BvAssessed *subject = _bv_assessment_find (self, bv_statement_get_integer (row, 0));

  if (!subject)
    return;
  if (g_strcmp0 (bv_statement_get_text (row, 1), "bonus") == 0)
    subject->total.bonus += bv_statement_get_integer (row, 2);
  else
    subject->total.penalty += bv_statement_get_integer (row, 2);
}

/* Takes back what add_evidence() counted. */
static void
leave_out_evidence (BvAssessment *self, BvStatement *row)
{
  gint64 subject_id = bv_statement_get_integer (row, 0);
  BvAssessed *subject = _bv_assessment_find (self, subject_id);
  BvScoringCell *cell = find_cell (self, subject_id, bv_statement_get_integer (row, 1));

  if (subject)
    subject->n_verified--;
  if (cell)
    cell->evidence -= bv_statement_get_integer (row, 2);
}

static void
settle (BvAssessment *self)
{
  for (guint i = 0; i < self->subjects->len; i++) {
    BvAssessed *subject = g_ptr_array_index (self->subjects, i);
    for (guint j = 0; j < self->n_criteria; j++)
      if (subject->cells[j].evidence != BV_POINTS_MISSING)
        subject->cells[j].evidence = bv_scoring_evidence (subject->cells[j].evidence);
  }
}

/* What members gave on their sheets stands in the place of what the council gives together. */
static void
take_members (BvAssessment *self, guint index)
{
  BvAssessed *subject = g_ptr_array_index (self->subjects, index);
  const BvMemberScores *scores = bv_member_sheets_get_scores (self->sheets);
  const BvMemberRules *rules = bv_member_sheets_get_rules (self->sheets);

  for (guint i = 0; i < self->n_criteria; i++)
    subject->cells[i].stages[BV_STAGE_COUNCIL] = BV_POINTS_MISSING;
  if (!bv_member_sheets_get_result (self->sheets, index)->enough)
    return;
  subject->exact = g_new (BvFraction, self->n_criteria);
  for (guint i = 0; i < self->n_criteria; i++) {
    subject->exact[i] = bv_member_scores_criterion (scores, rules, index, i);
    if (subject->exact[i].numerator != BV_POINTS_NOT_APPLICABLE)
      subject->cells[i].stages[BV_STAGE_COUNCIL] = bv_fraction_round (subject->exact[i]);
  }
}

static gboolean
read_member_sheets (BvAssessment *self, GError **error)
{
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (BvSheetSubject));

  for (guint i = 0; i < self->subjects->len; i++) {
    const BvAssessed *assessed = g_ptr_array_index (self->subjects, i);
    BvSheetSubject subject = { assessed->subject_id,
                               assessed->kind == &bv_department_kind ? BV_SUBJECT_COLLECTIVE
                                                                     : BV_SUBJECT_INDIVIDUAL };
    g_array_append_val (subjects, subject);
  }
  self->sheets = bv_member_sheets_load (self->office,
                                        self->movement_id,
                                        bv_eligibility_book_get_case (self->book)->closing_on,
                                        &self->pack->sheets,
                                        (const BvSheetSubject *) (gpointer) subjects->data,
                                        subjects->len,
                                        self->criteria,
                                        self->n_criteria,
                                        error);
  for (guint i = 0; self->sheets && i < subjects->len; i++)
    take_members (self, i);
  return self->sheets != NULL;
}

gboolean
_bv_assessment_read (BvAssessment *self, GError **error)
{
  self->book = bv_eligibility_book_load (self->office, self->movement_id, error);
  if (!self->book)
    return FALSE;
  take_movement (self);
  if (!read_criteria (self, error))
    return FALSE;
  take_subjects (self);
  if (!read_rows (self, scores_sql, add_score, error) || !read_evidence (self, evidence_sql, error)
      || !read_evidence (self, credits_sql, error)
      || !read_rows (self, adjustments_sql, add_adjustment, error)
      || !read_rows (self, served_evidence_sql, leave_out_evidence, error)
      || !read_rows (self, served_credits_sql, leave_out_evidence, error))
    return FALSE;
  settle (self);
  return bv_record_get_integer (bv_eligibility_book_get_movement (self->book), "member_sheets") == 0
         || read_member_sheets (self, error);
}
