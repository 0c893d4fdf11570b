/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-sample FILE: the sample office that the tests of one build copy, instead of each building
 * it. */
#include "config.h"

#include "bv-language.h"
#include "bv-sample.h"

#include <glib/gstdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  bv_language_init ("en");
  if (argc != 2)
    return 2;
  g_remove (argv[1]);
  if (!bv_sample_create (argv[1], "Kiểm thử", &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
