/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows behind a list page: query, counts, and how changes of every kind reach them. */
#include "config.h"

#include "bv-record-list.h"

#include "bv-record.h"

#include <glib/gstdio.h>

#define N_ROWS 40
#define N_FIRST 7
#define N_MANY 1200
#define N_BULKY 900 /* of the longest texts: more than is read of the log at a time */

typedef struct
{
  char *folder;
  char *path;
  BvOffice *office;
  BvRecordList *list;
  gint64 movement, department, criterion;
  guint n_resets;
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
add_pledge (Fixture *fixture, gint64 subject, const char *commitment)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_pledge_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  bv_record_set_integer (record, "subject_id", subject);
  bv_record_set_text (record, "commitment", commitment);
  return save (fixture, record);
}

static gint64
add_department (Fixture *fixture, const char *name)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);

  bv_record_set_text (record, "name", name);
  return save (fixture, record);
}

static void
changed_cb (BvHistory *history, GPtrArray *changes, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bv_record_list_apply (fixture->list, changes, &error);
  g_assert_no_error (error);
}

static void
reset_cb (BvRecordList *list, Fixture *fixture)
{
  fixture->n_resets++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bv-record-list-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sở.bangvang", NULL);
  fixture->office = bv_office_create (
      fixture->path, "Sở Thử", NULL, NULL, NULL, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_record_set_text (movement, "title", "Phong trào thử");
  fixture->movement = save (fixture, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 1000);
  fixture->criterion = save (fixture, criterion);
  fixture->department = add_department (fixture, "Phòng Lãnh sự");
  for (guint i = 0; i < N_ROWS; i++) {
    g_autofree char *commitment = g_strdup_printf ("Cam kết %02u", i);

    add_pledge (fixture, fixture->department, commitment);
  }
  fixture->list = bv_record_list_new (fixture->office, &bv_pledge_kind);
  bv_record_list_get_query (fixture->list)->movement_id = fixture->movement;
  bv_record_list_get_query (fixture->list)->sort = bv_kind_find_field (&bv_pledge_kind,
                                                                       "commitment");
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_signal_connect (
      bv_office_get_history (fixture->office), "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->list, "reset-end", G_CALLBACK (reset_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_data (bv_office_get_history (fixture->office), fixture);
  g_assert_finalize_object (fixture->list);
  bv_office_close (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->office);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static BvRecord *
dup_row (Fixture *fixture, guint position)
{
  return g_list_model_get_item (bv_record_list_get_model (fixture->list), position);
}

static const char *
get_display (BvRecord *record, const char *field)
{
  return bv_record_get_display (record, bv_kind_get_field_index (&bv_pledge_kind, field));
}

static void
count_cb (GObject *object, guint *n)
{
  (*n)++;
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  BvQuery *query = bv_record_list_get_query (fixture->list);

  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS);
  g_assert_false (bv_record_list_is_narrowed (fixture->list));
  query->search = g_strdup ("cam ket 07");
  g_assert_true (bv_record_list_reload (fixture->list, NULL));
  g_assert_true (bv_record_list_is_narrowed (fixture->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, 1);
  g_assert_cmpuint (bv_record_list_count_all (fixture->list), ==, N_ROWS);
  add_pledge (fixture, fixture->department, "Cam kết 07 nữa");
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, 2);
  g_assert_cmpuint (bv_record_list_count_all (fixture->list), ==, N_ROWS + 1);
}

/* Whoever holds a row sees its new values in the same object; one row is no reason to start anew.
 */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) held = dup_row (fixture, 3);
  g_autoptr (BvRecord) again = NULL;
  g_autoptr (BvRecord) stored = bv_office_load (
      fixture->office, &bv_pledge_kind, bv_record_get_id (held), NULL);
  guint n_changed = 0;

  g_signal_connect (held, "changed", G_CALLBACK (count_cb), &n_changed);
  bv_record_set_text (stored, "commitment", "Cam kết 03 mới");
  save (fixture, stored);
  g_assert_cmpuint (n_changed, >=, 1);
  g_assert_cmpstr (get_display (held, "commitment"), ==, "Cam kết 03 mới");
  again = dup_row (fixture, 3);
  g_assert_true (again == held);
  g_assert_cmpuint (fixture->n_resets, ==, 0);
}

