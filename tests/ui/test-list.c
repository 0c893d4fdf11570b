/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list page with a real office file: columns, search, sort, selection, new rows, deletion. */
#include "config.h"

#include "bv-achievements-page.h"
#include "bv-departments-page.h"
#include "bv-list-columns.h"
#include "bv-list-page-private.h"
#include "bv-record.h"
#include "test-dialog.h"
#include "test-wait.h"

#include <glib/gstdio.h>

#define N_ROWS 60

typedef struct
{
  char *folder;
  char *path;
  BvOffice *office;
  gint64 movement, department, criterion;
  GtkWindow *window;
  BvPage *page;
  BvListPagePrivate *parts;
  guint n_toasts;
} Fixture;

/* Turns the main loop until @condition holds; five seconds are for ever. */
static gint64
save (BvOffice *office, BvRecord *record)
{
  g_autoptr (GError) error = NULL;

  bv_office_save (office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gint64
add_achievement (Fixture *fixture, const char *title, const char *day, gint64 points)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_achievement_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  bv_record_set_integer (record, "subject_id", fixture->department);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  bv_record_set_text (record, "title", title);
  bv_record_set_text (record, "achieved_on", day);
  bv_record_set_integer (record, "points", points);
  return save (fixture->office, record);
}

static void
fill (Fixture *fixture)
{
  g_autoptr (BvRecord) department = bv_record_new (&bv_department_kind);
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (bv_history_begin (bv_office_get_history (fixture->office), "fill", &error));
  bv_record_set_text (department, "name", "Phòng Lãnh sự - Hợp tác quốc tế");
  fixture->department = save (fixture->office, department);
  bv_record_set_text (movement, "title", "Phong trào thử");
  fixture->movement = save (fixture->office, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "title", "Đối ngoại");
  bv_record_set_integer (criterion, "max_points", 1000);
  fixture->criterion = save (fixture->office, criterion);
  for (int i = 0; i < N_ROWS; i++) {
    g_autofree char *title = g_strdup_printf ("%s %03d", i % 3 ? "Việc thường" : "Đường biên", i);
    g_autofree char *day = g_strdup_printf ("2024-06-%02d", 1 + i % 28);

    add_achievement (fixture, title, day, (i * 37 % N_ROWS) * 100);
  }
  g_assert_true (bv_history_commit (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
}

static void
toast_cb (BvPage *page, const char *message, gboolean undo, Fixture *fixture)
{
  g_assert_true (undo);
  fixture->n_toasts++;
}

static void
report_cb (BvPage *page, GError *error, Fixture *fixture)
{
  g_assert_no_error (error);
}

static void
show_page (Fixture *fixture, GType type, int width)
{
  fixture->page = g_object_new (type, NULL);
  fixture->parts = bv_list_page_get_private (BV_LIST_PAGE (fixture->page));
  g_signal_connect (fixture->page, "toast", G_CALLBACK (toast_cb), fixture);
  g_signal_connect (fixture->page, "report", G_CALLBACK (report_cb), fixture);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, width, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  bv_page_set_office (fixture->page, fixture->office);
  bv_page_set_movement (fixture->page, fixture->movement);
  gtk_window_present (fixture->window);
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (fixture->page)) > 0);
  bv_page_load (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bv-list-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sở.bangvang", NULL);
  fixture->office = bv_office_create (
      fixture->path, "Sở Thử", NULL, NULL, NULL, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

    gtk_window_destroy (window);
  }
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

static guint
count_rows (Fixture *fixture)
{
  return bv_record_list_get_n_rows (fixture->parts->list);
}

static gint64
get_row (Fixture *fixture, guint position)
{
  return bv_record_list_get_id (fixture->parts->list, position);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->parts->stack);
}

static void
type_search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->parts->search), text);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  g_autoptr (BvListColumns) columns = bv_list_columns_new (&bv_achievement_kind, view);
  const BvField *subject = bv_kind_find_field (&bv_achievement_kind, "subject_id");
  const BvField *status = bv_kind_find_field (&bv_achievement_kind, "status");
  guint64 subject_bit = G_GUINT64_CONSTANT (1)
                        << bv_kind_get_field_index (&bv_achievement_kind, "subject_id");

  bv_list_columns_fit (columns, 2000);
  g_assert_cmpuint (bv_list_columns_get_folded (columns), ==, 0);
  g_assert_true (
      gtk_column_view_column_get_visible (bv_list_columns_get_column (columns, subject)));

  bv_list_columns_fit (columns, 700);
  g_assert_true (bv_list_columns_get_folded (columns) & subject_bit);
  g_assert_false (
      gtk_column_view_column_get_visible (bv_list_columns_get_column (columns, subject)));
  g_assert_true (gtk_column_view_column_get_visible (bv_list_columns_get_column (columns, status)));

  bv_list_columns_fit (columns, 2000);
  g_assert_cmpuint (bv_list_columns_get_folded (columns), ==, 0);
  g_object_unref (view);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS);
  g_assert_cmpstr (bv_page_get_subtitle (fixture->page), ==, "60 rows");

  type_search (fixture, "duong BIEN");
  WAIT_FOR (count_rows (fixture) == N_ROWS / 3);
  g_assert_cmpstr (bv_page_get_subtitle (fixture->page), ==, "20/60 rows");
  g_assert_cmpint (fixture->parts->edited, ==, bv_list_table_get_selected (fixture->parts->table));

  type_search (fixture, "khong co gi");
  WAIT_FOR (count_rows (fixture) == 0);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_cmpint (fixture->parts->edited, ==, NOTHING_EDITED);

  type_search (fixture, "");
  WAIT_FOR (count_rows (fixture) == N_ROWS);
  g_assert_cmpstr (get_state (fixture), ==, "table");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  const BvField *points = bv_kind_find_field (&bv_achievement_kind, "points");
  gint64 chosen, before = G_MININT64;
  gboolean descending = TRUE;

  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  chosen = get_row (fixture, 7);
  bv_list_table_select (fixture->parts->table, chosen);

  bv_list_table_sort (fixture->parts->table, points, FALSE);
  g_assert_true (bv_list_table_get_sort (fixture->parts->table, &descending) == points);
  g_assert_false (descending);
  for (guint i = 0; i < count_rows (fixture); i++) {
    g_autoptr (BvRecord) record = bv_list_table_dup_record (fixture->parts->table,
                                                            get_row (fixture, i));

    g_assert_cmpint (bv_record_get_integer (record, "points"), >=, before);
    before = bv_record_get_integer (record, "points");
  }
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, chosen);

  bv_list_table_sort (fixture->parts->table, points, TRUE);
  g_assert_true (bv_list_table_get_sort (fixture->parts->table, &descending) == points);
  g_assert_true (descending);
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, chosen);
}

