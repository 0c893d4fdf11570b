/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What judging and writing share. */
#pragma once
#include "bv-import-match.h"
#include "bv-import-names.h"
#include "bv-import.h"
#include "bv-record.h"

G_BEGIN_DECLS

typedef struct
{
  guint table_row;
  guint8 role; /* BvImportRole */
  gboolean decided;
  gint64 decision; /* 0 = a new row */
  BvImportVerdict verdict;
  BvRecord *record;   /* owned; NULL on error */
  GArray *candidates; /* owned, nullable: gint64 */
  char *message;      /* owned, nullable */
} BvImportRow;

struct BvImport
{
  BvOffice *office;
  const BvKind *kind;
  gint64 movement_id;
  BvTable *table;
  BvImportColumns *columns;
  BvImportNames *names;
  BvImportMatch *match;
  GArray *rows; /* BvImportRow */
  guint n_judged;

  /* While writing */
  guint n_written;
  gboolean skip_bad, own_step;
};

BvImportRow *bv_import_get_row (const BvImport *self, guint row);
/** bv_import_fill: the cells of @table_row into @record; blank ones change nothing. */
gboolean bv_import_fill (BvImport *self, BvRecord *record, guint table_row, GError **error);
/** bv_import_set_row_error: with the line in front. */
void bv_import_set_row_error (BvImport *self, BvImportRow *row, const GError *error);

G_END_DECLS
