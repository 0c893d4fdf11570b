/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a movement stands, from one pass over each table. */
#include "config.h"

#include "bv-overview.h"

#include "bv-date.h"

/* ?1 is the movement everywhere. */
static const char pledges_sql[]
    = "SELECT subject_id, criterion_id, count (*) FROM pledge WHERE movement_id = ?1"
      " GROUP BY subject_id, criterion_id";
/* In the order of the index: a status, its subjects, their contents. */
static const char achievements_sql[]
    = "SELECT subject_id, criterion_id, status, count (*) FROM achievement WHERE movement_id = ?1"
      " GROUP BY status, subject_id, criterion_id";
static const char credits_sql[]
    = "SELECT c.subject_id, a.criterion_id, a.status, 0 FROM credit c"
      " CROSS JOIN achievement a ON a.id = c.achievement_id WHERE a.movement_id = ?1";
static const char weeks_sql[]
    = "SELECT date (achieved_on, 'weekday 0', '-6 days') AS monday, sum (status = 'verified'),"
      " count (*) FROM achievement WHERE movement_id = ?1 AND achieved_on IS NOT NULL"
      " GROUP BY monday HAVING monday IS NOT NULL ORDER BY monday";
static const char proposals_sql[] = "SELECT count (*) FROM proposal WHERE movement_id = ?1";
/* ?2 the last day that counts as soon */
static const char due_sql[]
    = "SELECT p.id, p.subject_id, p.commitment, p.due_on, p.criterion_id FROM pledge p"
      " WHERE p.movement_id = ?1 AND p.due_on <= ?2 ORDER BY p.due_on, p.id";

#define N_DUE_SHOWN 100
/* A slip in a date must not make a chart of centuries. */
#define N_WEEKS 60

/* What is known of one subject in one content. */
typedef struct
{
  gboolean done[BV_N_COVERAGES];
  guint n_pledges;
} Mark;

struct _BvOverview
{
  /* Owned */
  BvOffice *office;
  BvAssessment *assessment;
  GPtrArray *strings;
  GArray *departments; /* BvOverviewDepartment */
  GHashTable *places;  /* subject id → index + 1 */
  Mark *marks;         /* by subject, by criterion */
  BvCoverage *cells;   /* by department, by criterion */
  GArray *due, *silent, *weeks;

  guint n_criteria;
  char *today;
  BvOverviewCounts counts;
};

typedef void (*RowFunc) (BvOverview *self, BvStatement *row);

static const char *
keep (BvOverview *self, const char *text)
{
  char *kept = g_strdup (text != NULL ? text : "");

  g_ptr_array_add (self->strings, kept);
  return kept;
}

static int
find_criterion (BvOverview *self, gint64 id)
{
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (self->assessment, &n);

  for (guint i = 0; i < n; i++)
    if (criteria[i].id == id)
      return (int) i;
  return -1;
}

/* Those who have left or do not compete have no place in the overview. */
static Mark *
find_mark (BvOverview *self, gint64 subject_id, gint64 criterion_id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &subject_id));
  int criterion = find_criterion (self, criterion_id);

  if (place == 0 || criterion < 0)
    return NULL;
  return &self->marks[(place - 1) * self->n_criteria + (guint) criterion];
}

static void
add_pledge (BvOverview *self, BvStatement *row)
{
  Mark *mark = find_mark (
      self, bv_statement_get_integer (row, 0), bv_statement_get_integer (row, 1));
  guint n = (guint) bv_statement_get_integer (row, 2);

  self->counts.n_pledges += n;
  if (mark == NULL)
    return;
  mark->done[BV_COVERAGE_PLEDGED] = TRUE;
  mark->n_pledges = n;
}

static void
add_achievement (BvOverview *self, BvStatement *row)
{
  Mark *mark = find_mark (
      self, bv_statement_get_integer (row, 0), bv_statement_get_integer (row, 1));
  const char *status = bv_statement_get_text (row, 2);
  guint n = (guint) bv_statement_get_integer (row, 3);

  self->counts.n_achievements += n;
  if (g_str_equal (status, "waiting"))
    self->counts.n_waiting += n;
  if (g_str_equal (status, "returned"))
    self->counts.n_returned += n;
  if (mark == NULL || g_str_equal (status, "draft"))
    return;
  mark->done[BV_COVERAGE_PROVED] = TRUE;
  if (g_str_equal (status, "verified"))
    mark->done[BV_COVERAGE_VERIFIED] = TRUE;
}

/* Weeks without anything stand in the chart too. */
static void
fill_gap (BvOverview *self, const char *monday)
{
  const BvWeek *last = self->weeks->len > 0
                           ? &g_array_index (self->weeks, BvWeek, self->weeks->len - 1)
                           : NULL;
  g_autofree char *next = last != NULL ? bv_date_step (last->monday, 7) : NULL;

  while (next != NULL && strcmp (next, monday) < 0 && self->weeks->len < N_WEEKS) {
    BvWeek week = { keep (self, next), 0, 0 };
    char *following = bv_date_step (next, 7);

    g_array_append_val (self->weeks, week);
    g_free (next);
    next = following;
  }
}

