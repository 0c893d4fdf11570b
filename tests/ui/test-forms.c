/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of department forms, the window that takes forms in, and next year's movement. */
#include "config.h"

#include "bv-create-window.h"
#include "bv-date.h"
#include "bv-department-form-write.h"
#include "bv-focus.h"
#include "bv-forms-window.h"
#include "bv-movement-list-page.h"
#include "bv-submissions-page.h"
#include "test-clipboard.h"
#include "test-list-fixture.h"

#include <glib/gstdio.h>

#define SENT                                                                                       \
  "SELECT count (*) FROM submission WHERE state IN ('sent', 'received') AND state_on IS NOT NULL"

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (window->data, type) && gtk_widget_get_mapped (window->data))
      return window->data;
  return NULL;
}

/* The shown button below @widget that is called @label, underlines aside. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
click (GtkWidget *window, const char *label)
{
  GtkWidget *button = find_button (window, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static guint
count_labels (GtkWidget *widget, const char *text)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
            && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

/* As a department does it, in a program of its own: @script gets the book as "b". */
static void
fill (const char *path, const char *script)
{
  g_autofree char *program = g_strdup_printf (
      "import sys, openpyxl\np = sys.argv[1]\nb = openpyxl.load_workbook (p)\n"
      "h = b['_BangVang']\n%s\nb.save (p)\n",
      script);
  const char *words[] = { "/usr/bin/python3", "-c", program, path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) words, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

/* A folder as it comes back: one form that is filled in, one with a mistake, one that was changed
 * where nothing may be, and something else altogether. */
static GFile *
make_folder (Fixture *fixture)
{
  static const char *const names[] = { "tot.xlsx", "loi.xlsx", "sua.xlsx" };
  static const char *const scripts[] = {
    "s = b.worksheets[0]\ns['A6'] = h['G1'].value; s['B6'] = h['H2'].value; s['C6'] = 'Việc tốt'",
    "s = b.worksheets[0]\ns['A6'] = h['G1'].value; s['B6'] = h['H2'].value; s['C6'] = 'Việc khác'\n"
    "s['A7'] = 'Người lạ'; s['B7'] = h['H1'].value; s['C7'] = 'x'",
    "h['A6'] = '1'",
  };
  static const char *const departments[] = { "Văn phòng Sở",
                                             "Thanh tra Sở",
                                             "Phòng Quản lý biên giới" };
  g_autofree char *path = test_folder_path ("ve");
  g_autofree char *other = g_build_filename (path, "thu.xlsx", NULL);
  GFile *folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_make_directory (folder, NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *form = g_build_filename (path, names[i], NULL);
    g_autofree char *sql = g_strdup_printf ("SELECT id FROM department WHERE name = '%s'",
                                            departments[i]);

    g_assert_true (bv_department_form_write (fixture->office,
                                             fixture->movement,
                                             ask (fixture, sql),
                                             BV_DEPARTMENT_FORM_PLEDGES,
                                             form,
                                             &error));
    g_assert_no_error (error);
    fill (form, scripts[i]);
  }
  g_assert_true (g_file_set_contents (other, "no workbook", -1, NULL));
  return folder;
}

/* What is in the folder is judged before anything is written; the good ones come in as one step,
 * and the board says who has sent. */
static void
test_take_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = make_folder (fixture);
  gint64 pledges = ask (fixture, "SELECT count (*) FROM pledge");
  gint64 sent = ask (fixture, SENT);
  GtkWidget *window;

  BV_PAGE_GET_CLASS (fixture->page)->import_rows (fixture->page);
  WAIT_FOR ((window = find_window (BV_TYPE_FORMS_WINDOW)) != NULL);
  g_assert_false (gtk_widget_is_sensitive (find_button (window, "_Take in")));
  g_assert_true (bv_focus_find (window) == find_button (window, "Choose a f_older…"));
  bv_forms_window_add (BV_FORMS_WINDOW (window), folder);
  settle ();
  g_assert_cmpuint (count_labels (window, "Good"), ==, 1);
  g_assert_cmpuint (count_labels (window, "With errors"), ==, 1);
  g_assert_cmpuint (count_labels (window, "Refused"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM pledge"), ==, pledges);
  bv_forms_window_add (BV_FORMS_WINDOW (window), folder); /* once more is not twice */
  g_assert_cmpuint (count_labels (window, "Good"), ==, 1);
  g_assert_cmpuint (count_labels (window, "Refused"), ==, 2);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (find_window (BV_TYPE_FORMS_WINDOW) == NULL);
  copy_file (fixture->window, folder); /* or pasted among the rows */
  BV_PAGE_GET_CLASS (fixture->page)->paste_rows (fixture->page);
  WAIT_FOR ((window = find_window (BV_TYPE_FORMS_WINDOW)) != NULL);
  settle ();
  click (window, "_Take in 2 forms");
  WAIT_FOR (find_window (BV_TYPE_FORMS_WINDOW) == NULL);
  g_assert_cmpstr (fixture->toast, ==, "2 forms were taken in");
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM pledge"), ==, pledges + 2);
  g_assert_cmpint (ask (fixture, SENT), ==, sent + 2);
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM pledge"), ==, pledges);
  g_assert_cmpint (ask (fixture, SENT), ==, sent);
}

static void
got_text_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
dup_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (fixture->window), NULL, got_text_cb, &text);
  WAIT_FOR (text != NULL);
  return text;
}

