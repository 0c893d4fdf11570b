/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points entered into a sheet of 2 000 people × 10 contents: storing one and ranking everybody
 * anew, against storing it alone. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-history.h"
#include "bv-score-sheet.h"

#define ROUNDS 7
#define N_PEOPLE 2000
#define N_CRITERIA 10
#define CELLS 30

typedef struct
{
  BvBenchOffice *bench;
  BvScoreSheet *sheet;
  gboolean follows; /* the changes of each step */
  guint cell;
} Entering;

static void
add_criteria (BvBenchOffice *bench)
{
  while (bench->criteria->len < N_CRITERIA) {
    g_autoptr (BvRecord) criterion = bv_record_new (&bv_criterion_kind);
    gint64 id;

    bv_record_set_integer (criterion, "movement_id", bench->movement_id);
    bv_record_set_integer (criterion, "position", bench->criteria->len + 1);
    bv_record_set_text (criterion, "title", "Nội dung");
    bv_record_set_integer (criterion, "max_points", 1000);
    g_assert_true (bv_office_save (bench->office, criterion, NULL));
    id = bv_record_get_id (criterion);
    g_array_append_val (bench->criteria, id);
  }
}

static void
add_quota (BvBenchOffice *bench)
{
  g_autoptr (BvRecord) quota = bv_record_new (&bv_quota_kind);

  bv_record_set_integer (quota, "movement_id", bench->movement_id);
  bv_record_set_integer (quota, "award_form_id", 11); /* Giấy khen for individuals */
  bv_record_set_text (quota, "list", "staff");
  bv_record_set_integer (quota, "percent", 1500);
  bv_record_set_integer (quota, "base", N_PEOPLE);
  g_assert_true (bv_office_save (bench->office, quota, NULL));
}

static void
add_score (BvBenchOffice *bench, gint64 subject_id, gint64 criterion_id)
{
  g_autoptr (BvRecord) score = bv_record_new (&bv_score_kind);

  bv_record_set_integer (score, "movement_id", bench->movement_id);
  bv_record_set_integer (score, "subject_id", subject_id);
  bv_record_set_integer (score, "criterion_id", criterion_id);
  bv_record_set_text (score, "stage", "self");
  bv_record_set_integer (score, "points", g_rand_int_range (bench->random, 0, 1001));
  g_assert_true (bv_office_save (bench->office, score, NULL));
}

static void
fill (BvBenchOffice *bench)
{
  g_assert_true (bv_history_begin (bv_office_get_history (bench->office), "Điểm", NULL));
  for (guint i = 0; i < bench->subjects->len; i++)
    for (guint k = 0; k < N_CRITERIA; k++)
      add_score (bench,
                 g_array_index (bench->subjects, gint64, i),
                 g_array_index (bench->criteria, gint64, k));
  g_assert_true (bv_history_commit (bv_office_get_history (bench->office), NULL));
}

static void
changed_cb (BvHistory *history, GPtrArray *changes, Entering *self)
{
  if (self->follows)
    g_assert_true (bv_score_sheet_apply (self->sheet, changes, NULL));
}

/* Another cell each time. */
static double
enter (Entering *self, gboolean follows)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  self->follows = follows;
  for (guint i = 0; i < CELLS; i++) {
    BvScorePlace place = { self->cell % N_PEOPLE, self->cell % N_CRITERIA, BV_STAGE_SELF };
    gint64 points = g_rand_int_range (self->bench->random, 0, 1001);
    double start = bv_bench_now (), time;

    g_assert_true (bv_score_sheet_store (self->sheet, place, points, "", NULL));
    time = bv_bench_now () - start;
    g_array_append_val (times, time);
    self->cell += 7;
  }
  return bv_bench_quantile (times, 0.5);
}

static double
enter_and_rank (gpointer data)
{
  return enter (data, TRUE);
}

static double
enter_alone (gpointer data)
{
  return enter (data, FALSE);
}

static double
read_again (gpointer data)
{
  Entering *self = data;
  double start = bv_bench_now ();
  g_autoptr (BvScoreSheet) sheet = bv_score_sheet_load (
      self->bench->office, self->bench->movement_id, NULL);

  g_assert_nonnull (sheet);
  return bv_bench_now () - start;
}

int
main (void)
{
  g_autofree char *path = NULL;
  Entering self = { 0 };

  bv_bench_init ();
  path = bv_bench_dup_scratch ("bench-scores.bangvang");
  self.bench = bv_bench_office_found (path, N_PEOPLE);
  add_criteria (self.bench);
  add_quota (self.bench);
  fill (self.bench);
  self.sheet = bv_score_sheet_load (self.bench->office, self.bench->movement_id, NULL);
  g_assert_nonnull (self.sheet);
  g_signal_connect (
      bv_office_get_history (self.bench->office), "changed", G_CALLBACK (changed_cb), &self);
  g_print ("entering a cell: %.1f ms; reading the whole sheet: %.1f ms\n",
           enter_and_rank (&self),
           read_again (&self));
  bv_bench_tell ("points into one of 2 000 × 10 cells", 50, enter_and_rank (&self), "ms");
  bv_bench_compare ("points into one of 2 000 × 10 cells, all ranked anew / stored alone",
                    4,
                    ROUNDS,
                    enter_and_rank,
                    enter_alone,
                    &self);
  g_object_unref (self.sheet);
  bv_bench_office_free (self.bench);
  return 0;
}
