/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows a query gives: periods, rows of one person, rows that nothing proves; and how SQLite
 * finds them. */
#include "config.h"

#include "bv-attachment.h"
#include "bv-authorship.h"
#include "bv-history.h"
#include "bv-query-private.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-store.h"
#include "test-folder.h"

#define N_ROWS 1500 /* more than are sorted one by one */
#define N_STEPS 300
#define N_BULKY 400 /* of the longest texts: more than is read of the log at a time */

typedef struct
{
  BvOffice *office;
  gint64 movement, department, criterion;
} Fixture;

static gint64
save (Fixture *fixture, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add (Fixture *fixture, const char *title, const char *day, const char *document)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_achievement_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "subject_id", fixture->department);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  bv_record_set_text (record, "title", title);
  bv_record_set_text (record, "achieved_on", day);
  bv_record_set_text (record, "document_number", document);
  return save (fixture, record);
}

static void
rename_row (Fixture *fixture, gint64 id, const char *title)
{
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_achievement_kind, id, NULL);

  bv_record_set_text (record, "title", title);
  save (fixture, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  path = test_folder_path ("sở.bangvang");
  fixture->office = bv_office_create (
      path, "Sở Thử", NULL, NULL, NULL, "Hà", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_record_set_text (department, "name", "Phòng A");
  fixture->department = save (fixture, department);
  bv_record_set_text (movement, "title", "Phong trào thử");
  fixture->movement = save (fixture, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 1000);
  fixture->criterion = save (fixture, criterion);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_assert_finalize_object (fixture->office);
  test_folder_remove ();
}

static BvQuery *
make_query (Fixture *fixture)
{
  BvQuery *query = bv_query_new (&bv_achievement_kind);

  query->movement_id = fixture->movement;
  return query;
}

/* The titles that @query gives, joined; the count has to agree. */
static void
assert_titles (Fixture *fixture, const BvQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bv_query_run (query, fixture->office, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) record = bv_office_load (
        fixture->office, &bv_achievement_kind, g_array_index (ids, gint64, i), NULL);

    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", bv_record_get_text (record, "title"));
  }
  g_assert_cmpstr (titles->str, ==, expected);
  g_assert_cmpint (bv_query_count (query, fixture->office, NULL), ==, ids->len);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvQuery) query = make_query (fixture);
  const BvField *day = bv_kind_find_field (&bv_achievement_kind, "achieved_on");
  g_auto (BvValue) other = BV_VALUE_INIT;

  add (fixture, "a", "2024-05-31", NULL);
  add (fixture, "b", "2024-06-01", NULL);
  add (fixture, "c", "2024-06-30", NULL);
  add (fixture, "d", "2024-07-01", NULL);
  add (fixture, "e", NULL, NULL);
  bv_query_set_range (query, day, "2024-06-01", "2024-06-30");
  assert_titles (fixture, query, "c b");
  g_assert_cmpuint (bv_query_count_conditions (query), ==, 1);
  bv_query_set_range (query, day, "2024-06-30", NULL);
  assert_titles (fixture, query, "d c");
  bv_query_set_range (query, day, NULL, "2024-06-01");
  assert_titles (fixture, query, "b a");
  /* beside another filter, whose value must not slip into the range */
  bv_value_set_integer (&other, fixture->criterion);
  bv_query_set_filter (query, bv_kind_find_field (&bv_achievement_kind, "criterion_id"), &other);
  assert_titles (fixture, query, "b a");
  bv_query_set_range (query, day, NULL, NULL);
  g_assert_cmpuint (bv_query_count_conditions (query), ==, 1);
  assert_titles (fixture, query, "d c b a e");
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvQuery) query = make_query (fixture);
  BvHistory *history = bv_office_get_history (fixture->office);
  gint64 first = add (fixture, "a", "2024-06-01", NULL);

  add (fixture, "b", "2024-06-02", NULL);
  bv_office_set_actor (fixture->office, "Lan");
  add (fixture, "c", "2024-06-03", NULL);
  query->author = g_strdup ("Hà");
  assert_titles (fixture, query, "b a");
  g_free (query->author);
  query->author = g_strdup ("Lan");
  assert_titles (fixture, query, "c");
  /* who changed it last has it, until that is undone */
  rename_row (fixture, first, "A");
  assert_titles (fixture, query, "c A");
  g_assert_true (bv_history_undo (history, NULL));
  assert_titles (fixture, query, "c");
  g_assert_true (bv_history_redo (history, NULL));
  assert_titles (fixture, query, "c A");
  bv_office_set_actor (fixture->office, "Hà");
  rename_row (fixture, first, "aa");
  assert_titles (fixture, query, "c");
  query->search = g_strdup ("aa");
  assert_titles (fixture, query, "");
  g_free (query->author);
  query->author = g_strdup ("nobody");
  assert_titles (fixture, query, "");
}

