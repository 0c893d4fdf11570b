/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals on their way: submitted, withdrawn, refused, and who moves up, on the sample office. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-proposal-flow.h"
#include "bv-record.h"
#include "sample-office.h"
#include "test-folder.h"

#include <glib/gstdio.h>

typedef struct
{
  BvOffice *office;
} Fixture;

#define MOVEMENT "(SELECT id FROM movement ORDER BY start_on DESC LIMIT 1)"
#define OF(name)                                                                                   \
  " FROM proposal WHERE movement_id = " MOVEMENT " AND subject_id ="                               \
  " (SELECT id FROM person WHERE full_name = '" name "')"

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
  g_autoptr (GError) error = NULL;

  sample_office_write (path);
  fixture->office = bv_office_open (path, "Lan", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_object_unref (fixture->office);
}

static void
test_submit (Fixture *fixture, gconstpointer data)
{
  gint64 passed = ask (fixture,
                       "SELECT count (*) FROM proposal WHERE vote_outcome = 'passed'"
                       " AND movement_id = " MOVEMENT);
  gint64 one = ask (fixture, "SELECT id" OF ("Triệu Thị Mùi"));
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_proposal_flow_submit (fixture->office, one, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      ask (fixture, "SELECT state = 'submitted' AND state_on IS NOT NULL" OF ("Triệu Thị Mùi")),
      ==,
      1);
  g_assert_cmpint (bv_proposal_flow_submit_passed (
                       fixture->office, ask (fixture, "SELECT " MOVEMENT), 0, NULL, &error),
                   ==,
                   passed - 1);
  g_assert_no_error (error);
  /* nothing is left to submit */
  g_assert_cmpint (bv_proposal_flow_submit_passed (
                       fixture->office, ask (fixture, "SELECT " MOVEMENT), 0, NULL, &error),
                   ==,
                   -1);
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

/* Those for one form go together, under one number. */
static void
test_submit_batch (Fixture *fixture, gconstpointer data)
{
  gint64 movement = ask (fixture, "SELECT " MOVEMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) batches = bv_proposal_flow_list_passed (fixture->office, movement, &error);
  g_autoptr (GArray) rest = NULL;
  const BvProposalBatch *first = &g_array_index (batches, BvProposalBatch, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (batches->len, ==, 2);
  g_assert_cmpint (bv_proposal_flow_submit_passed (
                       fixture->office, movement, first->award_form_id, "45/TTr-SNgV", &error),
                   ==,
                   (int) first->n);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM proposal WHERE state = 'submitted'"
                        " AND submission_number = '45/TTr-SNgV' AND movement_id = " MOVEMENT),
                   ==,
                   (gint64) first->n);
  rest = bv_proposal_flow_list_passed (fixture->office, movement, &error);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM proposal WHERE submission_number IS NOT NULL"), ==, 0);
}

