/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What second opinions are formed of: the ranked subjects of one list, who marked them, and how. */
#pragma once

#include "bv-points.h"

G_BEGIN_DECLS

/**
 * BvOpinionMatrix:
 * @subject_names: (array length=n_subjects): owned
 * @ids: (array length=n_subjects): of the subjects
 * @ranks: (array length=n_subjects): official rank, 1, 2, 2, 4; everybody in the matrix has one
 * @outside: (array length=n_subjects): bonus − penalty in hundredths
 * @member_names: (array length=n_members): owned
 * @marks: (array): total that a member gives a subject, bonus and penalty included, at
 *   subject × n_members + member; in units, BV_POINTS_MISSING where it does not count
 * @unit: units in one hundredth of a point, ≥ 1; more than 1 where totals are scaled
 * @trimmed: whether the official value leaves out the highest and the lowest mark
 * @n_marks: (array length=n_members): points given to single contents
 * @n_highest: (array length=n_members): how many of these were the maximum
 * @criterion_names: (array length=n_criteria): owned; only contents that concern this list
 * @maxima: (array length=n_criteria): in hundredths
 * @points: (array): official points at criterion × n_subjects + subject
 * @fine: parts that these points have in one hundredth, ≥ 1; more than 1 where they are means
 * @scale: sum of the maxima of all contents, also of those that do not concern this list
 * @cap: greatest total in hundredths, or less than 0 for none
 *
 * Owns all it points to and is not changed once filled, so that it may be read in any thread.
 */
typedef struct
{
  guint n_subjects;
  char **subject_names;
  gint64 *ids;
  guint *ranks;
  gint64 *outside;

  guint n_members;
  char **member_names;
  gint64 *marks;
  gint64 unit;
  gboolean trimmed;
  guint *n_marks;
  guint *n_highest;

  guint n_criteria;
  char **criterion_names;
  gint64 *maxima;
  gint64 *points;
  gint64 fine;
  gint64 scale;
  gint64 cap;
} BvOpinionMatrix;

/* Returns: (transfer full): without marks, points and names yet; ranks are 1. */
BvOpinionMatrix *bv_opinion_matrix_new (guint n_subjects, guint n_members, guint n_criteria);
BvOpinionMatrix *bv_opinion_matrix_ref (BvOpinionMatrix *self);
void bv_opinion_matrix_unref (BvOpinionMatrix *self);

/* BV_POINTS_MISSING where the sheet of @member does not count for @subject. */
gint64 bv_opinion_matrix_get_mark (const BvOpinionMatrix *self, guint subject, guint member);
void bv_opinion_matrix_set_mark (BvOpinionMatrix *self, guint subject, guint member, gint64 units);
gint64 bv_opinion_matrix_get_points (const BvOpinionMatrix *self, guint subject, guint criterion);
void
bv_opinion_matrix_set_points (BvOpinionMatrix *self, guint subject, guint criterion, gint64 points);

/* How many members count for @subject. */
guint bv_opinion_matrix_count_members (const BvOpinionMatrix *self, guint subject);
/* How many subjects @member counts for. */
guint bv_opinion_matrix_count_subjects (const BvOpinionMatrix *self, guint member);
/* Whether every member counts for every subject. */
gboolean bv_opinion_matrix_is_complete (const BvOpinionMatrix *self);
/* The first subject without any mark, or n_subjects. */
guint bv_opinion_matrix_find_unmarked (const BvOpinionMatrix *self);

/* The marks that count for @subject, ascending, into @marks (room for n_members). Returns: their
 * number. */
guint bv_opinion_matrix_sort_marks (const BvOpinionMatrix *self, guint subject, gint64 *marks);

/* Twice the rank that @member gives each subject, 1 = best and ties sharing their average rank, so
 * that it is whole; 0 for subjects that the member does not count for. Returns: how many count. */
guint bv_opinion_matrix_rank_member (const BvOpinionMatrix *self, guint member, guint *twice);

/* @value, in units, within 0…cap. */
BvFraction bv_opinion_matrix_limit (const BvOpinionMatrix *self, BvFraction value);
/* @value, in hundredths, within 0…cap. */
BvFraction bv_opinion_matrix_limit_points (const BvOpinionMatrix *self, BvFraction value);

/* Returns: (transfer full): the same matrix without the marks of @member. */
BvOpinionMatrix *bv_opinion_matrix_without_member (const BvOpinionMatrix *self, guint member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOpinionMatrix, bv_opinion_matrix_unref)

G_END_DECLS
