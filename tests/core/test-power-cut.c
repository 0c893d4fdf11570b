/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power is cut at any moment of an office's work: the file opens, is whole, and holds what was
 * promised. */
#include "config.h"

#include "bv-check.h"
#include "bv-history.h"
#include "bv-record.h"
#include "power-cut.h"
#include "test-folder.h"

#define N_STEPS 12
#define N_CUTS 60
#define N_CUTS_LONG 2000

static gboolean
add_department (BvOffice *office, guint number)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);
  g_autofree char *name = g_strdup_printf ("Phòng %u", number);

  bv_record_set_text (record, "name", name);
  bv_record_set_text (record, "note", "Tham mưu về quản lý biên giới, hợp tác quốc tế");
  return bv_office_save (office, record, NULL);
}

/* Steps, an undo and a redo now and then; each saved department is promised. */
static void
work (BvOffice *office)
{
  BvHistory *history = bv_office_get_history (office);

  for (guint i = 1; i <= N_STEPS; i++) {
    g_assert_true (add_department (office, i));
    if (i % 4 == 3) {
      g_assert_true (bv_history_undo (history, NULL));
      g_assert_true (bv_history_redo (history, NULL));
    }
    power_cut_acknowledge ();
  }
}

/* The moment from which on the founding of the file is certainly on the disk. */
static guint
play_session (const char *path, const char *pragma)
{
  g_autoptr (BvOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  guint first;

  power_cut_begin ();
  office = bv_office_create (
      path, "Sở Ngoại vụ", NULL, NULL, NULL, "Thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (bv_database_exec (bv_office_get_database (office), pragma, &error));
  g_assert_true (add_department (office, 0));
  power_cut_acknowledge ();
  first = power_cut_get_n_moments ();
  work (office);
  g_clear_object (&office);
  power_cut_end ();
  return first;
}

/* What is wrong after a cut, or NULL; owned. */
static char *
judge (const char *path, guint n_promises, gboolean journal_left)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_autoptr (GPtrArray) findings = office ? bv_check_run (office, NULL, &error) : NULL;
  gint64 n = 0;
  gint64 least = (gint64) n_promises - (journal_left ? 1 : 0);

  if (!findings)
    return g_strdup (error->message);
  if (findings->len > 0)
    return g_strdup (g_ptr_array_index (findings, 0));
  bv_database_query_integer (
      bv_office_get_database (office), "SELECT count(*) FROM department", &n, &error);
  /* The step in work may be there already, or be away for its undo. */
  if (error || n < least || n > (gint64) n_promises + 1)
    return g_strdup_printf ("%u promised, %" G_GINT64_FORMAT " there", n_promises, n);
  return NULL;
}

static char *
cut (guint moment, GRand *random, const char *name)
{
  g_autofree char *folder = test_folder_path ("after");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean journal_left = FALSE;
  guint n_promises;
  char *wrong;

  g_mkdir (folder, 0755);
  n_promises = power_cut_write (moment, random, folder, &journal_left);
  wrong = judge (path, n_promises, journal_left);
  test_folder_remove_at (folder);
  return wrong;
}

static guint
count_bad (guint first, guint n_cuts, const char *name)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_bad = 0;

  g_test_message ("seed %u, %u moments", seed, power_cut_get_n_moments () - first);
  for (guint i = 0; i < n_cuts; i++) {
    guint moment = (guint) g_rand_int_range (
        random, (gint32) first, (gint32) power_cut_get_n_moments () + 1);
    g_autofree char *wrong = cut (moment, random, name);

    if (!wrong)
      continue;
    g_test_message ("cut before %u: %s", moment, wrong);
    n_bad++;
  }
  return n_bad;
}

static void
test_power_cut (void)
{
  g_autofree char *path = test_folder_path ("office.bangvang");
  guint first = play_session (path, "PRAGMA synchronous = FULL");

  g_assert_cmpint (
      count_bad (first, g_getenv ("BV_LONG") ? N_CUTS_LONG : N_CUTS, "office.bangvang"), ==, 0);
  power_cut_forget ();
}

/* The same without syncing must go wrong, or the test above sees nothing. */
static void
test_has_teeth (void)
{
  g_autofree char *path = test_folder_path ("careless.bangvang");
  guint first = play_session (path, "PRAGMA synchronous = OFF");

  g_assert_cmpint (count_bad (first, 30, "careless.bangvang"), >, 0);
  power_cut_forget ();
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_folder_make ();
  g_test_add_func ("/power-cut/whole", test_power_cut);
  g_test_add_func ("/power-cut/has-teeth", test_has_teeth);
  result = g_test_run ();
  test_folder_remove ();
  return result;
}
