/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every way to look at a list once more, and the light that comes of it. */
#include "config.h"

#include "bv-second-opinions.h"

#include "bv-opinion-adjusted.h"
#include "bv-opinion-borda.h"
#include "bv-opinion-central.h"
#include "bv-opinion-leave-out.h"
#include "bv-opinion-placement.h"
#include "bv-opinion-schulze.h"

/* Judgments are in whole points, and tell something only where there are few of them. */
#define GRADE 100
#define MOST_GRADES 10

struct _BvSecondOpinions
{
  /* Owned */
  BvOpinionMatrix *matrix;
  GPtrArray *boundaries;             /* BvOpinionBoundary */
  BvFraction *values[BV_N_OPINIONS]; /* nullable */
  guint *ranks[BV_N_OPINIONS];       /* nullable */
  BvOpinionMember *members;
  gboolean *pivotal;
  GArray *outliers; /* nullable until computed */

  gboolean has_agreement;
  gint64 agreement;
};

static void
free_change (gpointer data)
{
  BvOpinionChange *change = data;

  g_array_unref (change->entering);
  g_array_unref (change->leaving);
  g_free (change);
}

static void
free_boundary (gpointer data)
{
  BvOpinionBoundary *boundary = data;

  for (guint i = 0; i < BV_N_OPINIONS; i++)
    g_free (boundary->sides[i]);
  g_ptr_array_unref (boundary->changes);
  g_free (boundary->name);
  g_free (boundary->pool);
  g_free (boundary->official);
  g_free (boundary->n_inside);
  g_free (boundary);
}

static void
free_parts (gpointer data)
{
  BvSecondOpinions *self = data;

  for (guint i = 0; i < BV_N_OPINIONS; i++) {
    g_free (self->values[i]);
    g_free (self->ranks[i]);
  }
  g_ptr_array_unref (self->boundaries);
  g_clear_pointer (&self->outliers, g_array_unref);
  g_free (self->members);
  g_free (self->pivotal);
  bv_opinion_matrix_unref (self->matrix);
}

/* Methods */

static gboolean
fill_judgment (const BvOpinionMatrix *matrix, BvFraction *values)
{
  if (bv_opinion_central_count_grades (matrix, GRADE * matrix->unit) > MOST_GRADES)
    return FALSE;
  bv_opinion_central_judgment (matrix, GRADE * matrix->unit, values);
  return TRUE;
}

static gboolean
fill_values (const BvOpinionMatrix *matrix, BvOpinionMethod method, BvFraction *values)
{
  static void (*const fills[BV_N_OPINIONS]) (const BvOpinionMatrix *, BvFraction *) = {
    [BV_OPINION_MEAN] = bv_opinion_central_mean,
    [BV_OPINION_TRIMMED] = bv_opinion_central_trimmed,
    [BV_OPINION_MEDIAN] = bv_opinion_central_median,
    [BV_OPINION_BORDA] = bv_opinion_borda_values,
    [BV_OPINION_PLACEMENT] = bv_opinion_placement_values,
    [BV_OPINION_SCHULZE] = bv_opinion_schulze_values,
  };

  if (method == BV_OPINION_JUDGMENT)
    return fill_judgment (matrix, values);
  if (method == BV_OPINION_ADJUSTED)
    return bv_opinion_adjusted_values (matrix, values, NULL);
  fills[method](matrix, values);
  return TRUE;
}

static gboolean
has_marks (const BvOpinionMatrix *matrix)
{
  return matrix->n_members > 0 && matrix->n_subjects > 0
         && bv_opinion_matrix_find_unmarked (matrix) == matrix->n_subjects;
}

static void
form_opinions (BvSecondOpinions *self)
{
  guint n = self->matrix->n_subjects;

  for (guint method = 0; has_marks (self->matrix) && method < BV_N_OPINIONS; method++) {
    g_autofree BvFraction *values = g_new0 (BvFraction, n);

    if (!fill_values (self->matrix, (BvOpinionMethod) method, values))
      continue;
    self->ranks[method] = g_new (guint, n);
    bv_opinion_order_rank (values, NULL, n, self->ranks[method]);
    self->values[method] = g_steal_pointer (&values);
  }
}

static void
look_at_members (BvSecondOpinions *self)
{
  guint n_compared;

  for (guint j = 0; j < self->matrix->n_members; j++)
    bv_opinion_agreement_of_member (self->matrix, j, &self->members[j]);
  self->has_agreement = bv_opinion_agreement_among_all (
      self->matrix, &self->agreement, &n_compared);
  self->outliers = bv_opinion_agreement_find_outliers (self->matrix);
}

/* Boundaries */

