/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which departments are merged or get another name. */
#include "config.h"

#include "bv-departments-page.h"
#include "bv-history.h"
#include "bv-merge-window.h"
#include "test-list-fixture.h"

static gint64
find (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM department WHERE name = '%s'", name);

  return ask (fixture, sql);
}

static void
fill (BvMergeWindow *window, const char *field, const char *text)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_value_set_text (&value, text);
  bv_merge_window_fill (window, field, &value);
}

static void
assert_says (BvMergeWindow *window, const char *words)
{
  g_autofree char *preview = bv_merge_window_dup_preview (window);

  if (!strstr (preview, words))
    g_test_message ("%s", preview);
  g_assert_nonnull (strstr (preview, words));
}

/* From the row chosen in the list to the new department, and back by one step. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 bureau = find (fixture, "Văn phòng Sở"), border;
  BvMergeWindow *window;
  g_autofree char *title = NULL;

  g_assert_true (bv_list_page_show_row (BV_LIST_PAGE (fixture->page), bureau));
  border = find (fixture, "Phòng Quản lý biên giới");
  window = BV_MERGE_WINDOW (bv_merge_window_open (
      fixture->page, bv_list_page_get_selected (BV_LIST_PAGE (fixture->page))));
  assert_says (window, "Write the day");
  g_assert_false (bv_merge_window_apply (window));
  bv_merge_window_choose (window, border);
  fill (window, "name", "Văn phòng Tổng hợp");
  fill (window, "document_number", "12/QĐ-SNgV");
  fill (window, "on", "2024-09-15");
  assert_says (window, "“Thi đua thường xuyên năm 2024” goes on");
  fill (window, "on", "2024-08-01");
  assert_says (window, "was settled with the departments as they were on 06/09/2024");
  g_assert_false (bv_merge_window_apply (window));
  fill (window, "on", "2025-03-01");
  assert_says (window, "people of Văn phòng Sở, Phòng Quản lý biên giới work in");
  assert_says (window, "of 4 movements that ended before 01/03/2025");
  g_assert_true (bv_merge_window_apply (window));
  settle ();
  g_assert_cmpstr (fixture->toast, ==, "The departments are merged");
  g_assert_cmpint (fixture->went_id, ==, find (fixture, "Văn phòng Tổng hợp"));
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM department d JOIN department n"
                        " ON n.id = d.successor_id WHERE d.dissolved_on = '2025-03-01'"
                        " AND n.name = 'Văn phòng Tổng hợp' AND n.founded_on = '2025-03-01'"),
                   ==,
                   2);
  title = bv_history_dup_undo_title (bv_office_get_history (fixture->office));
  g_assert_cmpstr (
      title, ==, "Merge Văn phòng Sở, Phòng Quản lý biên giới into Văn phòng Tổng hợp");
  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), NULL));
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM department WHERE successor_id > 0"), ==, 0);
}

/* One department and a new name: it stays itself. One that is there takes the new name's place. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  gint64 inspectors = find (fixture, "Thanh tra Sở");
  BvMergeWindow *window = BV_MERGE_WINDOW (bv_merge_window_open (fixture->page, inspectors));
  BvValue into = { .type = BV_VALUE_INTEGER, .integer = find (fixture, "Văn phòng Sở") };

  fill (window, "on", "2025-03-01");
  bv_merge_window_fill (window, "into", &into);
  assert_says (window, "work in “Văn phòng Sở”");
  into.type = BV_VALUE_NULL;
  bv_merge_window_fill (window, "into", &into);
  fill (window, "name", "Phòng Pháp chế");
  assert_says (window, "“Thanh tra Sở” is called “Phòng Pháp chế”");
  g_assert_true (bv_merge_window_apply (window));
  settle ();
  g_assert_cmpstr (fixture->toast, ==, "The department has its new name");
  g_assert_cmpint (find (fixture, "Phòng Pháp chế"), ==, inspectors);
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM former_name WHERE name = 'Thanh tra Sở'"
                        " AND until_on = '2025-02-28'"),
                   ==,
                   1);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); !found && child;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static BvMergeWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (BV_IS_MERGE_WINDOW (window->data) && gtk_widget_get_mapped (window->data))
      return window->data;
  return NULL;
}

/* By the menu of a row, opened and worked by keys: it begins with that row's department. */
static void
test_row_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (get_parts (fixture)->table);
  GtkWidget *entry;

  start_at (fixture, 2);
  g_assert_null (find_label (table, "Merge or rename…"));
  press ("shift+F10");
  WAIT_FOR ((entry = find_label (table, "Merge or rename…")) != NULL);
  press ("Escape"); /* leaves the keyboard where it was */
  WAIT_FOR (find_label (table, "Merge or rename…") == NULL);
  WAIT_FOR (gtk_widget_is_ancestor (get_focus (fixture), table));
  press ("shift+F10");
  WAIT_FOR ((entry = find_label (table, "Merge or rename…")) != NULL);
  g_assert_true (gtk_widget_is_sensitive (entry));
  press ("m"); /* its access key */
  WAIT_FOR (find_window () != NULL);
  fill (find_window (), "name", "Phòng Pháp chế");
  fill (find_window (), "on", "2025-03-01");
  g_assert_cmpint (get_row (fixture, 2), ==, find (fixture, "Thanh tra Sở"));
  assert_says (find_window (), "“Thanh tra Sở” is called “Phòng Pháp chế”");
}

#define ADD(name, func)                                                                            \
  g_test_add (                                                                                     \
      "/merge-window/" name, Fixture, bv_departments_page_get_type, open_page, func, close_page)

int
main (int argc, char **argv)
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("merge", test_merge);
  ADD ("rename", test_rename);
  ADD ("row-menu", test_row_menu);
  return g_test_run ();
}
