/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be rewarded, on the sample office: facts as they stand in the file, what is set aside,
 * evidence left out, and the quota that takes only who may have its form. */
#include "config.h"

#include "../base/test-folder.h"
#include "bv-assessment.h"
#include "bv-history.h"
#include "bv-record.h"
#include "sample-office.h"

typedef struct
{
  BvOffice *office;
} Fixture;

#define IN_HAND "Chào mừng 79 năm ngành Ngoại giao"
#define YEARLY "Thi đua năm 2024"

static gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static gint64
find_movement (Fixture *fixture, const char *title)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM movement WHERE short_title = '%s'",
                                          title);

  return ask (fixture, sql);
}

static gint64
find_subject (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM person WHERE full_name = '%s' UNION ALL"
                                          " SELECT id FROM department WHERE name = '%s'",
                                          name,
                                          name);

  return ask (fixture, sql);
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

static BvAssessment *
assess (Fixture *fixture, const char *movement)
{
  g_autoptr (GError) error = NULL;
  BvAssessment *assessment = bv_assessment_load (
      fixture->office, find_movement (fixture, movement), &error);

  g_assert_no_error (error);
  return assessment;
}

static void
exec (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_database_exec (bv_office_get_database (fixture->office), sql, &error));
  g_assert_no_error (error);
}

/* The card of a candidacy: with its proposal when it has one. */
static BvEligibilityCard *
open_card (Fixture *fixture, BvAssessment *assessment, const char *name)
{
  g_autoptr (GArray) candidacies = bv_assessment_list_candidacies (assessment);
  gint64 id = find_subject (fixture, name);

  for (guint i = 0; i < candidacies->len; i++) {
    const BvCandidacy *candidacy = &g_array_index (candidacies, BvCandidacy, i);

    if (candidacy->subject_id == id)
      return bv_eligibility_book_open_card (bv_assessment_get_book (assessment),
                                            id,
                                            candidacy->award_form_id,
                                            candidacy->proposal_id);
  }
  g_assert_not_reached ();
}

static const BvEligibilityCardLine *
find_line (const BvEligibilityCard *card, BvEligibilityCheck check)
{
  for (guint i = 0; i < card->lines->len; i++) {
    const BvEligibilityCardLine *line = &g_array_index (card->lines, BvEligibilityCardLine, i);

    if (line->line->check == check)
      return line;
  }
  g_assert_not_reached ();
}

static void
check_line (Fixture *fixture,
            BvAssessment *assessment,
            const char *name,
            BvEligibilityCheck check,
            BvEligibilityResult result,
            const char *part)
{
  g_autoptr (BvEligibilityCard) card = open_card (fixture, assessment, name);
  const BvEligibilityLine *line = find_line (card, check)->line;

  g_test_message ("%s: %s", name, line->fact);
  g_assert_cmpint (line->result, ==, result);
  g_assert_nonnull (strstr (line->fact, part));
}

