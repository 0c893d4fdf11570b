/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what an assessment needs: one streaming SELECT for each table, over covering indexes. */
#include "config.h"

#include "bv-assessment-private.h"
#include "bv-date.h"
#include "bv-query.h"
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
    = "SELECT each (subject_id, criterion_id, points * ifnull (share, 10000)) FROM achievement"
      " WHERE movement_id = ?1 AND status = 'verified'";
/* From the few credits to their achievements, not the other way round. */
static const char credits_sql[]
    = "SELECT each (c.subject_id, a.criterion_id, a.points * ifnull (c.share, 10000)) FROM credit c"
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
/* ?1 closing date: the post held on that day, else the one in the person's own row. Last whether
 * others have the same name. */
static const char persons_sql[]
    = "SELECT p.id, p.sex, p.birth_date, p.status,"
      " CASE WHEN o.id IS NULL THEN p.department_id ELSE o.department_id END,"
      " CASE WHEN o.id IS NULL THEN p.job_title ELSE o.job_title END,"
      " CASE WHEN o.id IS NULL THEN p.is_leader ELSE o.is_leader END,"
      " p.full_name, p.full_name_key IN"
      " (SELECT full_name_key FROM person GROUP BY full_name_key HAVING count (*) > 1)"
      " FROM person p LEFT JOIN posting o ON o.id = (SELECT q.id FROM posting q WHERE q.person_id "
      "= p.id"
      " AND q.from_on <= ?1 AND (q.to_on IS NULL OR q.to_on >= ?1) ORDER BY q.from_on DESC LIMIT 1)"
      " WHERE (p.status IS NULL OR p.status <> 'left' OR p.left_on > ?1) AND (p.joined_on IS NULL "
      "OR p.joined_on <= ?1)"
      " ORDER BY p.full_name_key, p.birth_date, p.id";

typedef void (*RowFunc) (BvAssessment *self, BvStatement *row);

static void
bind (BvAssessment *self, const char *sql, BvStatement *statement)
{
  const BvEligibilityCase *occasion = bv_eligibility_book_get_case (self->book);

  if (sql == persons_sql)
    bv_statement_bind_text (statement, 1, self->closing_date);
  else
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

static gboolean
read_movement (BvAssessment *self, GError **error)
{
  g_autoptr (BvRecord) movement = bv_office_load (
      self->office, &bv_movement_kind, self->movement_id, error);

  if (!movement)
    return FALSE;
  self->pack = bv_rule_pack_ref (bv_eligibility_book_get_pack (self->book));
  self->closing_date = bv_record_is_null (movement, "end_on")
                           ? bv_date_today ()
                           : g_strdup (bv_record_get_text (movement, "end_on"));
  self->rules = self->pack->scoring;
  self->rules.cap = bv_record_is_null (movement, "cap") ? -1
                                                        : bv_record_get_integer (movement, "cap");
  self->member_sheets = bv_record_get_integer (movement, "member_sheets") != 0;
  return TRUE;
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

static BvAssessed *
add_subject (BvAssessment *self, gint64 id, const BvKind *kind, const char *name)
{
  BvAssessed *assessed = g_new0 (BvAssessed, 1);

  assessed->subject_id = id;
  assessed->kind = kind;
  assessed->department_id = id;
  assessed->name = _bv_assessment_keep (self, g_strdup (name));
  assessed->department = assessed->job_title = assessed->sex = assessed->birth_date = "";
  assessed->eligible = TRUE;
  assessed->cells = g_new (BvScoringCell, self->n_criteria);
  assessed->points = g_new0 (gint64, self->n_criteria);
  for (guint i = 0; i < self->n_criteria; i++)
    assessed->cells[i] = (BvScoringCell) BV_SCORING_CELL_INIT;
  g_ptr_array_add (self->subjects, assessed);
  g_hash_table_insert (
      self->by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->subjects->len));
  return assessed;
}

/* The leadership of the office is a place to work in, not a collective that competes; nor does one
 * that was founded after the movement. */
static gboolean
competes (BvAssessment *self, BvRecord *department)
{
  const char *founded = bv_record_get_text (department, "founded_on");
  const char *dissolved = bv_record_get_text (department, "dissolved_on");

  return !g_str_equal (bv_record_get_text (department, "type"), "leadership")
         && strcmp (founded, self->closing_date) <= 0
         && (*dissolved == '\0' || strcmp (dissolved, self->closing_date) > 0);
}

static void
add_department (BvAssessment *self, gint64 id)
{
  const char *name = bv_office_get_name (self->office, &bv_department_kind, id);

  add_subject (self, id, &bv_department_kind, name)->list = BV_RANK_COLLECTIVES;
}

static gboolean
read_departments (BvAssessment *self, GError **error)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_department_kind);
  g_autoptr (GArray) ids = bv_query_run (query, self->office, error);

  for (guint i = 0; ids && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (BvRecord) department = bv_office_load (self->office, &bv_department_kind, id, error);
    if (!department)
      return FALSE;
    if (competes (self, department))
      add_department (self, id);
  }
  return ids != NULL;
}

