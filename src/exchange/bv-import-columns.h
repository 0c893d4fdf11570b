/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a table holds which field of a kind, told by the headings. */
#pragma once
#include "bv-csv.h"
#include "bv-kind.h"

G_BEGIN_DECLS

/** BvImportColumns: the heading row found, and the field of each of its columns. */
typedef struct
{
  guint heading_row; /* rows above it are titles */
  guint n_columns;
  const BvField **fields; /* NULL: the column is left out (row numbers, blank headings) */
} BvImportColumns;

/**
 * bv_import_columns_find: maps the headings of @csv to the fields of @kind. A heading may be the
 * label in the language shown, the English label or the field name; accents, case and punctuation
 * do not matter. An unknown heading, two columns for one field and a missing required column are
 * %BV_ERROR_INVALID and named.
 */
BvImportColumns *bv_import_columns_find (const BvKind *kind, const BvCsv *csv, GError **error);
void bv_import_columns_free (BvImportColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportColumns, bv_import_columns_free)

G_END_DECLS
