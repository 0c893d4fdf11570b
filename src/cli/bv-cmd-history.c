/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history FILE: every change, newest first. */
#include "config.h"

#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-history.h"

#include <glib/gi18n-lib.h>

static char *format;
static gboolean details;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("tsv (default) or json"), N_ ("FORMAT") },
  { "details", 0, 0, G_OPTION_ARG_NONE, &details, N_ ("say what was changed in each row"), NULL },
  { NULL },
};

/* Lines of a step that a person still reads. */
#define GREATEST_DETAILS 200

static const char *const state_words[] = { "done", "undone", "dropped" };

static const char *
get_state_label (BvStepState state)
{
  const char *labels[] = { _ ("In force"), _ ("Undone"), _ ("Dropped") };

  return labels[state];
}

static gboolean
add_details (BvCmdRows *rows, BvHistory *history, gint64 id, GError **error)
{
  g_auto (GStrv) lines = bv_history_describe_step (history, id, GREATEST_DETAILS, error);
  g_autofree char *text = lines ? g_strjoinv ("\n", lines) : NULL;

  if (text)
    bv_cmd_rows_add_text (rows, text);
  return text != NULL;
}

static gboolean
add_step (BvCmdRows *rows, BvHistory *history, gint64 id, GError **error)
{
  g_autoptr (BvHistoryStep) step = bv_history_load_step (history, id, error);

  if (!step)
    return FALSE;
  bv_cmd_rows_add_integer (rows, step->id);
  bv_cmd_rows_add_text (rows, step->at);
  bv_cmd_rows_add_text (rows, step->actor);
  bv_cmd_rows_add_text (
      rows, bv_cmd_rows_is_json (rows) ? state_words[step->state] : get_state_label (step->state));
  bv_cmd_rows_add_integer (rows, step->n_rows);
  bv_cmd_rows_add_text (rows, step->title);
  return !details || add_details (rows, history, id, error);
}

static gboolean
run (char **arguments, GError **error)
{
  const BvCmdColumn columns[] = {
    { "id", "id" },
    { "at", _ ("When") },
    { "actor", _ ("Who") },
    { "state", _ ("State") },
    { "n_rows", _ ("Rows") },
    { "title", _ ("What") },
    { "details", _ ("Changes") },
  };
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);
  BvHistory *history = office ? bv_office_get_history (office) : NULL;
  g_autoptr (GArray) steps = history
                                 ? bv_history_list_steps (history, NULL, NULL, NULL, NULL, error)
                                 : NULL;
  g_autoptr (BvCmdRows) rows = steps ? bv_cmd_rows_new (format, columns, details ? 7 : 6, error)
                                     : NULL;

  if (!rows)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!add_step (rows, history, g_array_index (steps, gint64, i), error))
      return FALSE;
  bv_cmd_rows_end (rows);
  return TRUE;
}

const BvCmd bv_cmd_history = {
  .name = "history",
  .arguments = N_ ("FILE"),
  .summary = N_ ("show every change, newest first"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