static const char *
keep_text (BvAssessment *self, BvStatement *row, int column)
{
  const char *text = bv_statement_get_text (row, column);

  return text ? _bv_assessment_keep (self, g_strdup (text)) : "";
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

/* The office tells people of the same name apart; asking it for everybody takes longer than reading
 * the rows. */
static const char *
get_person_name (BvAssessment *self, BvStatement *row)
{
  gboolean shared = bv_statement_get_integer (row, 8) != 0;

  return shared
             ? bv_office_get_name (self->office, &bv_person_kind, bv_statement_get_integer (row, 0))
             : bv_statement_get_text (row, 7);
}

static void
add_person (BvAssessment *self, BvStatement *row)
{
  BvAssessed *person = add_subject (
      self, bv_statement_get_integer (row, 0), &bv_person_kind, get_person_name (self, row));
  gint64 department_id = bv_statement_get_integer (row, 4);

  person->department_id = department_id;
  person->sex = keep_text (self, row, 1);
  person->birth_date = keep_text (self, row, 2);
  person->job_title = keep_text (self, row, 5);
  person->department = _bv_assessment_keep (
      self, g_strdup (bv_office_get_name (self->office, &bv_department_kind, department_id)));
  person->leader = bv_statement_get_integer (row, 6) != 0;
  person->list = self->pack->ranking.join_individuals ? BV_RANK_INDIVIDUALS
                 : person->leader                     ? BV_RANK_LEADERS
                                                      : BV_RANK_STAFF;
  count_member (self, department_id, g_str_equal (person->sex, "female"));
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

/* Sums points × share first and divides once, so that three thirds are a whole. */
static void
add_evidence (const gint64 *row, gpointer data)
{
  BvAssessment *self = data;
  BvAssessed *subject = self->last_found;
  int criterion = find_criterion (self, row[1]);
  BvScoringCell *cell;

  /* rows of one subject come together */
  if (!subject || subject->subject_id != row[0])
    subject = self->last_found = _bv_assessment_find (self, row[0]);
  if (!subject)
    return;
  subject->n_verified++;
  if (criterion < 0)
    return;
  cell = &subject->cells[criterion];
  cell->evidence = (cell->evidence == BV_POINTS_MISSING ? 0 : cell->evidence) + row[2];
}

static gboolean
read_evidence (BvAssessment *self, const char *sql, GError **error)
{
  return bv_database_each (
      bv_office_get_database (self->office), sql, self->movement_id, add_evidence, self, error);
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
                                        self->closing_date,
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
  if (!self->book || !read_movement (self, error) || !read_criteria (self, error)
      || !read_departments (self, error) || !read_rows (self, persons_sql, add_person, error)
      || !read_rows (self, scores_sql, add_score, error)
      || !read_evidence (self, evidence_sql, error) || !read_evidence (self, credits_sql, error)
      || !read_rows (self, adjustments_sql, add_adjustment, error)
      || !read_rows (self, served_evidence_sql, leave_out_evidence, error)
      || !read_rows (self, served_credits_sql, leave_out_evidence, error))
    return FALSE;
  settle (self);
  return !self->member_sheets || read_member_sheets (self, error);
}
