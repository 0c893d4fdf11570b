/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schulze's method by thresholds. A path at least so strong is a way through the majorities of at
 * least that strength, and a council has few members, so there are few strengths to ask for. Two
 * subjects are told apart at the weakest strength at which only one reaches the other; where
 * neither does, they are equal. So at each strength those who still reach each other stay together,
 * and only their own majorities matter further on. Ways are sets of bits. */
#include "config.h"

#include "bv-opinion-schulze.h"

#include <string.h>

#define WORD 64

typedef struct
{
  guint n;
  guint n_words; /* of one row of bits */
  guint strength;
  gint16 *won;     /* by pair: strength of the majority of the first, negative of the second */
  guint *group;    /* by subject: who still reach each other */
  gint64 *n_above; /* by subject: who beats it */

  /* At the strength in hand */
  guint64 *rows;   /* by subject, then by group: who is reached */
  guint64 *unseen; /* one row */
  guint *finished; /* subjects, those who lead everywhere last */
  guint *order;    /* subjects, groups together, those who reach others first */
  guint *first;    /* by place: where its group begins */
  guint *stack;
  guint n_finished;
} Schulze;

static void
add_bit (guint64 *bits, guint bit)
{
  bits[bit / WORD] |= G_GUINT64_CONSTANT (1) << (bit % WORD);
}

static gboolean
has_bit (const guint64 *bits, guint bit)
{
  return bits[bit / WORD] >> (bit % WORD) & 1;
}

/* The first bit from @from on that is in @bits; n when there is none. */
static guint
find_bit (const Schulze *self, const guint64 *bits, guint from)
{
  guint word = from / WORD;
  guint64 left = word < self->n_words ? bits[word] & ~G_GUINT64_CONSTANT (0) << (from % WORD) : 0;

  while (left == 0 && ++word < self->n_words)
    left = bits[word];
  return word < self->n_words ? word * WORD + (guint) __builtin_ctzll (left) : self->n;
}

/* Members who put @a above @b, less those who put @b above @a, as the strength of the winner. */
static gint16
count_pair (const BvOpinionMatrix *matrix, guint a, guint b)
{
  const gint64 *of_a = &matrix->marks[(gsize) a * matrix->n_members];
  const gint64 *of_b = &matrix->marks[(gsize) b * matrix->n_members];
  gint16 first = 0, second = 0;

  for (guint i = 0; i < matrix->n_members; i++) {
    gboolean both = of_a[i] != BV_POINTS_MISSING && of_b[i] != BV_POINTS_MISSING;

    first = (gint16) (first + (both & (of_a[i] > of_b[i])));
    second = (gint16) (second + (both & (of_b[i] > of_a[i])));
  }
  return first > second ? first : first < second ? (gint16) -second : 0;
}

/* @n_of: how many majorities there are of each strength. */
static void
count_majorities (Schulze *self, const BvOpinionMatrix *matrix, guint *n_of)
{
  for (guint a = 0; a < self->n; a++)
    for (guint b = 0; b < a; b++) {
      gint16 won = count_pair (matrix, a, b);

      self->won[(gsize) a * self->n + b] = won;
      self->won[(gsize) b * self->n + a] = (gint16) -won;
      n_of[ABS (won)]++;
    }
}

/* Whom @a reaches in one step (@sign 1), or who reaches @a (−1). */
static void
draw_row (const Schulze *self, guint a, int sign, guint64 *bits)
{
  const gint16 *won = &self->won[(gsize) a * self->n];

  memset (bits, 0, self->n_words * sizeof *bits);
  for (guint b = 0; b < self->n; b++)
    if (sign * won[b] >= (int) self->strength && self->group[a] == self->group[b])
      add_bit (bits, b);
}

static void
draw_rows (Schulze *self, int sign)
{
  for (guint a = 0; a < self->n; a++)
    draw_row (self, a, sign, &self->rows[(gsize) a * self->n_words]);
}

static void
mark_unseen (Schulze *self)
{
  memset (self->unseen, 0, self->n_words * sizeof *self->unseen);
  for (guint i = 0; i < self->n; i++)
    add_bit (self->unseen, i);
}

/* The first subject that @a leads to and nobody has seen; n when there is none. */
static guint
find_next (Schulze *self, guint a)
{
  const guint64 *row = &self->rows[(gsize) a * self->n_words];

  for (guint i = 0; i < self->n_words; i++)
    if (row[i] & self->unseen[i])
      return i * WORD + (guint) __builtin_ctzll (row[i] & self->unseen[i]);
  return self->n;
}

/* Goes from @start as far as there is something unseen, and puts all that is seen into @list, each
 * after those it leads to. */
