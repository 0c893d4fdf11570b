/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log page: new steps come on top, undone ones say so, an older one can be taken back. */
#include "config.h"

#include "bv-history-page.h"
#include "bv-log-entry.h"
#include "test-page-fixture.h"

static BvLogEntry *
get_entry (Fixture *fixture, guint position)
{
  GListModel *model = bv_history_page_get_model (BV_HISTORY_PAGE (fixture->page));
  g_autoptr (BvLogEntry) entry = g_list_model_get_item (model, position);

  g_assert_nonnull (entry);
  return entry;
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (bv_history_page_get_model (BV_HISTORY_PAGE (fixture->page)));
}

static gint64
add_department (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);

  bv_record_set_text (department, "name", name);
  g_assert_true (bv_office_save (fixture->office, department, &error));
  g_assert_no_error (error);
  settle ();
  return bv_record_get_id (department);
}

static void
rename_department (Fixture *fixture, gint64 id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) department = bv_office_load (
      fixture->office, &bv_department_kind, id, &error);

  bv_record_set_text (department, "name", name);
  g_assert_true (bv_office_save (fixture->office, department, &error));
  settle ();
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  guint before = count (fixture);

  add_department (fixture, "Phòng Thử");
  g_assert_cmpuint (count (fixture), ==, before + 1);
  g_assert_cmpstr (bv_log_entry_get_state_label (get_entry (fixture, 0)), ==, "");
  g_assert_cmpuint (bv_log_entry_get_step (get_entry (fixture, 0))->n_rows, ==, 1);
  undo (fixture);
  g_assert_cmpuint (count (fixture), ==, before + 1);
  g_assert_cmpstr (bv_log_entry_get_state_label (get_entry (fixture, 0)), ==, "Undone");
  add_department (fixture, "Phòng Khác");
  g_assert_cmpstr (bv_log_entry_get_state_label (get_entry (fixture, 1)), !=, "Undone");
}

static void
select_step (Fixture *fixture, guint position)
{
  BV_PAGE_GET_CLASS (fixture->page)
      ->show_row (fixture->page, bv_log_entry_get_step (get_entry (fixture, position))->id);
  settle ();
}

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_department (fixture, "Phòng Thử");

  add_department (fixture, "Phòng Khác");
  select_step (fixture, 1);
  bv_history_page_revert (BV_HISTORY_PAGE (fixture->page));
  settle ();
  g_assert_null (fixture->report);
  g_assert_nonnull (fixture->toast);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM department WHERE name = 'Phòng Thử'"), ==, 0);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM department WHERE name = 'Phòng Khác'"), ==, 1);
  g_assert_cmpint (id, !=, 0);
}

static void
test_revert_stands_in_the_way (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_department (fixture, "Phòng Thử");

  rename_department (fixture, id, "Phòng Mới");
  select_step (fixture, 1);
  bv_history_page_revert (BV_HISTORY_PAGE (fixture->page));
  settle ();
  g_assert_nonnull (fixture->report);
  g_assert_nonnull (strstr (fixture->report, "Phòng Mới"));
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM department WHERE name = 'Phòng Mới'"), ==, 1);
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *placeholder)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ENTRY (widget)
      && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, placeholder);
  return found;
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  GtkWidget *from = find_entry (GTK_WIDGET (fixture->page), "From day");
  BvLogFilter *filter = bv_history_page_get_filter (BV_HISTORY_PAGE (fixture->page));
  guint all = count (fixture);

  g_assert_cmpuint (all, >, 5);
  gtk_editable_set_text (GTK_EDITABLE (from), "31/12/2090");
  g_signal_emit_by_name (from, "activate");
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_true (bv_log_filter_is_narrowing (filter));
  gtk_editable_set_text (GTK_EDITABLE (from), "32/1");
  g_signal_emit_by_name (from, "activate");
  g_assert_true (gtk_widget_has_css_class (from, "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (from));
  bv_log_filter_clear (filter);
  settle ();
  g_assert_cmpuint (count (fixture), ==, all);
  gtk_editable_set_text (GTK_EDITABLE (from), "1/6/24");
  g_signal_emit_by_name (from, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "01/06/2024");
  g_assert_cmpuint (count (fixture), ==, all);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/history-page/" name, Fixture, bv_history_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("follows", test_follows);
  ADD ("revert", test_revert);
  ADD ("revert-stands-in-the-way", test_revert_stands_in_the_way);
  ADD ("days", test_days);
  return g_test_run ();
}
