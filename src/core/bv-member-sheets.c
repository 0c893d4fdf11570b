/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the members' sheets, and who has to leave one out. */
#include "config.h"

#include "bv-member-sheets-private.h"

#include "bv-kind.h"
#include "bv-posting-sql.h"
#include "bv-recusal.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BvMemberSheets, bv_member_sheets, G_TYPE_OBJECT)

/* ?1 movement, ?2 closing date: the council that has scored, else the one that sits, else the one
 * that was in office. */
static const char council_sql[]
    = "SELECT coalesce ("
      "(SELECT m.council_id FROM member_sheet s JOIN council_member m ON m.id = s.member_id"
      " WHERE s.movement_id = ?1 ORDER BY s.id DESC LIMIT 1),"
      "(SELECT council_id FROM session WHERE movement_id = ?1 ORDER BY held_on DESC, id DESC"
      " LIMIT 1),"
      "(SELECT id FROM council WHERE coalesce (to_on, '9999') >= ?2"
      " ORDER BY decision_date DESC, id DESC LIMIT 1), 0)";
/* ?1 council, ?2 closing date: members who had not left it before */
#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")
static const char members_sql[]
    = "SELECT m.id, coalesce (m.person_id, 0), m.full_name, m.role,"
      " coalesce (" BV_SQL_POST_DEPARTMENT ", 0)"
      " FROM council_member m LEFT JOIN person p ON p.id = m.person_id"
      " LEFT JOIN posting o ON o.id = " POSTING
      " WHERE m.council_id = ?1 AND coalesce (m.to_on, '9999') >= ?2 ORDER BY m.position, m.id";
static const char sheets_sql[]
    = "SELECT subject_id, member_id, state, reason, id FROM member_sheet WHERE movement_id = ?1";
static const char recusals_sql[]
    = "SELECT r.subject_id, r.member_id, r.reason FROM recusal r"
      " JOIN session s ON s.id = r.session_id WHERE s.movement_id = ?1";
static const char scores_sql[]
    = "SELECT subject_id, member_id, criterion_id, points, id FROM member_score"
      " WHERE movement_id = ?1";

static const char *
keep (BvMemberSheets *self, const char *text)
{
  char *kept = g_strdup (text != NULL ? text : "");

  g_ptr_array_add (self->strings, kept);
  return kept;
}

static void
index_id (GHashTable *places, gint64 id, guint place)
{
  g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place + 1));
}

static gboolean
find_place (GHashTable *places, gint64 id, guint *place)
{
  gpointer found = g_hash_table_lookup (places, &id);

  *place = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

static BvMemberSheet *
find_sheet (BvMemberSheets *self, guint subject, guint member)
{
  return &self->sheets[(gsize) subject * self->members->len + member];
}

/* Members */

static gboolean
find_council (BvMemberSheets *self, const char *closing_date, gint64 *council_id, GError **error)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (self->office), council_sql, error);

  if (!row)
    return FALSE;
  bv_statement_bind_integer (row, 1, self->movement_id);
  bv_statement_bind_text (row, 2, closing_date);
  if (bv_statement_step (row, error) != BV_STEP_ROW)
    return FALSE;
  *council_id = bv_statement_get_integer (row, 0);
  return TRUE;
}

static const char *
get_role_label (const char *word)
{
  const BvChoice *choice = bv_field_get_choice (
      bv_kind_find_field (&bv_council_member_kind, "role"), word);

  return choice ? _ (choice->label) : "";
}

static gboolean
read_members (BvMemberSheets *self, const char *closing_date, GError **error)
{
  g_autoptr (BvStatement) rows = NULL;
  gint64 council_id;
  BvStep step;

  if (!find_council (self, closing_date, &council_id, error))
    return FALSE;
  rows = bv_database_prepare (bv_office_get_database (self->office), members_sql, error);
  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, council_id);
  bv_statement_bind_text (rows, 2, closing_date);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvSheetMember member = {
      .member_id = bv_statement_get_integer (rows, 0),
      .person_id = bv_statement_get_integer (rows, 1),
      .department_id = bv_statement_get_integer (rows, 4),
      .name = keep (self, bv_statement_get_text (rows, 2)),
      .role = keep (self, get_role_label (bv_statement_get_text (rows, 3))),
    };
    index_id (self->by_member, member.member_id, self->members->len);
    g_array_append_val (self->members, member);
  }
  return step == BV_STEP_DONE;
}

/* Sheets */