static GArray *
find_own (Fixture *fixture, const char *actor)
{
  g_autoptr (BvQuery) query = make_query (fixture);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  query->author = g_strdup (actor);
  ids = bv_query_run (query, fixture->office, &error);
  g_assert_no_error (error);
  return ids;
}

static void
assert_same_ids (const GArray *a, const GArray *b)
{
  g_assert_cmpmem (a->data, a->len * sizeof (gint64), b->data, b->len * sizeof (gint64));
}

/* Any of the things that make or unmake a row somebody's. */
static void
do_something (Fixture *fixture, GRand *random, GArray *rows)
{
  static const char *const actors[] = { "Hà", "Lan", "Vi" };
  BvHistory *history = bv_office_get_history (fixture->office);
  guint index = rows->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) rows->len) : 0;
  g_autofree char *title = g_strdup_printf ("%d", g_rand_int_range (random, 0, G_MAXINT32));
  gint64 id = rows->len > 0 ? g_array_index (rows, gint64, index) : 0;
  g_autoptr (BvRecord) row = bv_store_select (
      bv_office_get_database (fixture->office), &bv_achievement_kind, id, NULL);

  bv_office_set_actor (fixture->office, actors[g_rand_int_range (random, 0, 3)]);
  switch (rows->len > 0 ? g_rand_int_range (random, 0, 6) : 0) {
  case 0:
    id = add (fixture, title, "2024-06-01", NULL);
    g_array_append_val (rows, id);
    break;
  case 1:
    bv_history_undo (history, NULL);
    break;
  case 2:
    bv_history_redo (history, NULL);
    break;
  case 3:
    bv_office_remove (fixture->office, &bv_achievement_kind, &id, 1, NULL);
    break;
  default:
    if (row)
      rename_row (fixture, id, title);
  }
}

/* What follows step by step says the same as what is read from the log anew. */
static void
test_author_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_STEPS; i++) {
    g_autoptr (GArray) followed = NULL;
    g_autoptr (GArray) other = NULL;
    g_autoptr (GArray) anew = NULL;

    for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
      do_something (fixture, random, rows);
    followed = find_own (fixture, "Hà");
    if (i % 5 != 0)
      continue;
    other = find_own (fixture, "Lan"); /* one is known at a time */
    anew = find_own (fixture, "Hà");
    assert_same_ids (followed, anew);
  }
}

static void
add_bulky (Fixture *fixture)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "ế");
  g_assert_true (bv_history_begin (history, "fill", NULL));
  for (guint i = 0; i < N_BULKY; i++) {
    g_autoptr (BvRecord) record = bv_record_new (&bv_achievement_kind);

    bv_record_set_integer (record, "movement_id", fixture->movement);
    bv_record_set_integer (record, "subject_id", fixture->department);
    bv_record_set_integer (record, "criterion_id", fixture->criterion);
    bv_record_set_text (record, "title", "bulky");
    bv_record_set_text (record, "description", text->str);
    save (fixture, record);
  }
  g_assert_true (bv_history_commit (history, NULL));
}

/* A long log is read in pieces; what one of them says holds. */
static void
test_long_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = add (fixture, "first", "2024-06-01", NULL);
  BvAuthorship *authorship = bv_authorship_get (fixture->office, &bv_achievement_kind, "Hà");
  gboolean whole = TRUE;
  gint64 last;

  add_bulky (fixture);
  last = add (fixture, "last", "2024-06-01", NULL);
  g_assert_true (bv_authorship_read (authorship, &whole, &error));
  g_assert_no_error (error);
  g_assert_false (whole);
  g_assert_true (bv_authorship_has (authorship, last));
  g_assert_false (bv_authorship_has (authorship, first));
  bv_office_set_actor (fixture->office, "Lan");
  rename_row (fixture, last, "last of all");
  g_assert_true (bv_authorship_read (authorship, &whole, &error));
  g_assert_true (whole);
  g_assert_true (bv_authorship_has (authorship, first));
  g_assert_false (bv_authorship_has (authorship, last));
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvQuery) query = make_query (fixture);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  gint64 proved;

  add (fixture, "numbered", "2024-06-01", "12/BC");
  proved = add (fixture, "filed", "2024-06-02", NULL);
  add (fixture, "bare", "2024-06-03", NULL);
  g_assert_cmpint (
      bv_attachment_add_bytes (fixture->office, proved, "a.txt", bytes, &error), !=, 0);
  g_assert_no_error (error);
  assert_titles (fixture, query, "bare filed numbered");
  query->without_evidence = TRUE;
  assert_titles (fixture, query, "bare");
  query->sort = bv_kind_find_field (&bv_achievement_kind, "subject_id");
  assert_titles (fixture, query, "bare");
  g_assert_true (bv_query_can_lack_evidence (&bv_achievement_kind));
  g_assert_false (bv_query_can_lack_evidence (&bv_pledge_kind));
}

static void
fill (Fixture *fixture)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GError) error = NULL;

  bv_history_begin (history, "fill", &error);
  for (int i = 0; i < N_ROWS; i++) {
    g_autofree char *on = g_strdup_printf ("2024-%02d-%02d", 1 + i % 12, 1 + i % 28);

    add (fixture, "x", on, i % 100 ? NULL : "1/BC");
  }
  bv_history_commit (history, &error);
  g_assert_no_error (error);
}

