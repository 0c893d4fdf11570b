/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office file from its founding to its closing: rows saved, found, removed, undone and redone.
 */
#include "config.h"

#include "bv-assessment.h"
#include "bv-error.h"
#include "bv-history.h"
#include "bv-office.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-reference.h"
#include "bv-search.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  BvOffice *office;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bv-office-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sở.bangvang", NULL);
  fixture->office = bv_office_create (fixture->path,
                                      "Sở Ngoại vụ",
                                      "UBND tỉnh",
                                      "Lạng Sơn",
                                      "Nông Thị Thử",
                                      "Kiểm thử",
                                      BV_OFFICE_OPEN_NO_BACKUP,
                                      &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_close (fixture->office, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->office);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* exactly one file at rest */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gint64
save (BvOffice *office, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_office_save (office, record, &error));
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_department (BvOffice *office, const char *name)
{
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

  bv_record_set_text (department, "name", name);
  return save (office, department);
}

static gint64
add_person (BvOffice *office, const char *name, const char *born, gint64 department_id)
{
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);

  bv_record_set_text (person, "full_name", name);
  bv_record_set_text (person, "birth_date", born);
  bv_record_set_integer (person, "department_id", department_id);
  return save (office, person);
}

static void
assert_order (BvOffice *office, const BvQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bv_query_run (query, office, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (BvRecord) record = bv_office_load (
        office, query->kind, g_array_index (ids, gint64, i), &error);
    g_string_append_printf (
        names, "%s%s", i ? ", " : "", bv_record_get_text (record, query->kind->name_field));
  }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_order_and_search (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  gint64 bureau = add_department (office, "Văn phòng Sở");
  gint64 border = add_department (office, "Phòng Quản lý biên giới");
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);

  add_person (office, "Nguyễn Thị Hường", "1990-02-03", bureau);
  add_person (office, "Đàm Văn Đạt", "1985-12-31", border);
  add_person (office, "Lộc Văn An", "1979-01-01", border);
  add_person (office, "Triệu Thị Ánh", NULL, 0);
  assert_order (office, query, "Lộc Văn An, Triệu Thị Ánh, Đàm Văn Đạt, Nguyễn Thị Hường");

  query->search = g_strdup ("nguyen huong");
  assert_order (office, query, "Nguyễn Thị Hường");
  g_free (query->search);
  query->search = g_strdup ("dat");
  assert_order (office, query, "Đàm Văn Đạt");
  g_free (query->search);
  query->search = g_strdup ("bien gioi");
  assert_order (office, query, "Lộc Văn An, Đàm Văn Đạt");
  g_clear_pointer (&query->search, g_free);

  query->sort = bv_kind_find_field (&bv_person_kind, "department_id");
  assert_order (office, query, "Nguyễn Thị Hường, Đàm Văn Đạt, Lộc Văn An, Triệu Thị Ánh");
  query->descending = TRUE;
  query->sort = bv_kind_find_field (&bv_person_kind, "birth_date");
  assert_order (office, query, "Nguyễn Thị Hường, Đàm Văn Đạt, Lộc Văn An, Triệu Thị Ánh");
}

/* Few rows and many rows of a filter are put in order in different ways. */
static void
test_filter_keeps_order (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *field, *value;
    guint n;
  } filters[] = { { "status", "working", 1080 }, { "status", "leave", 120 } };
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;

  g_assert_true (bv_history_begin (bv_office_get_history (fixture->office), "Nhập", &error));
  for (guint i = 0; i < 1200; i++) {
    g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
    g_autofree char *name = g_strdup_printf ("Nông Thị %c%u", 'A' + i * 7 % 26, i % 100);
    bv_record_set_text (person, "full_name", name);
    bv_record_set_text (person, "status", i % 10 ? "working" : "leave");
    save (fixture->office, person);
  }
  g_assert_true (bv_history_commit (bv_office_get_history (fixture->office), &error));
  all = bv_query_run (query, fixture->office, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++) {
    g_autoptr (GArray) found = NULL;
    g_auto (BvValue) value = BV_VALUE_INIT;
    guint n = 0;

    bv_value_set_text (&value, filters[i].value);
    bv_query_set_filter (query, bv_kind_find_field (&bv_person_kind, filters[i].field), &value);
    found = bv_query_run (query, fixture->office, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (found->len, ==, filters[i].n);
    for (guint j = 0; j < all->len && n < found->len; j++)
      n += g_array_index (all, gint64, j) == g_array_index (found, gint64, n);
    g_assert_cmpuint (n, ==, found->len);
  }
}

