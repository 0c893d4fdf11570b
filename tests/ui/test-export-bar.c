/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is being written while somebody types elsewhere, with real keys: run under xrun. */
#include "config.h"

#include "bv-error.h"
#include "bv-export-bar.h"
#include "sample-office.h"
#include "test-folder.h"
#include "test-keys.h"
#include "test-wait.h"

typedef struct
{
  BvOffice *office;
  GtkWidget *window, *entry;
  BvExportBar *bar;
  GFile *target;
  int written;
  gboolean failed;
} Fixture;

static void
finished_cb (BvExportBar *bar, gboolean written, Fixture *fixture)
{
  fixture->written = written;
}

static void
failed_cb (BvExportBar *bar, GError *error, Fixture *fixture)
{
  fixture->failed = TRUE;
}

static void
open_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *path = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  path = test_folder_path ("sở.bangvang");
  target = test_folder_path ("a.xlsx");
  sample_office_write (path);
  fixture->office = bv_office_open (path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  fixture->target = g_file_new_for_path (target);
  fixture->written = -1;
  fixture->entry = gtk_entry_new ();
  fixture->bar = BV_EXPORT_BAR (bv_export_bar_new ());
  g_signal_connect (fixture->bar, "finished", G_CALLBACK (finished_cb), fixture);
  g_signal_connect (fixture->bar, "failed", G_CALLBACK (failed_cb), fixture);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  gtk_widget_grab_focus (fixture->entry);
}

static void
close_window (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_clear_object (&fixture->office);
  g_clear_object (&fixture->target);
  test_folder_remove ();
}

/* With @data as long as nobody stops it. */
static gboolean
write_file (BvOffice *office,
            const char *target,
            void (*progress) (double fraction, gpointer data),
            gpointer progress_data,
            GCancellable *cancellable,
            gpointer data,
            GError **error)
{
  while (data != NULL)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    else
      g_usleep (1000);
  return g_file_set_contents (target, "a", -1, error);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), text);
}

static void
test_escape_stops (Fixture *fixture, gconstpointer data)
{
  press ("Escape"); /* with nothing to stop it does nothing */
  press ("a");
  WAIT_FOR (shows (fixture, "a"));
  bv_export_bar_start (fixture->bar, fixture->office, fixture->target, write_file, fixture, NULL);
  WAIT_FOR (gtk_widget_get_child_visible (
      gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->bar)))));
  press ("b");
  WAIT_FOR (shows (fixture, "ab"));
  g_assert_true (bv_export_bar_is_running (fixture->bar)); /* other keys stop nothing */
  press ("Escape");
  WAIT_FOR (fixture->written >= 0);
  g_assert_cmpint (fixture->written, ==, 0);
  g_assert_false (fixture->failed); /* who stopped it need not be told */
  g_assert_false (g_file_query_exists (fixture->target, NULL));
}

/* What was written says so until somebody has read it. */
static void
test_escape_closes (Fixture *fixture, gconstpointer data)
{
  GtkRevealer *revealer = GTK_REVEALER (gtk_widget_get_first_child (GTK_WIDGET (fixture->bar)));

  bv_export_bar_start (fixture->bar, fixture->office, fixture->target, write_file, NULL, NULL);
  WAIT_FOR (fixture->written >= 0);
  g_assert_cmpint (fixture->written, ==, 1);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  press ("Escape");
  WAIT_FOR (!gtk_revealer_get_reveal_child (revealer));
  g_assert_true (g_file_query_exists (fixture->target, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/export-bar/" name, Fixture, NULL, open_window, test, close_window)
  ADD ("escape-stops", test_escape_stops);
  ADD ("escape-closes", test_escape_closes);
#undef ADD
  return g_test_run ();
}
