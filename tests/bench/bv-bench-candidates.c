/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices whose people are all candidates, scored and proposed. */
#include "config.h"

#include "bv-bench-candidates.h"

#include "bv-assessment.h"
#include "bv-bench.h"
#include "bv-council-session.h"

#include <glib/gstdio.h>

#define N_DEPARTMENTS 12
#define N_MEMBERS 9
#define PEOPLE_PER_LEADER 6

static const char collective_form[] = "Giấy khen của Giám đốc Sở (tập thể)";
static const char individual_form[] = "Giấy khen của Giám đốc Sở (cá nhân)";

static BvRecord *
load (BvBenchOffice *self, const BvKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  BvRecord *record = bv_office_load (self->office, kind, id, &error);

  g_assert_no_error (error);
  return record;
}

static gint64
query_id (BvBenchOffice *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  bv_database_query_integer (bv_office_get_database (self->office), sql, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GArray *
query_ids (BvBenchOffice *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), sql, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (bv_statement_step (rows, &error) == BV_STEP_ROW) {
    gint64 id = bv_statement_get_integer (rows, 0);

    g_array_append_val (ids, id);
  }
  g_assert_no_error (error);
  return ids;
}

/* Words that begin with @start and fill @n_letters. */
static char *
dup_letters (BvBenchOffice *self, const char *start, gsize n_letters)
{
  g_autoptr (GString) text = g_string_new (start);
  gsize length = (gsize) g_utf8_strlen (start, -1);

  while (length < n_letters) {
    g_autofree char *word = bv_bench_office_dup_words (self->random, 1);

    g_string_append_printf (text, " %s", word);
    length += 1 + (gsize) g_utf8_strlen (word, -1);
  }
  return g_utf8_substring (text->str, 0, (glong) n_letters);
}

static void
set_long (BvBenchOffice *self, BvRecord *record, const char *field, const char *start, gsize n)
{
  g_autofree char *text = dup_letters (self, start, n);

  bv_record_set_text (record, field, g_strchomp (text));
}

static BvRecord *
new_row (BvBenchOffice *self, const BvKind *kind)
{
  BvRecord *record = bv_record_new (kind);

  bv_record_set_integer (record, "movement_id", self->movement_id);
  return record;
}

static gint64
find_form (BvBenchOffice *self, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM award_form WHERE name = '%s'", name);

  return query_id (self, sql);
}

/* Texts */

static void
lengthen_office (BvBenchOffice *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) own = bv_office_get_own (self->office, &error);
  g_autoptr (BvRecord) movement = load (self, &bv_movement_kind, self->movement_id);

  g_assert_no_error (error);
  set_long (self, own, "superior", "Ủy ban nhân dân tỉnh", 60);
  set_long (self, own, "name", "Sở Ngoại vụ và Hợp tác quốc tế", 90);
  bv_record_set_text (own, "head_name", "Tiến sĩ Nguyễn Phúc Hoàng Vương Tôn Nữ Diễm Hương");
  bv_bench_office_save (self, own);
  set_long (self, movement, "title", "Phong trào thi đua", 900);
  bv_record_set_text (movement, "short_title", "Thi đua quý II/2024: đợt 1 \"nước rút\"");
  set_long (self, movement, "theme", "Đoàn kết, sáng tạo", 3900);
  set_long (self, movement, "legal_basis", "Căn cứ Luật", 7900);
  bv_bench_office_save (self, movement);
}

/* The first content counts evidence, the others are scored. */
static void
set_criteria (BvBenchOffice *self, gboolean lengthen)
{
  for (guint i = 0; i < self->criteria->len; i++) {
    g_autoptr (BvRecord) criterion = load (
        self, &bv_criterion_kind, g_array_index (self->criteria, gint64, i));

    if (lengthen)
      set_long (self, criterion, "title", "Nội dung", i % 2 ? 195 : 60);
    bv_record_set_integer (criterion, "from_evidence", i == 0);
    bv_bench_office_save (self, criterion);
  }
}

