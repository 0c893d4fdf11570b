/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value for several rows: what it would change, obstacles, one step, one undo. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-bulk-change.h"
#include "bv-history.h"
#include "bv-record.h"

#define N_PEOPLE 300

typedef struct
{
  BvOffice *office;
  gint64 bureau, division;
  gint64 people[N_PEOPLE];
} Fixture;

static const BvField *
get_field (const char *name)
{
  return bv_kind_find_field (&bv_person_kind, name);
}

static gint64
save (Fixture *fixture, BvRecord *taken)
{
  g_autoptr (BvRecord) record = taken;
  g_autoptr (GError) error = NULL;

  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_department (Fixture *fixture, const char *name)
{
  BvRecord *record = bv_record_new (&bv_department_kind);

  bv_record_set_text (record, "name", name);
  return save (fixture, record);
}

/* Two in three are in the bureau, the others in no department; every tenth was born late. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  fixture->office = bv_office_create (
      path, "Sở", NULL, NULL, NULL, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (bv_history_begin (bv_office_get_history (fixture->office), "fill", &error));
  fixture->bureau = add_department (fixture, "Văn phòng");
  fixture->division = add_department (fixture, "Phòng Lãnh sự");
  for (guint i = 0; i < N_PEOPLE; i++) {
    BvRecord *record = bv_record_new (&bv_person_kind);
    g_autofree char *name = g_strdup_printf ("Nông Văn %u", i);

    bv_record_set_text (record, "full_name", name);
    bv_record_set_text (record, "birth_date", i % 10 == 0 ? "1999-01-01" : "1980-01-01");
    if (i % 3 != 0)
      bv_record_set_integer (record, "department_id", fixture->bureau);
    fixture->people[i] = save (fixture, record);
  }
  g_assert_true (bv_history_commit (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_assert_finalize_object (fixture->office);
}

static BvBulkChange *
plan (Fixture *fixture, const char *field, const BvValue *value, guint n)
{
  g_autoptr (GError) error = NULL;
  BvBulkChange *change = bv_bulk_change_plan (
      fixture->office, &bv_person_kind, get_field (field), value, fixture->people, n, &error);

  g_assert_no_error (error);
  return change;
}

static gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
assert_part (GPtrArray *parts, guint i, const char *text, guint n_rows)
{
  const BvBulkPart *part = g_ptr_array_index (parts, i);

  g_assert_cmpstr (part->text, ==, text);
  g_assert_cmpuint (part->n_rows, ==, n_rows);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBulkChange) change = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;
  gint64 n_steps = ask (fixture, "SELECT count(*) FROM history");

  bv_value_set_integer (&value, fixture->division);
  change = plan (fixture, "department_id", &value, N_PEOPLE);
  g_assert_cmpuint (bv_bulk_change_count_changed (change), ==, N_PEOPLE);
  g_assert_cmpuint (bv_bulk_change_count_same (change), ==, 0);
  g_assert_cmpstr (bv_bulk_change_get_value_text (change), ==, "Phòng Lãnh sự");
  g_assert_cmpuint (bv_bulk_change_get_olds (change)->len, ==, 2);
  assert_part (bv_bulk_change_get_olds (change), 0, "Văn phòng", N_PEOPLE * 2 / 3);
  assert_part (bv_bulk_change_get_olds (change), 1, "", N_PEOPLE / 3);
  g_assert_cmpuint (bv_bulk_change_get_obstacles (change)->len, ==, 0);
  /* nothing is written by looking */
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, n_steps);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM person WHERE department_id IS NULL"), ==, N_PEOPLE / 3);
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBulkChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;
  BvHistory *history = bv_office_get_history (fixture->office);
  gint64 n_steps = ask (fixture, "SELECT count(*) FROM history");
  g_autofree char *title = NULL;

  bv_value_set_integer (&value, fixture->bureau);
  change = plan (fixture, "department_id", &value, N_PEOPLE);
  g_assert_cmpuint (bv_bulk_change_count_changed (change), ==, N_PEOPLE / 3);
  g_assert_cmpuint (bv_bulk_change_count_same (change), ==, N_PEOPLE * 2 / 3);
  bv_bulk_change_apply (change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, n_steps + 1);
  g_assert_cmpint (
      ask (fixture, "SELECT count(DISTINCT department_id) FROM person WHERE department_id > 0"),
      ==,
      1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE department_id IS NULL"), ==, 0);
  title = bv_history_dup_undo_title (history);
  g_assert_cmpstr (title, ==, "Set “Department” in 100 rows: Staff");
  bv_history_undo (history, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM person WHERE department_id IS NULL"), ==, N_PEOPLE / 3);
}

/* Whoever joined before being born is passed over and said so; the others change. */
static void
test_obstacles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBulkChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;
  const BvBulkPart *part;

  bv_value_set_text (&value, "1998-05-01");
  change = plan (fixture, "joined_on", &value, N_PEOPLE);
  g_assert_cmpuint (bv_bulk_change_count_changed (change), ==, N_PEOPLE * 9 / 10);
  g_assert_cmpuint (bv_bulk_change_get_obstacles (change)->len, ==, 1);
  part = g_ptr_array_index (bv_bulk_change_get_obstacles (change), 0);
  g_assert_cmpuint (part->n_rows, ==, N_PEOPLE / 10);
  g_assert_nonnull (strstr (part->text, "Joined on"));
  bv_bulk_change_apply (change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE joined_on IS NOT NULL"),
                   ==,
                   N_PEOPLE * 9 / 10);
}

