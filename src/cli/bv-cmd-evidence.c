/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence FILE --subject NAME --output DIR|OUT.zip: all evidence of one person or department. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-evidence-export.h"
#include "bv-reference.h"

#include <glib/gi18n-lib.h>

static char *output, *movement, *subject;
static gboolean all_movements;

static const GOptionEntry options[] = {
  { "subject",
    0,
    0,
    G_OPTION_ARG_STRING,
    &subject,
    N_ ("name or id of one person or department"),
    N_ ("NAME") },
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &output,
    N_ ("the new folder, or the .zip, to write"),
    N_ ("DIR|OUT.zip") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &all_movements, N_ ("of all movements"), NULL },
  { NULL },
};

/* 0 with @error. */
static gint64
find_subject (BvOffice *office, GError **error)
{
  const BvField *field = bv_kind_find_field (&bv_achievement_kind, "subject_id");
  gint64 id = g_ascii_strtoll (subject, NULL, 10);

  if (id && bv_office_get_subject_kind (office, id))
    return id;
  return bv_reference_find (office, field, 0, subject, &id, error) ? id : 0;
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = NULL;
  gint64 movement_id = 0, subject_id;

  if (!output || !subject) {
    g_set_error_literal (
        error, BV_ERROR, BV_ERROR_INVALID, _ ("Add --subject NAME and --output DIR or OUT.zip."));
    return FALSE;
  }
  office = bv_cmd_open_to_read (arguments[0], error);
  subject_id = office ? find_subject (office, error) : 0;
  if (!subject_id)
    return FALSE;
  if (!all_movements)
    movement_id = bv_cmd_find_movement (office, movement, error);
  if ((!movement_id && !all_movements)
      || !bv_evidence_export_write (
          office, subject_id, movement_id, output, NULL, NULL, NULL, error))
    return FALSE;
  bv_cmd_say (_ ("The evidence is in “%s”."), output);
  return TRUE;
}

const BvCmd bv_cmd_evidence = {
  .name = "evidence",
  .arguments = N_ ("FILE"),
  .summary = N_ ("write all evidence of one person or department, with an index"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