static GArray *
add_departments (BvBenchOffice *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_DEPARTMENTS; i++) {
    g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
    g_autofree char *start = g_strdup_printf ("Phòng Quản lý số %u về", i + 1);
    gint64 id;

    set_long (self, department, "name", start, i % 3 ? 90 : 195);
    bv_record_set_integer (department, "position", i + 10);
    id = bv_bench_office_save (self, department);
    g_array_append_val (ids, id);
  }
  return ids;
}

static void
lengthen_person (BvBenchOffice *self, guint index, gint64 department_id)
{
  g_autoptr (BvRecord) person = load (
      self, &bv_person_kind, g_array_index (self->subjects, gint64, index));
  g_autofree char *born = g_strdup_printf ("%u-06-15", 1965 + index % 35);

  set_long (self, person, "full_name", bv_record_get_text (person, "full_name"), 60);
  bv_record_set_text (person, "birth_date", born);
  bv_record_set_integer (person, "department_id", department_id);
  bv_record_set_integer (person, "is_leader", index % PEOPLE_PER_LEADER == 0);
  set_long (self, person, "job_title", index % PEOPLE_PER_LEADER ? "Chuyên viên" : "Trưởng", 80);
  bv_bench_office_save (self, person);
}

/* What was done, told at length, and proved by a paper with a long number. */
static void
add_achievement (BvBenchOffice *self, gint64 subject_id, guint turn)
{
  g_autoptr (BvRecord) row = bv_bench_office_new_row (self);

  bv_record_set_integer (row, "subject_id", subject_id);
  if (turn % 2 == 0)
    bv_record_set_integer (row, "criterion_id", g_array_index (self->criteria, gint64, 0));
  set_long (self, row, "title", "Tham mưu", turn % 10 ? 250 : 990);
  set_long (self, row, "document_number", "12345/BC-UBND-SNgV", turn % 10 ? 20 : 95);
  bv_record_set_text (row, "document_date", "2024-06-03");
  bv_record_set_text (row, "verified_by", "Hoàng Thị Bích Thảo, Phó Chánh Văn phòng Sở");
  bv_record_set_text (row, "status", "verified");
  bv_bench_office_save (self, row);
}

static void
add_score (
    BvBenchOffice *self, gint64 subject_id, guint criterion, const char *stage, gint64 points)
{
  g_autoptr (BvRecord) score = new_row (self, &bv_score_kind);

  bv_record_set_integer (score, "subject_id", subject_id);
  bv_record_set_integer (score, "criterion_id", g_array_index (self->criteria, gint64, criterion));
  bv_record_set_text (score, "stage", stage);
  bv_record_set_integer (score, "points", points);
  if (!g_str_equal (stage, "self"))
    set_long (self, score, "reason", "Chấm lại vì", criterion == 3 ? 490 : 60);
  bv_bench_office_save (self, score);
}

/* A few marks in whole points, so that many share a rank. */
static void
add_scores (BvBenchOffice *self, gint64 subject_id, guint turn)
{
  for (guint i = 1; i < self->criteria->len; i++) {
    gint64 points = 2000 - 100 * (gint64) ((turn + i) % 5);

    add_score (self, subject_id, i, "self", 2000);
    if ((turn + i) % 5)
      add_score (self, subject_id, i, "office", points);
    if (turn % 50 == 1)
      add_score (self, subject_id, i, "council", points - 50);
  }
}

static void
add_pledge (BvBenchOffice *self, gint64 subject_id)
{
  g_autoptr (BvRecord) pledge = new_row (self, &bv_pledge_kind);

  bv_record_set_integer (pledge, "subject_id", subject_id);
  bv_record_set_integer (pledge, "criterion_id", g_array_index (self->criteria, gint64, 0));
  set_long (self, pledge, "commitment", "Hoàn thành", 200);
  bv_bench_office_save (self, pledge);
}

