/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two formats of an exported list share. */
#pragma once
#include "bv-list-export.h"
#include "bv-record.h"
#include "bv-replacement.h"

struct BvListExport
{
  const BvKind *kind;
  char *title;
  GPtrArray *lines;  /* owned strings */
  GPtrArray *fields; /* borrowed BvField */
  GArray *ids;       /* gint64 */
  char *fingerprint; /* nullable */
};

/** BvListExportFunc: one row more; FALSE with @error stops. */
typedef gboolean (*BvListExportFunc) (BvRecord *record, gpointer data, GError **error);

/** bv_list_export_each: the records in their order, with progress and a look at @cancellable. */
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
