/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The condition of a query in SQL, for those who run it. */
#pragma once
#include "bv-query.h"

/* From here on the numbers of parameters are free. */
#define BV_QUERY_N_PARAMETERS 200

/** _bv_query_make_where: " WHERE …" with @more at the end; owned. */
char *_bv_query_make_where (const BvQuery *query, const char *more);
void _bv_query_bind_where (const BvQuery *query, BvStatement *statement);
gboolean _bv_query_is_blank (const char *text);
/** _bv_query_run_ordered: the ids that meet the condition, by @order (SQL); owned. */
GArray *
_bv_query_run_ordered (const BvQuery *query, BvOffice *office, const char *order, GError **error);
/** _bv_query_run_all: the ids of all rows of the kind and movement by @order (SQL), whatever else
 * the query asks for; owned, and not to be changed. */
GArray *
_bv_query_run_all (const BvQuery *query, BvOffice *office, const char *order, GError **error);
