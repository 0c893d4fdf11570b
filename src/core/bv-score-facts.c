/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up what stands behind points of the score sheet. */
#include "config.h"

#include "bv-score-facts.h"

/* ?1 movement, ?2 subject, ?3 criterion */
static const char evidence_sql[]
    = "SELECT id, title, coalesce (points, 0), coalesce (share, 10000) FROM achievement"
      " WHERE movement_id = ?1 AND status = 'verified' AND subject_id = ?2 AND criterion_id = ?3"
      " UNION ALL SELECT a.id, a.title, coalesce (a.points, 0), c.share FROM credit c"
      " CROSS JOIN achievement a ON a.id = c.achievement_id"
      " WHERE c.subject_id = ?2 AND a.movement_id = ?1 AND a.status = 'verified'"
      " AND a.criterion_id = ?3";
static const char adjustments_sql[]
    = "SELECT id, reason, CASE type WHEN 'bonus' THEN points ELSE -points END, 10000"
      " FROM adjustment WHERE movement_id = ?1 AND subject_id = ?2 AND ?3 IS NOT NULL ORDER BY id";

static GPtrArray *
list_facts (BvOffice *office, const char *sql, const gint64 *ids, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (
      (GDestroyNotify) bv_score_fact_free);
  g_autoptr (BvStatement) rows = bv_database_prepare (bv_office_get_database (office), sql, error);
  BvStep step;

  if (!rows)
    return NULL;
  for (int i = 0; i < 3; i++)
    bv_statement_bind_integer (rows, i + 1, ids[i]);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    BvScoreFact *fact = g_new0 (BvScoreFact, 1);

    fact->id = bv_statement_get_integer (rows, 0);
    fact->text = g_strdup (bv_statement_get_text (rows, 1));
    fact->points = bv_statement_get_integer (rows, 2);
    fact->share = bv_statement_get_integer (rows, 3);
    g_ptr_array_add (facts, fact);
  }
  return step == BV_STEP_DONE ? g_steal_pointer (&facts) : NULL;
}

void
bv_score_fact_free (BvScoreFact *fact)
{
  g_free (fact->text);
  g_free (fact);
}

GPtrArray *
bv_score_facts_list_evidence (
    BvOffice *office, gint64 movement_id, gint64 subject_id, gint64 criterion_id, GError **error)
{
  return list_facts (
      office, evidence_sql, (gint64[]){ movement_id, subject_id, criterion_id }, error);
}

GPtrArray *
bv_score_facts_list_adjustments (BvOffice *office,
                                 gint64 movement_id,
                                 gint64 subject_id,
                                 GError **error)
{
  return list_facts (office, adjustments_sql, (gint64[]){ movement_id, subject_id, 0 }, error);
}
