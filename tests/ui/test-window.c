/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of the sample office: its pages, steps, lock and end. */
#include "bv-attachment.h"
#include "bv-dialogs.h"
#include "bv-document-type.h"
#include "test-dialog.h"
#include "test-window-fixture.h"

#include <glib/gstdio.h>

static gboolean
has_words (gpointer widget, const char *words)
{
  gboolean found = GTK_IS_LABEL (widget)
                   && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); !found && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = has_words (child, words);
  return found;
}

static void
open_sample (void)
{
  g_autoptr (GFile) file = NULL;

  show_window ();
  file = make_sample ();
  g_assert_true (bv_window_open (window, file));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window->content)));
}

static gint64
add_department (const char *name)
{
  g_autoptr (BvRecord) record = bv_record_new (&bv_department_kind);
  g_autoptr (GError) error = NULL;

  bv_record_set_text (record, "name", name);
  bv_office_save (bv_window_get_office (window), record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static gboolean
has_department (gint64 id)
{
  g_autoptr (BvRecord) record = bv_office_load (
      bv_window_get_office (window), &bv_department_kind, id, NULL);

  return record != NULL;
}

/* A screen reader finds the shown page alone. */
static void
check_hidden (BvPage *shown)
{
  for (GtkWidget *page = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (shown)));
       page != NULL;
       page = gtk_widget_get_next_sibling (page)) {
    g_autofree char *fault = gtk_test_accessible_check_state (
        GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != GTK_WIDGET (shown));

    g_assert_cmpstr (fault, ==, NULL);
  }
}

static GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* From @row on, forward and backward. */
static void
check_leaves (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);

  for (GtkDirectionType way = GTK_DIR_TAB_FORWARD; way <= GTK_DIR_TAB_BACKWARD; way++) {
    gtk_widget_grab_focus (row);
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);
    gtk_widget_child_focus (GTK_WIDGET (window), way);
    settle ();
    g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), list));
  }
}

/* Tab goes past the rows of lists, and past the pages without opening them. */
static void
test_tab (void)
{
  static const char *const pages[] = { "history", "ranking" };

  open_sample ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    BvPage *page;
    GtkWidget *rows;

    bv_window_show_page (window, pages[i], 0);
    settle ();
    page = bv_content_get_page (window->content);
    rows = gtk_widget_get_last_child (find_type (GTK_WIDGET (page), "GtkColumnView"));
    WAIT_FOR (gtk_widget_get_first_child (rows) != NULL);
    check_leaves (gtk_widget_get_first_child (rows));
    check_leaves (GTK_WIDGET (gtk_list_box_get_selected_row (
        GTK_LIST_BOX (find_type (find_type (GTK_WIDGET (window), "BvSidebar"), "GtkListBox")))));
    g_assert_true (bv_content_get_page (window->content) == page);
  }
  close_window ();
}

static void
test_pages (void)
{
  open_sample ();
  g_assert_nonnull (bv_pages_get ()->name);
  for (guint round = 0; round < 2; round++)
    for (const BvPageInfo *info = bv_pages_get (); info->name != NULL; info++) {
      BvPage *page;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", info->name);
      page = bv_content_get_page (window->content);
      g_assert_true (G_OBJECT_TYPE (page) == info->get_type ());
      WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (page)));
      g_assert_cmpstr (bv_content_get_page_name (window->content), ==, info->name);
      check_hidden (page);
      settle ();
    }
  close_window ();
}

