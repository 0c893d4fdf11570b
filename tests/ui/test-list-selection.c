/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several rows of a list by the keyboard: selecting, one value for all, copying, filling down, and
 * rows that stay where they are. */
#include "config.h"

#include "bv-achievements-page.h"
#include "bv-number.h"
#include "bv-staff-page.h"
#include "test-list-fixture.h"

static guint
count_selected (Fixture *fixture)
{
  g_autoptr (GArray) ids = bv_list_table_dup_selection (get_parts (fixture)->table);

  return ids->len;
}

static const char *
get_side (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_parts (fixture)->sides);
}

static const BvField *
get_field (const BvKind *kind, const char *name)
{
  return bv_kind_find_field (kind, name);
}

static BvBulkForm *
get_form (Fixture *fixture)
{
  return bv_bulk_pane_get_form (get_parts (fixture)->pane);
}

/* Whether a label below @widget says @text. */
static gboolean
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

static void
test_select (Fixture *fixture, gconstpointer type)
{
  start_at (fixture, 2);
  g_assert_cmpstr (get_side (fixture), ==, "row");
  press ("shift+Down");
  press ("shift+Down");
  WAIT_FOR (count_selected (fixture) == 3);
  g_assert_cmpstr (get_side (fixture), ==, "several");
  g_assert_true (says (GTK_WIDGET (get_parts (fixture)->pane), "3 rows selected"));
  g_assert_cmpuint (bv_page_get_n_selected (fixture->page), ==, 3);
  press ("ctrl+a");
  WAIT_FOR (count_selected (fixture) == bv_record_list_get_n_rows (get_parts (fixture)->list));
  press ("Down");
  WAIT_FOR (count_selected (fixture) == 1);
  g_assert_cmpstr (get_side (fixture), ==, "row");
  g_assert_nonnull (bv_inspector_get_record (get_parts (fixture)->inspector));
}

/* The value, Enter to look, Enter to do; one Ctrl+Z takes all back. */
static void
test_one_value (Fixture *fixture, gconstpointer data)
{
  gint64 steps = ask (fixture, "SELECT count(*) FROM history");
  gint64 before;
  GtkWidget *button;

  start_at (fixture, 0);
  press ("shift+Down");
  press ("shift+Down");
  press ("shift+Down");
  WAIT_FOR (count_selected (fixture) == 4);
  g_assert_true (
      bv_bulk_form_choose (get_form (fixture), get_field (&bv_person_kind, "job_title")));
  before = ask (fixture, "SELECT count(*) FROM person WHERE job_title = 'thu nghiem'");
  button = bv_bulk_form_get_apply_button (get_form (fixture));
  g_assert_false (gtk_widget_get_sensitive (button));
  BV_PAGE_GET_CLASS (fixture->page)->edit (fixture->page);
  WAIT_FOR (get_focus (fixture) != NULL
            && gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (get_form (fixture))));
  type ("thu nghiem");
  press ("Return");
  WAIT_FOR (gtk_widget_get_sensitive (button));
  g_assert_true (says (GTK_WIDGET (get_form (fixture)), "→ thu nghiem"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, steps);
  g_assert_true (gtk_widget_has_focus (button));
  press ("Return");
  WAIT_FOR (fixture->toast != NULL);
  g_assert_cmpstr (fixture->toast, ==, "“Position” changed in 4 rows");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, steps + 1);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM person WHERE job_title = 'thu nghiem'"), ==, before + 4);
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  undo (fixture);
  g_assert_cmpint (
      ask (fixture, "SELECT count(*) FROM person WHERE job_title = 'thu nghiem'"), ==, before);
  g_assert_null (fixture->report);
}

static void
test_fill_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) first = NULL;
  GtkWidget *button;

  start_at (fixture, 0);
  first = bv_office_load (fixture->office, &bv_person_kind, get_row (fixture, 0), NULL);
  press ("ctrl+a");
  WAIT_FOR (count_selected (fixture) > 10);
  g_assert_true (
      bv_bulk_form_choose (get_form (fixture), get_field (&bv_person_kind, "department_id")));
  press ("ctrl+shift+d");
  button = bv_bulk_form_get_apply_button (get_form (fixture));
  WAIT_FOR (gtk_widget_has_focus (button));
  g_assert_true (says (GTK_WIDGET (get_form (fixture)),
                       bv_office_get_name (fixture->office,
                                           &bv_department_kind,
                                           bv_record_get_integer (first, "department_id"))));
  press ("Return");
  WAIT_FOR (fixture->toast != NULL);
  g_assert_cmpint (ask (fixture, "SELECT count(DISTINCT department_id) FROM person"), ==, 1);
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(DISTINCT department_id) FROM person"), >, 1);
}