/* A row shows the name of another one: when that is renamed, the row shows the new name. */
static void
test_renamed_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) held = dup_row (fixture, 0);
  g_autoptr (BvRecord) department = bv_office_load (
      fixture->office, &bv_department_kind, fixture->department, NULL);

  g_assert_cmpstr (get_display (held, "subject_id"), ==, "Phòng Lãnh sự");
  bv_record_set_text (department, "name", "Phòng Hợp tác quốc tế");
  save (fixture, department);
  g_assert_cmpstr (get_display (held, "subject_id"), ==, "Phòng Hợp tác quốc tế");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_pledge (fixture, fixture->department, "Aaa");

  g_assert_cmpuint (bv_record_list_find (fixture->list, id), ==, 0);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), NULL));
  g_assert_cmpuint (bv_record_list_find (fixture->list, id), ==, G_MAXUINT);
  g_assert_true (bv_history_redo (bv_office_get_history (fixture->office), NULL));
  g_assert_cmpuint (bv_record_list_find (fixture->list, id), ==, 0);
}

/* The other way round every row moves: the view must let go of the model meanwhile. */
static void
test_reset (Fixture *fixture, gconstpointer data)
{
  gint64 first = bv_record_list_get_id (fixture->list, 0);

  bv_record_list_get_query (fixture->list)->descending = TRUE;
  g_assert_true (bv_record_list_reload (fixture->list, NULL));
  g_assert_cmpuint (fixture->n_resets, ==, 1);
  g_assert_cmpuint (bv_record_list_find (fixture->list, first), ==, N_ROWS - 1);
}

/* A step of another kind that no row names leaves the list alone. */
static void
test_foreign_change (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bv_record_list_concerns (fixture->list, &bv_person_kind));
  g_assert_true (bv_record_list_concerns (fixture->list, &bv_criterion_kind));
  g_assert_false (bv_record_list_concerns (fixture->list, &bv_award_form_kind));
  g_assert_false (bv_record_list_concerns (fixture->list, &bv_achievement_kind));
}

/* Whatever the order: the first rows are those with which all begin. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  BvQuery *query = bv_record_list_get_query (fixture->list);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 2 * bv_pledge_kind.n_fields; i++) {
    g_autoptr (GArray) all = NULL;
    g_autoptr (GArray) first = NULL;

    query->sort = i == 0 ? NULL : &bv_pledge_kind.fields[(i - 1) / 2];
    query->descending = i % 2;
    all = bv_query_run (query, fixture->office, &error);
    g_assert_no_error (error);
    first = bv_query_run_first (query, fixture->office, N_FIRST, &error);
    g_assert_no_error (error);
    g_test_message ("%s", query->sort ? query->sort->name : "default");
    g_assert_cmpuint (all->len, ==, N_ROWS);
    g_assert_true (first->len == N_FIRST || first->len == N_ROWS);
    g_assert_cmpmem (first->data, N_FIRST * sizeof (gint64), all->data, N_FIRST * sizeof (gint64));
  }
}

static void
add_many (Fixture *fixture)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_history_begin (history, "Nhiều đăng ký", &error));
  for (guint i = 0; i < N_MANY; i++)
    add_pledge (fixture, fixture->department, "Cam kết thêm");
  g_assert_true (bv_history_commit (history, &error));
  g_assert_no_error (error);
}

/* A long list shows its first rows alone, and has all of them as soon as somebody asks. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  BvQuery *query = bv_record_list_get_query (fixture->list);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;
  guint n_first;

  add_many (fixture);
  query->sort = NULL;
  all = bv_query_run (query, fixture->office, &error);
  g_assert_true (bv_record_list_start (fixture->list, &error));
  n_first = bv_record_list_get_n_rows (fixture->list);
  g_assert_cmpuint (n_first, <, N_MANY);
  g_assert_true (bv_record_list_is_partial (fixture->list));
  for (guint i = 0; i < n_first; i++)
    g_assert_cmpint (bv_record_list_get_id (fixture->list, i), ==, g_array_index (all, gint64, i));
  g_assert_cmpuint (
      bv_record_list_find (fixture->list, g_array_index (all, gint64, N_MANY)), ==, N_MANY);
  g_assert_false (bv_record_list_is_partial (fixture->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS + N_MANY);
}

static void
add_bulky (Fixture *fixture)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < 2000)
    g_string_append (text, "ế");
  g_assert_true (bv_history_begin (history, "Nhiều đăng ký dài", NULL));
  for (guint i = 0; i < N_BULKY; i++)
    add_pledge (fixture, fixture->department, text->str);
  g_assert_true (bv_history_commit (history, NULL));
}

/* Whose rows are whose is read from a long log in pieces, without rows until all of it is read. */
static void
test_own_rows (Fixture *fixture, gconstpointer data)
{
  BvQuery *query = bv_record_list_get_query (fixture->list);
  g_autoptr (GError) error = NULL;

  add_bulky (fixture);
  bv_office_set_actor (fixture->office, "Lan");
  add_pledge (fixture, fixture->department, "Cam kết của Lan");
  query->author = g_strdup ("Kiểm thử");
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_assert_true (bv_record_list_is_partial (fixture->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, 0);
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_assert_false (bv_record_list_is_partial (fixture->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS + N_BULKY);
  /* a step is followed at once, one that is undone needs the whole log */
  add_pledge (fixture, fixture->department, "Lại của Lan");
  g_assert_false (bv_record_list_is_partial (fixture->list));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS + N_BULKY);
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_true (bv_record_list_is_partial (fixture->list));
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS + N_BULKY);
}