/* Not before the vote, and not after a vote that failed. */
static void
test_submit_refused (Fixture *fixture, gconstpointer data)
{
  gint64 failed = ask (fixture, "SELECT id" OF ("Lộc Thị Minh Châu"));
  gint64 alternate = ask (fixture, "SELECT id" OF ("Hoàng Nguyễn Khánh Linh"));
  g_autoptr (GError) error = NULL;

  g_assert_false (bv_proposal_flow_submit (fixture->office, failed, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (bv_proposal_flow_submit (fixture->office, alternate, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

/* Both of the tie on the boundary are gone: one place is free for the first alternate. */
static void
test_promote (Fixture *fixture, gconstpointer data)
{
  gint64 first = ask (fixture, "SELECT id" OF ("Lộc Thị Minh Châu"));
  gint64 second = ask (fixture, "SELECT id" OF ("Chu Thị Thúy Hằng"));
  gint64 steps = ask (fixture, "SELECT count (*) FROM history");
  g_autofree char *nobody = NULL;
  g_autofree char *promoted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_proposal_flow_end (
      fixture->office, first, BV_PROPOSAL_REFUSED, "Không đạt phiếu", &nobody, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (nobody, ==, "");
  g_assert_true (bv_proposal_flow_end (
      fixture->office, second, BV_PROPOSAL_WITHDRAWN, " Xin rút ", &promoted, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (promoted, ==, "Hoàng Nguyễn Khánh Linh");
  g_assert_cmpint (
      ask (fixture, "SELECT outcome = 'proposed'" OF ("Hoàng Nguyễn Khánh Linh")), ==, 1);
  g_assert_cmpint (
      ask (fixture,
           "SELECT state_reason = 'Xin rút' AND outcome = 'ended'" OF ("Chu Thị Thúy Hằng")),
      ==,
      1);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM history"), ==, steps + 2);

  /* drawing up again agrees, and names one more alternate */
  {
    g_autoptr (BvAssessment) assessment = bv_assessment_load (
        fixture->office, ask (fixture, "SELECT " MOVEMENT), &error);

    g_assert_cmpint (bv_assessment_propose (assessment, FALSE, &error), ==, 1);
    g_assert_no_error (error);
  }
  g_assert_cmpint (
      ask (fixture, "SELECT outcome = 'proposed'" OF ("Hoàng Nguyễn Khánh Linh")), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT state = 'refused'" OF ("Lộc Thị Minh Châu")), ==, 1);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_cmpint (
      ask (fixture, "SELECT outcome = 'alternate'" OF ("Hoàng Nguyễn Khánh Linh")), ==, 1);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  gint64 mui = ask (fixture, "SELECT id" OF ("Triệu Thị Mùi"));
  g_autofree char *promoted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_proposal_flow_end (
      fixture->office, mui, BV_PROPOSAL_WITHDRAWN, "Xin rút", &promoted, &error));
  g_assert_true (bv_proposal_flow_restore (fixture->office, mui, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
      ask (fixture, "SELECT state = 'drafted' AND state_reason IS NULL" OF ("Triệu Thị Mùi")),
      ==,
      1);
  g_assert_cmpint (
      ask (fixture, "SELECT outcome = 'alternate'" OF ("Hoàng Nguyễn Khánh Linh")), ==, 1);
}

static void
test_reason (Fixture *fixture, gconstpointer data)
{
  gint64 mui = ask (fixture, "SELECT id" OF ("Triệu Thị Mùi"));
  gint64 decided = ask (fixture, "SELECT min (id) FROM proposal WHERE state = 'decided'");
  g_autofree char *promoted = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      bv_proposal_flow_end (fixture->office, mui, BV_PROPOSAL_WITHDRAWN, "  ", &promoted, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  /* what a decision has rewarded is annulled, not withdrawn */
  g_assert_false (bv_proposal_flow_end (
      fixture->office, decided, BV_PROPOSAL_WITHDRAWN, "Xin rút", &promoted, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_null (promoted);
}

/* The draft names the achievements that it rests on, and the summary follows them. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  gint64 mui = ask (fixture, "SELECT id" OF ("Triệu Thị Mùi"));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) proposal = NULL;
  g_autofree char *sql = g_strdup_printf (
      "SELECT min (id) FROM proposal_ground WHERE proposal_id = %" G_GINT64_FORMAT, mui);
  gint64 ground = ask (fixture, sql);

  g_assert_cmpint (ground, >, 0);
  g_assert_true (bv_office_remove (fixture->office, &bv_proposal_ground_kind, &ground, 1, &error));
  g_assert_true (bv_proposal_flow_summarise (fixture->office, mui, &error));
  g_assert_no_error (error);
  proposal = bv_office_load (fixture->office, &bv_proposal_kind, mui, &error);
  {
    g_auto (GStrv) parts = g_strsplit (bv_record_get_text (proposal, "summary"), "; ", -1);
    g_assert_cmpuint (g_strv_length (parts), ==, 2);
  }
}

#define ADD(name, func) g_test_add ("/proposal-flow/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  ADD ("submit", test_submit);
  ADD ("submit-batch", test_submit_batch);
  ADD ("submit-refused", test_submit_refused);
  ADD ("promote", test_promote);
  ADD ("restore", test_restore);
  ADD ("reason", test_reason);
  ADD ("summary", test_summary);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
