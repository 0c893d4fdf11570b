/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the ranking as a list to be exported: what stands in one cell of the screen on
 * several lines has a column each. */
#include "config.h"

#include "bv-ranking-list.h"

#include "bv-ranking-row.h"
#include "bv-standing.h"

#include <glib/gi18n-lib.h>

static const BvField fields[] = {
  { "rank", BV_FIELD_INTEGER, N_ ("Rank"), .width = 9 },
  { "name", BV_FIELD_TEXT, N_ ("Subject"), .width = 26 },
  { "job_title", BV_FIELD_TEXT, N_ ("Position"), .width = 18 },
  { "department", BV_FIELD_TEXT, N_ ("Department"), .width = 22 },
  { "total", BV_FIELD_DECIMAL, N_ ("Points"), .flags = BV_FIELD_POINTS },
  { "standing", BV_FIELD_TEXT, N_ ("Standing"), .width = 18 },
  { "award_form", BV_FIELD_TEXT, N_ ("Award form"), .width = 20 },
  { "band", BV_FIELD_TEXT, N_ ("Rating"), .width = 14 },
  { "verdict", BV_FIELD_TEXT, N_ ("Condition"), .width = 16 },
  { "reason", BV_FIELD_TEXT, N_ ("Why this rank"), .flags = BV_FIELD_MAIN },
};

static void
add_row (BvListExport *list, BvRankingRow *row)
{
  const BvAssessed *assessed = bv_ranking_row_get_assessed (row);
  BvStanding standing = bv_standing_find (bv_ranking_row_get_assessment (row),
                                          bv_ranking_row_get_subject (row));

  if (assessed->rank > 0)
    bv_list_export_add_integer (list, assessed->rank);
  else
    bv_list_export_add_text (list, "–");
  bv_list_export_add_text (list, assessed->name);
  bv_list_export_add_text (list, assessed->job_title);
  bv_list_export_add_text (list, assessed->department);
  bv_list_export_add_integer (list, bv_fraction_round (assessed->total.total));
  bv_list_export_add_text (list, bv_standing_get_label (standing.outcome));
  bv_list_export_add_text (list, standing.award_form);
  bv_list_export_add_text (list, bv_scoring_band_label (assessed->total.band));
  bv_list_export_add_text (list,
                           assessed->verdict.result != BV_ELIGIBILITY_NOT_TESTED
                               ? bv_eligibility_verdict_label (&assessed->verdict)
                               : "");
  bv_list_export_add_text (list, assessed->reason);
}

void
bv_ranking_list_fill (BvListExport *list, GListModel *rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bv_list_export_add_column (list, &fields[i], NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (BvRankingRow) row = g_list_model_get_item (rows, i);

    add_row (list, row);
  }
}