static void
choose_state (Fixture *fixture, const char *state)
{
  g_auto (BvValue) value = BV_VALUE_INIT;

  bv_value_set_text (&value, state);
  bv_form_fill (bv_inspector_get_form (get_parts (fixture)->inspector),
                bv_kind_find_field (&bv_submission_kind, "state"),
                &value);
  settle ();
}

static void
assert_state (Fixture *fixture, gint64 id, const char *state)
{
  g_autoptr (BvRecord) stored = bv_office_load (fixture->office, &bv_submission_kind, id, NULL);
  g_autofree char *today = bv_date_today ();

  g_assert_cmpstr (bv_record_get_text (stored, "state"), ==, state);
  g_assert_cmpstr (bv_record_get_text (stored, "state_on"), ==, today);
}

/* Who is late is named in the reminder; a form goes from “not sent” to “received” or back with what
 * has to be mended, and each state has its day. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = test_folder_path ("di");
  g_autofree char *text = NULL;
  gint64 id;
  guint n = 0;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (bv_department_form_write_all (fixture->office, fixture->movement, path, &n, NULL));
  settle ();
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpint (
      ask (fixture, "SELECT count (*) FROM submission WHERE state = 'missing'"), >, 10);
  click (fixture->window, "Copy _reminder");
  text = dup_clipboard (fixture);
  g_assert_nonnull (strstr (text, "Văn phòng Sở"));
  g_assert_nonnull (strstr (text, "Thanh tra Sở"));

  start_at (fixture, 0);
  id = get_parts (fixture)->edited;
  choose_state (fixture, "sent");
  assert_state (fixture, id, "sent");
  choose_state (fixture, "returned"); /* not without a word */
  g_assert_nonnull (bv_field_row_get_error (get_field_row (fixture, "state")));
  assert_state (fixture, id, "sent");
  g_assert_true (bv_field_row_focus (get_field_row (fixture, "note")));
  type ("bo sung");
  g_assert_true (bv_inspector_flush (get_parts (fixture)->inspector));
  assert_state (fixture, id, "returned");
  choose_state (fixture, "received");
  assert_state (fixture, id, "received");
  g_assert_null (fixture->report);
}

/* Next year's movement is asked for with its title and period a year later, and made in one step.
 */
static void
test_clone (Fixture *fixture, gconstpointer data)
{
  gint64 n_movements = ask (fixture, "SELECT count (*) FROM movement");
  gint64 n_contents = ask (fixture, "SELECT count (*) FROM criterion");
  GtkWidget *window;
  GtkEditable *title;

  bv_list_page_show_row (BV_LIST_PAGE (fixture->page), fixture->movement);
  settle ();
  click (fixture->window, "_Clone the movement…");
  WAIT_FOR ((window = find_window (BV_TYPE_CREATE_WINDOW)) != NULL);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM movement"), ==, n_movements);
  title = GTK_EDITABLE (bv_editor_get_control (bv_field_row_get_editor (
      bv_create_window_get_row (BV_CREATE_WINDOW (window), "short_title"))));
  gtk_editable_set_text (title, "Thi đua năm sau");
  click (window, "C_reate");
  WAIT_FOR (find_window (BV_TYPE_CREATE_WINDOW) == NULL);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM movement"), ==, n_movements + 1);
  g_assert_cmpint (ask (fixture,
                        "SELECT count (*) FROM movement WHERE short_title = 'Thi đua năm sau'"
                        " AND start_on = '2025-06-01' AND status = 'draft'"),
                   ==,
                   1);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM criterion"), >, n_contents);
  g_assert_cmpstr (get_text (fixture, "start_on"), ==, "01/06/2025");
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM movement"), ==, n_movements);
  g_assert_cmpint (ask (fixture, "SELECT count (*) FROM criterion"), ==, n_contents);
}

int
main (int argc, char *argv[])
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, page, func)                                                                      \
  g_test_add ("/forms/" name, Fixture, page, open_page, func, close_page)
  ADD ("take-in", bv_submissions_page_get_type, test_take_in);
  ADD ("board", bv_submissions_page_get_type, test_board);
  ADD ("clone", bv_movement_list_page_get_type, test_clone);
  return g_test_run ();
}
