/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinions on the list in hand, and what other weights would give. */
#include "config.h"

#include "bv-opinion-board.h"

#include "bv-reading.h"

#include <string.h>

struct _BvOpinionBoard
{
  GObject parent_instance;

  /* Owned */
  BvSecondOpinions *opinions; /* nullable */
  GCancellable *forming;      /* nullable */
  GHashTable *rows;           /* subject id → row + 1 */
  gint64 *factors;            /* by criterion of the opinions */
  guint *ranks;               /* with the weights tried; nullable */
  GPtrArray *sides;           /* BvOpinionSide *, by boundary */

  BvRankList list;
};

static guint changed_signal, weighed_signal;

G_DEFINE_FINAL_TYPE (BvOpinionBoard, bv_opinion_board, G_TYPE_OBJECT)

static const BvOpinionMatrix *
get_matrix (BvOpinionBoard *self)
{
  return bv_second_opinions_get_matrix (self->opinions);
}

static gboolean
is_tried (BvOpinionBoard *self)
{
  for (guint k = 0; self->opinions != NULL && k < get_matrix (self)->n_criteria; k++)
    if (self->factors[k] != BV_OPINION_WEIGHTS_WHOLE)
      return TRUE;
  return FALSE;
}

static void
take_sides (BvOpinionBoard *self, const BvFraction *values)
{
  const BvOpinionMatrix *matrix = get_matrix (self);

  for (guint i = 0; i < bv_second_opinions_get_n_boundaries (self->opinions); i++) {
    const BvOpinionBoundary *boundary = bv_second_opinions_get_boundary (self->opinions, i);
    BvOpinionSide *sides = g_memdup2 (boundary->official, matrix->n_subjects * sizeof *sides);

    bv_opinion_order_take (
        values, matrix->ranks, boundary->pool, boundary->n_pool, boundary->cap, sides);
    g_ptr_array_add (self->sides, sides);
  }
}

static void
weigh (BvOpinionBoard *self)
{
  g_autofree BvFraction *values = NULL;

  g_clear_pointer (&self->ranks, g_free);
  g_ptr_array_set_size (self->sides, 0);
  if (!is_tried (self))
    return;
  values = g_new (BvFraction, get_matrix (self)->n_subjects);
  if (!bv_opinion_weights_values (get_matrix (self), self->factors, values))
    return;
  self->ranks = g_new (guint, get_matrix (self)->n_subjects);
  bv_opinion_order_rank (
      values, get_matrix (self)->ranks, get_matrix (self)->n_subjects, self->ranks);
  take_sides (self, values);
}

/* Weights that are being tried stay while the contents are the same. */
static void
keep_factors (BvOpinionBoard *self, const BvOpinionMatrix *next)
{
  gboolean same = self->opinions != NULL && get_matrix (self)->n_criteria == next->n_criteria
                  && memcmp (get_matrix (self)->maxima,
                             next->maxima,
                             next->n_criteria * sizeof *next->maxima)
                         == 0;

  if (same)
    return;
  g_free (self->factors);
  self->factors = g_new (gint64, next->n_criteria);
  for (guint k = 0; k < next->n_criteria; k++)
    self->factors[k] = BV_OPINION_WEIGHTS_WHOLE;
}

/* Takes @opinions. */
static void
show (BvOpinionBoard *self, BvSecondOpinions *opinions)
{
  const BvOpinionMatrix *matrix = bv_second_opinions_get_matrix (opinions);

  keep_factors (self, matrix);
  g_clear_pointer (&self->opinions, bv_second_opinions_unref);
  self->opinions = opinions;
  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < matrix->n_subjects; i++)
    g_hash_table_insert (
        self->rows, g_memdup2 (&matrix->ids[i], sizeof *matrix->ids), GUINT_TO_POINTER (i + 1));
  weigh (self);
  g_signal_emit (self, changed_signal, 0);
}

static gpointer
form (BvOffice *office, gpointer opinions, GCancellable *cancellable, GError **error)
{
  bv_second_opinions_compute (opinions);
  return bv_second_opinions_ref (opinions);
}

static void
free_opinions (gpointer opinions)
{
  bv_second_opinions_unref (opinions);
}

static void
take (gpointer owner, gpointer opinions, GError *error)
{
  show (owner, opinions);
}

static const BvReading reading = { form, free_opinions, free_opinions, take };

