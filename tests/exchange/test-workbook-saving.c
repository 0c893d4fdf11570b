/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody goes on saving while the workbook is written. */
#include "config.h"

#include "bv-history.h"
#include "bv-query.h"
#include "bv-record.h"
#include "bv-workbook.h"
#include "sample-office.h"
#include "test-folder.h"

#include <string.h>

static BvOffice *office;
static gint64 movement_id;
static gint64 person_id; /* whose name stands in several sheets, typed nowhere */
static gint64 department_id;
static char *old_name;

static const char person_sql[]
    = "SELECT p.id FROM person p JOIN achievement a ON a.subject_id = p.id"
      " WHERE a.status = 'verified' AND p.id NOT IN (SELECT subject_id FROM proposal)"
      " AND p.full_name NOT IN (SELECT coalesce (verified_by, '') FROM achievement)"
      " ORDER BY p.id LIMIT 1";

static const char department_sql[] = "SELECT department_id FROM person p JOIN achievement a"
                                     " ON a.subject_id = p.id WHERE department_id IS NOT NULL"
                                     " ORDER BY p.id LIMIT 1";

static void
open_sample (void)
{
  g_autofree char *path = NULL;
  g_autoptr (BvQuery) query = bv_query_new (&bv_movement_kind);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  path = test_folder_path ("mẫu.bangvang");
  sample_office_write (path);
  office = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  ids = bv_query_run (query, office, &error);
  movement_id = g_array_index (ids, gint64, 0);
  bv_database_query_integer (bv_office_get_database (office), person_sql, &person_id, &error);
  g_assert_no_error (error);
  bv_database_query_integer (
      bv_office_get_database (office), department_sql, &department_id, &error);
  g_assert_no_error (error);
  old_name = g_strdup (bv_office_get_name (office, &bv_person_kind, person_id));
}

/* @office belongs to the thread that saves. */
typedef struct
{
  GThread *thread;
  double last;
  guint n_begun; /* attempts */
  guint n_wanted;
  guint n_saved;           /* atomic */
  guint n_saved_before;    /* this attempt had written its first sheet */
  guint n_saved_meanwhile; /* until it had written its last */
  gboolean stop;           /* atomic */
} Saving;

#define NEW_NAME "Bế Thị Đổi"
#define NEW_DEPARTMENT "Phòng Đổi"

static gboolean
rename_row (const BvKind *kind, gint64 id, const char *field, const char *start, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s %u", start, number);
  g_autoptr (BvRecord) record = bv_office_load (office, kind, id, NULL);

  bv_record_set_text (record, field, name);
  return bv_office_save (office, record, NULL);
}

static gboolean
rename_both (guint number)
{
  BvHistory *history = bv_office_get_history (office);

  if (!bv_history_begin (history, "Đổi tên", NULL))
    return FALSE;
  if (rename_row (&bv_person_kind, person_id, "full_name", NEW_NAME, number)
      && rename_row (&bv_department_kind, department_id, "name", NEW_DEPARTMENT, number))
    return bv_history_commit (history, NULL);
  bv_history_abort (history);
  return FALSE;
}

static gpointer
save_in_thread (gpointer data)
{
  Saving *self = data;

  while (self->n_saved < self->n_wanted && !g_atomic_int_get (&self->stop)) {
    if (rename_both (self->n_saved + 1))
      g_atomic_int_inc (&self->n_saved);
    g_usleep (20 * 1000);
  }
  return NULL;
}

/* Waiting makes the lock of each sheet old enough to be given up at the next row. */
static void
save_meanwhile_cb (double fraction, gpointer data)
{
  Saving *self = data;

  if (self->n_begun == 0 || fraction < self->last) {
    self->n_begun++;
    self->n_saved_before = g_atomic_int_get (&self->n_saved);
  } else if (fraction < 1)
    self->n_saved_meanwhile = g_atomic_int_get (&self->n_saved) - self->n_saved_before;
  self->last = fraction;
  if (!self->thread)
    self->thread = g_thread_new ("saving", save_in_thread, self);
  g_usleep (60 * 1000);
}

static void
export_while_saving (Saving *saving, const char *path)
{
  g_autofree char *file = g_strdup (bv_office_get_path (office));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) again = bv_office_open (file, NULL, BV_OFFICE_OPEN_AGAIN, &error);

  g_assert_no_error (error);
  bv_office_get_name (again, &bv_department_kind, department_id); /* is kept */
  g_assert_true (
      bv_workbook_export (again, movement_id, NULL, path, save_meanwhile_cb, saving, NULL, &error));
  g_assert_no_error (error);
  g_atomic_int_set (&saving->stop, TRUE);
  g_thread_join (saving->thread);
  bv_office_close (again, NULL);
}

/* In whatever part texts are kept. */
static gboolean
says (const char *path, const char *name)
{
  char *argv[] = { (char *) "unzip", (char *) "-p", (char *) path, (char *) "xl/*.xml", NULL };
  g_autofree char *parts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &parts, NULL, NULL, &error));
  g_assert_no_error (error);
  return strstr (parts, name) != NULL;
}

/* All sheets say what was saved last. */
static void
test_saved_meanwhile (void)
{
  g_autofree char *path = test_folder_path ("giữa chừng.xlsx");
  Saving saving = { .n_wanted = 1 };

  export_while_saving (&saving, path);
  g_assert_cmpuint (saving.n_saved, ==, 1);
  g_assert_cmpuint (saving.n_begun, ==, 2);
  g_assert_true (says (path, NEW_NAME " 1"));
  g_assert_true (says (path, NEW_DEPARTMENT " 1"));
  g_assert_false (says (path, old_name));
}

/* Whoever never stops is kept waiting in the end. */
static void
test_saved_all_the_time (void)
{
  g_autofree char *path = test_folder_path ("liên tục.xlsx");
  Saving saving = { .n_wanted = 1000 };

  export_while_saving (&saving, path);
  g_assert_cmpuint (saving.n_saved, >, 2);
  g_assert_cmpuint (saving.n_begun, ==, 4);
  g_assert_cmpuint (saving.n_saved_meanwhile, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_sample ();
  g_test_add_func ("/workbook-saving/meanwhile", test_saved_meanwhile);
  g_test_add_func ("/workbook-saving/all-the-time", test_saved_all_the_time);
  status = g_test_run ();
  bv_office_close (office, NULL);
  g_object_unref (office);
  g_free (old_name);
  test_folder_remove ();
  return status;
}