static void
test_movement (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    BvEligibilityCheck check;
    BvEligibilityResult result;
    const char *part;
  } vectors[] = {
    { "Lý Văn Thắng", BV_CHECK_RESTRICTION, BV_ELIGIBILITY_BLOCKED, "83/QĐ-SNgV" },
    { "Lộc Văn Toản", BV_CHECK_RESTRICTION, BV_ELIGIBILITY_BLOCKED, "10/08/2024" },
    { "Triệu Thị Mùi", BV_CHECK_RESTRICTION, BV_ELIGIBILITY_PASSED, "none" },
    { "Lương Tuấn Kiệt", BV_CHECK_DISCIPLINE, BV_ELIGIBILITY_WARNED, "is left out" },
    { "Nông Thị Nết", BV_CHECK_PLEDGE, BV_ELIGIBILITY_BLOCKED, "no registration" },
    { "Phùng Thị Thu Hà", BV_CHECK_MONTHS, BV_ELIGIBILITY_WARNED, "1 months" },
    { "Hứa Văn Bằng", BV_CHECK_ABSENCE, BV_ELIGIBILITY_WARNED, "44 working days" },
    { "Đàm Thị Lan Anh", BV_CHECK_ABSENCE, BV_ELIGIBILITY_PASSED, "is not counted" },
    { "Nông Văn Đạt", BV_CHECK_USED, BV_ELIGIBILITY_BLOCKED, "to-gap-canh-bao" },
    { "Lành Văn Quyết", BV_CHECK_USED, BV_ELIGIBILITY_BLOCKED, "96/QĐ-SNgV" },
    { "Hoàng Văn Tài", BV_CHECK_HEAD, BV_ELIGIBILITY_WARNED, "is not proposed" },
  };
  g_autoptr (BvAssessment) assessment = assess (fixture, IN_HAND);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    check_line (
        fixture, assessment, vectors[i].name, vectors[i].check, vectors[i].result, vectors[i].part);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    BvEligibilityCheck check;
    BvEligibilityResult result;
    const char *part;
  } vectors[] = {
    { "Hoàng Thị Bích Thảo", BV_CHECK_CHAIN, BV_ELIGIBILITY_PASSED, "2021, 2022, 2023" },
    { "Hoàng Văn Tài", BV_CHECK_CHAIN, BV_ELIGIBILITY_BLOCKED, "2021, 2023" },
    { "Vi Đức Thịnh", BV_CHECK_CHAIN, BV_ELIGIBILITY_PASSED, "2020, 2023" },
    { "Triệu Thị Mùi", BV_CHECK_FIGHTER_STANDARD, BV_ELIGIBILITY_BLOCKED, "no initiative" },
    { "Nông Văn Đạt", BV_CHECK_THEME_GROUND, BV_ELIGIBILITY_BLOCKED, "166/QĐ-SNgV" },
    { "Nông Văn Đạt", BV_CHECK_LOWER_FORM, BV_ELIGIBILITY_PASSED, "no condition" },
    { "Tổ Thông tin đối ngoại", BV_CHECK_DISSOLVED, BV_ELIGIBILITY_BLOCKED, "01/07/2024" },
  };
  g_autoptr (BvAssessment) assessment = assess (fixture, YEARLY);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    check_line (
        fixture, assessment, vectors[i].name, vectors[i].check, vectors[i].result, vectors[i].part);
}

/* A block that somebody set aside is seen on the card, and blocks no more. */
static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) before = assess (fixture, IN_HAND);
  g_autoptr (BvEligibilityCard) card = open_card (fixture, before, "Lộc Văn Toản");
  const BvEligibilityCardLine *line = find_line (card, BV_CHECK_RESTRICTION);
  g_autoptr (BvAssessment) after = NULL;
  g_autoptr (BvEligibilityCard) blocked = NULL;

  g_assert_cmpint (line->line->result, ==, BV_ELIGIBILITY_BLOCKED);
  g_assert_nonnull (line->override);
  g_assert_cmpstr (line->override->document_number, ==, "45/TB-TTr");
  g_assert_cmpuint (card->verdict.n_set_aside, ==, 1);
  g_assert_cmpint (card->verdict.result, <, BV_ELIGIBILITY_BLOCKED);
  g_assert_cmpstr (bv_eligibility_verdict_label (&card->verdict), ==, "Exception");
  exec (fixture, "DELETE FROM eligibility_override");
  after = assess (fixture, IN_HAND);
  blocked = open_card (fixture, after, "Lộc Văn Toản");
  g_assert_cmpint (blocked->verdict.result, ==, BV_ELIGIBILITY_BLOCKED);
  g_assert_cmpuint (blocked->verdict.n_set_aside, ==, 0);
}

static const BvAssessed *
find_assessed (Fixture *fixture, BvAssessment *assessment, const char *name)
{
  gint64 id = find_subject (fixture, name);

  for (guint i = 0; i < bv_assessment_get_n_subjects (assessment); i++)
    if (bv_assessment_get_subject (assessment, i)->subject_id == id)
      return bv_assessment_get_subject (assessment, i);
  g_assert_not_reached ();
}

