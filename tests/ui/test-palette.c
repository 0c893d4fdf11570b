/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The palette by its keys: every row, page and command is a few letters and Enter away, whatever
 * hides it now. */
#include "bv-fold.h"
#include "bv-list-page.h"
#include "bv-recent-targets.h"
#include "test-window-fixture.h"

static void
open_sample (void)
{
  g_autoptr (GFile) file = NULL;

  show_window ();
  file = make_sample ();
  g_assert_true (bv_window_open (window, file));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window->content)));
  settle ();
}

static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  bv_database_query_integer (
      bv_office_get_database (bv_window_get_office (window)), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static char *
ask_text (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvStatement) statement = bv_database_prepare (
      bv_office_get_database (bv_window_get_office (window)), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (bv_statement_step (statement, NULL), ==, BV_STEP_ROW);
  return g_strdup (bv_statement_get_text (statement, 0));
}

static void
open_palette (void)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to", NULL);
  g_assert_true (bv_palette_is_open (window->palette));
}

static void
type (const char *text)
{
  gtk_editable_set_text (bv_palette_get_entry (window->palette), text);
  settle ();
}

/* As the key controller of the palette gets it when neither entry nor input method wants it. */
static void
press (guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (
      GTK_WIDGET (window->palette));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
  }
  settle ();
}

static void
press_enter (void)
{
  g_signal_emit_by_name (bv_palette_get_entry (window->palette), "activate");
  settle ();
}

static const BvGoTarget *
get_selected (void)
{
  const BvGoTarget *target = bv_palette_get_selected (window->palette);

  g_assert_nonnull (target);
  return target;
}

static void
choose_row (const BvKind *kind, gint64 id)
{
  for (guint i = 0; i < 60 && (get_selected ()->kind != kind || get_selected ()->id != id); i++)
    press (GDK_KEY_Down);
  g_assert_true (get_selected ()->kind == kind);
  g_assert_cmpint (get_selected ()->id, ==, id);
  press_enter ();
  g_assert_false (bv_palette_is_open (window->palette));
}

/* The page in sight, or the tab of it. */
static BvListPage *
get_list (void)
{
  BvPage *page = bv_content_get_page (window->content);

  if (BV_IS_TABS_PAGE (page))
    page = bv_tabs_page_get_shown (BV_TABS_PAGE (page));
  g_assert_true (BV_IS_LIST_PAGE (page));
  return BV_LIST_PAGE (page);
}

static void
test_person (void)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  gint64 id;

  open_sample ();
  id = ask ("SELECT max (id) FROM person");
  name = ask_text ("SELECT full_name FROM person ORDER BY id DESC LIMIT 1");
  folded = bv_fold (name);
  open_palette ();
  type (folded);
  choose_row (&bv_person_kind, id);
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, "staff");
  WAIT_FOR (bv_list_page_get_selected (get_list ()) == id);
  close_window ();
}

/* A search on the page hides the row: it is taken away. */
static void
test_hidden_by_search (void)
{
  g_autoptr (BvQuery) query = bv_query_new (&bv_department_kind);
  g_autofree char *name = NULL;
  gint64 id;

  open_sample ();
  id = ask ("SELECT max (id) FROM department");
  name = ask_text ("SELECT name FROM department ORDER BY id DESC LIMIT 1");
  bv_window_show_page (window, "departments", 0);
  settle ();
  query->search = g_strdup ("khong co don vi nao");
  BV_PAGE_GET_CLASS (get_list ())->narrow (BV_PAGE (get_list ()), query);
  settle ();
  g_assert_cmpint (bv_list_page_get_selected (get_list ()), ==, 0);
  open_palette ();
  type (name);
  choose_row (&bv_department_kind, id);
  WAIT_FOR (bv_list_page_get_selected (get_list ()) == id);
  close_window ();
}

/* A row of another movement brings its movement with it; a row within a tab its tab. */
static void
test_other_movement (void)
{
  g_autoptr (BvRecord) movement = bv_record_new (&bv_movement_kind);
  g_autoptr (BvRecord) decision = bv_record_new (&bv_decision_kind);
  g_autoptr (GError) error = NULL;
  gint64 before;

  open_sample ();
  before = bv_sidebar_get_movement (window->sidebar);
  bv_record_set_text (movement, "title", "Phong trào năm xưa");
  bv_record_set_text (movement, "start_on", "2019-01-01");
  bv_record_set_text (movement, "end_on", "2019-12-31");
  bv_office_save (window->office, movement, &error);
  g_assert_no_error (error);
  bv_record_set_integer (decision, "movement_id", bv_record_get_id (movement));
  bv_record_set_text (decision, "number", "7531/QĐ-XYZ");
  bv_record_set_text (decision, "issued_on", "2019-09-02");
  bv_office_save (window->office, decision, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bv_sidebar_get_movement (window->sidebar), ==, before);

  open_palette ();
  type ("7531/q");
  g_assert_cmpstr (get_selected ()->title, ==, "7531/QĐ-XYZ");
  g_assert_nonnull (strstr (get_selected ()->context, "Phong trào năm xưa"));
  press_enter ();
  g_assert_cmpint (bv_sidebar_get_movement (window->sidebar), ==, bv_record_get_id (movement));
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, "decisions");
  WAIT_FOR (bv_list_page_get_selected (get_list ()) == bv_record_get_id (decision));
  close_window ();
}

