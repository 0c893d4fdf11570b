/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program, driven as a clerk does: by the keyboard, and read as a screen reader reads it.
 * What was typed is looked up in the office file itself. Run under xrun: end-to-end PROGRAM.
 * Warnings end the program, and so the test. */
#include "config.h"

#include "test-program-fixture.h"

static void
start (void)
{
  start_at ("overview");
}

/* The pages of the sidebar from top to bottom. */
static const char *const titles[] = { "Tổng quan",
                                      "Phong trào và nội dung",
                                      "Đăng ký",
                                      "Thành tích và minh chứng",
                                      "Thẩm định",
                                      "Bảng điểm",
                                      "Xếp hạng",
                                      "Phiên họp và bỏ phiếu",
                                      "Đề nghị khen thưởng",
                                      "Quyết định khen thưởng",
                                      "Văn bản",
                                      "Đơn vị",
                                      "Cán bộ",
                                      "Cơ quan và quy định",
                                      "Nhật ký" };

/* The header says which page is shown: what the sidebar lists is there always, and is passed over
 * with all lists and tables. */
static gboolean
has_heading (AtspiAccessible *accessible, const char *title)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = NULL;
  int n;

  if (role == ATSPI_ROLE_LIST || role == ATSPI_ROLE_LIST_BOX || role == ATSPI_ROLE_LIST_ITEM
      || role == ATSPI_ROLE_TABLE || role == ATSPI_ROLE_TREE_TABLE)
    return FALSE;
  name = atspi_accessible_get_name (accessible, NULL);
  if (role == ATSPI_ROLE_LABEL)
    return g_strcmp0 (name, title) == 0 && is_on_screen (accessible);
  n = atspi_accessible_get_child_count (accessible, NULL);
  for (int i = 0; i < n; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child && has_heading (child, title))
      return TRUE;
  }
  return FALSE;
}

static gboolean
heads (const char *title)
{
  return has_heading (run.application, title);
}

/* Every page opens by its number or by stepping and says its name; a warning anywhere ends the
 * program. */
static void
test_all_pages (void)
{
  start ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *key = i < 10 ? g_strdup_printf ("alt+%u", (i + 1) % 10)
                                  : g_strdup ("ctrl+Next");
    press (key);
    WAIT_FOR (heads (titles[i]));
  }
  press ("ctrl+Next");
  WAIT_FOR (heads (titles[0]));
  stop ();
}

/* Names for a screen reader */

static gboolean
is_control (AtspiRole role)
{
  static const AtspiRole controls[] = {
    ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON,
    ATSPI_ROLE_ENTRY,       ATSPI_ROLE_TEXT,          ATSPI_ROLE_COMBO_BOX, ATSPI_ROLE_SPIN_BUTTON,
    ATSPI_ROLE_MENU_ITEM,   ATSPI_ROLE_PAGE_TAB,      ATSPI_ROLE_LINK
  };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    if (controls[i] == role)
      return TRUE;
  return FALSE;
}

/* GTK 4.8 gives a control without a name the name of its type. */
static gboolean
has_name (AtspiAccessible *accessible)
{
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autoptr (GRegex) types = g_regex_new ("\\b(Gtk|Adw|Bv)[A-Z][A-Za-z]*\\b", 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (types, name ? name : "", -1, 0, "", 0, NULL);

  return *g_strstrip (rest) != '\0';
}

/* A button may be called by the label inside it. */
static gboolean
has_label_inside (AtspiAccessible *accessible, guint depth)
{
  int n = atspi_accessible_get_child_count (accessible, NULL);

  for (int i = 0; i < n && depth > 0; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);
    if (child && atspi_accessible_get_role (child, NULL) == ATSPI_ROLE_LABEL && has_name (child))
      return TRUE;
    if (child && has_label_inside (child, depth - 1))
      return TRUE;
  }
  return FALSE;
}

/* The shell of a menu button or drop-down passes its name on to the button inside. */
static gboolean
is_shell (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, 0, NULL);

  return child && is_control (atspi_accessible_get_role (child, NULL));
}

/* The names of the same pages, for the command line. */
static const char *const pages[] = { "overview",     "movements", "pledges",   "achievements",
                                     "verification", "scores",    "ranking",   "sessions",
                                     "proposals",    "decisions", "documents", "departments",
                                     "staff",        "office",    "history" };

G_STATIC_ASSERT (G_N_ELEMENTS (pages) == G_N_ELEMENTS (titles));