/* Who is where by @values (array by subject). */
static BvOpinionSide *
take (const BvSecondOpinions *self, const BvOpinionBoundary *boundary, const BvFraction *values)
{
  BvOpinionSide *sides = g_new (BvOpinionSide, self->matrix->n_subjects);

  for (guint i = 0; i < self->matrix->n_subjects; i++)
    sides[i] = BV_OPINION_NO_PART;
  bv_opinion_order_take (
      values, self->matrix->ranks, boundary->pool, boundary->n_pool, boundary->cap, sides);
  return sides;
}

static gboolean
is_crossing (BvOpinionSide official, BvOpinionSide other)
{
  return (official == BV_OPINION_INSIDE && other == BV_OPINION_OUTSIDE)
         || (official == BV_OPINION_OUTSIDE && other == BV_OPINION_INSIDE);
}

/* Notes who crosses the boundary by @sides; nothing when nobody does. */
static void
compare (BvOpinionBoundary *boundary, const BvOpinionSide *sides, BvOpinionBasis basis, guint which)
{
  BvOpinionChange *change = g_new0 (BvOpinionChange, 1);

  change->basis = basis;
  change->which = which;
  change->entering = g_array_new (FALSE, FALSE, sizeof (guint));
  change->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < boundary->n_pool; i++) {
    guint subject = boundary->pool[i];

    if (is_crossing (boundary->official[subject], sides[subject]))
      g_array_append_val (sides[subject] == BV_OPINION_INSIDE ? change->entering : change->leaving,
                          subject);
  }
  boundary->n_alternatives[basis]++;
  if (change->entering->len + change->leaving->len > 0)
    g_ptr_array_add (boundary->changes, change);
  else
    free_change (change);
}

static void
try_methods (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  for (guint method = 0; method < BV_N_OPINIONS; method++) {
    if (self->values[method] == NULL)
      continue;
    boundary->sides[method] = take (self, boundary, self->values[method]);
    compare (boundary, boundary->sides[method], BV_OPINION_BY_METHOD, method);
  }
}

static void
try_without_members (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  g_autofree BvFraction *values = g_new0 (BvFraction, self->matrix->n_subjects);

  for (guint j = 0; has_marks (self->matrix) && j < self->matrix->n_members; j++) {
    g_autofree BvOpinionSide *sides = NULL;
    guint n_before = boundary->changes->len;

    if (!bv_opinion_leave_out_member (self->matrix, j, values))
      continue;
    sides = take (self, boundary, values);
    compare (boundary, sides, BV_OPINION_WITHOUT_MEMBER, j);
    self->pivotal[j] |= boundary->changes->len > n_before;
  }
}

static void
try_without_criteria (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  g_autofree BvFraction *values = g_new0 (BvFraction, self->matrix->n_subjects);

  for (guint k = 0; k < self->matrix->n_criteria; k++) {
    g_autofree BvOpinionSide *sides = NULL;

    if (self->matrix->maxima[k] <= 0 || !bv_opinion_leave_out_criterion (self->matrix, k, values))
      continue;
    sides = take (self, boundary, values);
    compare (boundary, sides, BV_OPINION_WITHOUT_CRITERION, k);
  }
}

static void
draw_weights (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  boundary->n_inside = g_new0 (guint, self->matrix->n_subjects);
  if (self->matrix->n_criteria < 2)
    return;
  boundary->n_draws = BV_OPINION_DRAWS_DEFAULT;
  boundary->n_same = bv_opinion_draws_run (self->matrix,
                                           boundary->pool,
                                           boundary->n_pool,
                                           boundary->cap,
                                           boundary->official,
                                           boundary->n_draws,
                                           BV_OPINION_DRAWS_SEED,
                                           boundary->n_inside);
}

static void
look_at_edge (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  gboolean inside = FALSE, outside = FALSE;

  for (guint i = 0; i < boundary->n_pool && !outside; i++) {
    guint subject = boundary->pool[i];

    outside = boundary->official[subject] == BV_OPINION_OUTSIDE;
    if (outside)
      boundary->first_outside = subject;
    if (boundary->official[subject] != BV_OPINION_INSIDE)
      continue;
    boundary->last_inside = subject;
    inside = TRUE;
  }
  boundary->has_edge = inside && outside;
  if (!boundary->has_edge)
    return;
  boundary->equal = self->matrix->n_criteria > 0
                    && bv_opinion_weights_are_equal (
                        self->matrix, boundary->last_inside, boundary->first_outside);
  boundary->has_flip = bv_opinion_weights_find_nearest_flip (
      self->matrix, boundary->last_inside, boundary->first_outside, &boundary->flip);
  boundary->has_gap = bv_opinion_gap_find (
      self->matrix, boundary->last_inside, boundary->first_outside, &boundary->gap);
}

