/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows and what leaves it: the list exported as it stands, in the real window. */
#include "config.h"

#include "bv-column-chooser.h"
#include "bv-column-layout.h"
#include "bv-content.h"
#include "bv-list-chip.h"
#include "bv-list-page-private.h"
#include "bv-saved-filters.h"
#include "bv-table.h"
#include "test-window-fixture.h"

static BvListPage *
get_page (void)
{
  return BV_LIST_PAGE (bv_content_get_page (window->content));
}

static BvListPagePrivate *
get_parts (void)
{
  return bv_list_page_get_private (get_page ());
}

static void
open_list (const char *page)
{
  g_autoptr (GFile) file = make_sample ();

  g_assert_true (bv_window_open (window, file));
  bv_window_show_page (window, page, 0);
  WAIT_FOR (bv_content_get_page (window->content) != NULL && BV_IS_LIST_PAGE (get_page ())
            && get_parts ()->list != NULL && bv_record_list_get_n_rows (get_parts ()->list) > 0);
  settle ();
}

static gint64
ask (const char *sql)
{
  gint64 value = -1;

  g_assert_true (bv_database_query_integer (
      bv_office_get_database (bv_window_get_office (window)), sql, &value, NULL));
  return value;
}

static guint
count_rows (void)
{
  return bv_record_list_get_n_rows (get_parts ()->list);
}

/* The narrowed list as text: what is on the screen is what is in the file, and it is on record. */
static void
test_export (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) target = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BvTable) table = NULL;
  gint64 n_issues;
  BvListExporter *exporter;

  show_window ();
  open_list ("achievements");
  exporter = bv_content_get_exporter (window->content);
  g_assert_true (is_enabled ("export"));
  gtk_editable_set_text (GTK_EDITABLE (get_parts ()->search), "tieng anh");
  WAIT_FOR (count_rows () > 0 && count_rows () < 50);
  n_issues = ask ("SELECT count (*) FROM issue");
  path = test_folder_path ("danh sách.csv");
  target = g_file_new_for_path (path);
  bv_list_exporter_write (exporter, BV_PAGE (get_page ()), target);
  g_assert_true (bv_list_exporter_is_running (exporter));
  WAIT_FOR (!bv_list_exporter_is_running (exporter));
  settle ();
  g_assert_true (says (GTK_WIDGET (window), "danh sách.csv"));
  g_assert_cmpint (ask ("SELECT count (*) FROM issue"), ==, n_issues + 1);
  g_assert_cmpint (ask ("SELECT count (*) FROM issue WHERE medium = 'csv' AND length (fingerprint)"
                        " = 64 AND title LIKE '%Achievements%' AND file_name LIKE '%sách.csv'"),
                   ==,
                   1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  bytes = g_bytes_new_static (contents, strlen (contents));
  table = bv_table_read (bytes, "x", 0, NULL);
  g_assert_cmpuint (bv_table_get_n_rows (table), ==, count_rows () + 1);
  for (guint i = 0; i < count_rows (); i++) {
    g_autoptr (BvRecord) record = bv_list_table_dup_record (
        get_parts ()->table, bv_record_list_get_id (get_parts ()->list, i));

    g_assert_cmpstr (bv_table_get_cell (table, i + 1, 0), ==, bv_record_get_text (record, "title"));
  }
  close_window ();
}

/* Every page that lists something; tabs export the one in sight. */
static void
test_where (void)
{
  static const char *const pages[] = { "staff",   "movements", "overview",  "scores",
                                       "ranking", "sessions",  "documents", "history" };

  show_window ();
  open_list ("staff");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    bv_window_show_page (window, pages[i], 0);
    settle ();
    g_assert_true (is_enabled ("export"));
  }
  close_window ();
}

static BvListChip *
find_chip (const char *name)
{
  GPtrArray *chips = get_parts ()->chips;

  for (guint i = 0; i < chips->len; i++)
    if (g_str_equal (bv_list_chip_get_name (g_ptr_array_index (chips, i)), name))
      return g_ptr_array_index (chips, i);
  return NULL;
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type, guint *skip)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, skip);
  return found;
}

static GtkWidget *
find_nth (BvListChip *chip, GType type, guint n)
{
  return find_widget (GTK_WIDGET (chip), type, &n);
}