/* A row that went between looking and changing stops all of it. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBulkChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_value_set_text (&value, "Chuyên viên");
  change = plan (fixture, "job_title", &value, 10);
  g_assert_true (
      bv_office_remove (fixture->office, &bv_person_kind, &fixture->people[7], 1, &error));
  g_assert_false (bv_bulk_change_apply (change, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE job_title IS NOT NULL"), ==, 0);
  g_assert_false (bv_history_is_open (bv_office_get_history (fixture->office)));
}

static void
test_blank (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvBulkChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const BvValue nothing = BV_VALUE_INIT;

  change = plan (fixture, "department_id", &nothing, 6);
  g_assert_cmpuint (bv_bulk_change_count_changed (change), ==, 4);
  g_assert_cmpstr (bv_bulk_change_get_value_text (change), ==, "");
  bv_bulk_change_apply (change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person WHERE department_id IS NULL"),
                   ==,
                   N_PEOPLE / 3 + 4);
}

/* Names, what the program fills itself and what goes by steps of its own are not for many rows. */
static void
test_fields (void)
{
  static const struct
  {
    const BvKind *kind;
    const char *field;
    gboolean can;
  } cases[] = {
    { &bv_person_kind, "department_id", TRUE }, { &bv_person_kind, "full_name", FALSE },
    { &bv_person_kind, "given", FALSE },        { &bv_achievement_kind, "criterion_id", TRUE },
    { &bv_achievement_kind, "status", FALSE },  { &bv_achievement_kind, "movement_id", FALSE },
    { &bv_proposal_kind, "vote_yes", FALSE },   { &bv_proposal_kind, "award_form_id", TRUE },
    { &bv_department_kind, "position", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const BvField *field = bv_kind_find_field (cases[i].kind, cases[i].field);

    g_test_message ("%s.%s", cases[i].kind->table, cases[i].field);
    g_assert_cmpint (bv_bulk_change_can_set (cases[i].kind, field), ==, cases[i].can);
  }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
#define ADD(name, func) g_test_add ("/bulk-change/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("plan", test_plan);
  ADD ("one-step", test_one_step);
  ADD ("obstacles", test_obstacles);
  ADD ("gone", test_gone);
  ADD ("blank", test_blank);
  g_test_add_func ("/bulk-change/fields", test_fields);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
