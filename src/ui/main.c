/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts the window program. */
#include "config.h"

#include "bv-application.h"
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
  return g_application_run (G_APPLICATION (application), argc, argv);
}
