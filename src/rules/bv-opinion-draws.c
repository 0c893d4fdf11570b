/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten thousand rankings: totals of all subjects are formed column by column, and only where an
 * outsider overtakes an insider is the boundary looked for again. */
#include "config.h"

#include "bv-opinion-draws.h"

#include <string.h>

/* A subject in one draw; less rank stands higher among equal values. */
typedef struct
{
  double value;
  guint rank;
  guint place; /* in the pool */
} Drawn;

typedef struct
{
  const BvOpinionMatrix *matrix;
  const guint *pool;
  guint n_pool;
  guint cap; /* from 1 to n_pool − 1 */
  const BvOpinionSide *official;
  gboolean has_open;
  guint64 state;
  double *points; /* by criterion, then place in the pool */
  double *values; /* by place in the pool */
  Drawn *drawn;
  guint *n_inside; /* by place, without the draws where nothing changes */
  guint n_same;
  guint n_unchanged; /* draws told by the values alone */
} Draws;

/* A counter stirred by multiplications and shifts: the same everywhere, unlike rand (). */
static guint64
stir (Draws *self)
{
  guint64 word = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  word = (word ^ word >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  word = (word ^ word >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return word ^ word >> 31;
}

/* A factor from 80 to 120 %, each basis point as likely as another. */
static double
draw_factor (Draws *self)
{
  guint64 n = 2 * BV_OPINION_DRAWS_SPREAD + 1;

  return (double) (10000 - BV_OPINION_DRAWS_SPREAD + ((stir (self) >> 32) * n >> 32));
}

static void
weigh (Draws *self)
{
  const BvOpinionMatrix *matrix = self->matrix;
  double weighed = 0, share;

  memset (self->values, 0, self->n_pool * sizeof *self->values);
  for (guint k = 0; k < matrix->n_criteria; k++) {
    const double *points = &self->points[(gsize) k * self->n_pool];
    double factor = draw_factor (self);

    weighed += factor * (double) matrix->maxima[k];
    for (guint i = 0; i < self->n_pool; i++)
      self->values[i] += factor * points[i];
  }
  share = weighed > 0 ? (double) matrix->scale / (weighed * (double) matrix->fine) : 0;
  for (guint i = 0; i < self->n_pool; i++) {
    double value = self->values[i] * share + (double) matrix->outside[self->pool[i]];

    if (matrix->cap >= 0)
      value = MIN (value, (double) matrix->cap);
    self->values[i] = MAX (value, 0);
  }
}

/* Insiders stand before outsiders officially, so equal values change nothing. */
static gboolean
is_unchanged (Draws *self)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  if (self->has_open)
    return FALSE;
  for (guint i = 0; i < self->n_pool; i++)
    if (self->official[self->pool[i]] == BV_OPINION_INSIDE)
      least = MIN (least, self->values[i]);
    else
      most = MAX (most, self->values[i]);
  return least >= most;
}

static int
compare_drawn (const Drawn *a, const Drawn *b)
{
  if (a->value != b->value)
    return a->value > b->value ? -1 : 1;
  return (a->rank > b->rank) - (a->rank < b->rank);
}

static void
swap_drawn (Drawn *a, Drawn *b)
{
  Drawn kept = *a;

  *a = *b;
  *b = kept;
}

/* Brings the best @n to the front, the last of them to its end. */
static void
select_best (Drawn *drawn, guint n_drawn, guint n)
{
  gsize first = 0, last = n_drawn - 1, wanted = n - 1;

  while (first < last) {
    Drawn middle = drawn[(first + last) / 2];
    gsize low = first, high = last;

    for (;;) {
      while (compare_drawn (&drawn[low], &middle) < 0)
        low++;
      while (compare_drawn (&drawn[high], &middle) > 0)
        high--;
      if (low >= high)
        break;
      swap_drawn (&drawn[low++], &drawn[high--]);
    }
    if (wanted <= high)
      last = high;
    else
      first = high + 1;
  }
}

/* Who is inside now; the tie at the end is not cut. */
static void
count_inside (Draws *self)
{
  const Drawn *edge = &self->drawn[self->cap - 1];
  gboolean cut = FALSE, same = TRUE;

  for (guint i = 0; i < self->n_pool; i++)
    self->drawn[i] = (Drawn){ self->values[i], self->matrix->ranks[self->pool[i]], i };
  select_best (self->drawn, self->n_pool, self->cap);
  for (guint i = self->cap; i < self->n_pool && !cut; i++)
    cut = compare_drawn (&self->drawn[i], edge) == 0;
  for (guint i = 0; i < self->n_pool; i++) {
    gboolean inside = i < self->cap && (!cut || compare_drawn (&self->drawn[i], edge) < 0);
    guint place = self->drawn[i].place;

    self->n_inside[place] += inside;
    same &= inside == (self->official[self->pool[place]] == BV_OPINION_INSIDE);
  }
  self->n_same += same;
}

static void
prepare (Draws *self)
{
  const BvOpinionMatrix *matrix = self->matrix;

  for (guint i = 0; i < self->n_pool; i++) {
    self->has_open |= self->official[self->pool[i]] == BV_OPINION_OPEN;
    for (guint k = 0; k < matrix->n_criteria; k++)
      self->points[(gsize) k * self->n_pool + i] = (double) bv_opinion_matrix_get_points (
          matrix, self->pool[i], k);
  }
}

static void
run (Draws *self, guint n_draws)
{
  prepare (self);
  for (guint i = 0; i < n_draws; i++) {
    weigh (self);
    if (is_unchanged (self))
      self->n_unchanged++;
    else
      count_inside (self);
  }
}

guint
bv_opinion_draws_run (const BvOpinionMatrix *matrix,
                      const guint *pool,
                      guint n_pool,
                      gint64 cap,
                      const BvOpinionSide *official,
                      guint n_draws,
                      guint64 seed,
                      guint *n_inside)
{
  g_autofree double *points = NULL;
  g_autofree double *values = NULL;
  g_autofree Drawn *drawn = NULL;
  g_autofree guint *counts = NULL;
  Draws self = { matrix, pool, n_pool, (guint) CLAMP (cap, 0, n_pool), official, FALSE, seed };

  if (self.cap == 0 || self.cap == n_pool) {
    for (guint i = 0; i < n_pool; i++)
      n_inside[pool[i]] = self.cap == 0 ? 0 : n_draws;
    return n_draws;
  }
  self.points = points = g_new (double, (gsize) n_pool * matrix->n_criteria);
  self.values = values = g_new (double, n_pool);
  self.drawn = drawn = g_new (Drawn, n_pool);
  self.n_inside = counts = g_new0 (guint, n_pool);
  run (&self, n_draws);
  for (guint i = 0; i < n_pool; i++)
    n_inside[pool[i]] = counts[i] + (official[pool[i]] == BV_OPINION_INSIDE ? self.n_unchanged : 0);
  return self.n_same + self.n_unchanged;
}
