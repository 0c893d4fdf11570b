/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranking everybody, against adding up the points of the same rows in SQL. */
#include "config.h"

#include "bv-assessment.h"
#include "bv-bench-office.h"
#include "bv-bench.h"

#define ROUNDS 7

typedef struct
{
  BvOffice *office;
  gint64 movement_id;
} Ranking;

static double
rank_all (gpointer data)
{
  Ranking *self = data;
  g_autoptr (GError) error = NULL;
  double start = bv_bench_processor ();
  g_autoptr (BvAssessment) assessment = bv_assessment_load (
      self->office, self->movement_id, &error);
  double end = bv_bench_processor ();

  g_assert_no_error (error);
  g_assert_cmpuint (bv_assessment_get_n_subjects (assessment), >, 1000);
  return end - start;
}

static double
add_up (gpointer data)
{
  Ranking *self = data;
  gint64 sum = 0;
  g_autoptr (GError) error = NULL;
  double start = bv_bench_processor ();

  bv_database_query_integer (
      bv_office_get_database (self->office),
      "SELECT sum (points) FROM achievement WHERE status = 'verified' AND movement_id ="
      " (SELECT id FROM movement)",
      &sum,
      &error);
  g_assert_no_error (error);
  g_assert_cmpint (sum, >, 0);
  return bv_bench_processor () - start;
}

int
main (void)
{
  Ranking self = { 0 };
  g_autofree char *path = NULL;

  bv_bench_init ();
  path = bv_bench_office_dup_path (BV_BENCH_MILLION);
  self.office = bv_bench_office_open (path);
  self.movement_id = bv_bench_office_get_movement (self.office);
  bv_bench_compare ("ranking of 20 000 people by 800 000 achievements / sum() of these",
                    2,
                    ROUNDS,
                    rank_all,
                    add_up,
                    &self);
  bv_office_close (self.office, NULL);
  g_object_unref (self.office);
  return 0;
}
