/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-candidates FILE N: the office of N candidates with long texts, for those who look at what
 * leaves it. */
#include "config.h"

#include "bv-bench-candidates.h"
#include "bv-bench.h"

int
main (int argc, char **argv)
{
  g_assert (argc == 3);
  bv_bench_init ();
  bv_bench_candidates_make_long (argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
  return 0;
}
