/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forms FILE --output DIR: the forms of all departments. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-department-form-write.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

static char *output, *movement;

static const GOptionEntry options[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    N_ ("the folder that the forms go to"),
    N_ ("DIR") },
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
  guint n_written;
  gint64 id;

  if (!output || !g_file_test (output, G_FILE_TEST_IS_DIR)) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("There is no such folder for the forms. Add --output DIR."));
    return FALSE;
  }
  office = bv_cmd_open_to_write (arguments[0], error);
  id = office ? bv_cmd_find_movement (office, movement, error) : 0;
  if (!id || !bv_department_form_write_all (office, id, output, &n_written, error))
    return FALSE;
  bv_cmd_say (
      ngettext ("%u form is in “%s”.", "%u forms are in “%s”.", n_written), n_written, output);
  return bv_office_close (office, error);
}

const BvCmd bv_cmd_forms = {
  .name = "forms",
  .arguments = N_ ("FILE"),
  .summary = N_ ("write the forms that departments fill in"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