static void
test_fits (void)
{
  int width, height;

  open_sample ();
  for (const BvPageInfo *info = bv_pages_get (); info->name != NULL; info++) {
    bv_window_show_page (window, info->name, 0);
    settle ();
    gtk_widget_measure (
        GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    gtk_widget_measure (
        GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
    g_test_message ("%s: at least %d × %d", info->name, width, height);
    g_assert_cmpint (width, <=, 1366);
    g_assert_cmpint (height, <=, 720);
  }
  close_window ();
}

static void
test_steps (void)
{
  gint64 id;

  open_sample ();
  id = add_department ("Phòng Thử");
  g_assert_true (says (GTK_WIDGET (window->content), "Saved"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_false (has_department (id));
  WAIT_FOR (says (GTK_WIDGET (window->content), "Undone: "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_true (has_department (id));
  close_window ();
}

static void
test_typing_is_forgotten (void)
{
  GtkWidget *text = gtk_text_new ();

  show_window ();
  gtk_stack_add_child (window->root, text);
  gtk_stack_set_visible_child (window->root, text);
  gtk_widget_grab_focus (text);
  g_signal_emit_by_name (text, "insert-at-cursor", "abc");
  g_assert_true (window->focus == text);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");

  g_signal_emit_by_name (text, "insert-at-cursor", "abc");
  bv_window_forget_typing (window);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "abc");
  gtk_stack_set_visible_child_name (window->root, "welcome");
  close_window ();
}

static void
test_read_only (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (BvOffice) holder = NULL;
  g_autoptr (GError) error = NULL;

  show_window ();
  file = make_sample ();
  holder = bv_office_open (g_file_peek_path (file), "Hà", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (bv_window_open (window, file));
  bv_window_show_page (window, "departments", 0);
  g_assert_false (bv_office_is_writable (bv_window_get_office (window)));
  WAIT_FOR (says (GTK_WIDGET (window->content), "Open elsewhere: "));
  g_assert_false (is_enabled ("new"));

  g_assert_true (bv_office_close (holder, &error));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.take-over", NULL);
  g_assert_true (bv_office_is_writable (bv_window_get_office (window)));
  g_assert_true (is_enabled ("new"));
  WAIT_FOR (!says (GTK_WIDGET (window->content), "Open elsewhere: "));
  close_window ();
}

static void
test_one_window_for_a_file (void)
{
  g_autofree char *path = NULL;
  GFile *file;

  open_sample ();
  path = g_strdup (bv_office_get_path (bv_window_get_office (window)));
  file = g_file_new_for_path (path);
  g_application_open (G_APPLICATION (application), &file, 1, "");
  settle ();
  g_assert_cmpuint (
      g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);
  g_object_unref (file);
  close_window ();
}

/* A document about another movement puts that movement in hand. */
static void
test_draw_up (void)
{
  gint64 other = 0;
  BvPage *page;

  open_sample ();
  bv_database_query_integer (bv_office_get_database (bv_window_get_office (window)),
                             "SELECT min (id) FROM movement",
                             &other,
                             NULL);
  if (other == bv_sidebar_get_movement (window->sidebar))
    bv_database_query_integer (bv_office_get_database (bv_window_get_office (window)),
                               "SELECT max (id) FROM movement",
                               &other,
                               NULL);
  g_assert_cmpint (bv_sidebar_get_movement (window->sidebar), !=, other);
  gtk_widget_activate_action (
      GTK_WIDGET (window),
      "win.draw-up",
      "(s@ax)",
      "launch",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &other, 1, sizeof (gint64)));
  settle ();
  page = bv_content_get_page (window->content);
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, "documents");
  g_assert_cmpint (bv_sidebar_get_movement (window->sidebar), ==, other);
  g_assert_cmpint (bv_page_get_movement (page), ==, other);
  g_assert_cmpstr (
      bv_page_get_subtitle (page), ==, bv_document_type_get_title (&bv_launch_document));
  close_window ();
}

/* Evidence that was added, taken back and followed by something else: nothing brings it back. */
static void
waste_a_megabyte (void)
{
  BvOffice *office = bv_window_get_office (window);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (1000000), 1000000);
  g_autoptr (GError) error = NULL;
  gint64 achievement = 0;

  bv_database_query_integer (
      bv_office_get_database (office), "SELECT min (id) FROM achievement", &achievement, &error);
  g_assert_no_error (error);
  bv_attachment_add_bytes (office, achievement, "thua.bin", bytes, &error);
  g_assert_no_error (error);
  bv_history_undo (bv_office_get_history (office), &error);
  g_assert_no_error (error);
  add_department ("Phòng thêm sau");
}

static gint64
get_size (void)
{
  GStatBuf state;

  g_assert_cmpint (g_stat (bv_office_get_path (bv_window_get_office (window)), &state), ==, 0);
  return state.st_size;
}

/* Says first what it would do; the second time there is nothing left to do. */
static void
test_compact (void)
{
  gint64 before;

  open_sample ();
  waste_a_megabyte ();
  before = get_size ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compact", NULL);
  WAIT_FOR (find_answer ("_Make smaller") != NULL);
  g_assert_cmpint (get_size (), ==, before);
  g_signal_emit_by_name (find_answer ("_Make smaller"), "clicked");
  WAIT_FOR (says (GTK_WIDGET (window->content), "smaller now"));
  g_assert_cmpint (get_size (), <=, before - 983040); /* whole pages of the content */

  gtk_widget_activate_action (GTK_WIDGET (window), "win.compact", NULL);
  WAIT_FOR (find_answer ("_Close") != NULL);
  g_assert_null (find_answer ("_Make smaller"));
  g_signal_emit_by_name (find_answer ("_Close"), "clicked");
  settle ();
  close_window ();
}

/* Who stops it when the file is written already learns that it was too late. */
static void
test_compact_stopped_late (void)
{
  gint64 before;

  open_sample ();
  waste_a_megabyte ();
  before = get_size ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compact", NULL);
  WAIT_FOR (find_answer ("_Make smaller") != NULL);
  g_signal_emit_by_name (find_answer ("_Make smaller"), "clicked");
  WAIT_FOR (window->busy != NULL);
  for (int i = 0; i < 20000 && get_size () == before; i++) /* the window learns nothing meanwhile */
    g_usleep (1000);
  g_assert_cmpint (get_size (), <, before);
  gtk_window_close (window->busy);
  WAIT_FOR (says (GTK_WIDGET (window->content), "too late to stop"));
  close_window ();
}

/* The file stays open while a thread rewrites it; to close it stops the thread first. */
static void
test_compact_stopped (void)
{
  open_sample ();
  waste_a_megabyte ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compact", NULL);
  g_assert_nonnull (window->busy);
  WAIT_FOR (find_answer ("_Make smaller") != NULL);
  g_signal_emit_by_name (find_answer ("_Make smaller"), "clicked");
  WAIT_FOR (window->busy != NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->busy)));
  g_assert_false (bv_window_close_office (window));
  g_assert_nonnull (bv_window_get_office (window));
  WAIT_FOR (window->busy == NULL);
  add_department ("Phòng sau khi dừng");
  close_window ();
}

/* Nothing shows such a file: that is said in the program's own language, with the file's place. */
static void
test_no_program (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *close;

  open_sample ();
  path = test_folder_path ("tệp lạ.bv-không-có");
  g_assert_true (g_file_set_contents (path, "\x01\x02\x03", 3, NULL));
  file = g_file_new_for_path (path);
  bv_dialogs_show_file (GTK_WINDOW (window), file);
  WAIT_FOR (find_answer_of_dialog ("_Close") != NULL);
  close = find_answer_of_dialog ("_Close");
  g_assert_true (has_words (gtk_widget_get_root (close), "“tệp lạ.bv-không-có”"));
  g_signal_emit_by_name (close, "clicked");
  settle ();
  close_window ();
}

int
main (int argc, char *argv[])
{
  start_application (&argc, &argv);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/tab", test_tab);
  g_test_add_func ("/window/fits", test_fits);
  g_test_add_func ("/window/steps", test_steps);
  g_test_add_func ("/window/typing-is-forgotten", test_typing_is_forgotten);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/one-for-a-file", test_one_window_for_a_file);
  g_test_add_func ("/window/draw-up", test_draw_up);
  g_test_add_func ("/window/no-program", test_no_program);
  g_test_add_func ("/window/compact", test_compact);
  g_test_add_func ("/window/compact-stopped-late", test_compact_stopped_late);
  g_test_add_func ("/window/compact-stopped", test_compact_stopped);
  return g_test_run ();
}
