/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector: what is typed is saved field by field, what does not fit stays and is not written.
 */
#include "config.h"

#include "test-inspector-fixture.h"

#include "bv-choice-editor.h"
#include "bv-date-editor.h"
#include "bv-paragraph-editor.h"
#include "bv-reference-editor.h"
#include "bv-reference-index.h"

#include "bv-fold.h"

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;
  guint before = count_steps (fixture);

  edit (fixture, &bv_person_kind, fixture->person);
  g_assert_cmpstr (get_text (fixture, "full_name"), ==, "Nguyễn Thị Hường");
  type (fixture, "job_title", "Chuyên viên chính");
  g_assert_true (bv_inspector_is_dirty (fixture->inspector));
  g_assert_cmpuint (count_steps (fixture), ==, before);
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpint (fixture->saved, ==, fixture->person);
  g_assert_false (bv_inspector_is_dirty (fixture->inspector));
  stored = load (fixture, &bv_person_kind, fixture->person);
  g_assert_cmpstr (bv_record_get_text (stored, "job_title"), ==, "Chuyên viên chính");
}

static void
test_enter_goes_on (Fixture *fixture, gconstpointer data)
{
  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "birth_date", "2/3/85");
  g_signal_emit_by_name (get_control (fixture, "birth_date"), "activate");
  g_assert_cmpstr (get_text (fixture, "birth_date"), ==, "02/03/1985");
  g_assert_true (has_focus (fixture, "category"));
}

static void
move_focus (Fixture *fixture, GtkDirectionType direction)
{
  GtkWidget *target = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_signal_emit_by_name (target, "move-focus", direction);
}

/* Tab and Shift+Tab go from field to field, whatever the controls are made of. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  const char *order[] = { "title", "subject_id",  "criterion_id",    "achieved_on",  "points",
                          "share", "description", "document_number", "document_date" };
  const int n = G_N_ELEMENTS (order);

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  bv_inspector_focus_first (fixture->inspector);
  for (int i = 0; i < n; i++) {
    g_assert_true (has_focus (fixture, order[i]));
    if (i < n - 1)
      move_focus (fixture, GTK_DIR_TAB_FORWARD);
  }
  for (int i = n - 1; i >= 0; i--) {
    g_assert_true (has_focus (fixture, order[i]));
    move_focus (fixture, GTK_DIR_TAB_BACKWARD);
  }
}

/* The same where drop-downs and switches stand. */
static void
test_tab_person (Fixture *fixture, gconstpointer data)
{
  edit (fixture, &bv_person_kind, fixture->person);
  focus (fixture, "status");
  move_focus (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (fixture, "is_leader"));
  move_focus (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (fixture, "job_title"));
  move_focus (fixture, GTK_DIR_TAB_FORWARD);
  move_focus (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (fixture, "status"));
}

static void
test_wrong_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;
  guint before = count_steps (fixture);

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "birth_date", "31/02/1985");
  leave (fixture);
  g_assert_nonnull (bv_field_row_get_error (get_row (fixture, "birth_date")));
  g_assert_cmpstr (get_text (fixture, "birth_date"), ==, "31/02/1985");
  g_assert_cmpuint (count_steps (fixture), ==, before);
  g_assert_false (bv_inspector_flush (fixture->inspector));
  g_assert_true (has_focus (fixture, "birth_date"));

  /* the other fields are saved all the same */
  type (fixture, "job_title", "Chuyên viên");
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  stored = load (fixture, &bv_person_kind, fixture->person);
  g_assert_true (bv_record_is_null (stored, "birth_date"));
  g_assert_cmpstr (get_text (fixture, "birth_date"), ==, "31/02/1985");

  type (fixture, "birth_date", "28/02/1985");
  g_assert_true (bv_inspector_flush (fixture->inspector));
  g_assert_null (bv_field_row_get_error (get_row (fixture, "birth_date")));
}

