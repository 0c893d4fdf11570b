/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cells of the score sheet say. */
#include "config.h"

#include "bv-score-text.h"

#include "bv-number.h"
#include "bv-score-details.h"

#include <glib/gi18n-lib.h>

char *
bv_score_text_points (gint64 points)
{
  return bv_number_format_fixed (points, 2);
}

char *
bv_score_text_stages (BvScoreRow *row, guint criterion, gboolean *lacks)
{
  BvScoreSheet *sheet = bv_score_row_get_sheet (row);
  BvScorePlace place = bv_score_row_get_place (row, criterion);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_N_STAGES; i++) {
    BvScorePlace stage = { place.subject, place.criterion, (BvStage) i };
    gint64 points = bv_score_sheet_get_points (sheet, stage);
    g_autofree char *number = points >= 0 ? bv_score_text_points (points) : g_strdup ("–");
    gboolean up = points > bv_score_sheet_get_before (sheet, stage);

    if (i > 0)
      g_string_append_c (text, '\n');
    if (bv_score_sheet_differs (sheet, stage))
      g_string_append_printf (text, "%s\302\240<b>%s</b>", up ? "↑" : "↓", number);
    else
      g_string_append (text, number);
    if (bv_score_sheet_lacks_reason (sheet, stage)) {
      g_string_append (text, "<b>?</b>");
      *lacks = TRUE;
    }
  }
  return g_string_free (text, FALSE);
}

gboolean
bv_score_text_is_untouched (BvScoreRow *row, guint criterion)
{
  BvScorePlace place = bv_score_row_get_place (row, criterion);

  for (guint i = 0; i < BV_N_STAGES; i++) {
    place.stage = (BvStage) i;
    if (bv_score_sheet_get_points (bv_score_row_get_sheet (row), place) >= 0)
      return FALSE;
  }
  return TRUE;
}

static char *
dup_adjustment (const BvAssessed *assessed)
{
  g_autofree char *bonus = bv_score_text_points (assessed->total.bonus);
  g_autofree char *penalty = bv_score_text_points (assessed->total.penalty);

  if (assessed->total.bonus != 0 && assessed->total.penalty != 0)
    return g_strdup_printf ("+%s −%s", bonus, penalty);
  if (assessed->total.bonus != 0)
    return g_strdup_printf ("+%s", bonus);
  return assessed->total.penalty != 0 ? g_strdup_printf ("−%s", penalty) : g_strdup ("");
}

static char *
dup_stage_labels (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_N_STAGES; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? "\n" : "", bv_score_details_get_stage_label ((BvStage) i));
  return g_string_free (text, FALSE);
}

/* A stage that nobody filled in has no sum. */
static char *
dup_sums (BvScoreSheet *sheet, guint subject)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BV_N_STAGES; i++) {
    guint n_missing;
    gint64 sum = bv_score_sheet_add_up (sheet, subject, (BvStage) i, &n_missing);
    g_autofree char *number = n_missing == 0 ? bv_score_text_points (sum) : g_strdup ("–");

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", number);
  }
  return g_string_free (text, FALSE);
}

/* What stands beside the value that the members' sheets make. */
static char *
dup_members (BvScoreSheet *sheet, guint subject, int column, gboolean *partial)
{
  BvMemberSheets *sheets = bv_assessment_get_member_sheets (bv_score_sheet_get_assessment (sheet));
  const BvMemberResult *result = sheets != NULL ? bv_member_sheets_get_result (sheets, subject)
                                                : NULL;

  if (result == NULL)
    return g_strdup ("");
  *partial = !result->enough;
  if (column == BV_SCORE_COLUMN_SCORERS)
    return result->enough ? g_strdup_printf ("%u", result->n_scorers)
                          : g_strdup_printf ("%u/%u", result->n_scorers, result->n_needed);
  if (result->n_scorers == 0)
    return g_strdup ("–");
  return column == BV_SCORE_COLUMN_MEDIAN ? bv_fraction_format (result->median)
                                          : bv_score_text_points (result->highest - result->lowest);
}

char *
bv_score_text_fact (BvScoreRow *row, int column, guint position, gboolean *partial)
{
  const BvAssessed *assessed = bv_score_row_get_assessed (row);
  BvScoreSheet *sheet = bv_score_row_get_sheet (row);
  BvScorePlace place = bv_score_row_get_place (row, 0);
  guint n_missing;
  gint64 sum = bv_score_sheet_add_up (sheet, place.subject, place.stage, &n_missing);

  *partial = column == BV_SCORE_COLUMN_SUM
                 ? n_missing > 0
                 : column == BV_SCORE_COLUMN_TOTAL && !assessed->total.complete;
  switch (column) {
  case BV_SCORE_COLUMN_NUMBER:
    return g_strdup_printf ("%u", position + 1);
  case BV_SCORE_COLUMN_SUM:
    return place.stage == BV_SCORE_OFFICIAL ? dup_sums (sheet, place.subject)
                                            : bv_score_text_points (sum);
  case BV_SCORE_COLUMN_STAGE:
    return dup_stage_labels ();
  case BV_SCORE_COLUMN_SCORERS:
  case BV_SCORE_COLUMN_MEDIAN:
  case BV_SCORE_COLUMN_SPREAD:
    return dup_members (sheet, place.subject, column, partial);
  case BV_SCORE_COLUMN_ADJUSTMENT:
    return dup_adjustment (assessed);
  case BV_SCORE_COLUMN_TOTAL:
    return bv_fraction_format (assessed->total.total);
  case BV_SCORE_COLUMN_MISSING:
    return n_missing > 0 ? g_strdup_printf ("%u", n_missing) : g_strdup ("");
  default:
    return g_strdup (assessed->name);
  }
}
