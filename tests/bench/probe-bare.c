/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that any libadwaita program does: a window with a word in it. */
#include "config.h"

#include "bv-bench-frame.h"

#include <adwaita.h>

static void
activate_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Bảng Vàng"));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.bangvang.Bare",
                                                                G_APPLICATION_NON_UNIQUE);

  bv_bench_frame_report (GTK_APPLICATION (application));
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
