/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores, ranks and quotas of one movement: loads the facts in one pass and lets rules compute. */
#pragma once
#include "bv-eligibility-book.h"
#include "bv-member-sheets.h"
#include "bv-office.h"
#include "bv-quota.h"
#include "bv-ranking.h"
#include "bv-rule-pack.h"
#include "bv-scoring.h"

G_BEGIN_DECLS

#define BV_TYPE_ASSESSMENT (bv_assessment_get_type ())
G_DECLARE_FINAL_TYPE (BvAssessment, bv_assessment, BV, ASSESSMENT, GObject)

/** BvAssessed: one subject of the movement. Strings are borrowed from the assessment. */
typedef struct
{
  gint64 subject_id;
  const BvKind *kind;
  const char *name;
  gint64 department_id;   /* the department itself for departments */
  const char *department; /* "" for departments */
  const char *job_title;  /* on the movement's closing date */
  const char *sex;        /* "male", "female" or "" */
  const char *birth_date; /* ISO or "" */
  gboolean leader;        /* leads a department or the office on that date */
  BvRankList list;        /* where it is ranked */
  BvScoringCell *cells;   /* by criterion; borrowed */
  gint64 *points;         /* official ones, by criterion; borrowed */
  BvFraction *exact;      /* by criterion, from the members' sheets; else NULL */
  BvTotal total;
  guint n_verified;
  guint n_members, n_women; /* collectives */
  gboolean woman_preferred; /* first step of the tie chain */
  gint64 award_form_id;     /* of the first quota of its list, for which it is judged; 0 = none */
  BvEligibilityVerdict verdict;
  gboolean eligible;
  char *blocked; /* why not eligible, nullable */
  guint rank;    /* 0 = not ranked */
  guint n_tied;  /* how many share the rank */
  char *reason;  /* the "why this rank" line */
} BvAssessed;

/** bv_assessment_load: reads and computes everything of @movement_id. */
BvAssessment *bv_assessment_load (BvOffice *office, gint64 movement_id, GError **error);
/** The contents in the order of the movement; ids and maxima in the rules' form. */
const BvScoringCriterion *bv_assessment_get_criteria (BvAssessment *self, guint *n_criteria);
/** Short heading of a criterion: "1. Đối ngoại"; borrowed. */
const char *bv_assessment_get_criterion_name (BvAssessment *self, guint criterion);
/** bv_assessment_get_pack: the rules of the movement; borrowed. */
const BvRulePack *bv_assessment_get_pack (BvAssessment *self);
const BvScoringRules *bv_assessment_get_rules (BvAssessment *self);
/** bv_assessment_get_member_sheets: the sheets of the council's members, its subjects and criteria
 * in the order of the assessment; %NULL when the movement does without. Borrowed. */
BvMemberSheets *bv_assessment_get_member_sheets (BvAssessment *self);
/** Who may be rewarded and why not, for every form; borrowed. */
BvEligibilityBook *bv_assessment_get_book (BvAssessment *self);
/** bv_assessment_list_candidacies: (transfer full): BvCandidacy; the proposals in their order, then
 * whoever is ranked without one. */
GArray *bv_assessment_list_candidacies (BvAssessment *self);
guint bv_assessment_get_n_subjects (BvAssessment *self);
const BvAssessed *bv_assessment_get_subject (BvAssessment *self, guint index);
/** bv_assessment_peek_subject: the same, but for the reason line, which may be %NULL: for those who
 * look at all subjects. */
const BvAssessed *bv_assessment_peek_subject (BvAssessment *self, guint index);
/** bv_assessment_get_ranked: indexes of subjects of @list in rank order, unranked ones last;
 * borrowed. */
const guint *bv_assessment_get_ranked (BvAssessment *self, BvRankList list, guint *n);

/** bv_assessment_put_score: notes that a score was stored or removed (BV_POINTS_MISSING); ranks and
 * quotas follow with bv_assessment_rank_again(). */
void bv_assessment_put_score (
    BvAssessment *self, guint subject, guint criterion, BvStage stage, gint64 points);
/** bv_assessment_rank_again: totals, ranks and quotas from the facts as read and the scores as put.
 * Reasons and quota lines from before are gone. */
gboolean bv_assessment_rank_again (BvAssessment *self, GError **error);

/** BvQuotaLine: one quota of the movement walked down its list. */
typedef struct
{
  gint64 quota_id;
  gint64 award_form_id;
  const char *award_form; /* name */
  BvRankList list;
  BvQuotaRule rule;
  BvQuotaUse use;
  char *explanation;
  guint n_outcomes;
  guint *subjects;          /* indexes, in rank order */
  BvQuotaOutcome *outcomes; /* for each of subjects */
} BvQuotaLine;
guint bv_assessment_get_n_quotas (BvAssessment *self);
const BvQuotaLine *bv_assessment_get_quota (BvAssessment *self, guint index);

/**
 * bv_assessment_propose: writes proposals from ranking and quotas as one undoable step: taken,
 * boundary group and alternates. Rows already there keep what was typed into them (form, summary,
 * grounds, note) unless @replace. Gives the number of rows added or updated, or -1.
 */
int bv_assessment_propose (BvAssessment *self, gboolean replace, GError **error);

G_END_DECLS
