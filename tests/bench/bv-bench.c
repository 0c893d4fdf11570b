/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a piece of work against a floor taken in the same run, and prints the ratio. */
#include "config.h"

#include "bv-bench.h"

#include "bv-language.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

void
bv_bench_init (void)
{
  bv_language_init ("vi");
  setvbuf (stdout, NULL, _IOLBF, 0);
}

double
bv_bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

double
bv_bench_processor (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

double
bv_bench_quantile (GArray *values, double share)
{
  g_assert (values->len > 0);
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) (share * (values->len - 1) + 0.5));
}

static const char *
judge (double figure, double target)
{
  if (target <= 0)
    return "    ";
  return figure <= target ? "ok  " : "over";
}

static void
print_target (double target)
{
  if (target > 0)
    printf ("  target %.4g", target);
  printf ("\n");
}

void
bv_bench_compare (const char *what,
                  double target,
                  guint rounds,
                  BvBenchRun measured,
                  BvBenchRun floor,
                  gpointer data)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  double median;

  for (guint i = 0; i < rounds; i++) {
    /* by turns who comes first: what one leaves in the caches serves either */
    double first = i % 2 ? floor (data) : measured (data);
    double second = i % 2 ? measured (data) : floor (data);
    double our = i % 2 ? second : first;
    double base = i % 2 ? first : second;
    double ratio = our / base;

    g_array_append_val (ours, our);
    g_array_append_val (floors, base);
    g_array_append_val (ratios, ratio);
  }
  median = bv_bench_quantile (ratios, 0.5);
  printf ("%s %-58s %8.3f [%.3f–%.3f]  %.2f / %.2f ms",
          judge (median, target),
          what,
          median,
          bv_bench_quantile (ratios, 0),
          bv_bench_quantile (ratios, 1),
          bv_bench_quantile (ours, 0.5),
          bv_bench_quantile (floors, 0.5));
  print_target (target);
}

void
bv_bench_tell (const char *what, double target, double figure, const char *unit)
{
  printf ("%s %-58s %8.1f %s", judge (figure, target), what, figure, unit);
  print_target (target);
}

char *
bv_bench_dup_folder (void)
{
  const char *build = g_getenv ("BV_BENCH_FOLDER");
  char *folder = g_build_filename (build ? build : g_get_tmp_dir (), "bench-data", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return folder;
}

char *
bv_bench_dup_scratch (const char *name)
{
  g_autofree char *folder = bv_bench_dup_folder ();
  char *path = g_build_filename (folder, name, NULL);

  g_remove (path);
  return path;
}
