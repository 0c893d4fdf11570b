/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going to anything in a million rows: what every single key press costs, with the rows read and
 * worded, against looking through all rows. */
#include "config.h"

#include "bv-bench-office.h"
#include "bv-bench.h"
#include "bv-catalogue.h"
#include "bv-finder.h"

#define ROUNDS 5
#define TYPED 25
#define SHOWN 5
#define SEED 7

typedef struct
{
  BvOffice *office;
  gint64 movement_id;
  GRand *random;
  GArray *all; /* double: every key press of all rounds */
} Going;

/* Words of the texts, a name that is there, or the number of a document. */
static char *
make_typed (Going *self)
{
  switch (g_rand_int_range (self->random, 0, 4)) {
  case 0:
    return g_strdup_printf ("%d/QĐ-SNgV", g_rand_int_range (self->random, 1, 3000));
  case 1:
    return g_strdup_printf ("Phòng Nghiệp vụ số %d", g_rand_int_range (self->random, 1, 100));
  default:
    return bv_bench_office_dup_words (self->random, g_rand_int_range (self->random, 1, 4));
  }
}

/* Every kind there is: some more than the window asks. */
static void
find_everywhere (BvFinder *finder, const char *typed)
{
  const BvKind *const *kinds = bv_catalogue_get_kinds ();

  for (guint i = 0; kinds[i]; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) found = bv_finder_find (finder, kinds[i], typed, SHOWN, &error);

    g_assert_no_error (error);
  }
}

static double
type_all (gpointer data)
{
  Going *self = data;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < TYPED; i++) {
    g_autofree char *typed = make_typed (self);
    g_autoptr (BvFinder) finder = bv_finder_new (self->office, self->movement_id);
    glong length = g_utf8_strlen (typed, -1);

    for (glong n = 1; n <= length; n++) {
      g_autofree char *part = g_utf8_substring (typed, 0, n);
      double start = bv_bench_now ();
      double time;

      find_everywhere (finder, part);
      time = bv_bench_now () - start;
      g_array_append_val (times, time);
    }
  }
  g_array_append_vals (self->all, times->data, times->len);
  return bv_bench_quantile (times, 0.95);
}

static double
look_through (gpointer data)
{
  Going *self = data;
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
  Going self = { 0 };
  g_autofree char *path = NULL;

  bv_bench_init ();
  path = bv_bench_office_dup_path (BV_BENCH_MILLION);
  self.office = bv_bench_office_open (path);
  self.movement_id = bv_bench_office_get_movement (self.office);
  self.random = g_rand_new_with_seed (SEED);
  self.all = g_array_new (FALSE, FALSE, sizeof (double));
  bv_bench_compare ("go to anything, p95 of key presses, 1 000 000 rows / LIKE over all",
                    0.02,
                    ROUNDS,
                    type_all,
                    look_through,
                    &self);
  bv_bench_tell ("  the same, p95", 10, bv_bench_quantile (self.all, 0.95), "ms");
  bv_bench_tell ("  the same, median", 0, bv_bench_quantile (self.all, 0.5), "ms");
  g_array_unref (self.all);
  g_rand_free (self.random);
  bv_office_close (self.office, NULL);
  g_object_unref (self.office);
  return 0;
}
