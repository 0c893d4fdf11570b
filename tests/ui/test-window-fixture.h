/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application in this process, one window of it, and a folder for its files. */
#pragma once
#include "bv-application.h"
#include "bv-create-dialog.h"
#include "bv-language.h"
#include "bv-record.h"
#include "bv-window-private.h"
#include "sample-office.h"
#include "test-folder.h"
#include "test-wait.h"

static BvApplication *application;
static BvWindow *window;

static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
start_application (int *argc, char ***argv)
{
  bv_language_init ("en");
  g_test_init (argc, argv, NULL);
  application = bv_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application))
                               | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

static inline void
show_window (void)
{
  test_folder_make ();
  window = bv_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));
}

/* Closing gives everything back: nothing holds the window any more. */
static inline void
close_window (void)
{
  BvWindow *weak = window;

  g_object_add_weak_pointer (G_OBJECT (weak), (gpointer *) &weak);
  gtk_window_close (GTK_WINDOW (window));
  window = NULL;
  WAIT_FOR (weak == NULL);
  test_folder_remove ();
}

static inline GFile *
make_sample (void)
{
  g_autofree char *path = test_folder_path ("sample.bangvang");

  sample_office_write (path);
  return g_file_new_for_path (path);
}

static inline gboolean
is_enabled (const char *page_action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window->page_actions), page_action);
}

/* Whether a label below @widget says @text somewhere. */
static inline gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}
