/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window program as its own main() starts it; only that it tells when it has drawn. */
#include "config.h"

#include "bv-application.h"
#include "bv-bench-frame.h"
#include "bv-language.h"
#include "bv-renderer.h"
#include "bv-settings.h"

int
main (int argc, char *argv[])
{
  g_autofree char *language = bv_settings_dup_string ("language");
  g_autoptr (BvApplication) application = NULL;

  bv_renderer_choose ();
  bv_language_init (language);
  application = bv_application_new ();
  bv_bench_frame_report (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
