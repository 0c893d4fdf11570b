/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a table holds which field of a kind: told by the headings, changed by hand. */
#pragma once
#include "bv-kind.h"
#include "bv-table.h"

G_BEGIN_DECLS

/** BvImportColumns: where the headings stand, and the field of each column. */
typedef struct
{
  const BvKind *kind;
  guint n_above;        /* rows of titles above the headings */
  guint n_heading_rows; /* 0: there are none, as in cells that were copied */
  guint n_columns;
  char **headings;        /* joined where they stand in several rows; "" where there is none */
  const BvField **fields; /* NULL: the column is left out */
} BvImportColumns;

/**
 * bv_import_columns_find: looks for the headings in the first rows of @table, in one row or up to
 * three, and maps them by meaning: accents, case, punctuation and line breaks do not matter. Where
 * nothing is known the first row counts as headings; with @bare there are none then, and columns
 * are taken in the order of the list. An empty table is %BV_ERROR_INVALID.
 */
BvImportColumns *
bv_import_columns_find (const BvKind *kind, const BvTable *table, gboolean bare, GError **error);
/** bv_import_columns_set_rows: the headings are in @n_rows rows from row @first; maps anew. */
void
bv_import_columns_set_rows (BvImportColumns *self, const BvTable *table, guint first, guint n_rows);
/** bv_import_columns_set_field: %NULL leaves @column out. A field stands in one column only. */
void bv_import_columns_set_field (BvImportColumns *self, guint column, const BvField *field);
BvImportColumns *bv_import_columns_copy (const BvImportColumns *self);
void bv_import_columns_free (BvImportColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportColumns, bv_import_columns_free)

/** bv_import_columns_may_hold: whether @field can be filled from a table at all. */
gboolean bv_import_columns_may_hold (const BvField *field);
/** bv_import_columns_check: that no required field lacks its column. */
gboolean bv_import_columns_check (const BvImportColumns *self, GError **error);
/** bv_import_columns_check_known: that no column with a heading is left out. */
gboolean bv_import_columns_check_known (const BvImportColumns *self, GError **error);

/** bv_import_columns_dup_layout: the same for tables with the same headings. Owned. */
char *bv_import_columns_dup_layout (const BvImportColumns *self);
/** bv_import_columns_dup_choice: field names in the order of the columns, "" where left out; for
 * bv_import_columns_choose(). Owned. */
char **bv_import_columns_dup_choice (const BvImportColumns *self);
void bv_import_columns_choose (BvImportColumns *self, const char *const *choice);

G_END_DECLS
