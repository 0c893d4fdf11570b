/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a sealed session to the award history, on the sample office. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-award-decision.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-record.h"
#include "sample-office.h"

typedef struct
{
  BvOffice *office;
  gint64 decision;
} Fixture;

#define MOVEMENT "(SELECT id FROM movement ORDER BY start_on DESC LIMIT 1)"
#define IN_HAND " AND movement_id = " MOVEMENT

static gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup_printf ("%s/%p.bangvang", test_folder, (void *) fixture);
  g_autoptr (BvRecord) decision = bv_record_new (&bv_decision_kind);
  g_autoptr (GError) error = NULL;

  sample_office_write (path);
  fixture->office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_record_set_integer (decision, "movement_id", ask (fixture, "SELECT " MOVEMENT));
  bv_record_set_text (decision, "number", "175/QĐ-SNgV");
  bv_record_set_text (decision, "issued_on", "2024-09-10");
  bv_record_set_text (decision, "signer", "Nông Quốc Khánh");
  g_assert_true (bv_office_save (fixture->office, decision, &error));
  fixture->decision = bv_record_get_id (decision);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_object_unref (fixture->office);
}

static void
test_carry_out (Fixture *fixture, gconstpointer data)
{
  gint64 before = ask (fixture, "SELECT count(*) FROM award");
  gint64 passed = ask (fixture,
                       "SELECT count(*) FROM proposal WHERE vote_outcome = 'passed'" IN_HAND);
  g_autoptr (GError) error = NULL;
  BvAwardPlan plan;

  g_assert_true (bv_award_decision_plan (fixture->office, fixture->decision, &plan, &error));
  g_assert_cmpint (plan.n_ready, ==, passed);
  g_assert_cmpint (passed, >, 5);
  g_assert_cmpint (
      bv_award_decision_carry_out (fixture->office, fixture->decision, &error), ==, passed);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM award"), ==, before + passed);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM proposal WHERE state = 'decided'" IN_HAND), ==, passed);
  /* 2 340 000 × 0,3 = 702 000 → 710 000; × 0,6 = 1 404 000 → 1 410 000 */
  g_assert_cmpint (ask (fixture,
                        "SELECT count(*) FROM proposal p JOIN award_form f ON f.id = "
                        "p.award_form_id WHERE p.state = 'decided' AND p.bonus <> CASE "
                        "f.coefficient WHEN 300 THEN 710000 WHEN 600 THEN 1410000 END AND "
                        "p.base_salary = 2340000"),
                   ==,
                   0);
  g_assert_cmpint (ask (fixture,
                        "SELECT count(*) FROM award a WHERE decision_id IS NOT NULL AND NOT EXISTS "
                        "(SELECT 1 FROM award_ground g WHERE g.award_id = a.id)"),
                   ==,
                   0);
}

/* Signed in January, it is an award of the year in which it was earned: chains are counted by it.
 */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) decision = bv_office_load (
      fixture->office, &bv_decision_kind, fixture->decision, &error);

  bv_record_set_text (decision, "issued_on", "2025-01-06");
  g_assert_true (bv_office_save (fixture->office, decision, &error));
  g_assert_cmpint (bv_award_decision_carry_out (fixture->office, fixture->decision, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (
      ask (fixture,
           "SELECT count(*) FROM award WHERE decision_date = '2025-01-06' AND year <> 2024"),
      ==,
      0);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 awards;
  BvAwardPlan plan;

  bv_award_decision_carry_out (fixture->office, fixture->decision, &error);
  g_assert_no_error (error);
  awards = ask (fixture, "SELECT count(*) FROM award");
  g_assert_cmpint (
      bv_award_decision_carry_out (fixture->office, fixture->decision, &error), ==, -1);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM award"), ==, awards);
  g_assert_true (bv_award_decision_plan (fixture->office, fixture->decision, &plan, NULL));
  g_assert_cmpuint (plan.n_ready, ==, 0);
  g_assert_cmpuint (plan.n_decided, >, 5);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 before = ask (fixture, "SELECT count(*) FROM award");
  g_autoptr (GError) error = NULL;

  bv_award_decision_carry_out (fixture->office, fixture->decision, &error);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM award"), ==, before);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM proposal WHERE bonus IS NOT NULL" IN_HAND), ==, 0);
}

static void
assert_refused (Fixture *fixture, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) decision = bv_office_load (
      fixture->office, &bv_decision_kind, fixture->decision, &error);

  bv_record_set_text (decision, field, value);
  g_assert_true (bv_office_save (fixture->office, decision, &error));
  g_assert_cmpint (
      bv_award_decision_carry_out (fixture->office, fixture->decision, &error), ==, -1);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM proposal WHERE state = 'decided'" IN_HAND), ==, 0);
}

/* A day before any base salary is known, then forms of the office's own that a higher level
 * decides. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvAwardPlan plan;

  assert_refused (fixture, "issued_on", "1990-01-01");
  g_assert_true (
      bv_database_exec (bv_office_get_database (fixture->office),
                        "UPDATE award_form SET decider = 'province-chairman', code = NULL",
                        &error));
  g_assert_true (bv_award_decision_plan (fixture->office, fixture->decision, &plan, &error));
  g_assert_cmpuint (plan.n_ready, ==, 0);
  g_assert_cmpuint (plan.n_elsewhere, >, 5);
  assert_refused (fixture, "issued_on", "2024-09-10");
}

/* An annulled award says why. */
static void
test_annul (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) award = bv_office_load (
      fixture->office, &bv_award_kind, ask (fixture, "SELECT min (id) FROM award"), &error);

  /* nothing is recovered of an award that stands */
  bv_record_set_integer (award, "recovered_amount", 710000);
  g_assert_false (bv_office_save (fixture->office, award, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  bv_record_set_text (award, "revoked_on", "2024-10-01");
  g_assert_false (bv_office_save (fixture->office, award, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  bv_record_set_text (award, "revoke_reason", "Kê khai gian dối");
  g_assert_false (bv_office_save (fixture->office, award, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  bv_record_set_text (award, "revoke_document", "12/QĐ-SNgV");
  g_assert_true (bv_office_save (fixture->office, award, &error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add ("/award-decision/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  ADD ("carry-out", test_carry_out);
  ADD ("year", test_year);
  ADD ("once", test_once);
  ADD ("undo", test_undo);
  ADD ("refusals", test_refusals);
  ADD ("annul", test_annul);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