static void
bv_opinion_board_finalize (GObject *object)
{
  BvOpinionBoard *self = BV_OPINION_BOARD (object);

  bv_reading_stop (&self->forming);
  g_clear_pointer (&self->opinions, bv_second_opinions_unref);
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->sides);
  g_free (self->factors);
  g_free (self->ranks);
  G_OBJECT_CLASS (bv_opinion_board_parent_class)->finalize (object);
}

static guint
add_signal (GObjectClass *klass, const char *name)
{
  return g_signal_new (
      name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_opinion_board_class_init (BvOpinionBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_opinion_board_finalize;
  changed_signal = add_signal (G_OBJECT_CLASS (klass), "changed");
  weighed_signal = add_signal (G_OBJECT_CLASS (klass), "weighed");
}

static void
bv_opinion_board_init (BvOpinionBoard *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->sides = g_ptr_array_new_with_free_func (g_free);
}

BvOpinionBoard *
bv_opinion_board_new (void)
{
  return g_object_new (BV_TYPE_OPINION_BOARD, NULL);
}

void
bv_opinion_board_set (BvOpinionBoard *self, BvAssessment *assessment, BvRankList list)
{
  g_return_if_fail (BV_IS_OPINION_BOARD (self));

  if (self->list != list)
    g_clear_pointer (&self->opinions, bv_second_opinions_unref);
  if (self->opinions == NULL)
    g_hash_table_remove_all (self->rows);
  self->list = list;
  bv_reading_start (
      &reading, self, &self->forming, NULL, bv_opinion_source_prepare (assessment, list));
}

const BvSecondOpinions *
bv_opinion_board_get (BvOpinionBoard *self)
{
  g_return_val_if_fail (BV_IS_OPINION_BOARD (self), NULL);

  return self->opinions;
}

guint
bv_opinion_board_find_row (BvOpinionBoard *self, gint64 subject_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &subject_id)) - 1;
}

BvOpinionSide
bv_opinion_board_find_change (BvOpinionBoard *self, BvOpinionMethod method, guint row)
{
  guint n = self->opinions != NULL ? bv_second_opinions_get_n_boundaries (self->opinions) : 0;

  for (guint i = 0; i < n; i++)
    if (bv_second_opinions_crosses (self->opinions, i, method, row))
      return bv_second_opinions_get_boundary (self->opinions, i)->sides[method][row];
  return BV_OPINION_NO_PART;
}

void
bv_opinion_board_set_factor (BvOpinionBoard *self, guint criterion, gint64 factor)
{
  g_return_if_fail (BV_IS_OPINION_BOARD (self));

  /* the sliders of the list before can still be there while opinions are formed */
  if (self->opinions == NULL || criterion >= get_matrix (self)->n_criteria
      || self->factors[criterion] == factor)
    return;
  self->factors[criterion] = factor;
  weigh (self);
  g_signal_emit (self, weighed_signal, 0);
}

gint64
bv_opinion_board_get_factor (BvOpinionBoard *self, guint criterion)
{
  g_return_val_if_fail (self->opinions != NULL && criterion < get_matrix (self)->n_criteria, 0);

  return self->factors[criterion];
}

gint64
bv_opinion_board_get_weight (BvOpinionBoard *self, guint criterion, gboolean official)
{
  const BvOpinionMatrix *matrix = get_matrix (self);
  gint64 part = 0, whole = 0;

  for (guint k = 0; k < matrix->n_criteria; k++) {
    gint64 weight = matrix->maxima[k] * (official ? 1 : self->factors[k]);

    whole += weight;
    part += k == criterion ? weight : 0;
  }
  return whole > 0 ? (gint64) (((BvInt128) part * 20000 + whole) / (2 * (BvInt128) whole)) : 0;
}

void
bv_opinion_board_reset (BvOpinionBoard *self)
{
  if (!is_tried (self))
    return;
  for (guint k = 0; k < get_matrix (self)->n_criteria; k++)
    self->factors[k] = BV_OPINION_WEIGHTS_WHOLE;
  weigh (self);
  g_signal_emit (self, weighed_signal, 0);
}

const guint *
bv_opinion_board_get_ranks (BvOpinionBoard *self)
{
  return self->ranks;
}

BvOpinionSide
bv_opinion_board_get_side (BvOpinionBoard *self, guint boundary, guint row)
{
  g_return_val_if_fail (boundary < self->sides->len, BV_OPINION_NO_PART);

  return ((const BvOpinionSide *) g_ptr_array_index (self->sides, boundary))[row];
}