static void
test_rename_is_found (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  gint64 bureau = add_department (office, "Văn phòng Sở");
  g_autoptr (BvRecord) department = bv_office_load (office, &bv_department_kind, bureau, NULL);
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);

  add_person (office, "Nguyễn Thị Hường", NULL, bureau);
  bv_record_set_text (department, "name", "Phòng Tổng hợp");
  save (office, department);
  query->search = g_strdup ("tong hop");
  assert_order (office, query, "Nguyễn Thị Hường");
  g_assert_true (bv_history_undo (bv_office_get_history (office), NULL));
  assert_order (office, query, "");
}

/* Who was made for a row is undone and done again with it; what lies between keeps them apart. */
static void
test_joined_steps (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  BvHistory *history = bv_office_get_history (office);
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (BvQuery) query = bv_query_new (&bv_person_kind);
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  gint64 bureau = add_department (office, "Văn phòng Sở"), step;

  step = bv_history_get_undo_step (history);
  bv_record_set_text (person, "full_name", "Lộc Văn An");
  bv_record_set_integer (person, "department_id", bureau);
  g_assert_true (bv_office_save_joined (office, person, step, &error));
  g_assert_no_error (error);
  steps = bv_history_list_steps (history, NULL, "department", NULL, NULL, &error);
  g_assert_cmpuint (steps->len, ==, 1);
  query->search = g_strdup ("van phong");
  assert_order (office, query, "Lộc Văn An");
  g_assert_true (bv_history_undo (history, &error));
  g_assert_cmpstr (bv_office_get_name (office, &bv_department_kind, bureau), ==, "");
  assert_order (office, query, "");
  g_assert_true (bv_history_redo (history, &error));
  assert_order (office, query, "Lộc Văn An");

  step = bv_history_get_undo_step (history);
  add_department (office, "Thanh tra Sở");
  bv_record_set_text (person, "job_title", "Chuyên viên");
  g_assert_true (bv_office_save_joined (office, person, step, &error));
  g_assert_true (bv_history_undo (history, &error));
  g_assert_cmpstr (bv_office_get_name (office, &bv_department_kind, bureau), ==, "Văn phòng Sở");
}

