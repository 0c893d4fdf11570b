/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the form: partners, postings, verification; and a file that somebody
 * else holds. */
#include "config.h"

#include "test-inspector-sections.h"

#include "bv-query.h"

static GArray *
list_children (Fixture *fixture, const BvKind *kind)
{
  g_autoptr (BvQuery) query = bv_query_new (kind);
  g_autoptr (GError) error = NULL;
  GArray *ids = bv_query_run (query, fixture->office, &error);

  g_assert_no_error (error);
  return ids;
}

static guint
count_children (Fixture *fixture, const BvKind *kind)
{
  g_autoptr (GArray) ids = list_children (fixture, kind);

  return ids->len;
}

static void
type_in (BvForm *form, const char *name, const char *text)
{
  BvFieldRow *row = bv_form_get_row (form, name);

  bv_field_row_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (bv_editor_get_control (bv_field_row_get_editor (row))),
                         text);
}

static void
test_partner (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvRecord) credit = NULL;
  GtkWidget *section, *row;
  BvForm *form;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvChildSection");
  click (fixture, "Add partner");
  row = find_type (section, "BvChildRow");
  g_assert_nonnull (row);
  form = BV_FORM (find_type (row, "BvForm"));
  g_assert_true (bv_inspector_flush (fixture->inspector)); /* nothing typed: it goes away */
  g_assert_null (find_type (section, "BvChildRow"));

  click (fixture, "Add partner");
  row = find_type (section, "BvChildRow");
  form = BV_FORM (find_type (row, "BvForm"));
  type_in (form, "subject_id", "lanh su");
  g_assert_true (bv_inspector_is_dirty (fixture->inspector));
  g_assert_true (bv_inspector_flush (fixture->inspector));
  settle ();
  ids = list_children (fixture, &bv_credit_kind);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpuint (count_rows (section, "BvChildRow"), ==, 1);
  credit = load (fixture, &bv_credit_kind, g_array_index (ids, gint64, 0));
  g_assert_cmpint (bv_record_get_integer (credit, "subject_id"), ==, fixture->division);
  g_assert_cmpint (bv_record_get_integer (credit, "achievement_id"), ==, fixture->achievement);

  click (fixture, "Remove");
  settle ();
  g_assert_cmpuint (count_children (fixture, &bv_credit_kind), ==, 0);
  g_assert_cmpuint (count_rows (section, "BvChildRow"), ==, 0);
  g_assert_true (bv_history_undo (history, NULL));
  settle ();
  g_assert_cmpuint (count_rows (section, "BvChildRow"), ==, 1);
}

static void
test_posting (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section;
  BvForm *form;

  edit (fixture, &bv_person_kind, fixture->person);
  section = find_section (fixture, "BvChildSection");
  click (fixture, "Add posting");
  form = BV_FORM (find_type (find_type (section, "BvChildRow"), "BvForm"));
  type_in (form, "job_title", "Chuyên viên");
  g_assert_false (bv_inspector_flush (fixture->inspector)); /* from when? */
  g_assert_nonnull (strstr (bv_form_get_status (form), "From"));
  type_in (form, "from_on", "1/6/2020");
  g_assert_true (bv_inspector_flush (fixture->inspector));
  g_assert_cmpuint (count_children (fixture, &bv_posting_kind), ==, 1);

  /* another person has none */
  edit (fixture, &bv_person_kind, add_person (fixture, "Lộc Văn Đức", fixture->bureau));
  g_assert_cmpuint (count_rows (find_section (fixture, "BvChildSection"), "BvChildRow"), ==, 0);
}

static void
assert_status (Fixture *fixture, const char *status)
{
  g_autoptr (BvRecord) stored = load (fixture, &bv_achievement_kind, fixture->achievement);

  g_assert_cmpstr (bv_record_get_text (stored, "status"), ==, status);
}

