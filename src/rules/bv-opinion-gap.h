/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two subjects are further apart than the members are from each other. */
#pragma once

#include "bv-opinion-matrix.h"

G_BEGIN_DECLS

/**
 * BvOpinionGap:
 * @n_members: who count for both
 * @mean: of the members' differences, in hundredths
 * @error: standard error of that mean, in hundredths
 * @apart: whether the mean is at least twice its error
 */
typedef struct
{
  guint n_members;
  gint64 mean;
  gint64 error;
  gboolean apart;
} BvOpinionGap;

/* Returns: %FALSE when fewer than two members count for both. */
gboolean bv_opinion_gap_find (const BvOpinionMatrix *matrix, guint a, guint b, BvOpinionGap *gap);

G_END_DECLS