/* The rows of a table come from one mould: the first ones stand for all. */
static guint
count_nameless (AtspiAccessible *accessible, const char *path, gboolean in_table)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  g_autofree char *here = g_strdup_printf ("%s/%s", path, name ? name : "");
  int n = atspi_accessible_get_child_count (accessible, NULL);
  guint found = 0;

  if (is_control (role) && is_on_screen (accessible) && name && strchr (name, '_')) {
    g_test_message ("not as it is read: %s", here);
    found++;
  }
  if (is_control (role) && is_on_screen (accessible) && !has_name (accessible)
      && !has_label_inside (accessible, 6) && !is_shell (accessible)) {
    g_test_message ("no name: %s", here);
    found++;
  }
  in_table |= role == ATSPI_ROLE_TREE_TABLE || role == ATSPI_ROLE_TABLE;
  for (int i = 0; i < MIN (n, in_table ? MANY : 60); i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);
    found += child ? count_nameless (child, here, in_table) : 0;
  }
  return found;
}

/* Each page in a program of its own: those seen before would be walked again every time. */
static void
test_names (void)
{
  guint nameless = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_test_message ("page %s", pages[i]);
    start_at (pages[i]);
    WAIT_FOR (heads (titles[i]));
    nameless += count_nameless (run.application, "", FALSE);
    stop ();
  }
  g_assert_cmpuint (nameless, ==, 0);
}

/* What opens over the pages, by keyboard */

static void
open_by_palette (const char *words, const char *command)
{
  press ("ctrl+k");
  type (words);
  WAIT_FOR (shows (command));
  press ("Return");
}

static void
open_about (void)
{
  open_by_palette ("gioi thieu bang vang", "Giới thiệu Bảng Vàng");
}

static void
go_to_first_row (void)
{
  WAIT_FOR (shows ("Lãnh đạo Sở"));
  press ("ctrl+f");
  press ("Down");
}

static void
select_all (void)
{
  go_to_first_row ();
  press ("ctrl+a");
}

/* From the menu of a department's row, where it is the last. */
static void
open_merger (void)
{
  go_to_first_row ();
  press ("shift+F10");
  press ("Up");
  press ("Return");
}

static void
open_import (void)
{
  press ("ctrl+f");
  press ("Tab");
  paste ("Phòng Một\tP1\nPhòng Hai\tP2\n");
}

static const struct
{
  const char *page;
  const char *key;     /* NULL: */
  void (*open) (void); /* more than a key */
  const char *shown;   /* nullable: a window or dialog of its own */
  gboolean is_menu;
} overlays[] = {
  { "overview", "ctrl+comma", NULL, NULL },
  { "overview", "ctrl+question", NULL, NULL },
  { "overview", NULL, open_about, NULL },
  { "overview", "F10", NULL, "Phím tắt", .is_menu = TRUE },
  { "overview", "ctrl+k", NULL, "Cán bộ" },
  { "departments", NULL, open_merger, NULL },
  { "departments", NULL, open_import, NULL },
  { "departments", NULL, select_all, "Một giá trị cho mọi dòng" },
  { "proposals", "ctrl+shift+s", NULL, NULL },
};

static gboolean
has_dialog (AtspiAccessible *parent)
{
  int n = atspi_accessible_get_child_count (parent, NULL);

  if (atspi_accessible_get_role (parent, NULL) == ATSPI_ROLE_DIALOG && is_on_screen (parent))
    return TRUE;
  for (int i = 0; i < n && n < MANY; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (parent, i, NULL);

    if (child && has_dialog (child))
      return TRUE;
  }
  return FALSE;
}

/* Newer libraries show a dialog inside the window it belongs to. */
static gboolean
has_front (void)
{
  return atspi_accessible_get_child_count (run.application, NULL) > 1
         || has_dialog (run.application);
}

/* The window in front: the last one. */
static guint
count_nameless_in_front (void)
{
  int n = atspi_accessible_get_child_count (run.application, NULL);
  g_autoptr (AtspiAccessible) front = atspi_accessible_get_child_at_index (
      run.application, n - 1, NULL);

  return count_nameless (front, "", FALSE);
}

static void
test_names_in_front (void)
{
  guint nameless = 0;

  for (guint i = 0; i < G_N_ELEMENTS (overlays); i++) {
    g_test_message ("%s: what opens number %u", overlays[i].page, i);
    start_at (overlays[i].page);
    if (overlays[i].is_menu && has_newer_gtk ()) {
      stop ();
      continue;
    }
    if (overlays[i].open)
      overlays[i].open ();
    else
      press (overlays[i].key);
    WAIT_FOR (overlays[i].shown ? shows (overlays[i].shown) : has_front ());
    nameless += count_nameless_in_front ();
    press ("Escape");
    if (!overlays[i].shown)
      WAIT_FOR (!has_front ());
    stop ();
  }
  g_assert_cmpuint (nameless, ==, 0);
}

/* A new department by keyboard alone: saved without asking, undone and redone. */
static void
test_new_row (void)
{
  const char *sql = "SELECT count (*) FROM department WHERE name = 'Phòng Thử Nghiệm Đặc Biệt'";

  start_at ("departments");
  WAIT_FOR (shows ("Phòng Quản lý biên giới"));
  press ("ctrl+n");
  paste ("Phòng Thử Nghiệm Đặc Biệt");
  press ("Tab");
  WAIT_FOR (count (sql) == 1);
  WAIT_FOR (shows ("Đã lưu"));
  press ("Escape");
  press ("Escape");
  press ("ctrl+z");
  WAIT_FOR (count (sql) == 0);
  press ("ctrl+shift+z");
  WAIT_FOR (count (sql) == 1);
  stop ();
  g_assert_cmpint (count (sql), ==, 1);
}

