/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the assessment share: loading, computing, proposing. */
#pragma once
#include "bv-assessment.h"
#include "bv-id-map.h"

G_BEGIN_DECLS

struct _BvAssessment
{
  GObject parent_instance;

  /* Owned */
  BvOffice *office;
  BvRulePack *pack;
  BvEligibilityBook *book;
  GPtrArray *strings; /* names of contents and forms */
  GPtrArray *criterion_names;
  BvScoringCriterion *criteria;
  GPtrArray *subjects;     /* BvAssessed */
  BvScoringCell *cells;    /* of all subjects, one after the other, each by criterion */
  gint64 *points;          /* the same */
  BvIdMap *by_id;          /* of subjects */
  BvMemberSheets *sheets;  /* nullable: members do not score apart */
  BvCandidate *candidates; /* by subject */
  BvRanking *ranking;
  guint *places; /* by subject: where it stands in its list of the ranking */
  guint *ranked[BV_N_RANK_LISTS];
  guint n_ranked[BV_N_RANK_LISTS];
  GPtrArray *quotas; /* BvQuotaLine */

  gint64 movement_id;
  guint n_criteria;
  BvScoringRules rules;
};

/* Reads movement, criteria, subjects, scores, evidence, adjustments, pledges. */
gboolean _bv_assessment_read (BvAssessment *self, GError **error);
/* Totals, ranks, reasons, quotas from what was read. */
gboolean _bv_assessment_compute (BvAssessment *self, GError **error);
/* Marks in @declined, by subject, who gave up the form or was refused it. */
gboolean _bv_assessment_read_declined (BvAssessment *self,
                                       gint64 award_form_id,
                                       gboolean *declined,
                                       GError **error);
/* A string that lives as long as the assessment. */
const char *_bv_assessment_keep (BvAssessment *self, char *text);
BvAssessed *_bv_assessment_find (BvAssessment *self, gint64 subject_id);

G_END_DECLS
