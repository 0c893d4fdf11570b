/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of the sample office in a window of its own, and what it says to the window. */
#pragma once
#include "bv-language.h"
#include "bv-page.h"
#include "bv-record.h"
#include "sample-office.h"
#include "test-folder.h"
#include "test-wait.h"

typedef struct
{
  char *path;
  BvOffice *office;
  gint64 movement;
  GtkWidget *window;
  BvPage *page;
  char *toast, *report, *went;
  gint64 went_id, went_rows; /* -1: all rows */
} Fixture;

static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline gint64
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (bv_office_get_database (fixture->office), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* The sample's proposals as they were before the council voted on them and sealed its session;
 * what earlier movements brought is gone too. */
static inline void
forget_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bv_database_exec (bv_office_get_database (fixture->office),
                    "DELETE FROM tally; DELETE FROM ballot; DELETE FROM attendance;"
                    "DELETE FROM session; DELETE FROM award_ground; DELETE FROM award;"
                    "DELETE FROM proposal_ground;"
                    "DELETE FROM proposal WHERE movement_id <> (SELECT id FROM movement"
                    " ORDER BY start_on DESC LIMIT 1); DELETE FROM decision",
                    &error);
  g_assert_no_error (error);
}

static inline void
fixture_toast_cb (BvPage *page, const char *message, gboolean undo, Fixture *fixture)
{
  g_free (fixture->toast);
  fixture->toast = g_strdup (message);
}

static inline void
fixture_report_cb (BvPage *page, GError *error, Fixture *fixture)
{
  g_free (fixture->report);
  fixture->report = g_strdup (error->message);
}

static inline void
fixture_go_cb (BvPage *page, const char *name, gint64 id, const BvQuery *query, Fixture *fixture)
{
  g_free (fixture->went);
  fixture->went = g_strdup (name);
  fixture->went_id = id;
  fixture->went_rows = query != NULL ? bv_query_count (query, fixture->office, NULL) : -1;
}

static inline void
open_page (Fixture *fixture, gconstpointer type)
{
  g_autoptr (GError) error = NULL;

  test_folder_make ();
  fixture->path = test_folder_path ("sở.bangvang");
  sample_office_write (fixture->path);
  fixture->office = bv_office_open (fixture->path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  fixture->movement = ask (fixture, "SELECT id FROM movement WHERE start_on = '2024-06-01'");
  fixture->page = g_object_new (((GType (*) (void)) type) (), NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 720);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_signal_connect (fixture->page, "toast", G_CALLBACK (fixture_toast_cb), fixture);
  g_signal_connect (fixture->page, "report", G_CALLBACK (fixture_report_cb), fixture);
  g_signal_connect (fixture->page, "go", G_CALLBACK (fixture_go_cb), fixture);
  bv_page_set_office (fixture->page, fixture->office);
  bv_page_set_movement (fixture->page, fixture->movement);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_FOR (gtk_widget_get_mapped (fixture->window));
  bv_page_load (fixture->page);
  settle ();
}

/* Closing gives everything back: nothing holds the page or the office any more. */
static inline void
close_page (Fixture *fixture, gconstpointer type)
{
  BvPage *page = fixture->page;
  BvOffice *office = fixture->office;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (office), (gpointer *) &office);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_FOR (page == NULL);
  g_assert_true (bv_office_close (fixture->office, NULL));
  g_object_unref (fixture->office);
  WAIT_FOR (office == NULL); /* what was still being read in a thread lets go of it later */
  g_free (fixture->path);
  g_free (fixture->toast);
  g_free (fixture->report);
  g_free (fixture->went);
  test_folder_remove ();
}

static inline void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
  settle ();
}
