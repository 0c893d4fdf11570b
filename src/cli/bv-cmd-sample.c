/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample OUT: builds the sample office. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-sample.h"

#include <glib/gi18n-lib.h>

static gboolean
run (char **arguments, GError **error)
{
  if (!bv_sample_create (arguments[0], NULL, error))
    return FALSE;
  bv_cmd_say (_ ("The sample office is in “%s”."), arguments[0]);
  return TRUE;
}

const BvCmd bv_cmd_sample = {
  .name = "sample",
  .arguments = N_ ("OUT"),
  .summary = N_ ("build the sample office"),
  .n_arguments = 1,
  .run = run,
};
