/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows typed one after the other: fields kept for the next, rows made where they are missing. */
#include "config.h"

#include "bv-achievements-page.h"
#include "bv-create-window.h"
#include "bv-staff-page.h"
#include "test-list-fixture.h"

static gboolean
has_focus_in (Fixture *fixture, const char *name)
{
  return gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (get_field_row (fixture, name)));
}

/* A kept field begins the next new row, follows what is typed into it, and lets go again; what is
 * being typed when the key comes is not lost. */
static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  gint64 n_rows = ask (fixture, "SELECT count(*) FROM achievement");

  start_at (fixture, 0);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "achieved_on")));
  press ("ctrl+g");
  WAIT_FOR (
      gtk_widget_has_css_class (GTK_WIDGET (get_field_row (fixture, "achieved_on")), "pinned"));
  kept = g_strdup (get_text (fixture, "achieved_on"));
  g_assert_cmpstr (kept, !=, "");
  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  settle ();
  g_assert_cmpstr (get_text (fixture, "achieved_on"), ==, kept);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "criterion_id")));
  press ("Tab");
  g_assert_true (has_focus_in (fixture, "points"));
  press ("shift+Tab");
  g_assert_true (has_focus_in (fixture, "achieved_on"));
  g_assert_cmpstr (get_text (fixture, "document_number"), ==, "");
  g_assert_false (bv_inspector_is_dirty (get_parts (fixture)->inspector));

  g_assert_true (bv_field_row_focus (get_field_row (fixture, "document_number")));
  type ("12a");
  press ("ctrl+g");
  g_assert_cmpstr (get_text (fixture, "document_number"), ==, "12a");
  press ("Tab");
  g_assert_true (bv_field_row_is_pending (get_field_row (fixture, "document_number")));
  bv_list_page_edit_row (BV_LIST_PAGE (fixture->page), NOTHING_EDITED);
  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  settle ();
  g_assert_cmpstr (get_text (fixture, "document_number"), ==, "12a");
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "document_number")));
  press ("ctrl+g");
  g_assert_false (
      gtk_widget_has_css_class (GTK_WIDGET (get_field_row (fixture, "document_number")), "pinned"));
  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  settle ();
  g_assert_cmpstr (get_text (fixture, "document_number"), ==, "");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows);
}

static BvCreateWindow *
find_create_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) shown = g_list_model_get_item (windows, i);

    if (BV_IS_CREATE_WINDOW (shown) && gtk_widget_get_mapped (shown))
      return BV_CREATE_WINDOW (shown);
  }
  return NULL;
}

/* A department that is missing is made where its name is typed, and chosen; one Ctrl+Z takes back
 * the choice and the department. */
static void
test_create_reference (Fixture *fixture, gconstpointer data)
{
  gint64 n_departments = ask (fixture, "SELECT count(*) FROM department");
  gint64 id;

  start_at (fixture, 0);
  id = get_parts (fixture)->edited;
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "department_id")));
  press ("ctrl+a");
  type ("to xyz");
  press ("Return");
  WAIT_FOR (find_create_window () != NULL);
  g_assert_true (bv_create_window_create (find_create_window ()));
  WAIT_FOR (find_create_window () == NULL);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM department"), ==, n_departments + 1);
  g_assert_cmpstr (get_text (fixture, "department_id"), ==, "to xyz");
  g_assert_null (bv_field_row_get_error (get_field_row (fixture, "department_id")));
  {
    g_autoptr (BvRecord) person = bv_office_load (fixture->office, &bv_person_kind, id, NULL);
    gint64 department = bv_record_get_integer (person, "department_id");

    g_assert_cmpstr (
        bv_office_get_name (fixture->office, &bv_department_kind, department), ==, "to xyz");
  }
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM department"), ==, n_departments);
  g_assert_null (fixture->report);
}

/* A person made for a new achievement is taken back together with it: one line of the log. */
static void
test_create_for_new_row (Fixture *fixture, gconstpointer data)
{
  gint64 n_people = ask (fixture, "SELECT count(*) FROM person");
  gint64 n_rows = ask (fixture, "SELECT count(*) FROM achievement");
  gint64 n_steps = ask (fixture, "SELECT count(*) FROM history");

  start_at (fixture, 0);
  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  settle ();
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "subject_id")));
  type ("xyz moi");
  press ("Return");
  WAIT_FOR (find_create_window () != NULL);
  g_assert_true (bv_create_window_create (find_create_window ()));
  WAIT_FOR (find_create_window () == NULL);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person"), ==, n_people + 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "criterion_id")));
  press ("Down"); /* opens the list */
  press ("Down");
  press ("Return");
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "title")));
  type ("viec moi");
  g_assert_true (bv_inspector_flush (get_parts (fixture)->inspector));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows + 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, n_steps + 1);
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM person"), ==, n_people);
  g_assert_null (fixture->report);
}

/* Esc makes nothing, and what was typed is still there. */
static void
test_create_cancelled (Fixture *fixture, gconstpointer data)
{
  gint64 n_people = ask (fixture, "SELECT count(*) FROM subject");

  start_at (fixture, 0);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "subject_id")));
  press ("ctrl+a");
  type ("xyz khong co");
  press ("Return");
  WAIT_FOR (find_create_window () != NULL);
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (find_create_window ())));
  press ("Escape");
  WAIT_FOR (find_create_window () == NULL);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM subject"), ==, n_people);
  g_assert_cmpstr (get_text (fixture, "subject_id"), ==, "xyz khong co");
}

/* Whoever writes down a movement gone by does not type its year with every day. */
static void
test_day_without_year (Fixture *fixture, gconstpointer data)
{
  start_at (fixture, 0);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "achieved_on")));
  press ("ctrl+a");
  type ("1");
  press ("slash");
  type ("7");
  press ("Return");
  g_assert_cmpstr (get_text (fixture, "achieved_on"), ==, "01/07/2024");
  g_assert_null (bv_field_row_get_error (get_field_row (fixture, "achieved_on")));
}

/* Of many people only the year of birth is known. */
static void
test_year_of_birth (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) person = NULL;

  start_at (fixture, 0);
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "birth_date")));
  press ("ctrl+a");
  type ("1980");
  press ("Return");
  g_assert_cmpstr (get_text (fixture, "birth_date"), ==, "1980");
  g_assert_null (bv_field_row_get_error (get_field_row (fixture, "birth_date")));
  g_assert_false (bv_inspector_is_dirty (get_parts (fixture)->inspector));
  person = bv_office_load (fixture->office, &bv_person_kind, get_parts (fixture)->edited, NULL);
  g_assert_cmpstr (bv_record_get_text (person, "birth_date"), ==, "1980");
}

int
main (int argc, char *argv[])
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, page, func)                                                                      \
  g_test_add ("/list-entry/" name, Fixture, page, open_page, func, close_page)
  ADD ("pin", bv_achievements_page_get_type, test_pin);
  ADD ("create-reference", bv_staff_page_get_type, test_create_reference);
  ADD ("create-cancelled", bv_achievements_page_get_type, test_create_cancelled);
  ADD ("create-for-new-row", bv_achievements_page_get_type, test_create_for_new_row);
  ADD ("day-without-year", bv_achievements_page_get_type, test_day_without_year);
  ADD ("year-of-birth", bv_staff_page_get_type, test_year_of_birth);
  return g_test_run ();
}
