/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proposals of a movement counted by unit, award form and standing. */
#pragma once
#include "bv-sheet.h"

G_BEGIN_DECLS

typedef enum {
  BV_COUNT_COLLECTIVES,
  BV_COUNT_INDIVIDUALS,
  BV_COUNT_MEN,
  BV_COUNT_WOMEN,
  BV_COUNT_LEADERS,
  BV_COUNT_STAFF,
  BV_N_COUNTS,
} BvCount;

/** BvSummaryLine: @forms counts by award form and is there for units alone. */
typedef struct
{
  char *name;
  guint counts[BV_N_COUNTS];
  GArray *forms; /* guint, nullable */
} BvSummaryLine;

/** BvSummaryCount: units and forms count what is proposed; standings count all. */
typedef struct
{
  GPtrArray *units;     /* BvSummaryLine */
  GPtrArray *forms;     /* BvSummaryLine */
  GPtrArray *standings; /* BvSummaryLine */
} BvSummaryCount;

/** bv_summary_count_load: what the sheets of @book with proposals hold. */
BvSummaryCount *bv_summary_count_load (BvBook *book, GError **error);
void bv_summary_count_free (BvSummaryCount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSummaryCount, bv_summary_count_free)
/** bv_summary_count_get_form: how many of @line are proposed for form number @form. */
guint bv_summary_count_get_form (const BvSummaryLine *line, guint form);
guint bv_summary_count_get_total (const BvSummaryLine *line);

G_END_DECLS