static void
test_whole_row_check (Fixture *fixture, gconstpointer data)
{
  guint before;

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "joined_on", "01/06/2020");
  leave (fixture);
  before = count_steps (fixture);
  type (fixture, "left_on", "01/06/2019");
  leave (fixture);
  g_assert_nonnull (bv_field_row_get_error (get_row (fixture, "left_on")));
  g_assert_cmpstr (get_text (fixture, "left_on"), ==, "01/06/2019");
  g_assert_cmpuint (count_steps (fixture), ==, before);
  g_assert_false (bv_inspector_flush (fixture->inspector));
  type (fixture, "joined_on", "01/06/2018");
  leave (fixture);
  g_assert_null (bv_field_row_get_error (get_row (fixture, "left_on")));
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
}

static void
test_required (Fixture *fixture, gconstpointer data)
{
  guint before = count_steps (fixture);

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "full_name", "  ");
  leave (fixture);
  g_assert_nonnull (bv_field_row_get_error (get_row (fixture, "full_name")));
  g_assert_cmpuint (count_steps (fixture), ==, before);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  guint before = count_steps (fixture);

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "full_name", "Ai đó");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (fixture, "full_name"), ==, "Nguyễn Thị Hường");
  g_assert_cmpuint (fixture->n_closed, ==, 0);
  g_assert_false (bv_inspector_is_dirty (fixture->inspector));
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  guint before = count_steps (fixture);

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "birth_date", "nonsense");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->n_next, ==, 0);
  type (fixture, "birth_date", "1/2/1990");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpuint (fixture->n_next, ==, 1);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
}

static void
test_picker (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;
  BvReferenceEditor *editor;

  add_person (fixture, "Hoàng Văn Thụ", fixture->division);
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  editor = BV_REFERENCE_EDITOR (bv_field_row_get_editor (get_row (fixture, "subject_id")));
  type (fixture, "subject_id", "nguyen huong");
  g_assert_nonnull (bv_reference_editor_get_highlighted (editor));
  g_assert_cmpint (bv_reference_editor_get_highlighted (editor)->id, ==, fixture->person);
  g_signal_emit_by_name (get_control (fixture, "subject_id"), "activate");
  g_assert_cmpstr (get_text (fixture, "subject_id"), ==, "Nguyễn Thị Hường");
  stored = load (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_cmpint (bv_record_get_integer (stored, "subject_id"), ==, fixture->person);
}

static void
test_picker_keys (Fixture *fixture, gconstpointer data)
{
  guint before = count_steps (fixture);

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "subject_id", "phong"); /* two departments */
  leave (fixture);
  g_assert_nonnull (strstr (bv_field_row_get_error (get_row (fixture, "subject_id")), "several"));
  type (fixture, "subject_id", "zzz");
  leave (fixture);
  g_assert_nonnull (bv_field_row_get_error (get_row (fixture, "subject_id")));
  g_assert_cmpuint (count_steps (fixture), ==, before);
  focus (fixture, "subject_id");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_text (fixture, "subject_id"), ==, "Văn phòng Sở");

  /* arrows alone choose as well */
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  for (int i = 0; i < 5; i++)
    press (fixture, GDK_KEY_Down, 0);
  leave (fixture);
  g_assert_cmpstr (get_text (fixture, "subject_id"), ==, "Nguyễn Thị Hường");
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) record = new_achievement (fixture);
  g_autoptr (BvRecord) stored = NULL;
  guint before = count_steps (fixture);

  bv_inspector_edit (fixture->inspector, record);
  g_assert_true (bv_inspector_flush (fixture->inspector)); /* nothing typed: nothing to save */
  type (fixture, "title", "Tổ chức 3 đoàn ra");
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before);
  g_assert_nonnull (strstr (bv_form_get_status (get_form (fixture)), "Content"));
  g_assert_true (bv_inspector_is_dirty (fixture->inspector));
  g_assert_false (bv_inspector_flush (fixture->inspector));
  g_assert_true (has_focus (fixture, "subject_id"));
  type (fixture, "subject_id", "van phong");
  leave (fixture);
  type (fixture, "criterion_id", "cai cach");
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  g_assert_cmpint (fixture->saved, !=, 0);
  g_assert_cmpstr (bv_form_get_status (get_form (fixture)), ==, "");
  stored = load (fixture, &bv_achievement_kind, fixture->saved);
  g_assert_cmpstr (bv_record_get_text (stored, "title"), ==, "Tổ chức 3 đoàn ra");
  g_assert_cmpint (bv_record_get_integer (stored, "movement_id"), ==, fixture->movement);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  BvHistory *history = bv_office_get_history (fixture->office);
  g_autoptr (GError) error = NULL;

  edit (fixture, &bv_person_kind, fixture->person);
  type (fixture, "job_title", "Chánh Văn phòng");
  leave (fixture);
  bv_history_undo (history, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "");
  bv_history_redo (history, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "Chánh Văn phòng");

  /* what is being typed is not overwritten */
  type (fixture, "job_title", "Trưởng phòng");
  bv_history_undo (history, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture, "job_title"), ==, "Trưởng phòng");
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint *n_undone = data;

  (*n_undone)++;
}

