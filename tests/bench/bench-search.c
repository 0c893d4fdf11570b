/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search in a million rows, against looking through all of them. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-query.h"
#include "bv-search.h"

#include <string.h>

#define ROUNDS 5
#define SEARCHES 40
#define SHOWN 100
#define SEED 7

typedef struct
{
  BvOffice *office;
  gint64 movement_id;
  GRand *random;
} Search;

/* One to three words as a person types them: the last one is cut after three letters. */
static char *
type_words (GRand *random)
{
  g_autofree char *words = bv_bench_office_dup_words (random, g_rand_int_range (random, 1, 4));
  char *space = strrchr (words, ' ');
  char *last = space ? space + 1 : words;
  glong length = MIN (3, g_utf8_strlen (last, -1));

  *g_utf8_offset_to_pointer (last, length) = '\0';
  return g_steal_pointer (&words);
}

static double
find_all (gpointer data)
{
  Search *self = data;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < SEARCHES; i++) {
    g_autofree char *typed = type_words (self->random);
    g_autoptr (GError) error = NULL;
    double start = bv_bench_now ();
    g_autoptr (GArray) ids = bv_search_find (
        self->office, &bv_achievement_kind, typed, SHOWN, &error);
    double time = bv_bench_now () - start;

    g_assert_no_error (error);
    g_array_append_val (times, time);
  }
  return bv_bench_quantile (times, 0.95);
}

/* What the list page does: all hits, in the order of the list. */
static double
narrow_list (gpointer data)
{
  Search *self = data;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < SEARCHES / 4; i++) {
    g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) ids = NULL;
    double start;
    double time;

    query->search = type_words (self->random);
    query->movement_id = self->movement_id;
    start = bv_bench_now ();
    ids = bv_query_run (query, self->office, &error);
    time = bv_bench_now () - start;
    g_assert_no_error (error);
    g_array_append_val (times, time);
  }
  return bv_bench_quantile (times, 0.5);
}

static double
filter_list (gpointer data)
{
  Search *self = data;
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_auto (BvValue) waiting = BV_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  double start;

  bv_value_set_text (&waiting, "waiting");
  bv_query_set_filter (query, bv_kind_find_field (&bv_achievement_kind, "status"), &waiting);
  query->movement_id = self->movement_id;
  start = bv_bench_now ();
  ids = bv_query_run (query, self->office, &error);
  g_assert_no_error (error);
  return bv_bench_now () - start;
}

static double
open_list (gpointer data)
{
  Search *self = data;
  g_autoptr (BvQuery) query = bv_query_new (&bv_achievement_kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  double start = bv_bench_now ();

  query->movement_id = self->movement_id;
  ids = bv_query_run (query, self->office, &error);
  g_assert_no_error (error);
  return bv_bench_now () - start;
}

static double
look_through (gpointer data)
{
  Search *self = data;
  gint64 n = 0;
  g_autoptr (GError) error = NULL;
  double start = bv_bench_now ();

  bv_database_query_integer (bv_office_get_database (self->office),
                             "SELECT count(*) FROM search_content WHERE c1 LIKE '%quyet dinh%'",
                             &n,
                             &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 0);
  return bv_bench_now () - start;
}

int
main (void)
{
  Search self = { 0 };
  g_autofree char *path = NULL;

  bv_bench_init ();
  path = bv_bench_office_dup_path (BV_BENCH_MILLION);
  self.office = bv_bench_office_open (path);
  self.movement_id = bv_bench_office_get_movement (self.office);
  self.random = g_rand_new_with_seed (SEED);
  bv_bench_compare ("search, p95, newest 100 of 1 000 000 rows / LIKE over all",
                    0.05,
                    ROUNDS,
                    find_all,
                    look_through,
                    &self);
  bv_bench_compare ("  list of ids narrowed by a search, all hits, median / list without",
                    0,
                    ROUNDS,
                    narrow_list,
                    open_list,
                    &self);
  bv_bench_compare ("  list of ids narrowed by a filter / list without",
                    0,
                    ROUNDS,
                    filter_list,
                    open_list,
                    &self);
  g_rand_free (self.random);
  bv_office_close (self.office, NULL);
  g_object_unref (self.office);
  return 0;
}
