/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clicks while the program is busy, with a real mouse: run under xrun. */
#include "config.h"

#include "bv-clicks.h"
#include "test-wait.h"

#include <adwaita.h>

static struct
{
  GtkWidget *window, *button;
  int n_pressed, n_let_go, n_clicked;
} click;

static void
mouse (const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("xdotool %s", arguments);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What is pressed looks so, which lays the window out and makes GTK ask where the mouse is. */
static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, gpointer data)
{
  click.n_pressed++;
  gtk_widget_queue_resize (click.button);
}

static void
clicked_cb (GtkButton *button, gpointer data)
{
  click.n_clicked++;
}

/* The button is let go in the worst moment: the server knows, the program has not read it yet. */
static gboolean
flush_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  if (click.n_pressed > click.n_let_go) {
    click.n_let_go++;
    mouse ("mouseup 1");
  }
  return TRUE;
}

static void
show_button (void)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  g_autoptr (GTypeClass) klass = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  click.window = gtk_window_new ();
  click.button = gtk_button_new_with_label ("Lập");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (click.window, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (click.button, "clicked", G_CALLBACK (clicked_cb), NULL);
  gtk_window_set_child (GTK_WINDOW (click.window), click.button);
  gtk_window_fullscreen (GTK_WINDOW (click.window));
  gtk_window_present (GTK_WINDOW (click.window));
  WAIT_FOR (gtk_widget_get_width (click.button) > 1000);
  g_signal_add_emission_hook (
      g_signal_lookup ("flush-events", GDK_TYPE_FRAME_CLOCK), 0, flush_cb, NULL, NULL);
}

static void
test_let_go_while_drawing (void)
{
  show_button ();
  mouse ("mousemove 400 400 mousemove 500 400");
  for (int i = 0; i < 10; i++) {
    mouse ("mousedown 1");
    WAIT_FOR (click.n_pressed == i + 1);
    WAIT_FOR (click.n_let_go == i + 1);
    WAIT_FOR (click.n_clicked == i + 1);
  }
  gtk_window_destroy (GTK_WINDOW (click.window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  bv_clicks_keep ();
  g_test_add_func ("/clicks/let-go-while-drawing", test_let_go_while_drawing);
  return g_test_run ();
}
