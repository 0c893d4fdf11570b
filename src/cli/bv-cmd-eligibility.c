/* SPDX-License-Identifier: GPL-3.0-or-later */
/* eligibility FILE: the conditions of every candidate, each with its fact, basis and result. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-cmd-rows.h"
#include "bv-cmd.h"
#include "bv-error.h"
#include "bv-fold.h"

#include <glib/gi18n-lib.h>

static char *format, *movement, *subject;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("tsv (default) or json"), N_ ("FORMAT") },
  { "movement",
    0,
    0,
    G_OPTION_ARG_STRING,
    &movement,
    N_ ("title of the movement; the newest when not given"),
    N_ ("NAME") },
  { "subject",
    0,
    0,
    G_OPTION_ARG_STRING,
    &subject,
    N_ ("name or id of one person or department"),
    N_ ("NAME") },
  { NULL },
};

/* Results as programs read them. */
static const char *const result_words[] = {
  "not-tested", "passed", "unknown", "warned", "blocked"
};

static gboolean
is_wanted (BvOffice *office, gint64 id)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char *shown = bv_office_get_subject_name (office, id);
  g_autofree char *plain = g_strdup (shown);
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;
  char *more = strstr (plain, " (");

  if (!subject || g_str_equal (subject, digits))
    return TRUE;
  if (more && !strchr (subject, '('))
    *more = '\0'; /* namesakes are all meant */
  name = bv_fold (plain);
  wanted = bv_fold (subject);
  return g_str_equal (name, wanted);
}

static void
add_line (BvCmdRows *rows,
          BvOffice *office,
          const BvCandidacy *candidacy,
          const BvEligibilityCardLine *line)
{
  BvEligibilityResult result = line->line->result;

  bv_cmd_rows_add_integer (rows, candidacy->subject_id);
  bv_cmd_rows_add_text (rows, bv_office_get_subject_name (office, candidacy->subject_id));
  bv_cmd_rows_add_text (rows,
                        bv_office_get_name (office, &bv_award_form_kind, candidacy->award_form_id));
  bv_cmd_rows_add_boolean (rows, candidacy->proposal_id != 0);
  bv_cmd_rows_add_text (rows, bv_eligibility_check_name (line->line->check));
  bv_cmd_rows_add_text (rows, bv_eligibility_check_title (line->line->check));
  bv_cmd_rows_add_text (rows,
                        bv_cmd_rows_is_json (rows) ? result_words[result]
                                                   : bv_eligibility_result_label (result));
  bv_cmd_rows_add_text (rows, line->line->fact);
  bv_cmd_rows_add_text (rows, line->line->period);
  bv_cmd_rows_add_text (rows, line->line->basis);
  bv_cmd_rows_add_text (rows, line->override ? line->override->decided_by : NULL);
  bv_cmd_rows_add_text (rows, line->override ? line->override->reason : NULL);
  bv_cmd_rows_add_text (rows, line->override ? line->override->document_number : NULL);
}

/* Those that --subject names, or all. */
static GArray *
list_wanted (BvOffice *office, BvAssessment *assessment, GError **error)
{
  g_autoptr (GArray) candidacies = bv_assessment_list_candidacies (assessment);

  for (guint i = candidacies->len; i > 0; i--)
    if (!is_wanted (office, g_array_index (candidacies, BvCandidacy, i - 1).subject_id))
      g_array_remove_index (candidacies, i - 1);
  if (candidacies->len > 0 || !subject)
    return g_steal_pointer (&candidacies);
  g_set_error (error,
               BV_ERROR,
               BV_ERROR_NOT_FOUND,
               _ ("Nobody called “%s” is a candidate of this movement. Check the name."),
               subject);
  return NULL;
}

static void
add_cards (BvCmdRows *rows, BvOffice *office, BvAssessment *assessment, GArray *candidacies)
{
  for (guint i = 0; i < candidacies->len; i++) {
    const BvCandidacy *candidacy = &g_array_index (candidacies, BvCandidacy, i);
    g_autoptr (BvEligibilityCard) card = bv_eligibility_book_open_card (
        bv_assessment_get_book (assessment),
        candidacy->subject_id,
        candidacy->award_form_id,
        candidacy->proposal_id);

    for (guint j = 0; j < card->lines->len; j++)
      add_line (rows, office, candidacy, &g_array_index (card->lines, BvEligibilityCardLine, j));
  }
}

static gboolean
run (char **arguments, GError **error)
{
  const BvCmdColumn columns[] = {
    { "subject_id", "id" },
    { "subject", _ ("Subject") },
    { "award_form", _ ("Award form") },
    { "proposed", _ ("Proposed") },
    { "check", _ ("Code") },
    { "condition", _ ("Condition") },
    { "result", _ ("Result") },
    { "fact", _ ("Fact") },
    { "period", _ ("Period") },
    { "basis", _ ("Basis") },
    { "set_aside_by", _ ("Set aside by") },
    { "set_aside_reason", _ ("Reason") },
    { "set_aside_document", _ ("Document number") },
  };
  g_autoptr (BvOffice) office = bv_cmd_open_to_read (arguments[0], error);
  gint64 id = office ? bv_cmd_find_movement (office, movement, error) : 0;
  g_autoptr (BvAssessment) assessment = id ? bv_assessment_load (office, id, error) : NULL;
  g_autoptr (GArray) candidacies = assessment ? list_wanted (office, assessment, error) : NULL;
  g_autoptr (BvCmdRows) rows = candidacies ? bv_cmd_rows_new (
                                   format, columns, G_N_ELEMENTS (columns), error)
                                           : NULL;

  if (!rows)
    return FALSE;
  add_cards (rows, office, assessment, candidacies);
  bv_cmd_rows_end (rows);
  return TRUE;
}

const BvCmd bv_cmd_eligibility = {
  .name = "eligibility",
  .arguments = N_ ("FILE"),
  .summary = N_ ("tell who may be rewarded, condition by condition"),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
