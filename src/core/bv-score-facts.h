/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind points of the score sheet: achievements, and bonus or penalty points. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

/** BvScoreFact: one achievement with its share, or one adjustment. */
typedef struct
{
  gint64 id;
  char *text;    /* title, or reason */
  gint64 points; /* hundredths; negative: a penalty; of an achievement, before its share */
  gint64 share;  /* basis points; 10000 for an adjustment */
} BvScoreFact;

void bv_score_fact_free (BvScoreFact *fact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvScoreFact, bv_score_fact_free)

/** bv_score_facts_list_evidence: the verified achievements that give @subject_id points for
 * @criterion_id, own ones and those shared; BvScoreFact, owned. */
GPtrArray *bv_score_facts_list_evidence (
    BvOffice *office, gint64 movement_id, gint64 subject_id, gint64 criterion_id, GError **error);
/** bv_score_facts_list_adjustments: bonus and penalty points of @subject_id; BvScoreFact, owned. */
GPtrArray *bv_score_facts_list_adjustments (BvOffice *office,
                                            gint64 movement_id,
                                            gint64 subject_id,
                                            GError **error);

G_END_DECLS