/* The value above comes into the field in hand, which keeps the keyboard; no other row is made. */
static void
test_fill_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) above = NULL;
  g_autoptr (BvRecord) filled = NULL;
  gint64 n_rows = ask (fixture, "SELECT count(*) FROM achievement");

  start_at (fixture, 3);
  BV_PAGE_GET_CLASS (fixture->page)->edit (fixture->page);
  for (guint i = 0; i < 12
                    && bv_form_get_field (bv_inspector_get_form (get_parts (fixture)->inspector))
                           != get_field (&bv_achievement_kind, "achieved_on");
       i++)
    press ("Tab");
  g_assert_true (bv_form_get_field (bv_inspector_get_form (get_parts (fixture)->inspector))
                 == get_field (&bv_achievement_kind, "achieved_on"));
  above = bv_office_load (fixture->office, &bv_achievement_kind, get_row (fixture, 2), NULL);
  press ("1");
  press ("ctrl+shift+d");
  WAIT_FOR (fixture->toast != NULL);
  filled = bv_office_load (fixture->office, &bv_achievement_kind, get_row (fixture, 3), NULL);
  g_assert_cmpstr (
      bv_record_get_text (filled, "achieved_on"), ==, bv_record_get_text (above, "achieved_on"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows);
  g_assert_true (
      gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (get_parts (fixture)->inspector)));
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (BvRecord) record = NULL;
  g_auto (GStrv) headings = NULL;

  start_at (fixture, 1);
  press ("shift+Down");
  WAIT_FOR (count_selected (fixture) == 2);
  press ("ctrl+c");
  WAIT_FOR (fixture->toast != NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_cb, &text);
  WAIT_FOR (text != NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "Full name\t"));
  headings = g_strsplit (lines[0], "\t", -1);
  record = bv_office_load (fixture->office, &bv_person_kind, get_row (fixture, 1), NULL);
  g_assert_true (g_str_has_prefix (lines[1], bv_record_get_text (record, "full_name")));
  for (guint i = 0; i < 3; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (headings));
  }
  g_assert_cmpstr (lines[3], ==, "");
}

/* One row has no headings; a text of several lines stays one cell. */
static void
test_copy_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  start_at (fixture, 0);
  record = bv_office_load (fixture->office, &bv_achievement_kind, get_row (fixture, 0), NULL);
  bv_record_set_text (record, "title", "Hai dòng\ncó \"ngoặc\"");
  bv_record_set_integer (record, "points", 123450);
  g_assert_true (bv_record_get_id (record) != 0);
  bv_record_set_integer (record, "points", 99950);
  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  text = bv_list_page_dup_cells (BV_LIST_PAGE (fixture->page));
  g_assert_true (g_str_has_prefix (text, "\"Hai dòng\ncó \"\"ngoặc\"\"\"\t"));
  g_assert_nonnull (strstr (text, "\t999,50"));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  gint64 n_rows = ask (fixture, "SELECT count(*) FROM achievement");
  guint n_shown = bv_record_list_get_n_rows (get_parts (fixture)->list);
  g_autoptr (GError) error = NULL;

  start_at (fixture, 0);
  bv_database_exec (bv_office_get_database (fixture->office),
                    "DELETE FROM proposal_ground; DELETE FROM award_ground; DELETE FROM credit;"
                    "DELETE FROM attachment; DELETE FROM remark",
                    &error);
  g_assert_no_error (error);
  press ("shift+Down");
  press ("shift+Down");
  WAIT_FOR (count_selected (fixture) == 3);
  BV_PAGE_GET_CLASS (fixture->page)->delete_rows (fixture->page);
  settle ();
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows - 3);
  g_assert_cmpuint (bv_record_list_get_n_rows (get_parts (fixture)->list), ==, n_shown - 3);
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  g_assert_cmpstr (get_side (fixture), ==, "row");
  undo (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM achievement"), ==, n_rows);
  g_assert_cmpuint (bv_record_list_get_n_rows (get_parts (fixture)->list), ==, n_shown);
}

/* Esc leads back to the list; what was typed for several rows and not done changes nothing. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  gint64 steps = ask (fixture, "SELECT count(*) FROM history");

  start_at (fixture, 0);
  press ("shift+Down");
  WAIT_FOR (count_selected (fixture) == 2);
  g_assert_true (
      bv_bulk_form_choose (get_form (fixture), get_field (&bv_person_kind, "job_title")));
  BV_PAGE_GET_CLASS (fixture->page)->edit (fixture->page);
  type ("x");
  press ("Escape");
  press ("Escape");
  WAIT_FOR (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (get_parts (fixture)->table)));
  press ("Down");
  WAIT_FOR (count_selected (fixture) == 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM history"), ==, steps);
}

/* Tab is one stop at the rows: the form comes next, not the next row, and back it is the same row.
 */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = GTK_WIDGET (get_parts (fixture)->table);
  GtkWidget *row;

  start_at (fixture, 2);
  row = get_focus (fixture);
  g_assert_true (gtk_widget_is_ancestor (row, table));
  press ("Tab");
  g_assert_true (
      gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (get_parts (fixture)->inspector)));
  press ("shift+Tab");
  g_assert_true (get_focus (fixture) == row);
  press ("shift+Tab");
  g_assert_false (gtk_widget_is_ancestor (get_focus (fixture), table));
  g_assert_cmpuint (count_selected (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  bv_language_init ("en");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, page, func)                                                                      \
  g_test_add ("/list-selection/" name, Fixture, page, open_page, func, close_page)
  ADD ("select", bv_staff_page_get_type, test_select);
  ADD ("one-value", bv_staff_page_get_type, test_one_value);
  ADD ("fill-several", bv_staff_page_get_type, test_fill_several);
  ADD ("fill-one", bv_achievements_page_get_type, test_fill_one);
  ADD ("copy", bv_staff_page_get_type, test_copy);
  ADD ("copy-one", bv_achievements_page_get_type, test_copy_one);
  ADD ("delete", bv_achievements_page_get_type, test_delete);
  ADD ("leave", bv_staff_page_get_type, test_leave);
  ADD ("tab", bv_achievements_page_get_type, test_tab);
  return g_test_run ();
}
