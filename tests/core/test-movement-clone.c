/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A movement made from last year's. */
#include "config.h"

#include "bv-history.h"
#include "bv-movement-clone.h"
#include "bv-record.h"
#include "test-folder.h"

static gint64
save (BvOffice *office, BvRecord *taken)
{
  g_autoptr (BvRecord) record = taken;
  g_autoptr (GError) error = NULL;

  bv_office_save (office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
count (BvOffice *office, const char *sql)
{
  gint64 n = -1;

  g_assert_true (bv_database_query_integer (bv_office_get_database (office), sql, &n, NULL));
  return n;
}

static gint64
add_movement (BvOffice *office)
{
  BvRecord *movement = bv_record_new (&bv_movement_kind);
  BvRecord *criterion = bv_record_new (&bv_criterion_kind);
  BvRecord *person = bv_record_new (&bv_person_kind);
  BvRecord *pledge = bv_record_new (&bv_pledge_kind);
  gint64 id, content;

  bv_record_set_text (movement, "title", "Thi đua năm 2024, số 12024 (28/8/1945 - 28/8/2024)");
  bv_record_set_text (movement, "document_number", "1/KH");
  bv_record_set_text (movement, "start_on", "2024-02-29");
  bv_record_set_text (movement, "end_on", "2024-08-30");
  bv_record_set_text (movement, "status", "launched");
  id = save (office, movement);
  bv_record_set_integer (criterion, "movement_id", id);
  bv_record_set_text (criterion, "label", "5.");
  bv_record_set_text (criterion, "title", "Học tập");
  bv_record_set_integer (criterion, "max_points", 1000);
  content = save (office, criterion);
  bv_record_set_text (person, "full_name", "Nguyễn Văn An");
  bv_record_set_integer (pledge, "movement_id", id);
  bv_record_set_integer (pledge, "subject_id", save (office, person));
  bv_record_set_integer (pledge, "criterion_id", content);
  bv_record_set_text (pledge, "commitment", "Học hết khóa");
  save (office, pledge);
  return id;
}

static void
test_clone (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  BvOffice *office;
  gint64 from;
  BvRecord *clone;

  test_folder_make ();
  path = test_folder_path ("office.bangvang");
  office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  from = add_movement (office);
  clone = bv_movement_clone_prepare (office, from, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (office, "SELECT count (*) FROM movement"), ==, 1);
  g_assert_true (bv_movement_clone_write (office, from, clone, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bv_record_get_text (clone, "title"),
                   ==,
                   "Thi đua năm 2025, số 12024 (28/8/1945 - 28/8/2025)");
  g_assert_cmpstr (bv_record_get_text (clone, "start_on"), ==, "2025-02-28");
  g_assert_cmpstr (bv_record_get_text (clone, "end_on"), ==, "2025-08-30");
  g_assert_cmpstr (bv_record_get_text (clone, "status"), ==, "draft");
  g_assert_true (bv_record_is_null (clone, "document_number"));
  g_assert_true (bv_record_is_null (clone, "rule_pack"));
  g_object_unref (clone);
  g_assert_cmpint (count (office, "SELECT count (*) FROM criterion WHERE label = '5.'"), ==, 2);
  g_assert_cmpint (count (office, "SELECT count (DISTINCT movement_id) FROM criterion"), ==, 2);
  g_assert_cmpint (count (office, "SELECT count (*) FROM pledge"), ==, 1);

  /* one step back takes all of it away */
  g_assert_true (bv_history_undo (bv_office_get_history (office), &error));
  g_assert_cmpint (count (office, "SELECT count (*) FROM movement"), ==, 1);
  g_assert_cmpint (count (office, "SELECT count (*) FROM criterion"), ==, 1);
  g_assert_finalize_object (office);
  test_folder_remove ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/movement-clone/clone", test_clone);
  return g_test_run ();
}