static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  gint64 bureau = add_department (office, "Văn phòng Sở");
  gint64 older = add_person (office, "Hoàng Thị Hường", "1980-05-01", bureau);
  gint64 younger = add_person (office, "Hoàng Thị Hường", "1990-05-01", bureau);
  const BvField *field = bv_kind_find_field (&bv_pledge_kind, "subject_id");
  g_autoptr (GError) error = NULL;
  gint64 found = 0;

  g_assert_cmpstr (
      bv_office_get_subject_name (office, younger), ==, "Hoàng Thị Hường (1990, Văn phòng Sở)");
  g_assert_true (bv_reference_find (office, field, 0, "hoang thi huong (1980)", &found, &error));
  g_assert_cmpint (found, ==, older);
  g_assert_false (bv_reference_find (office, field, 0, "Hoàng Thị Hường", &found, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (bv_reference_find (office, field, 0, "Nguyễn Văn Không", &found, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
}

static void
test_remove_takes_dependants (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  gint64 bureau = add_department (office, "Văn phòng Sở");
  gint64 person = add_person (office, "Hoàng Thị Hường", "1980-05-01", bureau);
  g_autoptr (BvRecord) posting = bv_record_new (&bv_posting_kind);
  g_autoptr (BvRecord) loaded = NULL;
  g_autoptr (GError) error = NULL;

  bv_record_set_integer (posting, "person_id", person);
  bv_record_set_text (posting, "from_on", "2024-01-01");
  save (office, posting);
  g_assert_cmpint (bv_office_count_dependants (office, &bv_person_kind, person, &error), ==, 1);
  g_assert_true (bv_office_remove (office, &bv_department_kind, &bureau, 1, &error));
  g_assert_no_error (error);
  loaded = bv_office_load (office, &bv_person_kind, person, &error);
  g_assert_true (bv_record_is_null (loaded, "department_id"));
  g_assert_true (bv_office_remove (office, &bv_person_kind, &person, 1, &error));
  g_assert_null (bv_office_load (office, &bv_posting_kind, bv_record_get_id (posting), NULL));
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_no_error (error);
  g_clear_object (&loaded);
  loaded = bv_office_load (office, &bv_person_kind, person, &error);
  g_assert_cmpint (bv_record_get_integer (loaded, "department_id"), ==, bureau);
}

static void
test_undo_after_reopening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_department (fixture->office, "Văn phòng Sở");
  g_autoptr (BvRecord) gone = NULL;
  g_autofree char *title = NULL;

  g_assert_true (bv_office_close (fixture->office, &error));
  g_clear_object (&fixture->office);
  fixture->office = bv_office_open (fixture->path, "Người khác", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (bv_office_is_writable (fixture->office));
  title = bv_history_dup_undo_title (bv_office_get_history (fixture->office));
  g_assert_cmpstr (title, ==, "Add department: Văn phòng Sở");
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  gone = bv_office_load (fixture->office, &bv_department_kind, id, &error);
  g_assert_error (error, BV_ERROR, BV_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bv_history_redo (bv_office_get_history (fixture->office), &error));
  gone = bv_office_load (fixture->office, &bv_department_kind, id, &error);
  g_assert_no_error (error);
}

static void
test_bad_values_change_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_assert_false (bv_office_save (fixture->office, person, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Full name is missing. Fill it in.");
  g_clear_error (&error);
  bv_record_set_text (person, "full_name", "Nông Văn Bế");
  bv_record_set_text (person, "birth_date", "1990-02-30");
  g_assert_false (bv_office_save (fixture->office, person, &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_INVALID);
  g_assert_true (bv_database_query_integer (
      bv_office_get_database (fixture->office), "SELECT count (*) FROM history", &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpint (bv_record_get_id (person), ==, 0);
}

static void
test_describe_and_revert (Fixture *fixture, gconstpointer data)
{
  BvOffice *office = fixture->office;
  BvHistory *history = bv_office_get_history (office);
  gint64 id = add_person (office, "Nguyễn Văn A", "1985-01-01", 0);
  g_autoptr (BvRecord) person = bv_office_load (office, &bv_person_kind, id, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = NULL;
  g_auto (GStrv) lines = NULL;

  bv_record_set_text (person, "job_title", "Chuyên viên");
  save (office, person);
  bv_record_set_text (person, "job_title", "Phó Trưởng phòng");
  save (office, person);
  steps = bv_history_list_steps (history, NULL, "person", NULL, NULL, &error);
  g_assert_cmpuint (steps->len, ==, 3);
  lines = bv_history_describe_step (history, g_array_index (steps, gint64, 0), 10, &error);
  g_assert_cmpstr (lines[0], ==, "Nguyễn Văn A · Position: Chuyên viên → Phó Trưởng phòng");
  g_assert_false (bv_history_revert (history, g_array_index (steps, gint64, 1), &error));
  g_assert_error (error, BV_ERROR, BV_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (bv_history_revert (history, g_array_index (steps, gint64, 0), &error));
  g_assert_no_error (error);
  g_clear_object (&person);
  person = bv_office_load (office, &bv_person_kind, id, NULL);
  g_assert_cmpstr (bv_record_get_text (person, "job_title"), ==, "Chuyên viên");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/office/order-and-search", test_order_and_search);
  ADD ("/office/filter-keeps-order", test_filter_keeps_order);
  ADD ("/office/rename-is-found", test_rename_is_found);
  ADD ("/office/joined-steps", test_joined_steps);
  ADD ("/office/namesakes", test_namesakes);
  ADD ("/office/remove-takes-dependants", test_remove_takes_dependants);
  ADD ("/office/undo-after-reopening", test_undo_after_reopening);
  ADD ("/office/bad-values-change-nothing", test_bad_values_change_nothing);
  ADD ("/office/describe-and-revert", test_describe_and_revert);
#undef ADD
  return g_test_run ();
}
