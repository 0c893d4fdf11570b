/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the sheets of the council's members to one value per subject. */
#pragma once

#include "bv-ballot.h"
#include "bv-points.h"

G_BEGIN_DECLS

/* What the official value is made of. Median, scorers and spread only stand beside it. */
typedef enum {
  BV_MEMBER_MEAN,
  BV_MEMBER_TRIMMED_MEAN, /* without one highest and one lowest total */
} BvMemberMethod;

/**
 * BvMemberRules:
 * @method: how totals of members become one
 * @trim_from: with fewer scorers than this nothing is dropped from a trimmed mean
 * @scorers: share of all members who must have scored
 * @own_department_recused: whether a member leaves out the department where he or she works
 */
typedef struct
{
  BvMemberMethod method;
  gint64 trim_from;
  BvShare scorers;
  gboolean own_department_recused;
} BvMemberRules;

#define BV_MEMBER_RULES_INIT                                                                       \
  {                                                                                                \
    BV_MEMBER_MEAN, 5, { 2, 3, FALSE }, TRUE                                                       \
  }

/**
 * BvMemberScores:
 * @points: (array): n_subjects × n_members × n_criteria, in hundredths, BV_POINTS_MISSING or
 *   BV_POINTS_NOT_APPLICABLE
 * @counts: (array): n_subjects × n_members: the sheet is confirmed and its member is not recused
 *
 * What every member gave to every subject: subjects outside, criteria inside.
 */
typedef struct
{
  guint n_subjects;
  guint n_members;
  guint n_criteria;
  gint64 *points;
  gboolean *counts;
} BvMemberScores;

/**
 * BvMemberResult:
 * @official: by the method of the rules, in hundredths; not scaled for criteria that do not apply,
 *   and without bonus or penalty, which belong to the subject
 * @lowest: least total that a member gave
 * @n_scorers: members whose sheets count
 * @n_needed: members who must have scored
 * @n_dropped: totals left out at each end
 * @enough: whether there is an official value; the rest is filled when anybody has scored
 */
typedef struct
{
  BvFraction official;
  BvFraction mean;
  BvFraction trimmed;
  BvFraction median;
  gint64 lowest;
  gint64 highest;
  guint n_scorers;
  guint n_needed;
  guint n_dropped;
  gboolean enough;
} BvMemberResult;

/* Returns: (transfer full): a matrix in which nothing was given and nothing counts. */
BvMemberScores *bv_member_scores_new (guint n_subjects, guint n_members, guint n_criteria);
void bv_member_scores_free (BvMemberScores *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMemberScores, bv_member_scores_free)

/* Where the points of one cell stand. */
gint64 *
bv_member_scores_at (const BvMemberScores *self, guint subject, guint member, guint criterion);
/* Whether the sheet of @member for @subject counts. */
gboolean *bv_member_scores_counts (const BvMemberScores *self, guint subject, guint member);
/* s_ij: the points that @member gave to @subject together, in hundredths; BV_POINTS_MISSING when
 * the sheet does not count or one applicable criterion has no points. */
gint64 bv_member_scores_total (const BvMemberScores *self, guint subject, guint member);

/* Members who must have scored: the share of @n_members in the rules, rounded up. */
guint bv_member_rules_need (const BvMemberRules *rules, guint n_members);

/* Exact value of @subject from the totals of its members. */
BvMemberResult
bv_member_scores_result (const BvMemberScores *self, const BvMemberRules *rules, guint subject);

/**
 * bv_member_scores_criterion: the part of the official value that @criterion makes; the parts of
 * all criteria add up to it exactly. Where totals are dropped and several members share the lowest
 * or the highest one, the same share of each is dropped, so that no order of members decides. The
 * numerator is BV_POINTS_MISSING when nobody scored, BV_POINTS_NOT_APPLICABLE when it does not
 * concern the subject.
 */
BvFraction bv_member_scores_criterion (const BvMemberScores *self,
                                       const BvMemberRules *rules,
                                       guint subject,
                                       guint criterion);

G_END_DECLS
