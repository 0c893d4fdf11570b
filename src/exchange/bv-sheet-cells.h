/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the XML of one sheet to a table. */
#pragma once
#include "bv-sheet-strings.h"
#include "bv-sheet-styles.h"
#include "bv-table.h"

G_BEGIN_DECLS

/** BvSheetBook: what the sheets of a workbook share; all borrowed. */
typedef struct
{
  BvPackage *package;
  BvSheetStrings *strings; /* nullable */
  BvSheetStyles *styles;   /* nullable */
  gboolean date_1904;      /* day 0 is 01/01/1904 */
} BvSheetBook;

/** bv_sheet_cells_read: the cells of @part; @table is called @name. */
BvTable *bv_sheet_cells_read (const BvSheetBook *book,
                              const char *part,
                              const char *name,
                              GCancellable *cancellable,
                              GError **error);
/** bv_sheet_cells_format_day: day number of a sheet as text, "01/06/2024" or "01/06/2024 08:30";
 * owned; %NULL when there is no such day. */
char *bv_sheet_cells_format_day (double serial, gboolean date_1904);

G_END_DECLS
