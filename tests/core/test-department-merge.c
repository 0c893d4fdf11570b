/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Departments that become another one, or get another name: what lists of days before say stays. */
#include "config.h"

#include "bv-date.h"
#include "bv-department-merge.h"
#include "bv-history.h"
#include "bv-posting-sql.h"
#include "bv-record.h"
#include "test-folder.h"

#define N_TRIALS 120
#define N_DEPARTMENTS 5
#define N_PEOPLE 24

static BvOffice *office;
static gint64 departments[N_DEPARTMENTS];

static gint64
save (BvRecord *taken)
{
  g_autoptr (BvRecord) record = taken;
  g_autoptr (GError) error = NULL;

  bv_office_save (office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static void
set_text (BvRecord *record, const char *field, const char *text)
{
  if (text)
    bv_record_set_text (record, field, text);
}

static gint64
add_department (const char *name)
{
  BvRecord *department = bv_record_new (&bv_department_kind);

  bv_record_set_text (department, "name", name);
  return save (department);
}

static gint64
add_person (const char *name, gint64 department, const char *joined, const char *left)
{
  BvRecord *person = bv_record_new (&bv_person_kind);

  bv_record_set_text (person, "full_name", name);
  bv_record_set_integer (person, "department_id", department);
  bv_record_set_text (person, "job_title", "Chuyên viên");
  set_text (person, "joined_on", joined);
  if (left) {
    bv_record_set_text (person, "left_on", left);
    bv_record_set_text (person, "status", "left");
  }
  return save (person);
}

static void
add_posting (gint64 person, gint64 department, const char *from, const char *to)
{
  BvRecord *posting = bv_record_new (&bv_posting_kind);

  bv_record_set_integer (posting, "person_id", person);
  bv_record_set_integer (posting, "department_id", department);
  bv_record_set_text (posting, "job_title", "Phó Trưởng phòng");
  bv_record_set_integer (posting, "is_leader", 1);
  bv_record_set_text (posting, "from_on", from);
  set_text (posting, "to_on", to);
  save (posting);
}

static gint64
add_movement (const char *title, const char *start, const char *end, const char *status)
{
  BvRecord *movement = bv_record_new (&bv_movement_kind);

  bv_record_set_text (movement, "title", title);
  bv_record_set_text (movement, "start_on", start);
  bv_record_set_text (movement, "end_on", end);
  bv_record_set_text (movement, "status", status);
  return save (movement);
}

/* Everything a merger may touch. */
static char *
dump (void)
{
  static const char *const sqls[] = {
    "SELECT group_concat (id || '|' || name || '|' || coalesce (short_name, '') || '|'"
    " || coalesce (founded_on, '') || '|' || coalesce (dissolved_on, '') || '|'"
    " || coalesce (successor_id, '')) FROM (SELECT * FROM department ORDER BY id)",
    "SELECT group_concat (id || '|' || coalesce (department_id, '') || '|' || job_title)"
    " FROM (SELECT * FROM person ORDER BY id)",
    "SELECT group_concat (id || '|' || person_id || '|' || coalesce (department_id, '') || '|'"
    " || from_on || '|' || coalesce (to_on, '') || '|' || coalesce (document_number, ''))"
    " FROM (SELECT * FROM posting ORDER BY id)",
    "SELECT coalesce (group_concat (id || '|' || name || '|' || until_on), '') FROM former_name",
  };
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = bv_database_query_text (
        bv_office_get_database (office), sqls[i], &error);

    g_assert_no_error (error);
    g_string_append_printf (all, "%s\n", text);
  }
  return g_string_free (all, FALSE);
}

#define POSTING BV_SQL_POSTING_ON ("p.id", "?2")

/* "department|position|leads" of @person on @day, as lists ask for it. */
static char *
dup_post (gint64 person, const char *day)
{
  g_autoptr (BvStatement) row = bv_database_prepare (
      bv_office_get_database (office),
      "SELECT coalesce (" BV_SQL_POST_DEPARTMENT ", 0) || '|' || " BV_SQL_POST_TITLE
      " || '|' || coalesce (" BV_SQL_POST_LEADS ", 0) FROM person p"
      " LEFT JOIN posting o ON o.id = " POSTING " WHERE p.id = ?1",
      NULL);

  bv_statement_bind_integer (row, 1, person);
  bv_statement_bind_text (row, 2, day);
  g_assert_true (bv_statement_step (row, NULL) == BV_STEP_ROW);
  return g_strdup (bv_statement_get_text (row, 0));
}

static void
assert_department (gint64 person, const char *day, gint64 department)
{
  g_autofree char *post = dup_post (person, day);

  g_assert_cmpint (g_ascii_strtoll (post, NULL, 10), ==, department);
}

static BvRecord *
make_target (const char *name)
{
  BvRecord *target = bv_record_new (&bv_department_kind);

  bv_record_set_text (target, "name", name);
  return target;
}

static void
open_office (void)
{
  g_autofree char *path = g_build_filename (test_folder, "a.bangvang", NULL);
  g_autoptr (GError) error = NULL;
  static const char *const names[] = { "Phòng A", "Phòng B", "Phòng C", "Phòng D", "Văn phòng" };

  g_unlink (path);
  office = bv_office_create (path, "Sở", NULL, NULL, NULL, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_DEPARTMENTS; i++)
    departments[i] = add_department (names[i]);
}

static void
close_office (void)
{
  g_assert_true (bv_office_close (office, NULL));
  g_clear_object (&office);
}

/* Everybody who can be there: posted, without a posting, between two, elsewhere, gone. */
static void
test_people (void)
{
  g_autoptr (BvRecord) target = make_target ("Phòng Tổng hợp");
  const BvDepartmentMerge merge = { departments, 2, target, "2024-10-01", "12/QĐ" };
  gint64 posted, plain, unknown, between, seconded, gone, leaving, into;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL, *title = NULL;

  open_office ();
  add_movement ("Năm 2023", "2023-01-01", "2023-12-31", "closed");
  posted = add_person ("Đỗ An", departments[0], "2015-01-01", NULL);
  add_posting (posted, departments[0], "2015-01-01", NULL);
  plain = add_person ("Đỗ Bình", departments[0], "2018-03-01", NULL);
  unknown = add_person ("Đỗ Cường", departments[1], NULL, NULL);
  between = add_person ("Đỗ Dung", departments[1], "2010-01-01", NULL);
  add_posting (between, departments[2], "2010-01-01", "2019-12-31");
  seconded = add_person ("Đỗ Giang", departments[0], "2010-01-01", NULL);
  add_posting (seconded, departments[3], "2024-01-01", NULL);
  gone = add_person ("Đỗ Hà", departments[0], "2010-01-01", "2022-06-30");
  leaving = add_person ("Đỗ Khoa", departments[0], "2010-01-01", "2024-12-01");
  add_posting (leaving, departments[0], "2010-01-01", NULL);
  before = dump ();
  lines = bv_department_merge_describe (office, &merge, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      lines[0], ==, "From 01/10/2024 on, 6 people of Phòng A, Phòng B work in “Phòng Tổng hợp”.");
  g_assert_nonnull (strstr (lines[1], "2 of them lead"));
  g_assert_nonnull (strstr (lines[2], "4 people without a posting"));
  g_assert_nonnull (strstr (lines[4], "1 movement that ended before 01/10/2024"));
  into = bv_department_merge_apply (office, &merge, &error);
  g_assert_no_error (error);
  after = dump ();
  assert_department (posted, "2024-09-30", departments[0]);
  assert_department (posted, "2024-10-01", into);
  assert_department (plain, "2018-03-01", departments[0]);
  assert_department (plain, "2024-09-30", departments[0]);
  assert_department (plain, "2030-01-01", into);
  assert_department (unknown, "2023-01-01", departments[1]);
  assert_department (unknown, "2024-10-01", into);
  assert_department (between, "2015-05-05", departments[2]);
  assert_department (between, "2020-01-01", departments[1]);
  assert_department (between, "2024-10-01", into);
  assert_department (seconded, "2023-12-31", departments[0]);
  assert_department (seconded, "2024-10-01", departments[3]);
  assert_department (gone, "2021-01-01", departments[0]);
  assert_department (gone, "2024-10-01", departments[0]);
  assert_department (leaving, "2024-10-01", into);
  title = bv_history_dup_undo_title (bv_office_get_history (office));
  g_assert_cmpstr (title, ==, "Merge Phòng A, Phòng B into Phòng Tổng hợp");
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  undone = dump ();
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (bv_history_redo (bv_office_get_history (office), &error));
  redone = dump ();
  g_assert_cmpstr (redone, ==, after);
  close_office ();
}

static void
assert_refused (const BvDepartmentMerge *merge, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump ();
  g_autofree char *after = NULL;

  g_assert_cmpint (bv_department_merge_apply (office, merge, &error), ==, 0);
  g_assert_nonnull (error);
  if (!strstr (error->message, words))
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  after = dump ();
  g_assert_cmpstr (after, ==, before);
}

static void
test_refusals (void)
{
  g_autoptr (BvRecord) target = make_target ("Phòng Mới");
  g_autoptr (BvRecord) same = make_target ("Phòng A");
  g_autoptr (BvRecord) taken = make_target ("Phòng C");
  g_autoptr (BvRecord) nameless = bv_record_new (&bv_department_kind);
  g_autoptr (BvRecord) first = NULL;
  g_autoptr (BvRecord) closed = NULL;
  g_autofree char *today = bv_date_today ();
  g_autofree char *tomorrow = bv_date_step (today, 1);
  gint64 person;

  open_office ();
  first = bv_office_load (office, &bv_department_kind, departments[0], NULL);
  closed = bv_office_load (office, &bv_department_kind, departments[3], NULL);
  bv_record_set_text (closed, "dissolved_on", "2020-01-01");
  g_assert_true (bv_office_save (office, closed, NULL));
  person = add_person ("Đỗ An", departments[1], NULL, NULL);
  add_posting (person, departments[1], "2024-11-01", NULL);
  add_movement ("Đợt thi đua", "2023-01-01", "2023-12-31", "closed");
  assert_refused (&(BvDepartmentMerge){ departments, 0, target, "2024-10-01" }, "Choose the dep");
  assert_refused (&(BvDepartmentMerge){ departments, 2, target, "" }, "Write the day");
  assert_refused (&(BvDepartmentMerge){ departments, 2, target, tomorrow }, "has not come yet");
  assert_refused (&(BvDepartmentMerge){ departments, 2, first, "2024-10-01" }, "into itself");
  assert_refused (&(BvDepartmentMerge){ departments, 4, target, "2024-10-01" },
                  "“Phòng D” was dis");
  assert_refused (&(BvDepartmentMerge){ departments, 1, closed, "2024-10-01" },
                  "“Phòng D” was dis");
  assert_refused (&(BvDepartmentMerge){ departments, 2, target, "2024-10-01" }, "from 01/11/2024");
  assert_refused (&(BvDepartmentMerge){ departments, 2, taken, "2024-12-01" }, "“Phòng C” already");
  assert_refused (&(BvDepartmentMerge){ departments, 1, same, "2024-12-01" }, "“Phòng A” already");
  assert_refused (&(BvDepartmentMerge){ departments, 2, nameless, "2024-12-01" },
                  "Department name");
  assert_refused (&(BvDepartmentMerge){ departments, 1, target, "2023-12-31" },
                  "settled with the departments as they were on 31/12/2023");
  close_office ();
}

/* One department under another name: it stays what it is, and old days say the old name. */
static void
test_rename (void)
{
  g_autoptr (BvRecord) target = make_target ("Phòng Biên giới");
  const BvDepartmentMerge merge = { departments, 1, target, "2024-10-01", NULL };
  g_autoptr (BvRecord) second = make_target ("Phòng Biên giới và lãnh thổ");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 a, b;

  open_office ();
  a = add_person ("Đỗ An", departments[0], NULL, NULL);
  b = add_person ("Đỗ An", departments[1], NULL, NULL);
  g_assert_cmpint (bv_department_merge_apply (office, &merge, &error), ==, departments[0]);
  g_assert_no_error (error);
  title = bv_history_dup_undo_title (bv_office_get_history (office));
  g_assert_cmpstr (title, ==, "Rename Phòng A: Phòng Biên giới");
  assert_refused (&(BvDepartmentMerge){ departments, 1, second, "2024-09-30" }, "after 30/09/2024");
  bv_department_merge_apply (
      office, &(BvDepartmentMerge){ departments, 1, second, "2025-03-01" }, &error);
  g_assert_no_error (error);
#define NAME(day) bv_office_get_name_on (office, &bv_department_kind, departments[0], day)
  g_assert_cmpstr (NAME ("2020-01-01"), ==, "Phòng A");
  g_assert_cmpstr (NAME ("2024-09-30"), ==, "Phòng A");
  g_assert_cmpstr (NAME ("2024-10-01"), ==, "Phòng Biên giới");
  g_assert_cmpstr (NAME ("2025-02-28"), ==, "Phòng Biên giới");
  g_assert_cmpstr (NAME ("2025-03-01"), ==, "Phòng Biên giới và lãnh thổ");
  g_assert_cmpstr (NAME (NULL), ==, "Phòng Biên giới và lãnh thổ");
#undef NAME
  g_assert_cmpstr (bv_office_get_subject_name_on (office, a, "2024-01-01"), ==, "Đỗ An (Phòng A)");
  g_assert_cmpstr (bv_office_get_subject_name (office, b), ==, "Đỗ An (Phòng B)");
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_cmpstr (bv_office_get_subject_name (office, a), ==, "Đỗ An (Phòng A)");
  close_office ();
}

/* Chance */

static char *
draw_day (GRand *random, int first_year, int last_year)
{
  return g_strdup_printf ("%d-%02d-%02d",
                          g_rand_int_range (random, first_year, last_year + 1),
                          g_rand_int_range (random, 1, 13),
                          g_rand_int_range (random, 1, 29));
}

static void
draw_person (GRand *random)
{
  g_autofree char *name = g_strdup_printf ("Đỗ %u", g_rand_int_range (random, 0, 1000));
  g_autofree char *joined = draw_day (random, 2012, 2024);
  g_autofree char *left = draw_day (random, 2012, 2024);
  gboolean gone = g_rand_int_range (random, 0, 5) == 0 && strcmp (left, joined) >= 0;
  gint64 person = add_person (name,
                              departments[g_rand_int_range (random, 0, N_DEPARTMENTS)],
                              g_rand_boolean (random) ? joined : NULL,
                              gone ? left : NULL);

  /* which of two that begin on one day counts is not said */
  for (int n = g_rand_int_range (random, 0, 5); n > 0; n--) {
    g_autofree char *from = draw_day (random, 2012 + 3 * n - 2, 2012 + 3 * n);
    g_autofree char *to = draw_day (random, 2012, 2026);
    gboolean open = g_rand_boolean (random) || strcmp (to, from) < 0;

    add_posting (
        person, departments[g_rand_int_range (random, 0, N_DEPARTMENTS)], from, open ? NULL : to);
  }
}

typedef struct
{
  gint64 person;
  char *day;
  char *post;
} Seen;

static void
clear_seen (gpointer data)
{
  Seen *seen = data;

  g_free (seen->day);
  g_free (seen->post);
}

/* Where people were on days of which lists speak: the movement began in 2012. */
static GArray *
look (GRand *random)
{
  g_autoptr (BvStatement) people = bv_database_prepare (
      bv_office_get_database (office), "SELECT id, coalesce (joined_on, '') FROM person", NULL);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Seen));

  g_array_set_clear_func (all, clear_seen);
  while (bv_statement_step (people, NULL) == BV_STEP_ROW)
    for (guint i = 0; i < 12; i++) {
      Seen seen = { bv_statement_get_integer (people, 0), draw_day (random, 2012, 2024), NULL };

      if (strcmp (seen.day, bv_statement_get_text (people, 1)) < 0) {
        g_free (seen.day);
        continue;
      }
      seen.post = dup_post (seen.person, seen.day);
      g_array_append_val (all, seen);
    }
  return all;
}

