/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quiet row of a form: no frame and no button, only the text that can be changed. */
#include "config.h"

#include "bv-field-row.h"

#include "bv-focus.h"
#include "bv-text-label.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvFieldRow
{
  GtkBox parent_instance;
  const BvField *field;
  gboolean unsaved;
  gboolean empty;       /* the value shown is NULL */
  gboolean passed_over; /* Tab and Enter go on to the next field */

  /* Borrowed references: children */
  BvEditor *editor;
  GtkWidget *label;
  GtkWidget *state; /* "required", "not saved" */
  GtkWidget *pin;   /* nullable: the field cannot be kept for the next row */
  GtkWidget *error;
};

enum { PIN, ENTERED, COMMIT, ADVANCE, RESTORE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BvFieldRow, bv_field_row, GTK_TYPE_BOX)

static gboolean
is_required (BvFieldRow *self)
{
  return (self->field->flags & BV_FIELD_REQUIRED) && self->field->type != BV_FIELD_BOOLEAN;
}

static void
update_state (BvFieldRow *self)
{
  const char *text = "";

  if (self->unsaved || bv_editor_is_edited (self->editor))
    text = _ ("not saved yet");
  else if (self->empty && is_required (self))
    text = _ ("required");
  gtk_label_set_label (GTK_LABEL (self->state), text);
  gtk_widget_set_visible (self->state, *text != '\0');
}

static void
edited_cb (BvFieldRow *self)
{
  update_state (self);
}

static void
commit_cb (BvFieldRow *self)
{
  g_signal_emit (self, signals[COMMIT], 0);
}

static void
advance_cb (BvFieldRow *self)
{
  g_signal_emit (self, signals[ADVANCE], 0);
}

/* Only the field with the focus shows a selection, and every text its beginning. */
static void
show_beginning (BvFieldRow *self)
{
  GtkWidget *control = bv_editor_get_control (self->editor);
  GtkRoot *root = gtk_widget_get_root (control);

  if (GTK_IS_EDITABLE (control) && GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    gtk_editable_select_region (GTK_EDITABLE (control), 0, 0);
}

static void
enter_cb (BvFieldRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
leave_cb (BvFieldRow *self)
{
  bv_editor_settle (self->editor);
  show_beginning (self);
  if (bv_editor_is_edited (self->editor))
    g_signal_emit (self, signals[COMMIT], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvFieldRow *self)
{
  if (keyval != GDK_KEY_Escape || !bv_field_row_is_pending (self))
    return FALSE;
  g_signal_emit (self, signals[RESTORE], 0);
  return TRUE;
}

/* A click beside the text means the field all the same. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvFieldRow *self)
{
  GtkWidget *focus = bv_focus_find (GTK_WIDGET (self));

  if (self->field->type == BV_FIELD_BOOLEAN)
    return;
  if (!focus || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    bv_field_row_focus (self);
}

/* What is kept from the row before need not be gone over again; Shift+Tab still leads back to it.
 */
static gboolean
bv_field_row_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && BV_FIELD_ROW (widget)->passed_over
      && !gtk_widget_get_focus_child (widget))
    return FALSE;
  return GTK_WIDGET_CLASS (bv_field_row_parent_class)->focus (widget, direction);
}

static void
add_signal (BvFieldRowClass *klass, guint signal, const char *name)
{
  signals[signal] = g_signal_new (
      name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_field_row_class_init (BvFieldRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = bv_field_row_move_focus;
  add_signal (klass, PIN, "pin");
  add_signal (klass, ENTERED, "entered");
  add_signal (klass, COMMIT, "commit");
  add_signal (klass, ADVANCE, "advance");
  add_signal (klass, RESTORE, "restore");
}

static void
bv_field_row_init (BvFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "bv-field");
  self->state = bv_text_label_new ("", "dim-label");
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_set_valign (self->state, GTK_ALIGN_START);
  self->error = bv_text_label_new ("", "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* The label above, the control below. */
static void
build_stacked (BvFieldRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (header), self->label);
  gtk_box_append (GTK_BOX (header), self->state);
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->editor));
  gtk_box_append (GTK_BOX (self), self->error);
}

/* The label on the left with the hint under it, the switch on the right. */
static void
build_beside (BvFieldRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->label);
  if (self->field->hint) {
    GtkWidget *hint = bv_text_label_new (_ (self->field->hint), "dim-label");

    gtk_widget_add_css_class (hint, "caption");
    gtk_box_append (GTK_BOX (texts), hint);
  }
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->state);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->editor));
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->error);
}