static void
save_numbered (BvRecord *record, const char *field)
{
  g_autoptr (GError) error = NULL;
  const BvKind *kind = bv_record_get_kind (record);

  if (kind->flags & BV_KIND_IN_MOVEMENT)
    bv_record_set_integer (record, "movement_id", bv_sidebar_get_movement (window->sidebar));
  bv_record_set_text (record, field, "86420/QĐ-THỬ");
  bv_office_save (window->office, record, &error);
  g_assert_no_error (error);
}

static void
go_to_number (BvRecord *record, const char *page)
{
  open_palette ();
  type ("86420/q");
  choose_row (bv_record_get_kind (record), bv_record_get_id (record));
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, page);
}

/* Rows that are lines in the form of a person or a department lead to that form. */
static void
test_numbers_of_lines (void)
{
  static const struct
  {
    const BvKind *kind;
    const char *owner;
    const char *required[2];
  } lines[] = {
    { &bv_posting_kind, "person_id", { "from_on", "2020-01-01" } },
    { &bv_absence_kind, "person_id", { "from_on", "2020-01-01" } },
    { &bv_restriction_kind, "subject_id", { "from_on", "2020-01-01" } },
    { &bv_initiative_kind, "subject_id", { "title", "Sáng kiến" } },
  };
  gint64 person;

  open_sample ();
  person = ask ("SELECT min (id) FROM person");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (BvRecord) line = bv_record_new (lines[i].kind);

    bv_record_set_integer (line, lines[i].owner, person);
    bv_record_set_text (line, lines[i].required[0], lines[i].required[1]);
    save_numbered (line, "document_number");
    bv_window_show_page (window, "departments", 0);
    settle ();
    go_to_number (line, "staff");
    WAIT_FOR (bv_list_page_get_selected (get_list ()) == person);
  }
  close_window ();
}

static void
test_numbers_elsewhere (void)
{
  g_autoptr (BvRecord) rating = bv_record_new (&bv_rating_kind);
  g_autoptr (BvRecord) publication = bv_record_new (&bv_publication_kind);
  g_autoptr (BvRecord) override = bv_record_new (&bv_eligibility_override_kind);
  gint64 department;

  open_sample ();
  department = ask ("SELECT min (id) FROM department");
  bv_record_set_integer (rating, "subject_id", department);
  bv_record_set_integer (rating, "year", 2019);
  save_numbered (rating, "document_number");
  go_to_number (rating, "departments");
  WAIT_FOR (bv_list_page_get_selected (get_list ()) == department);
  bv_record_set_text (publication, "from_on", "2024-09-01");
  bv_record_set_text (publication, "place", "Bảng tin");
  save_numbered (publication, "document_number");
  go_to_number (publication, "decisions");
  WAIT_FOR (bv_list_page_get_selected (get_list ()) == bv_record_get_id (publication));
  bv_record_set_integer (override, "subject_id", ask ("SELECT min (id) FROM person"));
  bv_record_set_text (override, "check_name", "pledge");
  bv_record_set_text (override, "decided_by", "Giám đốc");
  bv_record_set_text (override, "reason", "Đi học");
  save_numbered (override, "document_number");
  go_to_number (override, "ranking");
  close_window ();
}

static void
test_pages_and_commands (void)
{
  open_sample ();
  open_palette ();
  type ("departm");
  g_assert_nonnull (get_selected ()->page);
  g_assert_cmpstr (get_selected ()->page->name, ==, "departments");
  press_enter ();
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, "departments");
  open_palette ();
  type ("quotas");
  press_enter ();
  g_assert_cmpstr (bv_content_get_page_name (window->content), ==, "movements");
  open_palette ();
  type ("make a backup");
  g_assert_nonnull (get_selected ()->command);
  press_enter ();
  WAIT_FOR (says (GTK_WIDGET (window->content), "A backup was made and checked"));
  close_window ();
}

