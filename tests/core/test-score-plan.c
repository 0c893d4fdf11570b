/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many points at once: checked before anything is written, written as one step; what may be pasted
 * and what not. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-history.h"
#include "bv-record.h"
#include "bv-score-plan.h"
#include "test-save.h"

#define N_PEOPLE 3

typedef struct
{
  BvOffice *office;
  BvScoreSheet *sheet;
  gint64 movement;
  gint64 people[N_PEOPLE];
  guint at[N_PEOPLE]; /* where they stand in the sheet */
  guint department;
} Fixture;

static void
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->sheet);
  fixture->sheet = bv_score_sheet_load (fixture->office, fixture->movement, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (GError) error = NULL;
  BvRecord *record;
  gint64 department;

  g_unlink (path);
  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  record = bv_record_new (&bv_movement_kind);
  bv_record_set_text (record, "title", "Phong trào");
  bv_record_set_text (record, "end_on", "2024-08-30");
  fixture->movement = test_save (fixture->office, record);
  record = bv_record_new (&bv_department_kind);
  bv_record_set_text (record, "name", "Văn phòng");
  department = test_save (fixture->office, record);
  for (guint i = 0; i < 2; i++) {
    record = bv_record_new (&bv_criterion_kind);
    bv_record_set_integer (record, "movement_id", fixture->movement);
    bv_record_set_integer (record, "position", i + 1);
    bv_record_set_text (record, "label", i ? "2" : "1");
    bv_record_set_text (record, "title", i ? "Học tập" : "Đối ngoại");
    bv_record_set_integer (record, "max_points", 2000);
    bv_record_set_integer (record, "for_collectives", i == 0);
    bv_record_set_integer (record, "for_individuals", 1);
    test_save (fixture->office, record);
  }
  for (guint i = 0; i < N_PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("Nông Văn %c", 'A' + i);
    record = bv_record_new (&bv_person_kind);
    bv_record_set_text (record, "full_name", name);
    fixture->people[i] = test_save (fixture->office, record);
  }
  reload (fixture);
  for (guint i = 0; i < N_PEOPLE; i++)
    fixture->at[i] = bv_score_sheet_find (fixture->sheet, fixture->people[i]);
  fixture->department = bv_score_sheet_find (fixture->sheet, department);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->sheet);
  bv_office_close (fixture->office, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->office);
}

static gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static const BvScoreEdit *
get_edit (BvScorePlan *plan, guint i)
{
  g_assert_cmpuint (i, <, plan->edits->len);
  return &g_array_index (plan->edits, BvScoreEdit, i);
}

static void
apply (BvScorePlan *plan, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_score_plan_apply (plan, "Thử", reason, &error));
  g_assert_no_error (error);
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    guint n_lines;
    guint n_first;
  } cases[] = {
    { "1\t2\r\n3\t4\r\n", 2, 2 },
    { "1\t2\n3\t4", 2, 2 },
    { "18,5", 1, 1 },
    { "", 0, 0 },
    { "\n", 1, 0 },
    { "\t\n1\t2\n", 2, 2 },
    { "1\n\n2\n", 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) lines = bv_score_plan_split (cases[i].text);
    g_assert_cmpuint (lines->len, ==, cases[i].n_lines);
    if (lines->len > 0)
      g_assert_cmpuint (g_strv_length (g_ptr_array_index (lines, 0)), ==, cases[i].n_first);
  }
}

/* What is typed in a spreadsheet, what becomes of it. */
static void
test_texts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    gint64 points;
    gboolean problem;
  } cases[] = {
    { "18,5", 1850, FALSE },      { "18.5", 1850, FALSE },
    { " 7 ", 700, FALSE },        { "\302\240\302\2409,25\302\240", 925, FALSE },
    { "\"9\"", 900, FALSE },      { "0", 0, FALSE },
    { "20", 2000, FALSE },        { "20,01", 2001, TRUE },
    { "-1", -100, TRUE },         { "1,234", 0, TRUE },
    { "mười", 0, TRUE },          { "KAD", 0, TRUE },
    { "Không áp dụng", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BvScorePlan) plan = bv_score_plan_new (fixture->sheet);
    BvScorePlace place = { fixture->at[0], 0, BV_STAGE_SELF };

    bv_score_plan_add_text (plan, place, cases[i].typed);
    g_assert_cmpuint (plan->n_problems, ==, cases[i].problem);
    g_assert_cmpuint (plan->n_changes, ==, !cases[i].problem);
    if (!cases[i].problem)
      g_assert_cmpint (get_edit (plan, 0)->points, ==, cases[i].points);
    else
      g_assert_nonnull (get_edit (plan, 0)->problem);
  }
}

