/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After each layout GTK makes up a motion, and asks the X server for the buttons of this moment
 * while the events it has still to read are older. A button that was let go meanwhile seems never
 * to have been held, and the click is given up. Such motions stop at the window. */
#include "config.h"

#include "bv-clicks.h"

#include <gtk/gtk.h>

#define ANY_BUTTON                                                                                 \
  (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

/* Only what GTK makes up has no time. What the server sends is true: a button let go outside, at
 * the end of a drag, is not held. */
static gboolean
is_mistaken (GdkEvent *event, gboolean *held)
{
  gboolean has_button = (gdk_event_get_modifier_state (event) & ANY_BUTTON) != 0;

  if (gdk_event_get_time (event) == GDK_CURRENT_TIME)
    return *held && !has_button;
  *held = has_button;
  return FALSE;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gboolean *held)
{
  switch ((int) gdk_event_get_event_type (event)) {
  case GDK_BUTTON_PRESS:
    *held = TRUE;
    return GDK_EVENT_PROPAGATE;
  case GDK_BUTTON_RELEASE:
    *held = FALSE;
    return GDK_EVENT_PROPAGATE;
  case GDK_MOTION_NOTIFY:
    return is_mistaken (event, held);
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
watch (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  gboolean *held = g_new0 (gboolean, 1);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_object_set_data_full (G_OBJECT (window), "bv-clicks", held, g_free);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), held);
  gtk_widget_add_controller (window, controller);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_WINDOW (widget) && g_object_get_data (G_OBJECT (widget), "bv-clicks") == NULL)
    watch (widget);
  return TRUE;
}

void
bv_clicks_keep (void)
{
  /* signals are there with the class */
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (
      g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL, NULL);
}