static gboolean
is_shown (const BvField *field, const char *first, const char *last)
{
  for (guint i = 0; i < count_rows (); i++) {
    g_autoptr (BvRecord) record = bv_list_table_dup_record (
        get_parts ()->table, bv_record_list_get_id (get_parts ()->list, i));
    const char *day = bv_record_get_text (record, field->name);

    if (strcmp (day, first) < 0 || strcmp (day, last) > 0)
      return FALSE;
  }
  return TRUE;
}

/* Days are typed into the popover of the chip; Enter takes them. */
static void
test_period (void)
{
  const BvField *day = bv_kind_find_field (&bv_achievement_kind, "achieved_on");
  GtkEditable *from, *to;
  g_autofree char *text = NULL;
  guint all;

  show_window ();
  open_list ("achievements");
  all = count_rows ();
  gtk_menu_button_popup (
      GTK_MENU_BUTTON (find_nth (find_chip ("achieved_on"), GTK_TYPE_MENU_BUTTON, 0)));
  settle ();
  from = GTK_EDITABLE (find_nth (find_chip ("achieved_on"), GTK_TYPE_ENTRY, 0));
  to = GTK_EDITABLE (find_nth (find_chip ("achieved_on"), GTK_TYPE_ENTRY, 1));
  gtk_editable_set_text (from, "no day");
  g_signal_emit_by_name (from, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (from), "error"));
  g_assert_cmpuint (count_rows (), ==, all);
  gtk_editable_set_text (from, "1/8/24");
  gtk_editable_set_text (to, "15.8.2024");
  g_signal_emit_by_name (to, "activate");
  WAIT_FOR (count_rows () < all);
  g_assert_cmpuint (count_rows (), >, 5);
  g_assert_true (is_shown (day, "2024-08-01", "2024-08-15"));
  text = bv_list_chip_dup_text (find_chip ("achieved_on"));
  g_assert_cmpstr (text, ==, "Date: 01/08/2024 – 15/08/2024");
  /* a row that is looked for takes the period away */
  bv_list_page_clear_narrowing (get_page ());
  g_assert_cmpuint (count_rows (), ==, all);
  bv_list_chip_take_state (find_chip ("achieved_on"), "movement");
  bv_list_page_refresh (get_page ());
  g_assert_true (is_shown (day, "2024-06-01", "2024-08-30"));
  close_window ();
}

/* Nobody but the sample's author has done anything; one edit makes one row mine. */
static void
test_mine (void)
{
  g_autoptr (BvRecord) record = NULL;
  BvOffice *office;
  gint64 id;

  show_window ();
  open_list ("achievements");
  office = bv_window_get_office (window);
  bv_office_set_actor (office, "Lan");
  gtk_widget_activate (find_nth (find_chip ("(mine)"), GTK_TYPE_TOGGLE_BUTTON, 0));
  WAIT_FOR (count_rows () == 0);
  id = ask ("SELECT min (id) FROM achievement WHERE movement_id = (SELECT id FROM movement"
            " WHERE start_on = '2024-06-01')");
  record = bv_office_load (office, &bv_achievement_kind, id, NULL);
  bv_record_set_text (record, "note", "đã xem");
  g_assert_true (bv_office_save (office, record, NULL));
  bv_list_page_refresh (get_page ());
  WAIT_FOR (count_rows () == 1);
  g_assert_cmpint (bv_record_list_get_id (get_parts ()->list, 0), ==, id);
  gtk_widget_activate (find_nth (find_chip ("(mine)"), GTK_TYPE_TOGGLE_BUTTON, 0));
  WAIT_FOR (count_rows () > 1);
  close_window ();
}

/* The chip shows what lacks evidence, the sign stands there and goes with the first document. */
static void
test_unproved (void)
{
  g_autoptr (BvRecord) record = NULL;
  guint unproved;

  show_window ();
  open_list ("achievements");
  gtk_widget_activate (find_nth (find_chip ("(unproved)"), GTK_TYPE_TOGGLE_BUTTON, 0));
  unproved = (guint) ask (
      "SELECT count (*) FROM achievement WHERE document_number IS NULL"
      " AND id NOT IN (SELECT achievement_id FROM attachment)"
      " AND movement_id = (SELECT id FROM movement WHERE start_on = '2024-06-01')");
  g_assert_cmpuint (unproved, >, 1);
  WAIT_FOR (count_rows () == unproved);
  record = bv_list_table_dup_record (get_parts ()->table,
                                     bv_record_list_get_id (get_parts ()->list, 0));
  bv_record_set_text (record, "document_number", "1/BC");
  g_assert_true (bv_office_save (bv_window_get_office (window), record, NULL));
  bv_list_page_refresh (get_page ());
  WAIT_FOR (count_rows () == unproved - 1);
  g_assert_null (find_chip ("nothing"));
  bv_window_show_page (window, "staff", 0);
  settle ();
  g_assert_null (find_chip ("(unproved)"));
  g_assert_null (find_chip ("birth_date"));
  g_assert_nonnull (find_chip ("(mine)"));
  close_window ();
}

