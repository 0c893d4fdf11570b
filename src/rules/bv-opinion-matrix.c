/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of a council, subject by subject and member by member. */
#include "config.h"

#include "bv-opinion-matrix.h"

#include <string.h>

/* A mark and whose it is. */
typedef struct
{
  gint64 mark;
  guint subject;
} Placed;

static void
free_parts (gpointer data)
{
  BvOpinionMatrix *self = data;

  for (guint i = 0; i < self->n_subjects; i++)
    g_free (self->subject_names[i]);
  for (guint i = 0; i < self->n_members; i++)
    g_free (self->member_names[i]);
  for (guint i = 0; i < self->n_criteria; i++)
    g_free (self->criterion_names[i]);
  g_free (self->subject_names);
  g_free (self->ids);
  g_free (self->ranks);
  g_free (self->outside);
  g_free (self->member_names);
  g_free (self->marks);
  g_free (self->n_marks);
  g_free (self->n_highest);
  g_free (self->criterion_names);
  g_free (self->maxima);
  g_free (self->points);
}

static int
compare_mark_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  gint64 a = *(const gint64 *) first;
  gint64 b = *(const gint64 *) second;

  return (a > b) - (a < b);
}

/* The highest mark first. */
static int
compare_placed_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  return compare_mark_cb (second, first, data);
}

/* Within 0…@cap; no cap when that is less than 0. */
static BvFraction
limit (BvFraction value, gint64 cap)
{
  if (value.numerator < 0)
    return (BvFraction){ 0, 1 };
  return cap >= 0 && bv_fraction_compare (value, (BvFraction){ cap, 1 }) > 0
             ? (BvFraction){ cap, 1 }
             : value;
}

BvOpinionMatrix *
bv_opinion_matrix_new (guint n_subjects, guint n_members, guint n_criteria)
{
  BvOpinionMatrix *self = g_atomic_rc_box_new0 (BvOpinionMatrix);

  self->n_subjects = n_subjects;
  self->subject_names = g_new0 (char *, n_subjects);
  self->ids = g_new0 (gint64, n_subjects);
  self->ranks = g_new (guint, n_subjects);
  self->outside = g_new0 (gint64, n_subjects);
  self->n_members = n_members;
  self->member_names = g_new0 (char *, n_members);
  self->marks = g_new (gint64, (gsize) n_subjects * n_members);
  self->unit = self->fine = 1;
  self->n_marks = g_new0 (guint, n_members);
  self->n_highest = g_new0 (guint, n_members);
  self->n_criteria = n_criteria;
  self->criterion_names = g_new0 (char *, n_criteria);
  self->maxima = g_new0 (gint64, n_criteria);
  self->points = g_new0 (gint64, (gsize) n_subjects * n_criteria);
  self->cap = -1;
  for (guint i = 0; i < n_subjects; i++)
    self->ranks[i] = 1;
  for (gsize i = 0; i < (gsize) n_subjects * n_members; i++)
    self->marks[i] = BV_POINTS_MISSING;
  return self;
}

BvOpinionMatrix *
bv_opinion_matrix_ref (BvOpinionMatrix *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bv_opinion_matrix_unref (BvOpinionMatrix *self)
{
  g_atomic_rc_box_release_full (self, free_parts);
}

gint64
bv_opinion_matrix_get_mark (const BvOpinionMatrix *self, guint subject, guint member)
{
  return self->marks[(gsize) subject * self->n_members + member];
}

void
bv_opinion_matrix_set_mark (BvOpinionMatrix *self, guint subject, guint member, gint64 units)
{
  self->marks[(gsize) subject * self->n_members + member] = units;
}

gint64
bv_opinion_matrix_get_points (const BvOpinionMatrix *self, guint subject, guint criterion)
{
  return self->points[(gsize) criterion * self->n_subjects + subject];
}

void
bv_opinion_matrix_set_points (BvOpinionMatrix *self, guint subject, guint criterion, gint64 points)
{
  self->points[(gsize) criterion * self->n_subjects + subject] = points;
}

guint
bv_opinion_matrix_count_members (const BvOpinionMatrix *self, guint subject)
{
  guint n = 0;

  for (guint member = 0; member < self->n_members; member++)
    n += bv_opinion_matrix_get_mark (self, subject, member) != BV_POINTS_MISSING;
  return n;
}

guint
bv_opinion_matrix_count_subjects (const BvOpinionMatrix *self, guint member)
{
  guint n = 0;

  for (guint subject = 0; subject < self->n_subjects; subject++)
    n += bv_opinion_matrix_get_mark (self, subject, member) != BV_POINTS_MISSING;
  return n;
}

gboolean
bv_opinion_matrix_is_complete (const BvOpinionMatrix *self)
{
  for (gsize i = 0; i < (gsize) self->n_subjects * self->n_members; i++)
    if (self->marks[i] == BV_POINTS_MISSING)
      return FALSE;
  return TRUE;
}

guint
bv_opinion_matrix_find_unmarked (const BvOpinionMatrix *self)
{
  guint subject = 0;

  while (subject < self->n_subjects && bv_opinion_matrix_count_members (self, subject) > 0)
    subject++;
  return subject;
}

guint
bv_opinion_matrix_sort_marks (const BvOpinionMatrix *self, guint subject, gint64 *marks)
{
  guint n = 0;

  for (guint member = 0; member < self->n_members; member++) {
    gint64 mark = bv_opinion_matrix_get_mark (self, subject, member);

    if (mark != BV_POINTS_MISSING)
      marks[n++] = mark;
  }
  g_qsort_with_data (marks, (int) n, sizeof *marks, compare_mark_cb, NULL);
  return n;
}

guint
bv_opinion_matrix_rank_member (const BvOpinionMatrix *self, guint member, guint *twice)
{
  g_autofree Placed *placed = g_new (Placed, self->n_subjects);
  guint n = 0;

  memset (twice, 0, self->n_subjects * sizeof *twice);
  for (guint subject = 0; subject < self->n_subjects; subject++) {
    gint64 mark = bv_opinion_matrix_get_mark (self, subject, member);

    if (mark != BV_POINTS_MISSING)
      placed[n++] = (Placed){ mark, subject };
  }
  g_qsort_with_data (placed, (int) n, sizeof *placed, compare_placed_cb, NULL);
  for (guint first = 0, end; first < n; first = end) {
    for (end = first + 1; end < n && placed[end].mark == placed[first].mark;)
      end++;
    /* places first + 1 … end */
    for (guint i = first; i < end; i++)
      twice[placed[i].subject] = first + 1 + end;
  }
  return n;
}

BvFraction
bv_opinion_matrix_limit (const BvOpinionMatrix *self, BvFraction value)
{
  return limit (value, self->cap * self->unit);
}

BvFraction
bv_opinion_matrix_limit_points (const BvOpinionMatrix *self, BvFraction value)
{
  return limit (value, self->cap);
}

BvOpinionMatrix *
bv_opinion_matrix_without_member (const BvOpinionMatrix *self, guint member)
{
  BvOpinionMatrix *other = bv_opinion_matrix_new (self->n_subjects, self->n_members - 1, 0);

  other->unit = self->unit;
  other->cap = self->cap;
  other->trimmed = self->trimmed;
  memcpy (other->ranks, self->ranks, self->n_subjects * sizeof *self->ranks);
  for (guint subject = 0; subject < self->n_subjects; subject++)
    for (guint i = 0; i < other->n_members; i++)
      bv_opinion_matrix_set_mark (
          other, subject, i, bv_opinion_matrix_get_mark (self, subject, i < member ? i : i + 1));
  return other;
}