static void
lengthen_candidates (BvBenchOffice *self)
{
  g_autoptr (GArray) departments = add_departments (self);

  for (guint i = 0; i < self->subjects->len; i++) {
    gint64 subject_id = g_array_index (self->subjects, gint64, i);

    lengthen_person (self, i, g_array_index (departments, gint64, i % N_DEPARTMENTS));
    add_achievement (self, subject_id, 2 * i);
    add_achievement (self, subject_id, 2 * i + 1);
    add_scores (self, subject_id, i);
  }
  for (guint i = 0; i < departments->len; i++) {
    gint64 id = g_array_index (departments, gint64, i);

    add_pledge (self, id);
    add_achievement (self, id, 2 * i);
    add_scores (self, id, i);
  }
}

/* Proposals */

static void
add_quota (BvBenchOffice *self,
           const char *list,
           const char *form,
           guint precedence,
           gint64 percent,
           gint64 base)
{
  g_autoptr (BvRecord) quota = new_row (self, &bv_quota_kind);

  bv_record_set_integer (quota, "award_form_id", find_form (self, form));
  bv_record_set_text (quota, "list", list);
  bv_record_set_integer (quota, "precedence", precedence);
  bv_record_set_integer (quota, "percent", percent);
  bv_record_set_integer (quota, "base", base);
  set_long (self, quota, "base_note", "Số người có mặt tại", 190);
  bv_bench_office_save (self, quota);
}

static void
propose (BvBenchOffice *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvAssessment) assessment = bv_assessment_load (
      self->office, self->movement_id, &error);

  g_assert_no_error (error);
  bv_assessment_propose (assessment, FALSE, &error);
  g_assert_no_error (error);
}

static void
lengthen_proposals (BvBenchOffice *self)
{
  g_autoptr (GArray) ids = query_ids (self, "SELECT id FROM proposal ORDER BY position, id");

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) proposal = load (self, &bv_proposal_kind, g_array_index (ids, gint64, i));

    set_long (self, proposal, "summary", "Hoàn thành xuất sắc", i % 20 ? 2000 : 3990);
    if (i % 3 == 0)
      set_long (self, proposal, "note", "Đề nghị Hội đồng xem xét", i % 9 ? 120 : 900);
    if (i % 4 == 0)
      set_long (self, proposal, "grounds", "Biên bản số 12/BB-SNgV", 300);
    bv_bench_office_save (self, proposal);
  }
}

static void
add_override (BvBenchOffice *self, guint index)
{
  gint64 subject_id = g_array_index (self->subjects, gint64, index);
  g_autoptr (BvRecord) restriction = bv_record_new (&bv_restriction_kind);
  g_autoptr (BvRecord) override = new_row (self, &bv_eligibility_override_kind);

  bv_record_set_integer (restriction, "subject_id", subject_id);
  bv_record_set_text (restriction, "type", "complaint");
  bv_record_set_text (restriction, "from_on", "2024-05-01");
  set_long (self, restriction, "note", "Có đơn", 400);
  bv_bench_office_save (self, restriction);
  bv_record_set_integer (override, "subject_id", subject_id);
  bv_record_set_integer (override, "award_form_id", find_form (self, individual_form));
  bv_record_set_text (override, "check_name", "restriction");
  bv_record_set_text (override, "decided_by", "Nguyễn Phúc Hoàng, Giám đốc Sở");
  set_long (self, override, "reason", "Thanh tra kết luận", 1900);
  bv_record_set_text (override, "document_number", "45/TB-TTr");
  bv_record_set_text (override, "decided_on", "2024-12-20");
  bv_bench_office_save (self, override);
}

/* The council */

static gint64
add_council (BvBenchOffice *self)
{
  g_autoptr (BvRecord) council = bv_record_new (&bv_council_kind);
  gint64 id;

  set_long (self, council, "name", "Hội đồng Thi đua - Khen thưởng", 150);
  bv_record_set_text (council, "from_on", "2024-01-01");
  id = bv_bench_office_save (self, council);
  for (guint i = 0; i < N_MEMBERS; i++) {
    g_autoptr (BvRecord) member = bv_record_new (&bv_council_member_kind);

    bv_record_set_integer (member, "council_id", id);
    bv_record_set_integer (member, "position", i + 1);
    set_long (self, member, "full_name", "Hoàng Phủ Ngọc", 60);
    bv_record_set_text (member, "role", i ? "member" : "chair");
    bv_bench_office_save (self, member);
  }
  return id;
}