static void
add_week (BvOverview *self, BvStatement *row)
{
  BvWeek week = { NULL,
                  (guint) bv_statement_get_integer (row, 1),
                  (guint) (bv_statement_get_integer (row, 2) - bv_statement_get_integer (row, 1)) };

  fill_gap (self, bv_statement_get_text (row, 0));
  if (self->weeks->len >= N_WEEKS)
    return;
  week.monday = keep (self, bv_statement_get_text (row, 0));
  g_array_append_val (self->weeks, week);
}

static void
count_proposals (BvOverview *self, BvStatement *row)
{
  self->counts.n_proposals = (guint) bv_statement_get_integer (row, 0);
}

static void
add_due (BvOverview *self, BvStatement *row)
{
  gint64 subject_id = bv_statement_get_integer (row, 1);
  const Mark *mark = find_mark (self, subject_id, bv_statement_get_integer (row, 4));
  const char *due_on = bv_statement_get_text (row, 3);
  BvDue due = { bv_statement_get_integer (row, 0), NULL, NULL, NULL, FALSE };

  if (mark == NULL || mark->done[BV_COVERAGE_VERIFIED])
    return;
  due.overdue = strcmp (due_on, self->today) < 0;
  if (due.overdue)
    self->counts.n_overdue++;
  else
    self->counts.n_due_soon++;
  if (self->due->len >= N_DUE_SHOWN)
    return;
  due.subject = keep (self, bv_office_get_subject_name (self->office, subject_id));
  due.commitment = keep (self, bv_statement_get_text (row, 2));
  due.due_on = keep (self, due_on);
  g_array_append_val (self->due, due);
}

static gboolean
read_rows (BvOverview *self,
           const char *sql,
           gint64 movement_id,
           const char *day,
           RowFunc func,
           GError **error)
{
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (self->office), sql, error);
  BvStep step;

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_integer (statement, 1, movement_id);
  if (day != NULL)
    bv_statement_bind_text (statement, 2, day);
  while ((step = bv_statement_step (statement, error)) == BV_STEP_ROW)
    func (self, statement);
  return step == BV_STEP_DONE;
}

/* What is left is told from the marks */

static guint
find_department (BvOverview *self, const BvAssessed *subject)
{
  BvOverviewDepartment department = { subject->department_id, NULL, 0 };

  for (guint i = 0; i < self->departments->len; i++)
    if (g_array_index (self->departments, BvOverviewDepartment, i).id == department.id)
      return i;
  department.name = keep (
      self, subject->kind == &bv_department_kind ? subject->name : subject->department);
  g_array_append_val (self->departments, department);
  return self->departments->len - 1;
}

static void
note_silent (BvOverview *self, const BvAssessed *subject, const Mark *marks)
{
  BvSilent silent = { subject->subject_id, NULL, NULL, TRUE, TRUE };

  for (guint i = 0; i < self->n_criteria; i++) {
    silent.no_pledge &= !marks[i].done[BV_COVERAGE_PLEDGED];
    silent.no_achievement &= !marks[i].done[BV_COVERAGE_PROVED];
  }
  if (!silent.no_pledge)
    self->counts.n_pledging++;
  if (!silent.no_pledge && !silent.no_achievement)
    return;
  silent.name = keep (self, subject->name);
  silent.department = keep (self, subject->department);
  g_array_append_val (self->silent, silent);
}

static void
add_to_cell (BvCoverage *cell, const Mark *mark)
{
  cell->n_subjects++;
  for (guint step = 0; step < BV_N_COVERAGES; step++)
    cell->n_done[step] += mark->done[step] ? 1 : 0;
}

static void
add_subject (BvOverview *self, const BvAssessed *subject, Mark *marks, guint department)
{
  guint n;
  const BvScoringCriterion *criteria = bv_assessment_get_criteria (self->assessment, &n);
  BvSubjectType type = subject->kind == &bv_department_kind ? BV_SUBJECT_COLLECTIVE
                                                            : BV_SUBJECT_INDIVIDUAL;

  g_array_index (self->departments, BvOverviewDepartment, department).n_subjects++;
  for (guint i = 0; i < n; i++) {
    if (!bv_scoring_applies (&criteria[i], type))
      continue;
    marks[i].done[BV_COVERAGE_SCORED] = subject->points[i] != BV_POINTS_MISSING;
    if (marks[i].done[BV_COVERAGE_VERIFIED])
      self->counts.n_kept += marks[i].n_pledges;
    add_to_cell (&self->cells[department * n + i], &marks[i]);
  }
  self->counts.n_incomplete += subject->total.complete ? 0 : 1;
}