static void
rename_pledge (Fixture *fixture, gint64 id, const char *commitment)
{
  g_autoptr (BvRecord) record = bv_office_load (fixture->office, &bv_pledge_kind, id, NULL);

  bv_record_set_text (record, "commitment", commitment);
  save (fixture, record);
}

/* Changed rows stay where they are, one after the other, until the list is sorted again; new rows
 * come in at their place, deleted ones go. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 third = bv_record_list_get_id (fixture->list, 3);
  gint64 fifth = bv_record_list_get_id (fixture->list, 5);
  gint64 added;

  rename_pledge (fixture, third, "Z");
  g_assert_cmpuint (bv_record_list_find (fixture->list, third), ==, 3);
  g_assert_false (bv_record_list_is_sorted (fixture->list));
  rename_pledge (fixture, fifth, "A");
  g_assert_cmpuint (bv_record_list_find (fixture->list, third), ==, 3);
  g_assert_cmpuint (bv_record_list_find (fixture->list, fifth), ==, 5);

  added = add_pledge (fixture, fixture->department, "Cam kết 10b");
  g_assert_cmpuint (bv_record_list_find (fixture->list, added), ==, 11);
  rename_pledge (fixture, added, "B");
  g_assert_cmpuint (bv_record_list_find (fixture->list, added), ==, 11);
  g_assert_true (bv_office_remove (fixture->office, &bv_pledge_kind, &third, 1, &error));
  g_assert_cmpuint (bv_record_list_find (fixture->list, third), ==, G_MAXUINT);
  g_assert_cmpuint (bv_record_list_find (fixture->list, fifth), ==, 4);
  g_assert_cmpuint (bv_record_list_get_n_rows (fixture->list), ==, N_ROWS);

  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_assert_true (bv_record_list_is_sorted (fixture->list));
  g_assert_cmpuint (bv_record_list_find (fixture->list, fifth), ==, 0);
  g_assert_cmpuint (bv_record_list_find (fixture->list, added), ==, 1);
}

/* So does a row that the filter does not let through any more. */
static void
test_filtered_row_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (BvValue) value = BV_VALUE_INIT;
  gint64 other = add_department (fixture, "Văn phòng");
  gint64 id = bv_record_list_get_id (fixture->list, 7);
  g_autoptr (BvRecord) record = NULL;

  bv_value_set_integer (&value, fixture->department);
  bv_query_set_filter (bv_record_list_get_query (fixture->list),
                       bv_kind_find_field (&bv_pledge_kind, "subject_id"),
                       &value);
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  record = bv_office_load (fixture->office, &bv_pledge_kind, id, NULL);
  bv_record_set_integer (record, "subject_id", other);
  save (fixture, record);
  g_assert_cmpuint (bv_record_list_find (fixture->list, id), ==, 7);
  g_assert_false (bv_record_list_is_sorted (fixture->list));
  g_assert_true (bv_record_list_reload (fixture->list, &error));
  g_assert_cmpuint (bv_record_list_find (fixture->list, id), ==, G_MAXUINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/record-list/counts", test_counts);
  ADD ("/record-list/update", test_update);
  ADD ("/record-list/renamed-reference", test_renamed_reference);
  ADD ("/record-list/undo", test_undo);
  ADD ("/record-list/rows-stay", test_rows_stay);
  ADD ("/record-list/filtered-row-stays", test_filtered_row_stays);
  ADD ("/record-list/reset", test_reset);
  ADD ("/record-list/foreign-change", test_foreign_change);
  ADD ("/record-list/first", test_first);
  ADD ("/record-list/start", test_start);
  ADD ("/record-list/own-rows", test_own_rows);
  return g_test_run ();
}