/* What is still in a field when the program is closed is not lost. */
static void
test_close_saves (void)
{
  const char *sql = "SELECT count (*) FROM department WHERE name = 'Phòng chưa kịp rời'";

  start_at ("departments");
  WAIT_FOR (shows ("Phòng Quản lý biên giới"));
  press ("ctrl+n");
  paste ("Phòng chưa kịp rời");
  stop ();
  g_assert_cmpint (count (sql), ==, 1);
}

static void
test_search (void)
{
  start_at ("staff");
  WAIT_FOR (shows ("Hoàng Thị Hường"));
  press ("ctrl+f");
  type ("hoang huong");
  WAIT_FOR (shows ("2/"));
  g_assert_true (shows ("Hoàng Thị Hường"));
  press ("ctrl+a");
  type ("zzz");
  WAIT_FOR (!shows ("Hoàng Thị Hường"));
  stop ();
}

/* A second window of the same file reads only and says who is writing. */
static void
test_holder (void)
{
  g_autoptr (BvOffice) second = NULL;
  g_autoptr (GError) error = NULL;

  start ();
  second = bv_office_open (run.path, NULL, BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_false (bv_office_is_writable (second));
  g_assert_nonnull (bv_office_get_holder (second));
  g_clear_object (&second);
  stop ();
}

/* A pile of paper: nobody has given points, and the list is long enough. */
#define N_PAPERS 30
#define N_CONTENTS 6
#define PAPER_SQL                                                                                  \
  "SELECT count (*) FROM score WHERE stage = 'self' AND points = 750 AND movement_id ="            \
  " (SELECT id FROM movement WHERE start_on = '2024-06-01')"

static void
empty_scores (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvOffice) office = bv_office_open (
      run.path, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);

  g_assert_no_error (error);
  bv_database_exec (bv_office_get_database (office),
                    "DELETE FROM score; DELETE FROM member_score; DELETE FROM member_sheet;"
                    "UPDATE criterion SET from_evidence = 0",
                    &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PAPERS; i++) {
    g_autoptr (BvRecord) person = bv_record_new (&bv_person_kind);
    g_autofree char *name = g_strdup_printf ("Nông Văn Giấy %02u", i);

    bv_record_set_text (person, "full_name", name);
    bv_office_save (office, person, &error);
    g_assert_no_error (error);
  }
  bv_office_close (office, NULL);
}

/* 30 subjects × 6 contents from paper: the digits and one key more for each cell, and nothing else.
 * No key is lost, however fast they come. */
static void
test_paper (void)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GTimer) timer = NULL;
  gint64 n_cells = N_PAPERS * N_CONTENTS;

  empty_scores ();
  for (guint i = 0; i < n_cells; i++)
    g_string_append (keys, "7,5\t");
  g_assert_cmpuint (keys->len, ==, n_cells * (3 + 1));
  start_at ("scores");
  WAIT_FOR (shows ("Văn phòng Sở"));
  /* once for the whole pile: self-score, staff, and back into the grid */
  press ("ctrl+f");
  for (guint i = 0; i < 6; i++)
    press ("shift+Tab");
  press ("space");
  press ("shift+Tab");
  press ("space");
  WAIT_FOR (shows ("Nông Văn Giấy"));
  press ("ctrl+f");
  press ("Return");
  timer = g_timer_new ();
  type (keys->str);
  for (guint i = 0; i < 3 && count (PAPER_SQL) < n_cells; i++)
    turn ();
  WAIT_FOR (count (PAPER_SQL) == n_cells);
  g_test_message ("%d cells by %d keys in %.1f seconds, %.0f ms a key",
                  (int) n_cells,
                  (int) keys->len,
                  g_timer_elapsed (timer, NULL),
                  g_timer_elapsed (timer, NULL) * 1000 / (double) keys->len);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 300);
  stop ();
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  begin_run (argc, argv);
  g_test_add_func ("/end-to-end/all-pages", test_all_pages);
  g_test_add_func ("/end-to-end/names", test_names);
  g_test_add_func ("/end-to-end/names-in-front", test_names_in_front);
  g_test_add_func ("/end-to-end/new-row", test_new_row);
  g_test_add_func ("/end-to-end/close-saves", test_close_saves);
  g_test_add_func ("/end-to-end/search", test_search);
  g_test_add_func ("/end-to-end/holder", test_holder);
  g_test_add_func ("/end-to-end/paper", test_paper);
  result = g_test_run ();
  end_run ();
  return result;
}