/* What was achieved before the end of a discipline counts no points. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) with = NULL;
  g_autoptr (BvAssessment) without = NULL;
  const BvAssessed *disciplined, *free;

  /* evidence is what counts here, not what the members of the council gave */
  exec (fixture, "UPDATE movement SET member_sheets = 0");
  with = assess (fixture, IN_HAND);
  disciplined = find_assessed (fixture, with, "Lương Tuấn Kiệt");
  exec (fixture, "DELETE FROM restriction");
  exec (fixture, "UPDATE person SET status = 'working' WHERE status = 'discipline'");
  without = assess (fixture, IN_HAND);
  free = find_assessed (fixture, without, "Lương Tuấn Kiệt");
  g_assert_cmpuint (free->n_verified, ==, disciplined->n_verified + 1);
  g_assert_true (bv_fraction_compare (free->total.total, disciplined->total.total) > 0);
  g_assert_true (find_assessed (fixture, without, "Lý Văn Thắng")->eligible);
  g_assert_false (find_assessed (fixture, with, "Lý Văn Thắng")->eligible);
}

/* The first of the list loses the place of the form when a case is opened, and the next one has
 * it. */
static void
test_quota (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) before = assess (fixture, IN_HAND);
  guint n;
  const guint *ranked = bv_assessment_get_ranked (before, BV_RANK_COLLECTIVES, &n);
  gint64 first = bv_assessment_get_subject (before, ranked[0])->subject_id;
  gint64 third = bv_assessment_get_subject (before, ranked[2])->subject_id;
  g_autoptr (BvRecord) restriction = bv_record_new (&bv_restriction_kind);
  g_autoptr (BvAssessment) after = NULL;
  g_autoptr (GError) error = NULL;
  const BvQuotaLine *line;

  bv_record_set_integer (restriction, "subject_id", first);
  bv_record_set_text (restriction, "type", "investigated");
  bv_record_set_text (restriction, "from_on", "2024-09-01");
  g_assert_true (bv_office_save (fixture->office, restriction, &error));
  after = assess (fixture, IN_HAND);
  line = bv_assessment_get_quota (after, 0);
  g_assert_cmpint (line->list, ==, BV_RANK_COLLECTIVES);
  g_assert_cmpint (line->outcomes[0], ==, BV_QUOTA_NOT_ELIGIBLE);
  g_assert_cmpint (bv_assessment_get_subject (after, line->subjects[2])->subject_id, ==, third);
  g_assert_cmpint (line->outcomes[2], ==, BV_QUOTA_TAKEN);
  g_assert_nonnull (bv_assessment_get_subject (after, line->subjects[0])->blocked);
}

/* Awards that came from this movement's own proposals are no second use of the achievements. */
static void
test_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) assessment = assess (fixture, "Chào mừng 78 năm ngành Ngoại giao");
  BvEligibilityBook *book = bv_assessment_get_book (assessment);
  g_autoptr (GArray) proposals = bv_eligibility_book_list_proposals (book);
  guint n_awarded = 0;

  for (guint i = 0; i < proposals->len; i++) {
    const BvCandidacy *one = &g_array_index (proposals, BvCandidacy, i);
    g_autofree char *sql = g_strdup_printf (
        "SELECT count (*) FROM award WHERE proposal_id = %" G_GINT64_FORMAT, one->proposal_id);
    BvEligibilityVerdict verdict = bv_eligibility_book_judge_proposal (book, one->proposal_id);

    if (ask (fixture, sql) == 0)
      continue;
    g_assert_cmpint (verdict.result, <, BV_ELIGIBILITY_BLOCKED);
    n_awarded++;
  }
  g_assert_cmpuint (n_awarded, >, 0);
}