/* Ctrl+Z in a field that holds nothing new means the office; while typing it is the text's own. */
static void
test_undo_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("undo", NULL);
  guint n_undone = 0;

  g_signal_connect (action, "activate", G_CALLBACK (undo_cb), &n_undone);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  edit (fixture, &bv_person_kind, fixture->person);
  focus (fixture, "job_title");
  g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpuint (n_undone, ==, 1);
  type (fixture, "job_title", "Chuyên");
  g_assert_false (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpuint (n_undone, ==, 1);
}

/* The text's own undo does not bring back what another row said. */
static void
test_text_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text;

  edit (fixture, &bv_person_kind, fixture->person);
  edit (fixture, &bv_person_kind, add_person (fixture, "Lộc Văn Đức", fixture->bureau));
  focus (fixture, "full_name");
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (get_control (fixture, "full_name"))));
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (get_text (fixture, "full_name"), ==, "Lộc Văn Đức");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_nonnull (bv_inspector_get_record (fixture->inspector));
  bv_office_remove (fixture->office, &bv_achievement_kind, &fixture->achievement, 1, &error);
  g_assert_no_error (error);
  g_assert_null (bv_inspector_get_record (fixture->inspector));
  g_assert_true (bv_inspector_flush (fixture->inspector));
}

static void
test_date_steps (Fixture *fixture, gconstpointer data)
{
  edit (fixture, &bv_achievement_kind, fixture->achievement);
  type (fixture, "achieved_on", "28/02/2024");
  g_assert_true (press (fixture, GDK_KEY_plus, 0));
  g_assert_cmpstr (get_text (fixture, "achieved_on"), ==, "29/02/2024");
  g_assert_true (press (fixture, GDK_KEY_KP_Subtract, 0));
  g_assert_true (press (fixture, GDK_KEY_minus, 0));
  g_assert_cmpstr (get_text (fixture, "achieved_on"), ==, "27/02/2024");
  type (fixture, "achieved_on", "1");
  g_assert_false (press (fixture, GDK_KEY_minus, 0)); /* "1-6" is being typed */
}

static void
test_choice_letters (Fixture *fixture, gconstpointer data)
{
  guint before = count_steps (fixture);
  g_autoptr (BvRecord) stored = NULL;

  edit (fixture, &bv_person_kind, fixture->person);
  focus (fixture, "status");
  g_assert_true (press (fixture, GDK_KEY_m, 0)); /* Maternity leave */
  g_assert_cmpuint (count_steps (fixture), ==, before);
  leave (fixture);
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  stored = load (fixture, &bv_person_kind, fixture->person);
  g_assert_cmpstr (bv_record_get_text (stored, "status"), ==, "maternity");
}

