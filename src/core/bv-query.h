/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a kind a list shows, and in which order. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct
{
  const BvField *field;
  BvValue value;         /* NULL value: the field is empty */
  gboolean with_members; /* the value is a department: rows of its people too */
  gboolean is_range;     /* from the value on, up to last; NULL: open at that end */
  BvValue last;
} BvFilter;

typedef struct
{
  const BvKind *kind;
  gint64 movement_id;  /* 0 = any */
  char *search;        /* as typed, nullable */
  const BvField *sort; /* NULL = the kind's default order */
  gboolean descending;
  GArray *filters; /* BvFilter, nullable */
  char *author;    /* nullable: only rows that this person was the last to add or change */
  gboolean without_evidence; /* only rows that neither a document nor a file proves */
} BvQuery;

BvQuery *bv_query_new (const BvKind *kind);
void bv_query_free (BvQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvQuery, bv_query_free)
/** bv_query_add_filter: copies @value. A filter on the same field is replaced; NULL @value pointer
 * removes it. */
void bv_query_set_filter (BvQuery *query, const BvField *field, const BvValue *value);
/** bv_query_set_department: keeps rows whose subject @field is the department @id or one of its
 * people, in the place of another filter on @field. */
void bv_query_set_department (BvQuery *query, const BvField *field, gint64 id);
/** bv_query_set_range: keeps rows whose @field lies between the days @first and @last, both
 * included and nullable; both %NULL takes the filter away. */
void bv_query_set_range (BvQuery *query, const BvField *field, const char *first, const char *last);
/** bv_query_can_lack_evidence: whether rows of @kind are proved by documents and files. */
gboolean bv_query_can_lack_evidence (const BvKind *kind);
/** bv_query_count_conditions: how many things are asked for beside movement and order. */
guint bv_query_count_conditions (const BvQuery *query);
/** bv_query_get_filter: the filter on @field, borrowed; %NULL when there is none. */
const BvFilter *bv_query_get_filter (const BvQuery *query, const BvField *field);
/** bv_query_run: ids in order (gint64), owned. */
GArray *bv_query_run (const BvQuery *query, BvOffice *office, GError **error);
/** bv_query_run_first: the first @most ids of bv_query_run() where an index has their order, all of
 * them otherwise; owned. */
GArray *bv_query_run_first (const BvQuery *query, BvOffice *office, guint most, GError **error);
/** bv_query_count: how many rows bv_query_run() would give, without putting them in order; -1 with
 * @error. */
gint64 bv_query_count (const BvQuery *query, BvOffice *office, GError **error);

G_END_DECLS