/* Post and department are those of the closing date; the card says when today's differ. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvAssessment) before = assess (fixture, IN_HAND);
  g_autoptr (BvEligibilityCard) same = open_card (fixture, before, "Triệu Thị Mùi");
  g_autoptr (BvAssessment) after = NULL;
  g_autoptr (BvEligibilityCard) moved = NULL;

  g_assert_null (same->place_now);
  exec (fixture,
        "UPDATE person SET job_title = 'Phó Trưởng phòng' WHERE full_name = 'Triệu Thị Mùi'");
  exec (fixture,
        "INSERT INTO posting (id, person_id, department_id, job_title, is_leader, from_on)"
        " SELECT 1, id, department_id, 'Chuyên viên', 0, '2020-01-01' FROM person"
        " WHERE full_name = 'Triệu Thị Mùi'"
        " AND NOT EXISTS (SELECT 1 FROM posting WHERE person_id = person.id)");
  after = assess (fixture, IN_HAND);
  moved = open_card (fixture, after, "Triệu Thị Mùi");
  g_assert_nonnull (strstr (moved->place, "Chuyên viên"));
  g_assert_nonnull (strstr (moved->place_now, "Phó Trưởng phòng"));
}

/* Who heads a unit is what the posting says; only without it the position does. */
static void
test_head (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    BvEligibilityResult result;
  } cases[] = {
    { "UPDATE posting SET unit_place = NULL", BV_ELIGIBILITY_WARNED },
    { "UPDATE posting SET unit_place = 'deputy'", BV_ELIGIBILITY_NOT_TESTED },
    { "UPDATE posting SET job_title = 'Phó Trưởng phòng'", BV_ELIGIBILITY_NOT_TESTED },
    { "UPDATE posting SET unit_place = 'head'", BV_ELIGIBILITY_WARNED },
    { "UPDATE posting SET unit_place = NULL", BV_ELIGIBILITY_NOT_TESTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (BvAssessment) assessment = NULL;
    g_autoptr (BvEligibilityCard) card = NULL;
    BvEligibilityResult result = BV_ELIGIBILITY_NOT_TESTED;

    exec (fixture, cases[i].sql);
    assessment = assess (fixture, IN_HAND);
    card = open_card (fixture, assessment, "Hoàng Văn Tài");
    for (guint j = 0; j < card->lines->len; j++) {
      const BvEligibilityLine *line = g_array_index (card->lines, BvEligibilityCardLine, j).line;

      if (line->check == BV_CHECK_HEAD)
        result = line->result;
    }
    g_assert_cmpint (result, ==, cases[i].result);
  }
}

static void
note_failures (Fixture *fixture, gint64 movement_id, gboolean failed[BV_N_CHECKS])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAssessment) assessment = bv_assessment_load (fixture->office, movement_id, &error);
  g_autoptr (GArray) candidacies = NULL;

  g_assert_no_error (error);
  candidacies = bv_assessment_list_candidacies (assessment);
  for (guint i = 0; i < candidacies->len; i++) {
    const BvCandidacy *candidacy = &g_array_index (candidacies, BvCandidacy, i);
    g_autoptr (BvEligibilityCard) card = bv_eligibility_book_open_card (
        bv_assessment_get_book (assessment),
        candidacy->subject_id,
        candidacy->award_form_id,
        candidacy->proposal_id);

    for (guint j = 0; j < card->lines->len; j++) {
      const BvEligibilityCardLine *line = &g_array_index (card->lines, BvEligibilityCardLine, j);
      failed[line->line->check] |= line->line->result > BV_ELIGIBILITY_UNKNOWN;
    }
  }
}

/* Whoever opens the sample sees each condition fail once; that a lower form was held before is no
 * condition, and cannot. */
static void
test_every_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvStatement) movements = bv_database_prepare (
      bv_office_get_database (fixture->office), "SELECT id FROM movement", NULL);
  g_autoptr (BvStatement) overrides = bv_database_prepare (
      bv_office_get_database (fixture->office),
      "SELECT check_name FROM eligibility_override",
      NULL);
  gboolean failed[BV_N_CHECKS] = { FALSE };

  while (bv_statement_step (movements, NULL) == BV_STEP_ROW)
    note_failures (fixture, bv_statement_get_integer (movements, 0), failed);
  for (guint i = 0; i < BV_N_CHECKS; i++) {
    if (!failed[i])
      g_test_message ("passes everywhere: %s", bv_eligibility_check_name ((BvEligibilityCheck) i));
    g_assert_true (failed[i] || i == BV_CHECK_LOWER_FORM);
  }
  while (bv_statement_step (overrides, NULL) == BV_STEP_ROW)
    g_assert_cmpint (
        bv_eligibility_find_check (bv_statement_get_text (overrides, 0)), !=, BV_N_CHECKS);
}

#define ADD(name, func) g_test_add ("/eligibility/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  ADD ("movement", test_movement);
  ADD ("titles", test_titles);
  ADD ("set-aside", test_set_aside);
  ADD ("left-out", test_left_out);
  ADD ("quota", test_quota);
  ADD ("decided", test_decided);
  ADD ("place", test_place);
  ADD ("head", test_head);
  ADD ("every-check", test_every_check);
  status = g_test_run ();
  test_folder_remove ();
  return status;
}