static void
name_control (BvFieldRow *self)
{
  GtkWidget *control = bv_editor_get_control (self->editor);
  GtkAccessible *accessible = GTK_ACCESSIBLE (control);
  const char *label = bv_field_get_label (self->field);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (
      accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  if (GTK_IS_EDITABLE (control)) {
    GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (control));

    gtk_accessible_update_property (
        GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    gtk_accessible_update_property (
        accessible, GTK_ACCESSIBLE_PROPERTY_REQUIRED, (gboolean) is_required (self), -1);
  }
  if (self->field->hint)
    bv_tooltip_set (control, _ (self->field->hint));
}

GtkWidget *
bv_field_row_new (const BvField *field, BvOffice *office)
{
  BvFieldRow *self = g_object_new (BV_TYPE_FIELD_ROW, NULL);

  self->field = field;
  self->empty = TRUE;
  self->editor = bv_editor_new (field, office);
  self->label = bv_text_label_new (bv_field_get_label (field), NULL);
  if (field->type == BV_FIELD_BOOLEAN)
    build_beside (self);
  else
    build_stacked (self);
  name_control (self);
  g_signal_connect_swapped (self->editor, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->editor, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->editor, "advance", G_CALLBACK (advance_cb), self);
  return GTK_WIDGET (self);
}

const BvField *
bv_field_row_get_field (BvFieldRow *self)
{
  return self->field;
}

BvEditor *
bv_field_row_get_editor (BvFieldRow *self)
{
  return self->editor;
}

gboolean
bv_field_row_focus (BvFieldRow *self)
{
  return gtk_widget_grab_focus (bv_editor_get_control (self->editor));
}

void
bv_field_row_show (BvFieldRow *self, const BvValue *value)
{
  self->empty = value->type == BV_VALUE_NULL;
  self->unsaved = FALSE;
  bv_editor_show (self->editor, value);
  bv_field_row_set_error (self, NULL);
}

void
bv_field_row_set_error (BvFieldRow *self, const char *message)
{
  GtkAccessible *control = GTK_ACCESSIBLE (bv_editor_get_control (self->editor));

  gtk_label_set_label (GTK_LABEL (self->error), message ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
  if (message) {
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_update_state (
        control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    gtk_accessible_update_relation (
        control, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->error, NULL, -1);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
    gtk_accessible_reset_state (control, GTK_ACCESSIBLE_STATE_INVALID);
    gtk_accessible_reset_relation (control, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  }
  update_state (self);
}

const char *
bv_field_row_get_error (BvFieldRow *self)
{
  const char *message = gtk_label_get_label (GTK_LABEL (self->error));

  return *message ? message : NULL;
}

void
bv_field_row_set_unsaved (BvFieldRow *self, gboolean unsaved)
{
  self->unsaved = unsaved;
  update_state (self);
}

gboolean
bv_field_row_is_pending (BvFieldRow *self)
{
  return self->unsaved || bv_editor_is_edited (self->editor) || bv_field_row_get_error (self);
}

void
bv_field_row_set_writable (BvFieldRow *self, gboolean writable)
{
  bv_editor_set_writable (self->editor, writable);
}

void
bv_field_row_forget (BvFieldRow *self, const BvKind *changed)
{
  gboolean stale = self->field->type == BV_FIELD_REFERENCE && self->field->kind == changed;

  if (self->field->type == BV_FIELD_SUBJECT)
    stale = (changed->flags & BV_KIND_SUBJECT) != 0;
  if (stale)
    bv_editor_forget (self->editor);
}

static void
pin_cb (BvFieldRow *self)
{
  g_signal_emit (self, signals[PIN], 0);
}

void
bv_field_row_add_pin (BvFieldRow *self)
{
  /* Translators: the name of a field. */
  g_autofree char *label = g_strdup_printf (_ ("Keep “%s” for the next row (Ctrl+G)"),
                                            bv_field_get_label (self->field));

  g_return_if_fail (self->pin == NULL);

  self->pin = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->pin), "view-pin-symbolic");
  gtk_widget_add_css_class (self->pin, "flat");
  gtk_widget_add_css_class (self->pin, "bv-pin");
  gtk_widget_set_valign (self->pin, GTK_ALIGN_CENTER);
  /* Tab goes from field to field; the keyboard has Ctrl+G. */
  gtk_widget_set_focusable (self->pin, FALSE);
  bv_tooltip_set (self->pin, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->pin, "clicked", G_CALLBACK (pin_cb), self);
  gtk_box_insert_child_after (
      GTK_BOX (gtk_widget_get_parent (self->state)), self->pin, self->state);
}

void
bv_field_row_set_pinned (BvFieldRow *self, gboolean pinned, gboolean in_new_row)
{
  if (self->pin == NULL)
    return;
  self->passed_over = pinned && in_new_row;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pin), pinned);
  if (pinned)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pinned");
}

gboolean
bv_field_row_is_passed_over (BvFieldRow *self)
{
  return self->passed_over;
}
