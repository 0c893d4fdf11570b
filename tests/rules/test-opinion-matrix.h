/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices of marks for tests: written down, at random, and shuffled. */
#pragma once
#include "bv-opinion-matrix.h"

/* No mark. */
#define NONE G_MININT64

/* @marks row by row, in whole points. */
static inline BvOpinionMatrix *
make_matrix (guint n_subjects, guint n_members, const gint64 *marks)
{
  BvOpinionMatrix *matrix = bv_opinion_matrix_new (n_subjects, n_members, 0);

  for (guint i = 0; i < n_subjects; i++) {
    matrix->ids[i] = i + 1;
    matrix->ranks[i] = i + 1;
    matrix->subject_names[i] = g_strdup_printf ("c%u", i + 1);
  }
  for (guint i = 0; i < n_members; i++)
    matrix->member_names[i] = g_strdup_printf ("m%u", i + 1);
  for (guint i = 0; i < n_subjects * n_members; i++)
    matrix->marks[i] = marks[i] == NONE ? BV_POINTS_MISSING : 100 * marks[i];
  return matrix;
}

/* Few values, so that there are many ties; one mark in @holes is missing, but no subject is without
 * a mark. */
static inline BvOpinionMatrix *
make_random_matrix (guint n_subjects, guint n_members, int holes)
{
  g_autofree gint64 *marks = g_new (gint64, n_subjects * n_members);

  for (guint i = 0; i < n_subjects * n_members; i++)
    marks[i] = holes > 0 && i % n_members != 0 && g_test_rand_int_range (0, holes) == 0
                   ? NONE
                   : g_test_rand_int_range (60, 80);
  return make_matrix (n_subjects, n_members, marks);
}

/* A random order of 0 … n − 1; owned. */
static inline guint *
make_order (guint n)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--) {
    guint other = (guint) g_test_rand_int_range (0, (int) i);
    guint kept = order[i - 1];

    order[i - 1] = order[other];
    order[other] = kept;
  }
  return order;
}

/* Subject i of the result is subject @order[i] of @matrix. */
static inline BvOpinionMatrix *
shuffle_matrix (const BvOpinionMatrix *matrix, const guint *order)
{
  BvOpinionMatrix *other = bv_opinion_matrix_new (
      matrix->n_subjects, matrix->n_members, matrix->n_criteria);

  other->unit = matrix->unit;
  other->cap = matrix->cap;
  other->scale = matrix->scale;
  other->trimmed = matrix->trimmed;
  other->fine = matrix->fine;
  for (guint i = 0; i < matrix->n_members; i++)
    other->member_names[i] = g_strdup (matrix->member_names[i]);
  for (guint i = 0; i < matrix->n_criteria; i++) {
    other->criterion_names[i] = g_strdup (matrix->criterion_names[i]);
    other->maxima[i] = matrix->maxima[i];
  }
  for (guint i = 0; i < matrix->n_subjects; i++) {
    other->ids[i] = matrix->ids[order[i]];
    other->ranks[i] = matrix->ranks[order[i]];
    other->outside[i] = matrix->outside[order[i]];
    other->subject_names[i] = g_strdup (matrix->subject_names[order[i]]);
    for (guint j = 0; j < matrix->n_members; j++)
      bv_opinion_matrix_set_mark (other, i, j, bv_opinion_matrix_get_mark (matrix, order[i], j));
    for (guint j = 0; j < matrix->n_criteria; j++)
      bv_opinion_matrix_set_points (
          other, i, j, bv_opinion_matrix_get_points (matrix, order[i], j));
  }
  return other;
}
