/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two formats of an exported list share. */
#pragma once
#include "bv-list-export.h"
#include "bv-record.h"
#include "bv-replacement.h"

typedef struct
{
  char *label;          /* owned */
  const BvField *field; /* borrowed */
} BvListColumn;

struct BvListExport
{
  char *title;
  char *about;      /* nullable: short title of the movement */
  GPtrArray *lines; /* owned strings */
  GArray *columns;  /* BvListColumn */

  /* Rows: of a kind, or read by a function, or there already */
  const BvKind *kind;
  BvListRowFunc read;
  GArray *ids;   /* gint64 */
  GArray *cells; /* BvValue, row by row */

  char *fingerprint; /* nullable */
};

/** BvListCell: both borrowed. */
typedef struct
{
  const BvValue *value;
  const char *text; /* as a person reads it */
} BvListCell;

/** BvListExportFunc: one row more, a cell for each column; FALSE with @error stops. */
typedef gboolean (*BvListExportFunc) (const BvListCell *cells, gpointer data, GError **error);

/** bv_list_export_get_column: borrowed. */
const BvListColumn *bv_list_export_get_column (BvListExport *self, guint column);
/** bv_list_export_each: the rows in their order, with progress and a look at @cancellable. */
gboolean bv_list_export_each (BvListExport *self,
                              BvOffice *office,
                              BvListExportFunc func,
                              gpointer func_data,
                              BvExportProgress progress,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/** bv_list_sheet_write: the workbook. */
gboolean bv_list_sheet_write (BvListExport *self,
                              BvOffice *office,
                              BvReplacement *file,
                              BvExportProgress progress,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);
