/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many small reads under one lock. */
#pragma once
#include "bv-database.h"

G_BEGIN_DECLS

/**
 * BvReadSpan: a lock of the file costs more than reading a row, so that whoever reads thousands of
 * rows one by one holds it over many of them; but as long as it is held nobody can save, so that it
 * is given up for a moment every now and then. What is read before and after may differ.
 */
typedef struct
{
  BvDatabase *database; /* borrowed; NULL within a transaction of somebody else */
  gint64 since;         /* microseconds of the monotonic clock */
} BvReadSpan;

/** bv_read_span_begin: does nothing within a transaction. Failing to lock shows in the reads. */
void bv_read_span_begin (BvReadSpan *self, BvDatabase *database);
/** bv_read_span_breathe: between two rows; lets in who waits to save. */
void bv_read_span_breathe (BvReadSpan *self);
void bv_read_span_end (BvReadSpan *self);

G_END_DECLS