static BvFirmness
find_light (const BvOpinionBoundary *boundary)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < boundary->n_pool; i++) {
    if (boundary->official[boundary->pool[i]] == BV_OPINION_OPEN)
      return BV_FIRMNESS_TIE;
    inside |= boundary->official[boundary->pool[i]] == BV_OPINION_INSIDE;
  }
  if (!inside)
    return BV_FIRMNESS_NONE;
  if (boundary->changes->len > 0
      || (guint64) boundary->n_same * 10000 < (guint64) boundary->n_draws * BV_FIRMNESS_SHARE)
    return BV_FIRMNESS_SENSITIVE;
  return BV_FIRMNESS_FIRM;
}

static void
look_at_boundary (BvSecondOpinions *self, BvOpinionBoundary *boundary)
{
  g_autofree BvFraction *same = g_new (BvFraction, self->matrix->n_subjects);

  for (guint i = 0; i < self->matrix->n_subjects; i++)
    same[i] = bv_fraction_from_points (0);
  boundary->official = take (self, boundary, same);
  try_methods (self, boundary);
  try_without_members (self, boundary);
  try_without_criteria (self, boundary);
  draw_weights (self, boundary);
  look_at_edge (self, boundary);
  boundary->light = find_light (boundary);
}

BvSecondOpinions *
bv_second_opinions_new (BvOpinionMatrix *matrix)
{
  BvSecondOpinions *self = g_atomic_rc_box_new0 (BvSecondOpinions);

  self->matrix = bv_opinion_matrix_ref (matrix);
  self->boundaries = g_ptr_array_new_with_free_func (free_boundary);
  self->members = g_new0 (BvOpinionMember, matrix->n_members);
  self->pivotal = g_new0 (gboolean, matrix->n_members);
  return self;
}

BvSecondOpinions *
bv_second_opinions_ref (BvSecondOpinions *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bv_second_opinions_unref (BvSecondOpinions *self)
{
  g_atomic_rc_box_release_full (self, free_parts);
}

void
bv_second_opinions_add (
    BvSecondOpinions *self, const char *name, const guint *pool, guint n_pool, gint64 cap)
{
  BvOpinionBoundary *boundary = g_new0 (BvOpinionBoundary, 1);

  boundary->name = g_strdup (name);
  boundary->pool = g_memdup2 (pool, n_pool * sizeof *pool);
  boundary->n_pool = n_pool;
  boundary->cap = cap;
  boundary->changes = g_ptr_array_new_with_free_func (free_change);
  g_ptr_array_add (self->boundaries, boundary);
}

void
bv_second_opinions_compute (BvSecondOpinions *self)
{
  g_return_if_fail (self->outliers == NULL);

  form_opinions (self);
  look_at_members (self);
  for (guint i = 0; i < self->boundaries->len; i++)
    look_at_boundary (self, g_ptr_array_index (self->boundaries, i));
}

const BvOpinionMatrix *
bv_second_opinions_get_matrix (const BvSecondOpinions *self)
{
  return self->matrix;
}

guint
bv_second_opinions_get_n_boundaries (const BvSecondOpinions *self)
{
  return self->boundaries->len;
}

const BvOpinionBoundary *
bv_second_opinions_get_boundary (const BvSecondOpinions *self, guint boundary)
{
  g_return_val_if_fail (boundary < self->boundaries->len, NULL);

  return g_ptr_array_index (self->boundaries, boundary);
}

const guint *
bv_second_opinions_get_ranks (const BvSecondOpinions *self, BvOpinionMethod method)
{
  g_return_val_if_fail (method < BV_N_OPINIONS, NULL);

  return self->ranks[method];
}

gboolean
bv_second_opinions_crosses (const BvSecondOpinions *self,
                            guint boundary,
                            BvOpinionMethod method,
                            guint subject)
{
  const BvOpinionBoundary *at = bv_second_opinions_get_boundary (self, boundary);

  return at->sides[method] != NULL
         && is_crossing (at->official[subject], at->sides[method][subject]);
}

const BvOpinionMember *
bv_second_opinions_get_member (const BvSecondOpinions *self, guint member)
{
  g_return_val_if_fail (member < self->matrix->n_members, NULL);

  return &self->members[member];
}

gboolean
bv_second_opinions_is_pivotal (const BvSecondOpinions *self, guint member)
{
  g_return_val_if_fail (member < self->matrix->n_members, FALSE);

  return self->pivotal[member];
}

GArray *
bv_second_opinions_get_outliers (const BvSecondOpinions *self)
{
  return self->outliers;
}

gboolean
bv_second_opinions_get_agreement (const BvSecondOpinions *self, gint64 *w)
{
  *w = self->agreement;
  return self->has_agreement;
}
