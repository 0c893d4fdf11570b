/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offices whose people are all candidates, scored and proposed: many of them, or with texts as long
 * as their fields take. */
#pragma once
#include "bv-bench-office.h"

G_BEGIN_DECLS

/** bv_bench_candidates_make: a new office at @path with @n_people, an achievement and the
 * scores of two steps each, ranked and proposed by its quotas. */
void bv_bench_candidates_make (const char *path, guint n_people);
/** bv_bench_candidates_dup_path: such a file of @n_people, made at the first call and kept. */
char *bv_bench_candidates_dup_path (guint n_people);
/** bv_bench_candidates_make_long: the same with names of 60 letters, departments of 200, summaries
 * of 2 000 and more, notes, reasons, exceptions and a sealed session of the council. */
void bv_bench_candidates_make_long (const char *path, guint n_people);

G_END_DECLS
