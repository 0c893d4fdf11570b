/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank FILE: the ranking of a movement with the reason of each rank. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-cmd-opinions.h"
#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-quota-warning.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

static char *format, *movement;
static gboolean opinions;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("tsv (default) or json"), N_ ("FORMAT") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "opinions",
    0,
    0,
    G_OPTION_ARG_NONE,
    &opinions,
    N_ ("count in other ways too and tell how firm each award boundary is"),
    NULL },
  { NULL },
};

/* Words as quotas store them, and as lists show them. */
static const char *const list_words[] = { "collectives", "leaders", "staff", "individuals" };
static const char *const list_labels[] = {
  N_ ("Collectives"),
  N_ ("Individuals who lead"),
  N_ ("Individuals who do not lead"),
  N_ ("Individuals"),
};

/* Points as a person reads them in a table, in hundredths in JSON; none without a rank. */
static void
add_total (BvCmdRows *rows, const BvAssessed *subject)
{
  g_autofree char *text = NULL;

  if (!subject->total.complete) {
    bv_cmd_rows_add_null (rows);
    return;
  }
  text = bv_fraction_format (subject->total.total);
  if (bv_cmd_rows_is_json (rows))
    bv_cmd_rows_add_integer (rows, bv_fraction_round (subject->total.total));
  else
    bv_cmd_rows_add_text (rows, text);
}

static void
add_subject (BvCmdRows *rows, BvRankList list, const BvAssessed *subject)
{
  bv_cmd_rows_add_text (rows,
                        bv_cmd_rows_is_json (rows) ? list_words[list] : _ (list_labels[list]));
  if (subject->rank)
    bv_cmd_rows_add_integer (rows, subject->rank);
  else
    bv_cmd_rows_add_null (rows);
  bv_cmd_rows_add_integer (rows, subject->subject_id);
  bv_cmd_rows_add_text (rows, subject->name);
  bv_cmd_rows_add_text (rows, subject->department);
  bv_cmd_rows_add_text (rows, subject->job_title);
  add_total (rows, subject);
  bv_cmd_rows_add_integer (rows, subject->n_verified);
  bv_cmd_rows_add_boolean (rows, subject->eligible);
  bv_cmd_rows_add_text (rows, subject->blocked);
  bv_cmd_rows_add_text (rows, subject->reason);
}

static void
add_lists (BvCmdRows *rows, BvAssessment *assessment)
{
  for (BvRankList list = 0; list < BV_N_RANK_LISTS; list++) {
    guint n;
    const guint *ranked = bv_assessment_get_ranked (assessment, list, &n);

    for (guint i = 0; i < n; i++)
      add_subject (rows, list, bv_assessment_get_subject (assessment, ranked[i]));
  }
}

static gboolean
print_ranks (BvAssessment *assessment, GError **error)
{
  const BvCmdColumn columns[] = {
    { "list", _ ("List") },
    { "rank", _ ("Rank") },
    { "subject_id", "id" },
    { "subject", _ ("Subject") },
    { "department", _ ("Department") },
    { "job_title", _ ("Position") },
    { "total", _ ("Points") },
    { "n_verified", _ ("Verified achievements") },
    { "eligible", _ ("May be rewarded") },
    { "blocked", _ ("Why not") },
    { "reason", _ ("Why this rank") },
  };
  g_autoptr (BvCmdRows) rows = bv_cmd_rows_new (format, columns, G_N_ELEMENTS (columns), error);

  if (!rows)
    return FALSE;
  add_lists (rows, assessment);
  bv_cmd_rows_end (rows);
  return TRUE;
}

/* Beside the table, so that it stays one. */
static void
print_warnings (BvAssessment *assessment)
{
  g_autoptr (GArray) warnings = bv_quota_warning_list (assessment);

  for (guint i = 0; i < warnings->len; i++) {
    g_autofree char *text = bv_quota_warning_describe (
        &g_array_index (warnings, BvQuotaWarning, i));

    fprintf (stderr, "%s\n", text);
  }
}

static gboolean
run (char **arguments, GError **error)
{
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);
  gint64 id = office ? bv_cmd_find_movement (office, movement, error) : 0;
  g_autoptr (BvAssessment) assessment = id ? bv_assessment_load (office, id, error) : NULL;

  if (!assessment)
    return FALSE;
  print_warnings (assessment);
  return opinions ? bv_cmd_opinions_print (assessment, format, error)
                  : print_ranks (assessment, error);
}

const BvCmd bv_cmd_rank = {
  .name = "rank",
  .arguments = N_ ("FILE"),
  .summary = N_ ("rank the subjects of a movement and say why"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
