/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All second opinions on 2 000 subjects with 10 contents and 15 members, against weighing the same
 * points as many times in the plainest loop. */
#include "config.h"

#include "bv-bench.h"
#include "bv-second-opinions.h"

#define ROUNDS 7
#define N_SUBJECTS 2000
#define N_MEMBERS 15
#define N_CRITERIA 10
#define CAP 300

static guint64 state = 1;

/* Numbers below @end, the same in every run. */
static gint64
draw (gint64 end)
{
  state = state * G_GUINT64_CONSTANT (6364136223846793005)
          + G_GUINT64_CONSTANT (1442695040888963407);
  return (gint64) ((state >> 33) % (guint64) end);
}

/* Members agree on the whole, as councils do. */
static BvOpinionMatrix *
make_matrix (void)
{
  BvOpinionMatrix *matrix = bv_opinion_matrix_new (N_SUBJECTS, N_MEMBERS, N_CRITERIA);

  matrix->scale = 1000 * N_CRITERIA;
  for (guint k = 0; k < N_CRITERIA; k++)
    matrix->maxima[k] = 1000;
  for (guint i = 0; i < N_SUBJECTS; i++) {
    gint64 total = 9800 - (gint64) i * 2;

    matrix->ids[i] = i + 1;
    matrix->ranks[i] = i + 1;
    for (guint k = 0; k < N_CRITERIA; k++)
      bv_opinion_matrix_set_points (matrix, i, k, MIN (total / N_CRITERIA - 60 + draw (120), 1000));
    for (guint j = 0; j < N_MEMBERS; j++)
      bv_opinion_matrix_set_mark (matrix, i, j, total - 300 + draw (600));
  }
  return matrix;
}

static double
form_all (gpointer matrix)
{
  double start = bv_bench_processor ();
  g_autoptr (BvSecondOpinions) opinions = bv_second_opinions_new (matrix);
  g_autofree guint *pool = g_new (guint, N_SUBJECTS);

  for (guint i = 0; i < N_SUBJECTS; i++)
    pool[i] = i;
  bv_second_opinions_add (opinions, "", pool, N_SUBJECTS, CAP);
  bv_second_opinions_compute (opinions);
  g_assert_nonnull (bv_second_opinions_get_ranks (opinions, BV_OPINION_SCHULZE));
  return bv_bench_processor () - start;
}

static double
weigh_plainly (gpointer data)
{
  const BvOpinionMatrix *matrix = data;
  g_autofree double *sums = g_new (double, N_SUBJECTS);
  double start = bv_bench_processor (), seen = 0;

  for (guint draws = 0; draws < BV_OPINION_DRAWS_DEFAULT; draws++) {
    for (guint i = 0; i < N_SUBJECTS; i++)
      sums[i] = 0;
    for (guint k = 0; k < N_CRITERIA; k++) {
      double factor = (double) (8000 + draw (4001));

      for (guint i = 0; i < N_SUBJECTS; i++)
        sums[i] += factor * (double) matrix->points[(gsize) k * N_SUBJECTS + i];
    }
    seen += sums[draws % N_SUBJECTS];
  }
  g_assert_cmpfloat (seen, >, 0);
  return bv_bench_processor () - start;
}

int
main (void)
{
  g_autoptr (BvOpinionMatrix) matrix = make_matrix ();

  bv_bench_init ();
  g_print ("all second opinions: %.0f ms\n", form_all (matrix));
  bv_bench_compare ("second opinions on 2 000 × 10 × 15 / weighing the points 10 000 times",
                    8,
                    ROUNDS,
                    form_all,
                    weigh_plainly,
                    matrix);
  return 0;
}
