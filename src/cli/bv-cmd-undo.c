/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo FILE: takes back the last step. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-history.h"

#include <glib/gi18n-lib.h>

static gboolean
undo_in (BvOffice *office, GError **error)
{
  BvHistory *history = bv_office_get_history (office);
  g_autofree char *title = bv_history_dup_undo_title (history);

  if (!title) {
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_NOT_FOUND, _ ("There is nothing to undo in this file."));
    return FALSE;
  }
  if (!bv_history_undo (history, error))
    return FALSE;
  bv_cmd_say (_ ("Undone: %s"), title);
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_write (arguments[0], error);

  return office && undo_in (office, error) && bv_office_close (office, error);
}

const BvCmd bv_cmd_undo = {
  .name = "undo",
  .arguments = N_ ("FILE"),
  .summary = N_ ("take back the last step"),
  .n_arguments = 1,
  .run = run,
};
