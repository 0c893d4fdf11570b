/* SPDX-License-Identifier: GPL-3.0-or-later */
/* propose FILE: proposals from ranking and quotas. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-cmd.h"

#include <glib/gi18n-lib.h>

static gboolean replace;
static char *movement;

static const GOptionEntry options[] = {
  { "replace",
    0,
    0,
    G_OPTION_ARG_NONE,
    &replace,
    N_ ("also replace what was typed into the proposals"),
    NULL },
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
propose_in (BvOffice *office, GError **error)
{
  gint64 id = bv_cmd_find_movement (office, movement, error);
  g_autoptr (BvAssessment) assessment = id ? bv_assessment_load (office, id, error) : NULL;
  int n = assessment ? bv_assessment_propose (assessment, replace, error) : -1;

  if (n < 0)
    return FALSE;
  bv_cmd_say (ngettext ("%d proposal was written.", "%d proposals were written.", (gulong) n), n);
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_write (arguments[0], error);

  return office && propose_in (office, error) && bv_office_close (office, error);
}

const BvCmd bv_cmd_propose = {
  .name = "propose",
  .arguments = N_ ("FILE"),
  .summary = N_ ("write proposals from ranking and quotas"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