static void
vote (BvCouncilSession *session, guint entry)
{
  guint n = bv_council_session_get_n_lines (session);
  g_autofree BvBallotCount *counts = g_new0 (BvBallotCount, n);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    counts[i] = (BvBallotCount){ N_MEMBERS - i % 4, i % 4, 0, 0 };
  bv_council_session_record (
      session, entry, &(BvBallotBox){ N_MEMBERS, N_MEMBERS, 0, 0 }, counts, &error);
  g_assert_no_error (error);
}

static void
hold_session (BvBenchOffice *self)
{
  g_autoptr (BvRecord) record = new_row (self, &bv_session_kind);
  gint64 id;

  bv_record_set_integer (record, "council_id", add_council (self));
  set_long (self, record, "title", "Phiên họp xét khen thưởng", 290);
  bv_record_set_text (record, "held_on", "2024-12-28");
  bv_record_set_text (record, "status", "voting");
  id = bv_bench_office_save (self, record);
  for (int step = -1; step <= BV_N_ENTRIES; step++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BvCouncilSession) session = bv_council_session_load (self->office, id, &error);

    g_assert_no_error (error);
    if (step < 0)
      bv_council_session_prepare (session, &error);
    else if (step < BV_N_ENTRIES)
      vote (session, (guint) step);
    else
      bv_council_session_seal (session, &error);
    g_assert_no_error (error);
  }
}

static void
add_plain (BvBenchOffice *self, gint64 subject_id)
{
  g_autoptr (BvRecord) row = bv_bench_office_new_row (self);

  bv_record_set_integer (row, "subject_id", subject_id);
  bv_record_set_integer (row, "criterion_id", g_array_index (self->criteria, gint64, 0));
  bv_record_set_text (row, "status", "verified");
  bv_bench_office_save (self, row);
  for (guint i = 1; i < self->criteria->len; i++)
    for (guint stage = 0; stage < 2; stage++)
      add_score (self,
                 subject_id,
                 i,
                 stage ? "office" : "self",
                 g_rand_int_range (self->random, 10, 21) * 100);
}

void
bv_bench_candidates_make (const char *path, guint n_people)
{
  g_autoptr (BvBenchOffice) self = bv_bench_office_found (path, n_people);

  bv_bench_office_begin (self);
  set_criteria (self, FALSE);
  for (guint i = 0; i < n_people; i++)
    add_plain (self, g_array_index (self->subjects, gint64, i));
  add_quota (self, "staff", individual_form, 1, 10000, n_people);
  bv_bench_office_commit (self);
  propose (self);
}

char *
bv_bench_candidates_dup_path (guint n_people)
{
  g_autofree char *folder = bv_bench_dup_folder ();
  g_autofree char *name = g_strdup_printf ("candidates-%u" BV_OFFICE_EXTENSION, n_people);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_remove (unfinished);
  bv_bench_candidates_make (unfinished, n_people);
  g_assert_cmpint (g_rename (unfinished, path), ==, 0);
  return g_steal_pointer (&path);
}

void
bv_bench_candidates_make_long (const char *path, guint n_people)
{
  g_autoptr (BvBenchOffice) self = bv_bench_office_found (path, n_people);
  gint64 n_leaders = (n_people + PEOPLE_PER_LEADER - 1) / PEOPLE_PER_LEADER;

  bv_bench_office_begin (self);
  lengthen_office (self);
  set_criteria (self, TRUE);
  lengthen_candidates (self);
  add_override (self, 1);
  add_override (self, PEOPLE_PER_LEADER);
  add_quota (self, "collectives", collective_form, 1, 5000, N_DEPARTMENTS);
  add_quota (self, "leaders", individual_form, 2, 7000, n_leaders);
  add_quota (self, "staff", individual_form, 3, 9300, n_people - n_leaders);
  bv_bench_office_commit (self);
  propose (self);
  bv_bench_office_begin (self);
  lengthen_proposals (self);
  bv_bench_office_commit (self);
  hold_session (self);
}
