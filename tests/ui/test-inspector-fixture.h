/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office with a few rows, a window with an inspector, and keys pressed in it. */
#pragma once
#include "bv-form.h"
#include "bv-history.h"
#include "bv-inspector.h"
#include "test-wait.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  BvOffice *office;
  GtkWidget *window;
  BvInspector *inspector;
  GtkWidget *outside; /* a button beside the inspector: the focus can go there */
  gint64 bureau, division, person, movement, criterion, achievement;
  guint n_next, n_closed;
  gint64 saved;
} Fixture;

static inline BvRecord *
load (Fixture *fixture, const BvKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  BvRecord *record = bv_office_load (fixture->office, kind, id, &error);

  g_assert_no_error (error);
  return record;
}

static inline gint64
store (Fixture *fixture, BvRecord *taken)
{
  g_autoptr (BvRecord) record = taken;
  g_autoptr (GError) error = NULL;

  bv_office_save (fixture->office, record, &error);
  g_assert_no_error (error);
  return bv_record_get_id (record);
}

static inline gint64
add_person (Fixture *fixture, const char *name, gint64 department)
{
  BvRecord *record = bv_record_new (&bv_person_kind);

  bv_record_set_text (record, "full_name", name);
  bv_record_set_integer (record, "department_id", department);
  return store (fixture, record);
}

static inline gint64
add_department (Fixture *fixture, const char *name)
{
  BvRecord *record = bv_record_new (&bv_department_kind);

  bv_record_set_text (record, "name", name);
  return store (fixture, record);
}

static inline void
add_movement (Fixture *fixture)
{
  BvRecord *movement = bv_record_new (&bv_movement_kind);
  BvRecord *criterion = bv_record_new (&bv_criterion_kind);

  bv_record_set_text (movement, "title", "Phong trào thi đua");
  fixture->movement = store (fixture, movement);
  bv_record_set_integer (criterion, "movement_id", fixture->movement);
  bv_record_set_text (criterion, "label", "3.");
  bv_record_set_text (criterion, "title", "Cải cách hành chính");
  bv_record_set_integer (criterion, "max_points", 2000);
  fixture->criterion = store (fixture, criterion);
}

static inline BvRecord *
new_achievement (Fixture *fixture)
{
  BvRecord *record = bv_record_new (&bv_achievement_kind);

  bv_record_set_integer (record, "movement_id", fixture->movement);
  return record;
}

static inline void
add_achievement (Fixture *fixture)
{
  BvRecord *record = new_achievement (fixture);

  bv_record_set_text (record, "title", "Đưa 9 thủ tục lên dịch vụ công");
  bv_record_set_integer (record, "subject_id", fixture->bureau);
  bv_record_set_integer (record, "criterion_id", fixture->criterion);
  fixture->achievement = store (fixture, record);
}

static inline void
next_cb (BvInspector *inspector, Fixture *fixture)
{
  fixture->n_next++;
}

static inline void
closed_cb (BvInspector *inspector, Fixture *fixture)
{
  fixture->n_closed++;
}

static inline void
saved_cb (BvInspector *inspector, gint64 id, Fixture *fixture)
{
  fixture->saved = id;
}

static inline void
build_window (Fixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->inspector = BV_INSPECTOR (bv_inspector_new ());
  fixture->outside = gtk_button_new_with_label ("outside");
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->inspector), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->inspector));
  gtk_box_append (GTK_BOX (box), fixture->outside);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_signal_connect (fixture->inspector, "next", G_CALLBACK (next_cb), fixture);
  g_signal_connect (fixture->inspector, "closed", G_CALLBACK (closed_cb), fixture);
  g_signal_connect (fixture->inspector, "saved", G_CALLBACK (saved_cb), fixture);
  bv_inspector_set_office (fixture->inspector, fixture->office);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (fixture->window)));
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bv-inspector-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sở.bangvang", NULL);
  fixture->office = bv_office_create (
      fixture->path, "Sở", NULL, NULL, NULL, "Kiểm thử", BV_OFFICE_OPEN_NO_BACKUP, &error);
  g_assert_no_error (error);
  fixture->bureau = add_department (fixture, "Văn phòng Sở");
  fixture->division = add_department (fixture, "Phòng Lãnh sự");
  fixture->person = add_person (fixture, "Nguyễn Thị Hường", fixture->bureau);
  add_movement (fixture);
  add_achievement (fixture);
  build_window (fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
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

/* Looking into the widgets */

static inline GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);

    if (found)
      return found;
  }
  return NULL;
}

static inline BvForm *
get_form (Fixture *fixture)
{
  return BV_FORM (find_type (GTK_WIDGET (fixture->inspector), "BvForm"));
}

static inline BvFieldRow *
get_row (Fixture *fixture, const char *name)
{
  BvFieldRow *row = bv_form_get_row (get_form (fixture), name);

  g_assert_nonnull (row);
  return row;
}

static inline GtkWidget *
get_control (Fixture *fixture, const char *name)
{
  return bv_editor_get_control (bv_field_row_get_editor (get_row (fixture, name)));
}

static inline const char *
get_text (Fixture *fixture, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_control (fixture, name)));
}

/* The number of steps in the log. */
static inline guint
count_steps (Fixture *fixture)
{
  g_autoptr (GArray) steps = bv_history_list_steps (
      bv_office_get_history (fixture->office), NULL, NULL, NULL, NULL, NULL);

  return steps->len;
}

/* Doing what a person does */

static inline void
edit (Fixture *fixture, const BvKind *kind, gint64 id)
{
  g_autoptr (BvRecord) record = load (fixture, kind, id);

  bv_inspector_edit (fixture->inspector, record);
  WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (get_form (fixture))) > 0);
}

static inline void
focus (Fixture *fixture, const char *name)
{
  g_assert_true (bv_field_row_focus (get_row (fixture, name)));
}

static inline void
leave (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->outside);
}

static inline void
type (Fixture *fixture, const char *name, const char *text)
{
  GtkWidget *control = get_control (fixture, name);

  focus (fixture, name);
  if (GTK_IS_TEXT_VIEW (control))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (control), text);
}

static inline gboolean
offer_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return FALSE; /* their own handlers ask the event */
  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
        && gtk_event_controller_get_propagation_phase (controller) == phase)
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
  }
  return handled;
}

/* A key goes down to the widget with the focus and up again, as GTK does it. */
static inline gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  GtkWidget *target = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  for (GtkWidget *widget = target; widget; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, widget);
  for (guint i = chain->len; i > 0; i--)
    if (offer_key (g_ptr_array_index (chain, i - 1), GTK_PHASE_CAPTURE, keyval, state))
      return TRUE;
  for (guint i = 0; i < chain->len; i++)
    if (offer_key (g_ptr_array_index (chain, i), GTK_PHASE_BUBBLE, keyval, state))
      return TRUE;
  return FALSE;
}

static inline gboolean
has_focus (Fixture *fixture, const char *name)
{
  GtkWidget *target = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return target && gtk_widget_is_ancestor (target, GTK_WIDGET (get_row (fixture, name)));
}