static void
recuse (BvMemberSheets *self, guint subject, guint member, const char *reason)
{
  BvMemberSheet *sheet = find_sheet (self, subject, member);

  sheet->state = BV_SHEET_RECUSED;
  sheet->reason = reason;
  sheet->derived = TRUE;
}

static const char *
get_ground (BvRecusal recusal)
{
  return recusal == BV_RECUSAL_SELF ? _ ("does not score himself or herself")
                                    : _ ("does not score his or her own department");
}

static void
derive_recusal (BvMemberSheets *self, guint member, gint64 subject_id)
{
  const BvSheetMember *who = bv_member_sheets_get_member (self, member);
  BvRecusal recusal = bv_recusal_derive (
      who->person_id, who->department_id, subject_id, self->rules.own_department_recused);
  guint subject;

  if (recusal != BV_RECUSAL_NONE && find_place (self->subjects, subject_id, &subject))
    recuse (self, subject, member, keep (self, get_ground (recusal)));
}

static void
derive_recusals (BvMemberSheets *self)
{
  for (guint j = 0; j < self->members->len; j++) {
    derive_recusal (self, j, bv_member_sheets_get_member (self, j)->person_id);
    derive_recusal (self, j, bv_member_sheets_get_member (self, j)->department_id);
  }
}

static void
take_sheet (BvMemberSheets *self, BvStatement *row)
{
  const char *state = bv_statement_get_text (row, 2);
  BvMemberSheet *sheet;
  guint i, j;

  if (!find_place (self->subjects, bv_statement_get_integer (row, 0), &i)
      || !find_place (self->by_member, bv_statement_get_integer (row, 1), &j))
    return;
  sheet = find_sheet (self, i, j);
  sheet->sheet_id = bv_statement_get_integer (row, 4);
  if (sheet->state == BV_SHEET_RECUSED)
    return;
  if (g_strcmp0 (state, "confirmed") == 0)
    sheet->state = BV_SHEET_CONFIRMED;
  else if (g_strcmp0 (state, "recused") == 0)
    sheet->state = BV_SHEET_RECUSED;
  sheet->reason = keep (self, bv_statement_get_text (row, 3));
}

static void
take_recusal (BvMemberSheets *self, BvStatement *row)
{
  guint i, j;

  if (find_place (self->subjects, bv_statement_get_integer (row, 0), &i)
      && find_place (self->by_member, bv_statement_get_integer (row, 1), &j))
    recuse (self, i, j, keep (self, bv_statement_get_text (row, 2)));
}

static void
take_score (BvMemberSheets *self, BvStatement *row)
{
  gint64 *points;
  guint i, j, k;

  if (!find_place (self->subjects, bv_statement_get_integer (row, 0), &i)
      || !find_place (self->by_member, bv_statement_get_integer (row, 1), &j)
      || !find_place (self->criteria, bv_statement_get_integer (row, 2), &k))
    return;
  points = bv_member_scores_at (self->scores, i, j, k);
  if (*points == BV_POINTS_NOT_APPLICABLE)
    return;
  *points = bv_statement_get_integer (row, 3);
  self->score_ids[points - self->scores->points] = bv_statement_get_integer (row, 4);
}

static gboolean
read_rows (BvMemberSheets *self,
           const char *sql,
           void (*take) (BvMemberSheets *, BvStatement *),
           GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, self->movement_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW)
    take (self, rows);
  return step == BV_STEP_DONE;
}

/* The matrix */

static void
make_matrix (BvMemberSheets *self,
             const BvSheetSubject *subjects,
             guint n_subjects,
             const BvScoringCriterion *criteria,
             guint n_criteria)
{
  gsize n_sheets = (gsize) n_subjects * self->members->len;

  self->scores = bv_member_scores_new (n_subjects, self->members->len, n_criteria);
  self->sheets = g_new0 (BvMemberSheet, MAX (1, n_sheets));
  self->score_ids = g_new0 (gint64, MAX (1, n_sheets * n_criteria));
  self->all = g_memdup2 (subjects, n_subjects * sizeof (BvSheetSubject));
  self->results = g_new0 (BvMemberResult, MAX (1, n_subjects));
  for (guint i = 0; i < n_subjects; i++)
    index_id (self->subjects, subjects[i].subject_id, i);
  for (guint k = 0; k < n_criteria; k++)
    index_id (self->criteria, criteria[k].id, k);
  for (gsize i = 0; i < n_sheets; i++)
    self->sheets[i].reason = "";
  for (gsize i = 0; i < n_sheets * n_criteria; i++)
    if (!bv_scoring_applies (&criteria[i % n_criteria],
                             subjects[i / n_criteria / self->members->len].type))
      self->scores->points[i] = BV_POINTS_NOT_APPLICABLE;
}

