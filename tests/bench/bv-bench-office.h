/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large offices to measure with: the same words and rows every time, written through the one door.
 */
#pragma once
#include "bv-office.h"
#include "bv-record.h"

G_BEGIN_DECLS

#define BV_BENCH_MILLION 1000000

/** BvBenchOffice: an office with one movement of six contents, and its subjects. */
typedef struct
{
  BvOffice *office;
  gint64 movement_id;
  GArray *criteria; /* gint64 */
  GArray *subjects; /* gint64: people */
  GRand *random;
} BvBenchOffice;

/** bv_bench_office_found: a new office at @path with @n_people and their pledges, and no
 * achievement yet. */
BvBenchOffice *bv_bench_office_found (const char *path, guint n_people);
/** bv_bench_office_fill: adds @n_rows achievements as one step. */
void bv_bench_office_fill (BvBenchOffice *self, guint n_rows);
/** bv_bench_office_new_row: an achievement like all others, not saved yet. */
BvRecord *bv_bench_office_new_row (BvBenchOffice *self);
/** bv_bench_office_begin: all that is saved until bv_bench_office_commit() is one step. */
void bv_bench_office_begin (BvBenchOffice *self);
void bv_bench_office_commit (BvBenchOffice *self);
/** bv_bench_office_save: the row's id. */
gint64 bv_bench_office_save (BvBenchOffice *self, BvRecord *record);
void bv_bench_office_free (BvBenchOffice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBenchOffice, bv_bench_office_free)

/** bv_bench_office_dup_path: file with @n_rows achievements, made at the first call and kept. */
char *bv_bench_office_dup_path (guint n_rows);
/** bv_bench_office_open: that file for writing, without backups; owned. */
BvOffice *bv_bench_office_open (const char *path);
/** bv_bench_office_get_movement: id of its one movement. */
gint64 bv_bench_office_get_movement (BvOffice *office);

/** bv_bench_office_dup_words: @n_words of text; the word of rank n comes up 1/n as often as the
 * first. */
char *bv_bench_office_dup_words (GRand *random, guint n_words);

G_END_DECLS
