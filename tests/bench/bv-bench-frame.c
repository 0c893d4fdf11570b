/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a window has drawn. */
#include "config.h"

#include "bv-bench-frame.h"

#include <stdio.h>

/* Waiting inside a program */

static void
drawn_cb (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
bv_bench_frame_wait (GtkWidget *widget)
{
  gboolean drawn = FALSE;
  GdkFrameClock *clock;
  gulong handler;

  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (widget);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &drawn);
  gtk_widget_queue_draw (widget);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

void
bv_bench_frame_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Telling another program */

static double first_frame;

static gboolean
settled_cb (gpointer data)
{
  GtkApplication *application = data;

  printf ("%.3f %.3f\n", first_frame, (double) g_get_monotonic_time () / 1000);
  fflush (stdout);
  gtk_window_close (gtk_application_get_active_window (application));
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, gpointer application)
{
  if (first_frame > 0)
    return;
  first_frame = (double) g_get_monotonic_time () / 1000;
  g_idle_add_full (G_PRIORITY_LOW + 100, settled_cb, application, NULL);
}

static void
mapped_cb (GtkWidget *window, gpointer application)
{
  g_signal_connect (
      gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

static void
added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  g_signal_connect_after (window, "map", G_CALLBACK (mapped_cb), application);
}

void
bv_bench_frame_report (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