static void
test_paragraph (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BvRecord) stored = NULL;
  int low, high;
  GtkWidget *editor;

  edit (fixture, &bv_achievement_kind, fixture->achievement);
  editor = GTK_WIDGET (bv_field_row_get_editor (get_row (fixture, "description")));
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, 300, &low, NULL, NULL, NULL);
  type (fixture, "description", "một\nhai\nba\nbốn\nnăm");
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, 300, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, >, low);
  leave (fixture);
  stored = load (fixture, &bv_achievement_kind, fixture->achievement);
  g_assert_cmpstr (bv_record_get_text (stored, "description"), ==, "một\nhai\nba\nbốn\nnăm");
}

/* 340 pixels are enough for every kind, in the language with the longer words. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  const BvKind *kinds[] = { &bv_person_kind, &bv_achievement_kind, &bv_movement_kind };
  gint64 ids[] = { fixture->person, fixture->achievement, fixture->movement };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    int width;

    edit (fixture, kinds[i], ids[i]);
    gtk_widget_measure (
        GTK_WIDGET (fixture->inspector), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    g_assert_cmpint (width, <=, 340);
  }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  edit (fixture, &bv_person_kind, fixture->person);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_control (fixture, "full_name")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Full name");
  type (fixture, "birth_date", "x");
  leave (fixture);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_control (fixture, "birth_date")),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
free_reference (gpointer data)
{
  BvReference *reference = data;

  g_free (reference->name);
  g_free (reference->folded);
  g_free (reference);
}

static void
add_reference (GPtrArray *references, const char *name)
{
  BvReference *reference = g_new0 (BvReference, 1);

  reference->id = references->len + 1;
  reference->name = g_strdup (name);
  reference->folded = bv_fold (name);
  g_ptr_array_add (references, reference);
}

static void
test_index (void)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (free_reference);
  g_autoptr (BvReferenceIndex) index = bv_reference_index_new (references);
  g_autoptr (GPtrArray) matches = NULL;
  guint n_more;

  add_reference (references, "Đặng Thị Hương");
  add_reference (references, "Nguyễn Đình Thụ");
  for (int i = 0; i < 200; i++)
    add_reference (references, "Trần Văn Tài");
  matches = bv_reference_index_match (index, "dan hu", &n_more);
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpint (((BvReference *) g_ptr_array_index (matches, 0))->id, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&matches));
  matches = bv_reference_index_match (index, "ình", &n_more); /* inside a word: no match */
  g_assert_cmpuint (matches->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&matches));
  matches = bv_reference_index_match (index, "  TÀI ", &n_more);
  g_assert_cmpuint (matches->len, ==, BV_REFERENCE_INDEX_SHOWN);
  g_assert_cmpuint (n_more, ==, 200 - BV_REFERENCE_INDEX_SHOWN);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/inspector/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("one-step", test_one_step);
  ADD ("enter-goes-on", test_enter_goes_on);
  ADD ("tab", test_tab);
  ADD ("tab-person", test_tab_person);
  ADD ("wrong-date", test_wrong_date);
  ADD ("whole-row-check", test_whole_row_check);
  ADD ("required", test_required);
  ADD ("escape", test_escape);
  ADD ("next", test_next);
  ADD ("picker", test_picker);
  ADD ("picker-keys", test_picker_keys);
  ADD ("new-row", test_new_row);
  ADD ("undo", test_undo);
  ADD ("undo-key", test_undo_key);
  ADD ("text-undo", test_text_undo);
  ADD ("gone", test_gone);
  ADD ("date-steps", test_date_steps);
  ADD ("choice-letters", test_choice_letters);
  ADD ("paragraph", test_paragraph);
  ADD ("narrow", test_narrow);
  ADD ("names", test_names);
  g_test_add_func ("/inspector/index", test_index);
  return g_test_run ();
}