/* An edit of what sorts, and rows that come before it, leave the selection on the same row. */
static void
test_selection_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) record = NULL;
  gint64 chosen;
  guint position;

  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  chosen = get_row (fixture, 30);
  bv_list_table_select (fixture->parts->table, chosen);
  bv_list_page_sync_editor (BV_LIST_PAGE (fixture->page));
  g_assert_cmpint (fixture->parts->edited, ==, chosen);

  add_achievement (fixture, "Mới nhất", "2024-12-01", 100);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS + 1);
  position = bv_record_list_find (fixture->parts->list, chosen);
  g_assert_cmpuint (position, ==, 31);
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, chosen);

  record = bv_office_load (fixture->office, &bv_achievement_kind, chosen, NULL);
  bv_record_set_text (record, "achieved_on", "2025-01-01");
  save (fixture->office, record);
  /* it stays under the cursor until the list is sorted again */
  g_assert_cmpuint (bv_record_list_find (fixture->parts->list, chosen), ==, 31);
  g_assert_true (gtk_widget_get_visible (fixture->parts->sort_again));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "rows.refresh", NULL);
  g_assert_cmpuint (bv_record_list_find (fixture->parts->list, chosen), ==, 0);
  g_assert_false (gtk_widget_get_visible (fixture->parts->sort_again));
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, chosen);
  g_assert_cmpint (fixture->parts->edited, ==, chosen);
}

static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 chosen, next;

  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  chosen = get_row (fixture, 5);
  next = get_row (fixture, 6);
  bv_list_table_select (fixture->parts->table, chosen);
  bv_list_page_sync_editor (BV_LIST_PAGE (fixture->page));

  BV_PAGE_GET_CLASS (fixture->page)->delete_rows (fixture->page);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS - 1);
  g_assert_cmpuint (fixture->n_toasts, ==, 1);
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, next);
  g_assert_cmpint (fixture->parts->edited, ==, next);

  g_assert_true (bv_history_undo (bv_office_get_history (fixture->office), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS);
  g_assert_cmpuint (bv_record_list_find (fixture->parts->list, chosen), ==, 5);
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, next);
}

