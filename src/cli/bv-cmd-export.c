/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export FILE --output OUT.xlsx: the council's workbook. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-workbook.h"

#include <glib/gi18n-lib.h>

static char *output, *movement;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    N_ ("the workbook to write"),
    N_ ("OUT.xlsx") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { NULL },
};

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = NULL;
  gint64 id;

  if (!output) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("The name of the workbook is missing. Add --output OUT.xlsx."));
    return FALSE;
  }
  office = bv_cmd_open_to_read (arguments[0], error);
  id = office ? bv_cmd_find_movement (office, movement, error) : 0;
  if (!id || !bv_workbook_export (office, id, output, NULL, NULL, NULL, error))
    return FALSE;
  bv_cmd_say (_ ("The workbook is in “%s”."), output);
  return TRUE;
}

const BvCmd bv_cmd_export = {
  .name = "export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("write the award proposals as an Excel workbook"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
