/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables and the charts of the sheet "Tổng hợp" share. */
#pragma once
#include "bv-summary-count.h"

G_BEGIN_DECLS

/* Columns before those of the award forms; the counts begin at 2. */
enum { _BV_SUMMARY_NUMBER, _BV_SUMMARY_NAME, _BV_SUMMARY_FIRST };
#define _BV_SUMMARY_TOTAL (_BV_SUMMARY_FIRST + BV_N_COUNTS)

/* Rows of a table, as libxlsxwriter counts. */
typedef struct
{
  guint first, n;
} _BvSummaryRows;

/* Charts of units and forms below what is written, on a page of their own. */
void _bv_sheet_summary_draw (BvSheet *sheet,
                             const BvSummaryCount *count,
                             _BvSummaryRows units,
                             _BvSummaryRows forms);

G_END_DECLS
