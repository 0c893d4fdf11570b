/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date field: typing, + and -, and a calendar for the mouse (Alt+Down from the keyboard). */
#include "config.h"

#include "bv-date-editor.h"

#include "bv-date.h"
#include "bv-tooltip.h"

#include <glib/gi18n-lib.h>

struct _BvDateEditor
{
  BvTextEditor parent_instance;

  /* Borrowed references: children */
  GtkWidget *button;
  GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE (BvDateEditor, bv_date_editor, BV_TYPE_TEXT_EDITOR)

static gboolean
is_whole (const char *text)
{
  return strlen (text) >= 8;
}

/* NULL when nothing or no whole date is typed */
static GDateTime *
dup_typed_date (BvDateEditor *self)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (!bv_editor_read (BV_EDITOR (self), &value, NULL) || value.type != BV_VALUE_TEXT)
    return NULL;
  iso = g_strconcat (value.text, bv_date_is_year (value.text) ? "-01-01" : "", "T00:00:00", NULL);
  return g_date_time_new_from_iso8601 (iso, utc);
}

static void
type_date (BvDateEditor *self, GDateTime *date)
{
  g_auto (BvValue) value = BV_VALUE_INIT;
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *text = NULL;

  bv_value_set_text (&value, iso);
  text = bv_field_format (bv_editor_get_field (BV_EDITOR (self)), &value);
  bv_text_editor_set_text (BV_TEXT_EDITOR (self), text);
  gtk_editable_set_position (GTK_EDITABLE (bv_text_editor_get_entry (BV_TEXT_EDITOR (self))), -1);
}

static void
day_selected_cb (GtkCalendar *calendar, BvDateEditor *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  type_date (self, date);
}

/* A click on a day is the answer, also on the day that is marked already. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, BvDateEditor *self)
{
  GtkWidget *day = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);

  if (!day || !gtk_widget_has_css_class (day, "day-number"))
    return;
  day_selected_cb (GTK_CALENDAR (self->calendar), self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
show_popover_cb (GtkWidget *popover, BvDateEditor *self)
{
  g_autoptr (GDateTime) date = dup_typed_date (self);

  if (!date)
    date = g_date_time_new_now_local ();
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
closed_cb (GtkWidget *popover, BvDateEditor *self)
{
  gtk_widget_grab_focus (bv_editor_get_control (BV_EDITOR (self)));
  if (bv_editor_is_edited (BV_EDITOR (self)))
    bv_editor_commit (BV_EDITOR (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                BvDateEditor *self)
{
  GtkEntry *entry = bv_text_editor_get_entry (BV_TEXT_EDITOR (self));

  if (!gtk_editable_get_editable (GTK_EDITABLE (entry)) || (state & GDK_CONTROL_MASK))
    return FALSE;
  switch (keyval) {
  case GDK_KEY_plus:
  case GDK_KEY_KP_Add:
    return bv_date_editor_step (self, 1);
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    return bv_date_editor_step (self, -1);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    if (!(state & GDK_ALT_MASK))
      return FALSE;
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
bv_date_editor_class_init (BvDateEditorClass *klass)
{
}

static void
bv_date_editor_init (BvDateEditor *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkEntry *entry = bv_text_editor_get_entry (BV_TEXT_EDITOR (self));

  self->calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  /* Tab goes from field to field; the calendar has its own key. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (self->button), FALSE);
  bv_tooltip_set (self->button, _ ("Calendar (Alt+Down)"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_widget_add_css_class (self->button, "bv-inline");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  bv_text_editor_append (BV_TEXT_EDITOR (self), self->button);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "numeric");
  gtk_entry_set_placeholder_text (entry, _ ("dd/mm/yyyy"));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), controller);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->calendar, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (popover, "show", G_CALLBACK (show_popover_cb), self);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), self);
}

gboolean
bv_date_editor_step (BvDateEditor *self, int days)
{
  GtkEditable *editable = GTK_EDITABLE (bv_text_editor_get_entry (BV_TEXT_EDITOR (self)));
  const char *typed = gtk_editable_get_text (editable);
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) stepped = NULL;

  if (*typed && !is_whole (typed))
    return FALSE;
  date = dup_typed_date (self);
  if (*typed && !date)
    return FALSE;
  stepped = date ? g_date_time_add_days (date, days) : g_date_time_new_now_local ();
  type_date (self, stepped);
  return TRUE;
}
