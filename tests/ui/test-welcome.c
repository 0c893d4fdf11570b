/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The welcome page: what opens, what does not and why, and the dialog for a new office. */
#include "test-window-fixture.h"

static BvCreateDialog *
show_create_dialog (void)
{
  g_autoptr (GList) toplevels = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.create", NULL);
  toplevels = gtk_window_list_toplevels ();
  for (GList *l = toplevels; l != NULL; l = l->next)
    if (BV_IS_CREATE_DIALOG (l->data))
      return l->data;
  g_assert_not_reached ();
}

static void
type_name (BvCreateDialog *dialog, const char *name)
{
  /* the first question has the focus */
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), name);
}

static void
test_not_an_office (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  show_window ();
  path = test_folder_path ("bad.bangvang");
  g_assert_true (g_file_set_contents (path, "Not an office at all.", -1, NULL));
  file = g_file_new_for_path (path);
  g_assert_false (bv_window_open (window, file));
  g_assert_null (bv_window_get_office (window));
  WAIT_FOR (says (GTK_WIDGET (window->welcome), "bad.bangvang"));
  close_window ();
}

static void
test_sample (void)
{
  show_window ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sample", NULL);
  g_assert_nonnull (bv_window_get_office (window));
  g_assert_nonnull (strstr (bv_office_get_path (bv_window_get_office (window)), "/bang-vang/"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.close-file", NULL);
  g_assert_null (bv_window_get_office (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window->welcome)));
  close_window ();
}

static void
test_name_needed (void)
{
  BvCreateDialog *dialog;

  show_window ();
  dialog = show_create_dialog ();
  type_name (dialog, "   ");
  g_assert_false (bv_create_dialog_check (dialog));
  WAIT_FOR (says (GTK_WIDGET (dialog), "Write the name of the office first."));
  type_name (dialog, "Sở Ngoại vụ");
  g_assert_true (bv_create_dialog_check (dialog));
  g_assert_false (says (GTK_WIDGET (dialog), "Write the name of the office first."));
  gtk_window_close (GTK_WINDOW (dialog));
  close_window ();
}

static void
test_create (void)
{
  g_autofree char *path = NULL;
  g_autofree char *bare = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (BvRecord) own = NULL;
  BvCreateDialog *dialog;

  show_window ();
  path = test_folder_path ("new.bangvang");
  bare = test_folder_path ("new");
  file = g_file_new_for_path (bare);
  dialog = show_create_dialog ();
  type_name (dialog, "Sở Ngoại vụ");
  g_assert_true (bv_create_dialog_create (dialog, file));
  g_assert_cmpstr (bv_office_get_path (bv_window_get_office (window)), ==, path);
  own = bv_office_get_own (bv_window_get_office (window), NULL);
  g_assert_cmpstr (bv_record_get_text (own, "name"), ==, "Sở Ngoại vụ");
  g_assert_true (says (GTK_WIDGET (window->sidebar), "Sở Ngoại vụ"));
  close_window ();
}

static void
test_create_over_a_file (void)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = NULL;
  BvCreateDialog *dialog;

  show_window ();
  path = test_folder_path ("there.bangvang");
  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  file = g_file_new_for_path (path);
  dialog = show_create_dialog ();
  type_name (dialog, "Sở Ngoại vụ");
  g_assert_false (bv_create_dialog_create (dialog, file));
  WAIT_FOR (says (GTK_WIDGET (dialog), "there.bangvang"));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "precious");
  gtk_window_close (GTK_WINDOW (dialog));
  close_window ();
}

int
main (int argc, char *argv[])
{
  start_application (&argc, &argv);
  g_test_add_func ("/welcome/not-an-office", test_not_an_office);
  g_test_add_func ("/welcome/sample", test_sample);
  g_test_add_func ("/welcome/name-needed", test_name_needed);
  g_test_add_func ("/welcome/create", test_create);
  g_test_add_func ("/welcome/create-over-a-file", test_create_over_a_file);
  return g_test_run ();
}