/* Before the day nothing differs; from it on the old departments are the new one, but for those who
 * had left. */
static void
assert_moved (GArray *all, const BvDepartmentMerge *merge, gint64 into)
{
  for (guint i = 0; i < all->len; i++) {
    const Seen *seen = &g_array_index (all, Seen, i);
    g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, seen->person, NULL);
    g_autofree char *post = dup_post (seen->person, seen->day);
    gint64 department = g_ascii_strtoll (seen->post, NULL, 10);
    gboolean gone = g_str_equal (bv_record_get_text (person, "status"), "left")
                    && strcmp (bv_record_get_text (person, "left_on"), merge->on) <= 0;
    g_autofree char *expected = NULL;

    for (guint j = 0; j < merge->n_departments; j++)
      if (department == merge->departments[j] && strcmp (seen->day, merge->on) >= 0 && !gone)
        department = into;
    expected = g_strdup_printf ("%" G_GINT64_FORMAT "%s", department, strchr (seen->post, '|'));
    g_assert_cmpstr (post, ==, expected);
  }
}

static guint
try_merge (GRand *random)
{
  g_autofree char *on = draw_day (random, 2023, 2025);
  guint first = g_rand_int_range (random, 0, N_DEPARTMENTS - 1);
  guint n = g_rand_int_range (random, 1, N_DEPARTMENTS - first);
  g_autoptr (BvRecord) there = bv_office_load (
      office, &bv_department_kind, departments[N_DEPARTMENTS - 1], NULL);
  g_autoptr (BvRecord) target = n > 1 && g_rand_boolean (random) ? make_target ("Phòng Chung")
                                                                 : g_object_ref (there);
  const BvDepartmentMerge merge = { departments + first, n, target, on, NULL };
  g_autofree char *before = dump ();
  g_autoptr (GArray) seen = look (random);
  g_autoptr (GError) error = NULL;
  gint64 into = bv_department_merge_apply (office, &merge, &error);
  g_autofree char *undone = NULL;

  if (into) {
    assert_moved (seen, &merge, into);
    g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
    g_assert_no_error (error);
  }
  undone = dump ();
  g_assert_cmpstr (undone, ==, before);
  return into ? 1 : 0;
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_done = 0;

  g_test_message ("seed %u", seed);
  open_office ();
  add_movement ("Đợt thi đua", "2012-01-01", "2012-12-31", "launched");
  for (guint i = 0; i < N_PEOPLE; i++)
    draw_person (random);
  for (guint i = 0; i < N_TRIALS; i++)
    n_done += try_merge (random);
  g_test_message ("%u of %u were done", n_done, N_TRIALS);
  g_assert_cmpuint (n_done, >, 0);
  close_office ();
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/department-merge/people", test_people);
  g_test_add_func ("/department-merge/refusals", test_refusals);
  g_test_add_func ("/department-merge/rename", test_rename);
  g_test_add_func ("/department-merge/random", test_random);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