/* Departments stand in the order of their own list, those with subjects alone. */
static void
fill_departments (BvOverview *self)
{
  guint n_subjects = bv_assessment_get_n_subjects (self->assessment);
  g_autofree guint *departments = g_new (guint, n_subjects);

  for (guint i = 0; i < n_subjects; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (self->assessment, i);
    departments[i] = find_department (self, subject);
  }
  self->cells = g_new0 (BvCoverage, self->departments->len * self->n_criteria);
  for (guint i = 0; i < n_subjects; i++) {
    const BvAssessed *subject = bv_assessment_get_subject (self->assessment, i);
    Mark *marks = self->marks + i * self->n_criteria;

    add_subject (self, subject, marks, departments[i]);
    note_silent (self, subject, marks);
  }
  self->counts.n_subjects = n_subjects;
}

static void
make_marks (BvOverview *self)
{
  guint n_subjects = bv_assessment_get_n_subjects (self->assessment);

  bv_assessment_get_criteria (self->assessment, &self->n_criteria);
  self->marks = g_new0 (Mark, n_subjects * self->n_criteria);
  for (guint i = 0; i < n_subjects; i++) {
    gint64 id = bv_assessment_get_subject (self->assessment, i)->subject_id;
    g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
  }
}

static BvOverview *
new_overview (BvOffice *office, const char *today)
{
  BvOverview *self = g_new0 (BvOverview, 1);

  self->office = g_object_ref (office);
  self->today = g_strdup (today);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->departments = g_array_new (FALSE, TRUE, sizeof (BvOverviewDepartment));
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->due = g_array_new (FALSE, TRUE, sizeof (BvDue));
  self->silent = g_array_new (FALSE, TRUE, sizeof (BvSilent));
  self->weeks = g_array_new (FALSE, TRUE, sizeof (BvWeek));
  return self;
}

BvOverview *
bv_overview_load (BvOffice *office, gint64 movement_id, const char *today, GError **error)
{
  g_autoptr (BvOverview) self = new_overview (office, today);
  g_autofree char *soon = bv_date_step (today, BV_OVERVIEW_SOON);

  self->assessment = bv_assessment_load (office, movement_id, error);
  if (self->assessment == NULL)
    return NULL;
  make_marks (self);
  if (!read_rows (self, pledges_sql, movement_id, NULL, add_pledge, error)
      || !read_rows (self, achievements_sql, movement_id, NULL, add_achievement, error)
      || !read_rows (self, credits_sql, movement_id, NULL, add_achievement, error)
      || !read_rows (self, weeks_sql, movement_id, NULL, add_week, error)
      || !read_rows (self, proposals_sql, movement_id, NULL, count_proposals, error)
      || !read_rows (self, due_sql, movement_id, soon, add_due, error))
    return NULL;
  fill_departments (self);
  return g_steal_pointer (&self);
}

void
bv_overview_free (BvOverview *self)
{
  g_clear_object (&self->assessment);
  g_clear_object (&self->office);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->departments);
  g_hash_table_unref (self->places);
  g_array_unref (self->due);
  g_array_unref (self->silent);
  g_array_unref (self->weeks);
  g_free (self->marks);
  g_free (self->cells);
  g_free (self->today);
  g_free (self);
}

const BvOverviewCounts *
bv_overview_get_counts (const BvOverview *self)
{
  return &self->counts;
}

BvAssessment *
bv_overview_get_assessment (const BvOverview *self)
{
  return self->assessment;
}

guint
bv_overview_get_n_departments (const BvOverview *self)
{
  return self->departments->len;
}

const BvOverviewDepartment *
bv_overview_get_department (const BvOverview *self, guint index)
{
  g_return_val_if_fail (index < self->departments->len, NULL);
  return &g_array_index (self->departments, BvOverviewDepartment, index);
}

const BvCoverage *
bv_overview_get_coverage (const BvOverview *self, guint department, guint criterion)
{
  g_return_val_if_fail (department < self->departments->len && criterion < self->n_criteria, NULL);
  return &self->cells[department * self->n_criteria + criterion];
}

const BvDue *
bv_overview_get_due (const BvOverview *self, guint *n_due)
{
  *n_due = self->due->len;
  return (const BvDue *) (gpointer) self->due->data;
}

const BvSilent *
bv_overview_get_silent (const BvOverview *self, guint *n_silent)
{
  *n_silent = self->silent->len;
  return (const BvSilent *) (gpointer) self->silent->data;
}

const BvWeek *
bv_overview_get_weeks (const BvOverview *self, guint *n_weeks)
{
  *n_weeks = self->weeks->len;
  return (const BvWeek *) (gpointer) self->weeks->data;
}