/* What has no sense now is not offered; every command is an action that is there. */
static void
test_commands_that_fit (void)
{
  g_autoptr (GPtrArray) commands = bv_keys_list_commands ();

  open_sample ();
  bv_window_show_page (window, "history", 0);
  settle ();
  open_palette ();
  type ("new row");
  g_assert_null (bv_palette_get_selected (window->palette));
  press (GDK_KEY_Escape);
  bv_window_show_page (window, "staff", 0);
  settle ();
  open_palette ();
  type ("new row");
  g_assert_cmpstr (get_selected ()->command->action, ==, "page.new");
  press (GDK_KEY_Escape);
  for (guint i = 0; i < commands->len; i++) {
    const BvCommand *command = g_ptr_array_index (commands, i);
    g_auto (GStrv) detail = g_strsplit (command->action, "::", 2);
    g_auto (GStrv) name = g_strsplit (detail[0], ".", 2);
    gboolean there = g_str_equal (name[0], "window");

    if (g_str_equal (name[0], "page"))
      there = g_action_group_has_action (G_ACTION_GROUP (window->page_actions), name[1]);
    else if (g_str_equal (name[0], "app"))
      there = g_action_group_has_action (G_ACTION_GROUP (application), name[1]);
    for (guint j = 0; !there; j++) {
      const GVariantType *parameter;
      const char *action, *property;
      GType owner;

      g_assert_true (gtk_widget_class_query_action (
          GTK_WIDGET_GET_CLASS (window), j, &owner, &action, &parameter, &property));
      there = g_str_equal (action, detail[0]);
    }
  }
  close_window ();
}

static void
test_keys (void)
{
  const BvGoTarget *first;
  GtkWidget *focus;

  open_sample ();
  bv_window_show_page (window, "staff", 0);
  settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  open_palette ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (window->palette)));
  first = get_selected ();
  press (GDK_KEY_Up);
  g_assert_true (get_selected () == first);
  press (GDK_KEY_Down);
  g_assert_true (get_selected () != first);
  press (GDK_KEY_Page_Down);
  press (GDK_KEY_Page_Up);
  press (GDK_KEY_Page_Up);
  g_assert_true (get_selected () == first);
  type ("xyzxyz khong co");
  g_assert_null (bv_palette_get_selected (window->palette));
  g_assert_true (says (GTK_WIDGET (window->palette), "Nothing has all these words."));
  press_enter ();
  g_assert_true (bv_palette_is_open (window->palette));
  press (GDK_KEY_Escape);
  g_assert_false (bv_palette_is_open (window->palette));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  open_palette ();
  gtk_widget_activate_action (GTK_WIDGET (window), "page.find", NULL);
  g_assert_false (bv_palette_is_open (window->palette));
  close_window ();
}

static void
test_recent (void)
{
  gint64 id;
  g_autofree char *name = NULL;

  open_sample ();
  id = ask ("SELECT max (id) FROM department");
  name = ask_text ("SELECT name FROM department ORDER BY id DESC LIMIT 1");
  open_palette ();
  type (name);
  choose_row (&bv_department_kind, id);
  bv_recent_targets_note ("row person 1");
  open_palette ();
  g_assert_cmpstr (get_selected ()->group, ==, "Recent");
  g_assert_cmpint (get_selected ()->id, ==, id);
  g_assert_cmpstr (get_selected ()->title, ==, name);
  press (GDK_KEY_Escape);
  close_window ();
}

/* Without an office there are commands only. */
static void
test_welcome (void)
{
  show_window ();
  open_palette ();
  g_assert_nonnull (get_selected ()->command);
  type ("prefer");
  g_assert_cmpstr (get_selected ()->command->action, ==, "app.preferences");
  press (GDK_KEY_Escape);
  close_window ();
}

int
main (int argc, char *argv[])
{
  start_application (&argc, &argv);
  g_test_add_func ("/palette/person", test_person);
  g_test_add_func ("/palette/hidden-by-search", test_hidden_by_search);
  g_test_add_func ("/palette/other-movement", test_other_movement);
  g_test_add_func ("/palette/numbers-of-lines", test_numbers_of_lines);
  g_test_add_func ("/palette/numbers-elsewhere", test_numbers_elsewhere);
  g_test_add_func ("/palette/pages-and-commands", test_pages_and_commands);
  g_test_add_func ("/palette/commands-that-fit", test_commands_that_fit);
  g_test_add_func ("/palette/keys", test_keys);
  g_test_add_func ("/palette/recent", test_recent);
  g_test_add_func ("/palette/welcome", test_welcome);
  return g_test_run ();
}
