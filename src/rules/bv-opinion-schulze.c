/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schulze's method by thresholds. A path at least so strong is a way through the majorities of at
 * least that strength; a council has few members, so there are few strengths to ask for, and ways
 * are sets of bits. Two subjects are told apart at the weakest strength at which only one reaches
 * the other; where neither does, they are equal. */
#include "config.h"

#include "bv-opinion-schulze.h"

#include <string.h>

#define WORD 64

typedef struct
{
  guint n;
  guint n_words; /* of one row of bits */
  guint n_members;
  guint16 *majorities; /* by pair: strength, 0 where there is no majority */
  guint64 *reached;    /* by row: who is reached at the strength in hand */
  guint *group;        /* by subject: its class of those who still reach each other */
  guint *next;
  gint64 *n_above; /* by subject: who beats it */
} Schulze;

static gboolean
has_bit (const Schulze *self, guint a, guint b)
{
  return self->reached[(gsize) a * self->n_words + b / WORD] >> (b % WORD) & 1;
}

/* How many members put @a above @b, and @b above @a, among those who count for both. */
static void
count_pair (const BvOpinionMatrix *matrix, guint a, guint b, guint16 *first, guint16 *second)
{
  const gint64 *of_a = &matrix->marks[(gsize) a * matrix->n_members];
  const gint64 *of_b = &matrix->marks[(gsize) b * matrix->n_members];

  *first = *second = 0;
  for (guint i = 0; i < matrix->n_members; i++) {
    gboolean both = of_a[i] != BV_POINTS_MISSING && of_b[i] != BV_POINTS_MISSING;

    *first += both & (of_a[i] > of_b[i]);
    *second += both & (of_b[i] > of_a[i]);
  }
}

static void
count_majorities (Schulze *self, const BvOpinionMatrix *matrix)
{
  for (guint a = 0; a < self->n; a++)
    for (guint b = 0; b < a; b++) {
      guint16 first, second;

      count_pair (matrix, a, b, &first, &second);
      self->majorities[(gsize) a * self->n + b] = first > second ? first : 0;
      self->majorities[(gsize) b * self->n + a] = second > first ? second : 0;
    }
}

/* The majorities of at least @strength inside each class. */
static void
draw (Schulze *self, guint strength)
{
  memset (self->reached, 0, (gsize) self->n * self->n_words * sizeof (guint64));
  for (guint a = 0; a < self->n; a++) {
    const guint16 *row = &self->majorities[(gsize) a * self->n];
    guint64 *bits = &self->reached[(gsize) a * self->n_words];

    for (guint b = 0; b < self->n; b++)
      if (row[b] >= strength && self->group[a] == self->group[b])
        bits[b / WORD] |= G_GUINT64_CONSTANT (1) << (b % WORD);
  }
}

static void
close_ways (Schulze *self)
{
  for (guint middle = 0; middle < self->n; middle++) {
    const guint64 *from = &self->reached[(gsize) middle * self->n_words];

    for (guint a = 0; a < self->n; a++) {
      guint64 *bits = &self->reached[(gsize) a * self->n_words];

      if (!has_bit (self, a, middle) || a == middle)
        continue;
      for (guint i = 0; i < self->n_words; i++)
        bits[i] |= from[i];
    }
  }
}

/* Counts who is beaten inside each class, and splits it into those who still reach each other.
 * Returns: whether any two do. */
static gboolean
split (Schulze *self)
{
  gboolean together = FALSE;

  for (guint a = 0; a < self->n; a++) {
    self->next[a] = a;
    for (guint b = 0; b < self->n; b++) {
      gboolean there = has_bit (self, a, b), back;

      if (a == b || self->group[a] != self->group[b])
        continue;
      back = has_bit (self, b, a);
      self->n_above[a] += back && !there;
      if (there && back) {
        self->next[a] = MIN (self->next[a], b);
        together = TRUE;
      }
    }
  }
  memcpy (self->group, self->next, self->n * sizeof *self->group);
  return together;
}

void
bv_opinion_schulze_values (const BvOpinionMatrix *matrix, BvFraction *values)
{
  guint n = matrix->n_subjects;
  guint n_words = (n + WORD - 1) / WORD;
  g_autofree guint16 *majorities = g_new0 (guint16, (gsize) n * n);
  g_autofree guint64 *reached = g_new (guint64, (gsize) n * n_words);
  g_autofree guint *group = g_new0 (guint, n);
  g_autofree guint *next = g_new0 (guint, n);
  g_autofree gint64 *n_above = g_new0 (gint64, n);
  Schulze self = { n, n_words, matrix->n_members, majorities, reached, group, next, n_above };
  gboolean together = TRUE;

  count_majorities (&self, matrix);
  for (guint strength = 1; together && strength <= matrix->n_members; strength++) {
    draw (&self, strength);
    close_ways (&self);
    together = split (&self);
  }
  for (guint i = 0; i < n; i++)
    values[i] = bv_fraction_from_points (-n_above[i]);
}
