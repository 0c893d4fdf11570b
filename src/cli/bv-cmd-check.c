/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check FILE: is the file whole? */
#include "config.h"

#include "bv-check.h"
#include "bv-cmd.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);
  g_autoptr (GPtrArray) wrong = office ? bv_check_run (office, NULL, error) : NULL;

  if (!wrong)
    return FALSE;
  for (guint i = 0; i < wrong->len; i++)
    bv_cmd_say ("%s", (const char *) g_ptr_array_index (wrong, i));
  if (wrong->len) {
    g_set_error (error,
                 BV_ERROR,
                 BV_ERROR_DAMAGED,
                 ngettext ("“%s” has %u fault. Open the latest backup copy instead.",
                           "“%s” has %u faults. Open the latest backup copy instead.",
                           wrong->len),
                 arguments[0],
                 wrong->len);
    return FALSE;
  }
  bv_cmd_say (_ ("“%s” is whole."), arguments[0]);
  return TRUE;
}

const BvCmd bv_cmd_check = {
  .name = "check",
  .arguments = N_ ("FILE"),
  .summary = N_ ("check that the file is whole"),
  .n_arguments = 1,
  .run = run,
};