static char *
join_columns (void)
{
  g_autoptr (GPtrArray) fields = bv_list_table_dup_fields (get_parts ()->table);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (names, "%s ", ((const BvField *) g_ptr_array_index (fields, i))->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_columns (const char *expected)
{
  g_autofree char *names = join_columns ();

  g_assert_cmpstr (names, ==, expected);
}

static GtkWidget *
find_in_page (GType type, guint n)
{
  return find_widget (GTK_WIDGET (get_page ()), type, &n);
}

/* Row @n of the open menu of columns. */
static GtkWidget *
get_column_row (guint n)
{
  guint skip = n;

  return find_widget (find_in_page (BV_TYPE_COLUMN_CHOOSER, 0), GTK_TYPE_LIST_BOX_ROW, &skip);
}

/* One column goes, one that is not usual comes, and all is as usual again. */
static void
test_columns (void)
{
  const char *usual = "title subject_id criterion_id achieved_on points status ";
  guint skip = 0;

  show_window ();
  open_list ("achievements");
  assert_columns (usual);
  gtk_menu_button_popup (GTK_MENU_BUTTON (
      find_widget (find_in_page (BV_TYPE_COLUMN_CHOOSER, 0), GTK_TYPE_MENU_BUTTON, &skip)));
  settle ();
  gtk_widget_activate (get_column_row (4));
  settle ();
  assert_columns ("title subject_id criterion_id achieved_on status ");
  gtk_widget_activate (get_column_row (0)); /* the main column stays */
  settle ();
  assert_columns ("title subject_id criterion_id achieved_on status ");
  gtk_widget_activate (get_column_row (4));
  settle ();
  gtk_widget_activate (get_column_row (4));
  settle ();
  bv_window_show_page (window, "staff", 0);
  settle ();
  bv_window_show_page (window, "achievements", 0);
  settle ();
  g_assert_nonnull (find_in_page (BV_TYPE_COLUMN_CHOOSER, 0));
  bv_column_layout_store (&bv_achievement_kind, NULL);
  close_window ();
}

/* What is chosen is kept under a name and brought back by it. */
static void
test_saved (void)
{
  g_autoptr (GVariant) states = NULL;
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *key = NULL;
  BvOffice *office;
  guint found;

  show_window ();
  open_list ("achievements");
  office = bv_window_get_office (window);
  key = bv_list_page_dup_key (get_page ());
  bv_list_chip_take_state (find_chip ("status"), "=waiting");
  bv_list_chip_take_state (find_chip ("achieved_on"), "2024-06-01..2024-08-29");
  bv_list_page_refresh (get_page ());
  found = count_rows ();
  g_assert_cmpuint (found, >, 0);
  states = bv_list_page_dup_narrowing (get_page ());
  bv_saved_filters_store (office, key, "Chờ", states);
  bv_list_page_clear_narrowing (get_page ());
  g_assert_cmpuint (count_rows (), >, found);
  kept = bv_saved_filters_load (office, key, "Chờ");
  g_assert_nonnull (kept);
  g_assert_null (bv_saved_filters_load (office, "person", "Chờ"));
  bv_list_page_take_narrowing (get_page (), kept);
  g_assert_cmpuint (count_rows (), ==, found);
  bv_saved_filters_remove (office, key, "Chờ");
  g_assert_null (bv_saved_filters_load (office, key, "Chờ"));
  close_window ();
}

int
main (int argc, char **argv)
{
  int status;

  start_application (&argc, &argv);
  g_test_add_func ("/list-view/export", test_export);
  g_test_add_func ("/list-view/where", test_where);
  g_test_add_func ("/list-view/period", test_period);
  g_test_add_func ("/list-view/mine", test_mine);
  g_test_add_func ("/list-view/unproved", test_unproved);
  g_test_add_func ("/list-view/columns", test_columns);
  g_test_add_func ("/list-view/saved", test_saved);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
