/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new OUT --office NAME: makes an empty office file. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"

#include <glib/gi18n-lib.h>

static char *name, *superior, *place, *head;

static const GOptionEntry options[] = {
  { "office",
    0,
    0,
    G_OPTION_ARG_STRING,
    &name,
    N_ ("name of the office, as on the seal"),
    N_ ("NAME") },
  { "superior", 0, 0, G_OPTION_ARG_STRING, &superior, N_ ("superior body"), N_ ("NAME") },
  { "place", 0, 0, G_OPTION_ARG_STRING, &place, N_ ("place before the date"), N_ ("NAME") },
  { "head", 0, 0, G_OPTION_ARG_STRING, &head, N_ ("head of the office"), N_ ("NAME") },
  { NULL },
};

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = NULL;

  if (!name) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("The name of the office is missing. Add --office NAME."));
    return FALSE;
  }
  office = bv_office_create (
      arguments[0], name, superior, place, head, NULL, BV_OFFICE_OPEN_NO_BACKUP, error);
  if (!office || !bv_office_close (office, error))
    return FALSE;
  bv_cmd_say (_ ("“%s” is made."), arguments[0]);
  return TRUE;
}

const BvCmd bv_cmd_new = {
  .name = "new",
  .arguments = N_ ("OUT"),
  .summary = N_ ("make an empty office file"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
