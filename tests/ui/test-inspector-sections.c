/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the form: partners, postings, evidence, verification; and a file that somebody
 * else holds. */
#include "config.h"

#include "test-inspector-fixture.h"

#include "bv-attachment-pieces.h"
#include "bv-attachment.h"
#include "bv-child-row.h"
#include "bv-child-section.h"
#include "bv-evidence-exporter.h"
#include "bv-evidence-section.h"
#include "bv-query.h"
#include "bv-verification-section.h"

static GtkWidget *
find_section (Fixture *fixture, const char *type)
{
  GtkWidget *section = find_type (GTK_WIDGET (fixture->inspector), type);

  g_assert_nonnull (section);
  return section;
}

static gboolean
says (GtkWidget *button, const char *text)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  GtkWidget *child;

  if (label)
    return g_str_equal (label, text);
  child = find_type (button, "GtkLabel");
  return child && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), text);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  if (GTK_IS_BUTTON (widget) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, text);

    if (found)
      return found;
  }
  return NULL;
}

static void
click (Fixture *fixture, const char *text)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->inspector), text);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The sections follow the history when the main loop is idle. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

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

static guint
count_rows (GtkWidget *widget, const char *type)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, type);
  return n;
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

/* Adds @files (strings, in the folder) and waits until they are stored. */
static void
add_files (Fixture *fixture, GtkWidget *section, const char *const *files)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files[i]; i++)
    g_ptr_array_add (items, g_file_new_build_filename (fixture->folder, files[i], NULL));
  bv_evidence_section_add (BV_EVIDENCE_SECTION (section), items);
  WAIT_FOR (!bv_evidence_section_is_reading (BV_EVIDENCE_SECTION (section)));
  settle ();
}

static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo.pdf", NULL);
  g_autofree char *film = g_malloc0 (BV_ATTACHMENT_PIECES_FROM);
  GtkWidget *section;
  gint64 piece = 0;
  guint before;

  g_assert_true (g_file_set_contents (path, "%PDF-1.4", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  before = count_steps (fixture);
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 1);
  g_assert_nonnull (find_button (section, "Báo cáo.pdf"));

  /* two files are one step */
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 3);

  g_signal_emit_by_name (find_type (section, "BvEvidenceRow"), "remove");
  settle ();
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 2);

  /* what would hold up the window is stored before the step, which then only names it */
  g_assert_true (g_file_set_contents (path, film, BV_ATTACHMENT_PIECES_FROM, NULL));
  add_files (fixture, section, (const char *[]){ "Báo cáo.pdf", NULL });
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 3);
  g_assert_true (bv_database_query_integer (
      bv_office_get_database (fixture->office), "SELECT id FROM content_piece", &piece, NULL));
  g_remove (path);
}

/* A file that is not there, an empty one and a folder do not keep the good ones out. */
static void
test_evidence_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = g_build_filename (fixture->folder, "tốt.txt", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "rỗng.txt", NULL);
  GtkWidget *section;
  guint before;

  g_assert_true (g_file_set_contents (good, "một", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  before = count_steps (fixture);
  g_test_expect_message (NULL, G_LOG_LEVEL_INFO, "không có.txt: *");
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*1 *3*rỗng.txt*không có.txt*");
  add_files (
      fixture, section, (const char *[]){ "rỗng.txt", "tốt.txt", "không có.txt", ".", NULL });
  g_test_assert_expected_messages ();
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpuint (count_rows (section, "BvEvidenceRow"), ==, 1);

  /* nothing good: no step at all */
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*rỗng.txt*");
  add_files (fixture, section, (const char *[]){ "rỗng.txt", NULL });
  g_test_assert_expected_messages ();
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_remove (good);
  g_remove (empty);
}

static GdkTexture *
make_texture (void)
{
  g_autofree guint32 *pixels = g_new (guint32, 300 * 200);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 300 * 200; i++)
    pixels[i] = 0xff3584e4 + i % 7;
  bytes = g_bytes_new (pixels, 300 * 200 * sizeof *pixels);
  return gdk_memory_texture_new (300, 200, GDK_MEMORY_DEFAULT, bytes, 300 * sizeof *pixels);
}

static gboolean
has_picture (GtkWidget *section)
{
  GtkWidget *image = find_type (find_type (section, "BvEvidenceRow"), "GtkImage");

  return gtk_image_get_storage_type (GTK_IMAGE (image)) == GTK_IMAGE_PAINTABLE;
}

/* Ctrl+V with a picture on the clipboard: a PNG named by the minute, with its thumbnail. */
static void
test_evidence_paste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = make_texture ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (BvRecord) attachment = NULL;
  GtkWidget *section;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (section), texture);
  gtk_widget_grab_focus (find_button (section, "Add files…"));
  g_assert_true (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  WAIT_FOR (count_rows (section, "BvEvidenceRow") == 1);
  ids = bv_attachment_list (fixture->office, fixture->achievement, NULL);
  attachment = load (fixture, &bv_attachment_kind, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (bv_record_get_text (attachment, "media_type"), ==, "image/png");
  g_assert_true (g_str_has_suffix (bv_record_get_text (attachment, "name"), ".png"));
  WAIT_FOR (has_picture (section));
}

/* A file copied in the file manager is evidence wherever the keyboard is in the form: a field would
 * take it for its address. Copied text goes to the field. */
static void
test_evidence_paste_anywhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Báo cáo.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkContentProvider) provider = NULL;
  GSList files = { file, NULL };
  GdkFileList *list = gdk_file_list_new_from_list (&files);
  GtkWidget *section;

  g_assert_true (g_file_set_contents (path, "một", -1, NULL));
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  section = find_section (fixture, "BvEvidenceSection");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (section), "Việc");
  focus (fixture, "title");
  g_assert_false (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK)); /* left to the field */
  provider = gdk_content_provider_new_union (
      (GdkContentProvider *[]){ gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list),
                                gdk_content_provider_new_typed (G_TYPE_STRING, path) },
      2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (section), provider);
  g_assert_true (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  WAIT_FOR (count_rows (section, "BvEvidenceRow") == 1);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_remove (path);
}

/* From the achievement and from whoever achieved it; the second time it is in the way of itself. */
static void
test_evidence_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Minh chứng.zip", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("một", 4);
  GtkWidget *exporter;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  exporter = find_section (fixture, "BvEvidenceExporter");
  g_assert_false (gtk_widget_get_visible (exporter)); /* nothing to export */
  bv_attachment_add_bytes (fixture->office, fixture->achievement, "Báo cáo.txt", bytes, NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (exporter));

  edit (fixture, &bv_department_kind, fixture->bureau);
  exporter = find_section (fixture, "BvEvidenceExporter");
  g_assert_true (gtk_widget_get_visible (exporter));
  bv_evidence_exporter_write (BV_EVIDENCE_EXPORTER (exporter), target, TRUE);
  WAIT_FOR (!bv_evidence_exporter_is_running (BV_EVIDENCE_EXPORTER (exporter)));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_remove (path);

  edit (fixture, &bv_department_kind, fixture->division);
  g_assert_false (gtk_widget_get_visible (find_section (fixture, "BvDossierSection")));
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
  ADD ("evidence", test_evidence);
  ADD ("evidence-failures", test_evidence_failures);
  ADD ("evidence-export", test_evidence_export);
  ADD ("evidence-paste", test_evidence_paste);
  ADD ("evidence-paste-anywhere", test_evidence_paste_anywhere);
  ADD ("verification", test_verification);
  ADD ("verification-flushes", test_verification_flushes);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