/* Rows that others depend on are not removed before the user said so. */
static void
test_delete_asks (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  show_page (fixture, BV_TYPE_DEPARTMENTS_PAGE, 1126);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  BV_PAGE_GET_CLASS (fixture->page)->delete_rows (fixture->page);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  WAIT_FOR (find_answer ("_Delete") != NULL);
  g_signal_emit_by_name (find_answer ("_Delete"), "clicked");
  WAIT_FOR (count_rows (fixture) == 0);
  g_assert_cmpuint (fixture->n_toasts, ==, 1);
  g_assert_cmpstr (get_state (fixture), ==, "empty");
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  show_page (fixture, BV_TYPE_DEPARTMENTS_PAGE, 1126);
  g_assert_cmpstr (get_state (fixture), ==, "empty");

  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  g_assert_cmpint (fixture->parts->edited, ==, 0);
  WAIT_FOR (GTK_IS_EDITABLE (gtk_window_get_focus (fixture->window)));
  focus = gtk_window_get_focus (fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (focus), "Văn phòng Sở");
  g_assert_true (bv_page_flush (fixture->page));

  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_cmpstr (get_state (fixture), ==, "table");
  g_assert_cmpint (fixture->parts->edited, ==, get_row (fixture, 0));
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), ==, fixture->parts->edited);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  gint64 chosen;

  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  chosen = bv_list_table_get_selected (fixture->parts->table);
  BV_PAGE_GET_CLASS (fixture->page)->duplicate_row (fixture->page);
  g_assert_cmpuint (count_rows (fixture), ==, N_ROWS + 1);
  g_assert_cmpint (bv_list_table_get_selected (fixture->parts->table), !=, chosen);
  g_assert_cmpint (fixture->parts->edited, ==, bv_list_table_get_selected (fixture->parts->table));
}

static void
test_no_movement (Fixture *fixture, gconstpointer data)
{
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  g_assert_cmpstr (get_state (fixture), ==, "movement");
  BV_PAGE_GET_CLASS (fixture->page)->new_row (fixture->page);
  g_assert_cmpint (fixture->parts->edited, ==, NOTHING_EDITED);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 700);
  WAIT_FOR (bv_list_split_is_folded (fixture->parts->split));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->parts->table)));
  BV_PAGE_GET_CLASS (fixture->page)->edit (fixture->page);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (fixture->parts->inspector)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->parts->table)));
}

/* A list loads what is looked at, however long it is. */
static void
test_long_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  gint64 start;
  guint n_held = 0;

  fill (fixture);
  sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
      "INSERT INTO achievement (id, movement_id, subject_id, criterion_id, title, achieved_on, "
      "points, status) SELECT 1000 + i, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
      ", %" G_GINT64_FORMAT ", 'Việc ' || i, '2023-01-01', i, 'draft' FROM n",
      fixture->movement,
      fixture->department,
      fixture->criterion);
  bv_database_exec (bv_office_get_database (fixture->office), sql, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  show_page (fixture, BV_TYPE_ACHIEVEMENTS_PAGE, 1126);
  g_test_message ("100 060 rows in %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpuint (count_rows (fixture), >, 0);
  WAIT_FOR (count_rows (fixture) == 100000 + N_ROWS); /* the others once the first are drawn */
  bv_list_table_select (fixture->parts->table, get_row (fixture, 90000));
  WAIT_FOR (!g_main_context_pending (NULL));
  g_assert_cmpint (
      bv_list_table_get_selected (fixture->parts->table), ==, get_row (fixture, 90000));
  for (GtkWidget *row = gtk_widget_get_first_child (
           gtk_widget_get_last_child (GTK_WIDGET (bv_list_table_get_view (fixture->parts->table))));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_held++;
  g_assert_cmpuint (n_held, <, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/list/columns", test_columns);
  ADD ("/list/search", test_search);
  ADD ("/list/sort", test_sort);
  ADD ("/list/selection-kept", test_selection_kept);
  ADD ("/list/delete-and-undo", test_delete_and_undo);
  ADD ("/list/delete-asks", test_delete_asks);
  ADD ("/list/new-row", test_new_row);
  ADD ("/list/duplicate", test_duplicate);
  ADD ("/list/no-movement", test_no_movement);
  ADD ("/list/narrow", test_narrow);
  ADD ("/list/long-list", test_long_list);
  return g_test_run ();
}
