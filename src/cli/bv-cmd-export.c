/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export FILE --output OUT.xlsx: the council's workbook, whole or in part. */
#include "config.h"

#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-fold.h"
#include "bv-workbook.h"

#include <glib/gi18n-lib.h>

static char *output, *movement, *sheets, *forms;
static gboolean split;

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
  { "sheets",
    0,
    0,
    G_OPTION_ARG_STRING,
    &sheets,
    N_ ("sheets wanted, with commas between: collectives, individuals, scores, stages, "
        "eligibility, quota, votes, evidence, firmness, summary, info; all when not given"),
    N_ ("SHEETS") },
  { "forms",
    0,
    0,
    G_OPTION_ARG_STRING,
    &forms,
    N_ ("award forms wanted, with semicolons between; all when not given"),
    N_ ("NAMES") },
  { "split", 0, 0, G_OPTION_ARG_NONE, &split, N_ ("one file for each award form"), NULL },
  { NULL },
};

static gboolean
read_sheets (BvWorkbookChoice *choice, GError **error)
{
  g_auto (GStrv) words = sheets ? g_strsplit (sheets, ",", -1) : NULL;

  choice->sheets = words ? 0 : BV_WORKBOOK_ALL_SHEETS;
  for (guint i = 0; words && words[i]; i++) {
    int sheet = bv_workbook_choice_find_sheet (g_strstrip (words[i]));

    if (sheet < 0) {
      g_set_error (error,
                   BV_ERROR,
                   BV_ERROR_INVALID,
                   _ ("The workbook has no sheet “%s”. “export --help” names the sheets."),
                   words[i]);
      return FALSE;
    }
    choice->sheets |= 1u << sheet;
  }
  return TRUE;
}

static gboolean
add_form (BvOffice *office, GArray *proposed, const char *word, GArray *chosen, GError **error)
{
  g_autofree char *wanted = bv_fold (word);

  for (guint i = 0; i < proposed->len; i++) {
    gint64 id = g_array_index (proposed, gint64, i);
    g_autofree char *name = bv_fold (bv_office_get_name (office, &bv_award_form_kind, id));

    if (g_str_equal (name, wanted)) {
      g_array_append_val (chosen, id);
      return TRUE;
    }
  }
  g_set_error (
      error,
      BV_ERROR,
      BV_ERROR_NOT_FOUND,
      _ ("Nobody is proposed for “%s” in this movement. Check the name of the award form."),
      word);
  return FALSE;
}

static gboolean
read_forms (BvOffice *office, gint64 movement_id, BvWorkbookChoice *choice, GError **error)
{
  g_auto (GStrv) words = forms ? g_strsplit (forms, ";", -1) : NULL;
  g_autoptr (GArray) proposed = NULL;

  if (!words)
    return TRUE;
  proposed = bv_workbook_list_forms (office, movement_id, error);
  choice->forms = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; proposed && words[i]; i++)
    if (!add_form (office, proposed, g_strstrip (words[i]), choice->forms, error))
      return FALSE;
  return proposed != NULL;
}

static gboolean
export_workbook (const char *path, BvOffice *office, BvWorkbookChoice *choice, GError **error)
{
  BvIssue issue = { .document = "workbook", .title = BV_WORKBOOK_TITLE, .medium = "xlsx" };
  g_auto (GStrv) files = NULL;
  g_autofree char *hash = NULL;

  issue.movement_id = bv_cmd_find_movement (office, movement, error);
  if (!issue.movement_id || !read_sheets (choice, error)
      || !read_forms (office, issue.movement_id, choice, error))
    return FALSE;
  files = bv_workbook_list_files (office, issue.movement_id, choice, output, error);
  hash = files ? bv_issue_register_dup_fingerprint (office, issue.movement_id, error) : NULL;
  if (!hash
      || !bv_workbook_export (office, issue.movement_id, choice, output, NULL, NULL, NULL, error))
    return FALSE;
  bv_office_close (office, NULL);
  issue.fingerprint = hash;
  for (guint i = 0; files[i]; i++) {
    bv_cmd_say (_ ("The workbook is in “%s”."), files[i]);
    issue.path = files[i];
    bv_cmd_register (path, &issue);
  }
  return TRUE;
}

static gboolean
run (char **arguments, GError **error)
{
  BvWorkbookChoice choice = { .split = split };
  g_autoptr (BvOffice) office = NULL;
  gboolean done;

  if (!output) {
    g_set_error_literal (error,
                         BV_ERROR,
                         BV_ERROR_INVALID,
                         _ ("The name of the workbook is missing. Add --output OUT.xlsx."));
    return FALSE;
  }
  office = bv_cmd_open_to_read (arguments[0], error);
  done = office && export_workbook (arguments[0], office, &choice, error);
  g_clear_pointer (&choice.forms, g_array_unref);
  return done;
}

const BvCmd bv_cmd_export = {
  .name = "export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("write the award proposals as an Excel workbook"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
