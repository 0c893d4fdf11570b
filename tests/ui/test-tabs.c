/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages made of several: every tab opens, one step reaches them, a row is found in its tab. */
#include "config.h"

#include "bv-focus.h"
#include "bv-list-page-private.h"
#include "bv-movements-page.h"
#include "bv-own-office-page.h"
#include "bv-record.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  BvOffice *office;
  gint64 movement, criterion;
  GtkWindow *window;
  BvTabsPage *page;
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
add_criterion (Fixture *fixture, const char *title)
{
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);

  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", title);
  bv_record_set_integer (criterion, "max_points", 1000);
  return save (fixture, criterion);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bv-tabs-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sở.bangvang", NULL);
  fixture->office = bv_office_create (
      fixture->path, "Sở Thử", NULL, NULL, NULL, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_record_set_text (movement, "title", "Phong trào thử");
  fixture->movement = save (fixture, movement);
  fixture->criterion = add_criterion (fixture, "Đối ngoại");
}

static void
show_page (Fixture *fixture, GType type)
{
  fixture->page = g_object_new (type, NULL);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1126, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  bv_page_set_office (BV_PAGE (fixture->page), fixture->office);
  bv_page_set_movement (BV_PAGE (fixture->page), fixture->movement);
  gtk_window_present (fixture->window);
  bv_page_load (BV_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  bv_office_close (fixture->office, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->office);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_every_tab (Fixture *fixture, gconstpointer data)
{
  show_page (fixture, GPOINTER_TO_SIZE (data));
  for (const BvTab *tab = BV_TABS_PAGE_GET_CLASS (fixture->page)->tabs; tab->name != NULL; tab++) {
    BvPage *shown;

    g_assert_true (bv_tabs_page_show (fixture->page, tab->name));
    shown = bv_tabs_page_get_shown (fixture->page);
    g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (shown, tab->get_type ()));
    g_assert_cmpstr (
        bv_page_get_subtitle (BV_PAGE (fixture->page)), ==, bv_page_get_subtitle (shown));
    bv_page_take_keyboard (BV_PAGE (fixture->page)); /* not to the row of tabs */
    g_assert_true (gtk_widget_is_ancestor (bv_focus_find (GTK_WIDGET (shown)), GTK_WIDGET (shown)));
  }
  g_assert_false (bv_tabs_page_show (fixture->page, "no such tab"));
}

static void
test_row_in_its_tab (Fixture *fixture, gconstpointer data)
{
  BvListPagePrivate *parts;
  gint64 second = add_criterion (fixture, "Biên giới");

  show_page (fixture, BV_TYPE_MOVEMENTS_PAGE);
  BV_PAGE_GET_CLASS (fixture->page)->show_row (BV_PAGE (fixture->page), second);
  parts = bv_list_page_get_private (BV_LIST_PAGE (bv_tabs_page_get_shown (fixture->page)));
  g_assert_cmpint (parts->edited, ==, second);
  g_assert_cmpint (bv_list_table_get_selected (parts->table), ==, second);
  g_assert_cmpuint (bv_page_get_n_selected (BV_PAGE (fixture->page)), ==, 1);
}

static void
test_step_reaches_tab (Fixture *fixture, gconstpointer data)
{
  show_page (fixture, BV_TYPE_MOVEMENTS_PAGE);
  bv_tabs_page_show (fixture->page, "criteria");
  g_assert_cmpstr (bv_page_get_subtitle (BV_PAGE (fixture->page)), ==, "1 row");
  while (!gtk_widget_get_mapped (GTK_WIDGET (bv_tabs_page_get_shown (fixture->page))))
    g_main_context_iteration (NULL, TRUE);
  add_criterion (fixture, "Biên giới");
  g_assert_cmpstr (bv_page_get_subtitle (BV_PAGE (fixture->page)), ==, "2 rows");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, data, func)                                                                      \
  g_test_add (name, Fixture, GSIZE_TO_POINTER (data), set_up, func, tear_down)
  ADD ("/tabs/movements", BV_TYPE_MOVEMENTS_PAGE, test_every_tab);
  ADD ("/tabs/own-office", BV_TYPE_OWN_OFFICE_PAGE, test_every_tab);
  ADD ("/tabs/row-in-its-tab", 0, test_row_in_its_tab);
  ADD ("/tabs/step-reaches-tab", 0, test_step_reaches_tab);
  return g_test_run ();
}