/* Many rows are not sorted but picked out of the order that an index has. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvQuery) query = make_query (fixture);
  const BvField *day = bv_kind_find_field (&bv_achievement_kind, "achieved_on");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_strdup ("9999");

  fill (fixture);
  bv_query_set_range (query, day, "2024-01-01", "2024-11-30");
  query->without_evidence = TRUE;
  query->author = g_strdup ("Hà");
  ids = bv_query_run (query, fixture->office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, bv_query_count (query, fixture->office, NULL));
  g_assert_cmpuint (ids->len, >, 1300);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) record = bv_office_load (
        fixture->office, &bv_achievement_kind, g_array_index (ids, gint64, i), NULL);
    const char *on = bv_record_get_text (record, "achieved_on");

    g_assert_cmpstr (on, <=, "2024-11-30");
    g_assert_cmpstr (on, <=, before);
    g_assert_true (bv_record_is_null (record, "document_number"));
    g_free (before);
    before = g_strdup (on);
  }
}

/* The newest row of @office, found among all and among those that nothing proves. */
static gint64
find_newest (BvOffice *office, gint64 movement)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) unproved = NULL;

  query->movement_id = movement;
  query->sort = bv_kind_find_field (&bv_achievement_kind, "achieved_on");
  query->descending = TRUE;
  ids = bv_query_run (query, office, &error);
  query->without_evidence = TRUE;
  unproved = bv_query_run (query, office, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 1000);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, g_array_index (unproved, gint64, 0));
  return g_array_index (ids, gint64, 0);
}

/* An order that was kept is never an old one: not after a step, what undoes it, a step given up,
 * nor what another program wrote. */
static void
test_order_follows (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (BvOffice) reader = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, later, given_up;

  fill (fixture);
  reader = bv_office_open (
      bv_office_get_path (fixture->office), NULL, BV_OFFICE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  first = find_newest (fixture->office, fixture->movement);
  g_assert_cmpint (find_newest (reader, fixture->movement), ==, first);

  later = add (fixture, "later", "2025-01-01", NULL);
  g_assert_cmpint (find_newest (fixture->office, fixture->movement), ==, later);
  g_assert_cmpint (find_newest (reader, fixture->movement), ==, later);

  bv_history_begin (history, "give up", &error);
  given_up = add (fixture, "given up", "2025-02-01", NULL);
  g_assert_cmpint (find_newest (fixture->office, fixture->movement), ==, given_up);
  bv_history_abort (history);
  g_assert_cmpint (find_newest (fixture->office, fixture->movement), ==, later);

  g_assert_true (bv_history_undo (history, &error));
  g_assert_cmpint (find_newest (fixture->office, fixture->movement), ==, first);
  g_assert_cmpint (find_newest (reader, fixture->movement), ==, first);
  bv_office_close (reader, NULL);
}

static char *
explain (Fixture *fixture, const BvQuery *query)
{
  g_autofree char *where = _bv_query_make_where (query, "");
  g_autofree char *sql = g_strdup_printf (
      "EXPLAIN QUERY PLAN SELECT id FROM %s%s", query->kind->table, where);
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (fixture->office), sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);

  while (bv_statement_step (rows, NULL) == BV_STEP_ROW)
    g_string_append_printf (plan, "%s\n", bv_statement_get_text (rows, 3));
  g_test_message ("%s\n%s", sql, plan->str);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

static void
assert_covered (Fixture *fixture, const BvKind *kind, const char *field)
{
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_autofree char *plan = NULL;
  g_autofree char *range = g_strdup_printf ("%s>? AND %s<?", field, field);

  query->movement_id = fixture->movement;
  bv_query_set_range (query, bv_kind_find_field (kind, field), "2024-06-01", "2024-06-30");
  plan = explain (fixture, query);
  g_assert_nonnull (strstr (plan, "COVERING INDEX"));
  g_assert_nonnull (strstr (plan, range));
  g_assert_null (strstr (plan, "SCAN"));
}

static void
test_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvQuery) unproved = make_query (fixture);
  g_autofree char *plan = NULL;

  assert_covered (fixture, &bv_achievement_kind, "achieved_on");
  assert_covered (fixture, &bv_pledge_kind, "due_on");
  assert_covered (fixture, &bv_pledge_kind, "registered_on");
  unproved->without_evidence = TRUE;
  plan = explain (fixture, unproved);
  g_assert_nonnull (strstr (plan, "USING INDEX attachment_achievement FOR IN-OPERATOR"));
  g_assert_nonnull (strstr (plan, "SCAN achievement"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/query/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (range);
  ADD (author);
  ADD (author_follows);
  ADD (long_log);
  ADD (evidence);
  ADD (many);
  ADD (order_follows);
  ADD (plans);
#undef ADD
  return g_test_run ();
}
