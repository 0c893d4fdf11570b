/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gave up an award form or was refused it: the next in line moves up. */
#include "config.h"

#include "bv-assessment-private.h"

static const char declined_sql[]
    = "SELECT DISTINCT subject_id FROM proposal WHERE movement_id = ?1 AND award_form_id = ?2"
      " AND state IN ('withdrawn', 'refused')";

gboolean
_bv_assessment_read_declined (BvAssessment *self,
                              gint64 award_form_id,
                              gboolean *declined,
                              GError **error)
{
  g_autoptr (BvStatement) rows = bv_database_prepare (
      bv_office_get_database (self->office), declined_sql, error);
  BvStep step;

  if (!rows)
    return FALSE;
  bv_statement_bind_integer (rows, 1, self->movement_id);
  bv_statement_bind_integer (rows, 2, award_form_id);
  while ((step = bv_statement_step (rows, error)) == BV_STEP_ROW) {
    guint place;

    if (bv_id_map_find (self->by_id, bv_statement_get_integer (rows, 0), &place))
      declined[place] = TRUE;
  }
  return step == BV_STEP_DONE;
}