/* Blank leaves a cell alone; where a content does not apply, only its absence is right. */
static void
test_not_applicable (Fixture *fixture, gconstpointer data)
{
  static const char *const right[] = { "", "  ", "-", "–", "KAD", "kad", "Không áp dụng" };
  g_autoptr (BvScorePlan) plan = bv_score_plan_new (fixture->sheet);
  BvScorePlace place = { fixture->department, 1, BV_STAGE_SELF };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    bv_score_plan_add_text (plan, place, right[i]);
  g_assert_cmpuint (plan->edits->len, ==, 0);
  bv_score_plan_add_text (plan, place, "5");
  g_assert_cmpuint (plan->n_problems, ==, 1);
  apply (plan, NULL);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score"), ==, 0);
}

static void
fill (Fixture *fixture, BvStage stage, gint64 points)
{
  g_autoptr (BvScorePlan) plan = bv_score_plan_new (fixture->sheet);

  for (guint i = 0; i < N_PEOPLE; i++)
    bv_score_plan_add (plan, (BvScorePlace){ fixture->at[i], 0, stage }, points);
  apply (plan, "Chung một lý do");
  reload (fixture);
}

/* All or nothing, one step, one reason where one is needed. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvScorePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 steps;

  fill (fixture, BV_STAGE_SELF, 1500);
  steps = ask (fixture, "SELECT count (*) FROM history");
  plan = bv_score_plan_new (fixture->sheet);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[0], 0, BV_STAGE_HEAD }, 1500);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[1], 0, BV_STAGE_HEAD }, 1400);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[2], 0, BV_STAGE_HEAD }, 9900);
  g_assert_cmpuint (plan->n_changes, ==, 2);
  g_assert_cmpuint (plan->n_reasons, ==, 1);
  g_assert_cmpuint (plan->n_problems, ==, 1);
  g_assert_cmpuint (plan->n_replaced, ==, 0);
  g_assert_false (bv_score_plan_apply (plan, "Thử", "  ", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score"), ==, N_PEOPLE);
  apply (plan, " Chậm báo cáo ");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM history"), ==, steps + 1);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score WHERE stage = 'head'"), ==, 2);
  g_assert_cmpint (
      ask (fixture, "SELECT points FROM score WHERE reason = 'Chậm báo cáo'"), ==, 1400);
  /* what was out of range was not cut to the greatest points */
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score WHERE points >= 2000"), ==, 0);
  g_clear_error (&error);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM score"), ==, N_PEOPLE);
}

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvScorePlan) plan = NULL;
  BvScorePlace same = { fixture->at[0], 0, BV_STAGE_HEAD };
  BvScorePlace other = { fixture->at[1], 0, BV_STAGE_HEAD };

  fill (fixture, BV_STAGE_SELF, 1500);
  plan = bv_score_plan_new (fixture->sheet);
  bv_score_plan_add (plan, same, 1500);
  bv_score_plan_add (plan, other, 1000);
  apply (plan, "Lý do đầu");
  reload (fixture);
  g_clear_pointer (&plan, bv_score_plan_free);
  plan = bv_score_plan_new (fixture->sheet);
  bv_score_plan_add_reason (plan, same);
  bv_score_plan_add_reason (plan, other);
  g_assert_cmpuint (plan->n_changes, ==, 1);
  apply (plan, "Lý do sau");
  reload (fixture);
  g_assert_cmpstr (bv_score_sheet_get_reason (fixture->sheet, other), ==, "Lý do sau");
  g_assert_cmpstr (bv_score_sheet_get_reason (fixture->sheet, same), ==, "");
  g_assert_cmpint (bv_score_sheet_get_points (fixture->sheet, other), ==, 1000);
}

/* What counts in the end cannot be entered; the same points again are no change. */
static void
test_locks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvScorePlan) plan = NULL;

  fill (fixture, BV_STAGE_SELF, 1500);
  plan = bv_score_plan_new (fixture->sheet);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[0], 0, BV_SCORE_OFFICIAL }, 1000);
  g_assert_cmpuint (plan->n_problems, ==, 1);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[0], 0, BV_SCORE_MEMBER }, 1000);
  g_assert_cmpuint (plan->n_problems, ==, 2);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[0], 0, BV_STAGE_SELF }, 1500);
  g_assert_cmpuint (plan->n_changes, ==, 0);
  bv_score_plan_add (plan, (BvScorePlace){ fixture->at[0], 0, BV_STAGE_SELF }, 1600);
  g_assert_cmpuint (plan->n_replaced, ==, 1);
  g_assert_cmpint (bv_score_sheet_get_points (
                       fixture->sheet, (BvScorePlace){ fixture->at[0], 0, BV_SCORE_OFFICIAL }),
                   ==,
                   1500);
}

#define ADD(name, func) g_test_add ("/score-plan/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/score-plan/split", test_split);
  ADD ("texts", test_texts);
  ADD ("not-applicable", test_not_applicable);
  ADD ("apply", test_apply);
  ADD ("reasons", test_reasons);
  ADD ("locks", test_locks);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
