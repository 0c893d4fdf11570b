/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a piece of work against a floor taken in the same run, and prints the ratio. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/** BvBenchRun: does the work once; how long it took, in milliseconds (or any unit both sides
 * share).
 */
typedef double (*BvBenchRun) (gpointer data);

/** bv_bench_init: call it first in main(). Sets the language and a locale that formats nothing. */
void bv_bench_init (void);
/** bv_bench_now: milliseconds of a clock that all processes share. */
double bv_bench_now (void);
/** bv_bench_processor: milliseconds that this program has computed: what others do does not count.
 */
double bv_bench_processor (void);
/**
 * bv_bench_compare: runs @measured and @floor by turns, @rounds times, and prints the median of the
 * rounds' ratios with the least and the greatest, and whether it is within @target (0: none is
 * set).
 */
void bv_bench_compare (const char *what,
                       double target,
                       guint rounds,
                       BvBenchRun measured,
                       BvBenchRun floor,
                       gpointer data);
/** bv_bench_tell: prints a figure that is no ratio, such as MiB; @target as above. */
void bv_bench_tell (const char *what, double target, double figure, const char *unit);
/** bv_bench_quantile: the value below which @share (0…1) of the doubles in @values lie. */
double bv_bench_quantile (GArray *values, double share);
/** bv_bench_dup_folder: a folder beside the programs that stays between runs; owned. */
char *bv_bench_dup_folder (void);
/** bv_bench_dup_scratch: path of a file @name in that folder, which is removed if it is there. */
char *bv_bench_dup_scratch (const char *name);

G_END_DECLS