static void
walk (Schulze *self, guint start, guint *list, guint *n_list)
{
  guint depth = 0;

  self->stack[depth++] = start;
  self->unseen[start / WORD] &= ~(G_GUINT64_CONSTANT (1) << (start % WORD));
  while (depth > 0) {
    guint next = find_next (self, self->stack[depth - 1]);

    if (next == self->n) {
      list[(*n_list)++] = self->stack[--depth];
      continue;
    }
    self->unseen[next / WORD] &= ~(G_GUINT64_CONSTANT (1) << (next % WORD));
    self->stack[depth++] = next;
  }
}

/* Puts those who reach each other together, and who reach others before these: once along the
 * majorities, then against them in the order found. */
static void
find_groups (Schulze *self)
{
  guint n_ordered = 0;

  draw_rows (self, 1);
  mark_unseen (self);
  self->n_finished = 0;
  for (guint i = 0; i < self->n; i++)
    if (has_bit (self->unseen, i))
      walk (self, i, self->finished, &self->n_finished);

  draw_rows (self, -1);
  mark_unseen (self);
  for (guint i = self->n; i > 0; i--) {
    guint begin = n_ordered;

    if (!has_bit (self->unseen, self->finished[i - 1]))
      continue;
    walk (self, self->finished[i - 1], self->order, &n_ordered);
    for (guint place = begin; place < n_ordered; place++)
      self->first[place] = begin;
  }
}

/* Whom the group from place @begin to before @end leads to: a bit where their groups begin. */
static void
draw_group (Schulze *self, guint begin, guint end, guint64 *bits)
{
  memset (bits, 0, self->n_words * sizeof *bits);
  for (guint i = begin; i < end; i++) {
    const gint16 *won = &self->won[(gsize) self->order[i] * self->n];
    guint own = self->group[self->order[i]];

    for (guint j = end; j < self->n; j++)
      if (won[self->order[j]] >= (int) self->strength && self->group[self->order[j]] == own)
        add_bit (bits, self->first[j]);
  }
}

static void
count_group (Schulze *self, guint begin, guint n_above)
{
  for (guint i = begin; i < self->n && self->first[i] == begin; i++)
    self->n_above[self->order[i]] += n_above;
}

/* From the last group to the first: whom it reaches are those it leads to and all that these reach.
 * Who is reached already need not be asked again. */
static void
count_beaten (Schulze *self)
{
  g_autofree guint64 *covered = g_new (guint64, self->n_words);

  for (guint end = self->n, begin; end > 0; end = begin) {
    guint64 *bits;

    begin = self->first[end - 1];
    bits = &self->rows[(gsize) begin * self->n_words];
    draw_group (self, begin, end, bits);
    memset (covered, 0, self->n_words * sizeof *covered);
    for (guint j = find_bit (self, bits, end); j < self->n; j = find_bit (self, bits, j + 1)) {
      const guint64 *beyond = &self->rows[(gsize) j * self->n_words];

      count_group (self, j, end - begin);
      if (has_bit (covered, j))
        continue;
      for (guint i = 0; i < self->n_words; i++) {
        bits[i] |= beyond[i];
        covered[i] |= beyond[i];
      }
    }
  }
}

/* Returns: whether any two still reach each other. */
static gboolean
split (Schulze *self)
{
  gboolean together = FALSE;

  find_groups (self);
  count_beaten (self);
  for (guint place = 0; place < self->n; place++) {
    together |= self->first[place] != place;
    self->group[self->order[place]] = self->first[place];
  }
  return together;
}

/* Weaker strengths that nobody has change nothing. */
static void
run (Schulze *self, guint n_members, const guint *n_of)
{
  gboolean together = TRUE;

  for (self->strength = 1; together && self->strength <= n_members; self->strength++)
    if (self->strength == 1 || n_of[self->strength - 1] > 0)
      together = split (self);
}

void
bv_opinion_schulze_values (const BvOpinionMatrix *matrix, BvFraction *values)
{
  guint n = matrix->n_subjects;
  guint n_words = (n + WORD - 1) / WORD;
  g_autofree gint16 *won = g_new0 (gint16, (gsize) n * n);
  g_autofree gint64 *n_above = g_new0 (gint64, n);
  g_autofree guint64 *bits = g_new (guint64, (gsize) (n + 1) * n_words);
  g_autofree guint *places = g_new0 (guint, (gsize) 5 * n);
  g_autofree guint *n_of = g_new0 (guint, matrix->n_members + 1);
  Schulze self = { .n = n, .n_words = n_words, .won = won, .n_above = n_above };

  self.rows = bits;
  self.unseen = bits + (gsize) n * n_words;
  self.group = places;
  self.finished = places + n;
  self.order = places + 2 * (gsize) n;
  self.first = places + 3 * (gsize) n;
  self.stack = places + 4 * (gsize) n;
  count_majorities (&self, matrix, n_of);
  run (&self, matrix->n_members, n_of);
  for (guint i = 0; i < n; i++)
    values[i] = bv_fraction_from_points (-n_above[i]);
}