static void
compute (BvMemberSheets *self)
{
  for (guint i = 0; i < self->scores->n_subjects; i++) {
    for (guint j = 0; j < self->members->len; j++)
      *bv_member_scores_counts (self->scores, i, j) = find_sheet (self, i, j)->state
                                                      == BV_SHEET_CONFIRMED;
    self->results[i] = bv_member_scores_result (self->scores, &self->rules, i);
  }
}

static void
bv_member_sheets_finalize (GObject *object)
{
  BvMemberSheets *self = BV_MEMBER_SHEETS (object);

  g_clear_pointer (&self->scores, bv_member_scores_free);
  g_free (self->all);
  g_free (self->sheets);
  g_free (self->score_ids);
  g_free (self->results);
  g_array_unref (self->members);
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->by_member);
  g_hash_table_unref (self->criteria);
  g_ptr_array_unref (self->strings);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (bv_member_sheets_parent_class)->finalize (object);
}

static void
bv_member_sheets_class_init (BvMemberSheetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_member_sheets_finalize;
}

static void
bv_member_sheets_init (BvMemberSheets *self)
{
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->members = g_array_new (FALSE, TRUE, sizeof (BvSheetMember));
  self->subjects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_member = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->criteria = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

BvMemberSheets *
bv_member_sheets_load (BvOffice *office,
                       gint64 movement_id,
                       const char *closing_date,
                       const BvMemberRules *rules,
                       const BvSheetSubject *subjects,
                       guint n_subjects,
                       const BvScoringCriterion *criteria,
                       guint n_criteria,
                       GError **error)
{
  g_autoptr (BvMemberSheets) self = g_object_new (BV_TYPE_MEMBER_SHEETS, NULL);

  self->office = g_object_ref (office);
  self->movement_id = movement_id;
  self->rules = *rules;
  if (!read_members (self, closing_date, error))
    return NULL;
  make_matrix (self, subjects, n_subjects, criteria, n_criteria);
  derive_recusals (self);
  if (!read_rows (self, recusals_sql, take_recusal, error)
      || !read_rows (self, sheets_sql, take_sheet, error)
      || !read_rows (self, scores_sql, take_score, error))
    return NULL;
  compute (self);
  return g_steal_pointer (&self);
}

const BvMemberRules *
bv_member_sheets_get_rules (BvMemberSheets *self)
{
  return &self->rules;
}

guint
bv_member_sheets_get_n_members (BvMemberSheets *self)
{
  return self->members->len;
}

const BvSheetMember *
bv_member_sheets_get_member (BvMemberSheets *self, guint member)
{
  g_return_val_if_fail (member < self->members->len, NULL);
  return &g_array_index (self->members, BvSheetMember, member);
}

const BvMemberScores *
bv_member_sheets_get_scores (BvMemberSheets *self)
{
  return self->scores;
}

const BvMemberSheet *
bv_member_sheets_get_sheet (BvMemberSheets *self, guint subject, guint member)
{
  g_return_val_if_fail (subject < self->scores->n_subjects && member < self->members->len, NULL);
  return find_sheet (self, subject, member);
}

gint64
bv_member_sheets_get_score_id (BvMemberSheets *self, guint subject, guint member, guint criterion)
{
  return self->score_ids[bv_member_scores_at (self->scores, subject, member, criterion)
                         - self->scores->points];
}

const BvMemberResult *
bv_member_sheets_get_result (BvMemberSheets *self, guint subject)
{
  g_return_val_if_fail (subject < self->scores->n_subjects, NULL);
  return &self->results[subject];
}

gboolean
bv_member_sheets_put_score (BvMemberSheets *self,
                            gint64 subject_id,
                            gint64 member_id,
                            gint64 criterion_id,
                            gint64 points,
                            gint64 id)
{
  guint i, j, k;
  gint64 *at;

  if (!find_place (self->subjects, subject_id, &i) || !find_place (self->by_member, member_id, &j)
      || !find_place (self->criteria, criterion_id, &k))
    return TRUE;
  at = bv_member_scores_at (self->scores, i, j, k);
  if (*at == BV_POINTS_NOT_APPLICABLE)
    return TRUE;
  *at = points;
  self->score_ids[at - self->scores->points] = id;
  return find_sheet (self, i, j)->state != BV_SHEET_CONFIRMED;
}