static void
test_verification (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;
  GtkTextBuffer *reason;
  GtkWidget *section;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvVerificationSection");
  click (fixture, "_Send for verification");
  settle ();
  assert_status (fixture, "waiting");

  click (fixture, "_Return…");
  click (fixture, "_Return"); /* without a reason nothing happens */
  assert_status (fixture, "waiting");
  reason = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_text_buffer_set_text (reason, "Thiếu văn bản", -1);
  click (fixture, "_Return");
  settle ();
  assert_status (fixture, "returned");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (fixture, "return_reason"))));

  click (fixture, "_Send for verification");
  settle ();
  click (fixture, "C_onfirm");
  settle ();
  stored = load (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_cmpstr (bv_record_get_text (stored, "status"), ==, "verified");
  g_assert_cmpstr (bv_record_get_text (stored, "verified_by"), ==, "Kiểm thử");
  g_assert_false (bv_record_is_null (stored, "verified_on"));
  g_assert_cmpstr (get_text (fixture, "verified_by"), ==, "Kiểm thử");

  click (fixture, "_Withdraw");
  settle ();
  assert_status (fixture, "waiting");
  g_assert_nonnull (find_button (section, "C_onfirm"));
}

/* A step saves what is being typed first, and stops when that cannot be saved. */
static void
test_verification_flushes (Fixture *fixture, gconstpointer data)
{
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "achieved_on", "32/1/2024");
  click (fixture, "_Send for verification");
  assert_status (fixture, "draft");
  g_assert_true (has_focus (fixture, "achieved_on"));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BvOffice *reader;

  g_assert_true (bv_office_close (fixture->office, &error));
  reader = bv_office_open (
      fixture->path, "Người xem", BV_OFFICE_OPEN_READ_ONLY | BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  bv_inspector_set_office (fixture->inspector, reader);
  g_object_unref (fixture->office);
  fixture->office = reader;
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (get_control (fixture, "points"))));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_control (fixture, "title"))));
  g_assert_false (gtk_widget_get_sensitive (
      GTK_WIDGET (bv_field_row_get_editor (get_row (fixture, "typical")))));
  g_assert_false (gtk_widget_get_mapped (
      find_button (GTK_WIDGET (fixture->inspector), "_Send for verification")));
  g_assert_true (bv_inspector_flush (fixture->inspector));
}

/* What the program writes itself stands in the form once it is written. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) movement = load (fixture, &bv_movement_kind, fixture->movement);

  edit (fixture, &bv_movement_kind, fixture->movement);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_row (fixture, "rule_pack_code"))));
  bv_record_set_text (movement, "status", "launched");
  store (fixture, g_steal_pointer (&movement));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_row (fixture, "rule_pack_code"))));
  g_assert_true (*get_text (fixture, "rule_pack_code") != '\0');
}

static GtkWidget *
find_marked_day (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "day-number")
      && gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_SELECTED)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_marked_day (child);
  return found;
}

static void
click_in (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller))
      g_signal_emit_by_name (controller, "released", 1, x, y);
  }
}

/* The day that is marked when the calendar opens can be chosen, and a click closes it. */
static void
test_calendar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%d/%m/%Y");
  GtkWidget *button, *calendar, *day = NULL;
  graphene_rect_t place;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  button = find_type (GTK_WIDGET (get_row (fixture, "achieved_on")), "GtkMenuButton");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  calendar = find_type (button, "GtkCalendar");
  WAIT_FOR (gtk_widget_get_mapped (calendar) && (day = find_marked_day (calendar)) != NULL
            && gtk_widget_get_width (day) > 0);
  g_assert_true (gtk_widget_compute_bounds (day, calendar, &place));
  click_in (
      calendar, place.origin.x + place.size.width / 2, place.origin.y + place.size.height / 2);
  WAIT_FOR (!gtk_widget_get_mapped (calendar));
  g_assert_cmpstr (get_text (fixture, "achieved_on"), ==, today);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/sections/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("calendar", test_calendar);
  ADD ("written", test_written);
  ADD ("partner", test_partner);
  ADD ("posting", test_posting);
  ADD ("verification", test_verification);
  ADD ("verification-flushes", test_verification_flushes);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
