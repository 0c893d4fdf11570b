/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of cells as people see them, wherever it comes from: a sheet, a text file, the clipboard.
 */
#pragma once
#include "bv-legacy.h"

#include <glib.h>

G_BEGIN_DECLS

/* The limits of a sheet in Excel. */
#define BV_TABLE_MAXIMUM_LINES 1048576
#define BV_TABLE_MAXIMUM_COLUMNS 16384

typedef struct BvTable BvTable;

typedef enum {
  BV_TABLE_TEXT,
  BV_TABLE_NUMBER,
  BV_TABLE_DATE, /* of a sheet; as text it reads 01/06/2024 */
  BV_TABLE_BOOLEAN,
  BV_TABLE_FAULT, /* a formula that failed: #N/A */
} BvTableType;

/** BvTableMerge: cells shown as one; all from 0, both ends included; rows are lines of the sheet
 * from 1. */
typedef struct
{
  guint top, bottom;
  guint left, right;
} BvTableMerge;

/** bv_table_new: an empty table to be filled row by row; @name is what messages call it. */
BvTable *bv_table_new (const char *name);
/** bv_table_read: a table of text: comma, semicolon or tab between cells, as in CSV and TSV files;
 * @separator 0 finds out which. Spreadsheets copy cells with tabs. Text that is no Unicode is read
 * as Windows-1252, which is how old encodings look before bv_table_convert(). */
BvTable *bv_table_read (GBytes *bytes, const char *name, char separator, GError **error);
BvTable *bv_table_ref (BvTable *self);
void bv_table_unref (BvTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTable, bv_table_unref)

/** bv_table_add_row: @line is its number in the sheet, from 1, greater than those before. A row
 * without cells leaves no trace. */
gboolean bv_table_add_row (BvTable *self, guint line, gboolean hidden, GError **error);
/** bv_table_add_cell: into the row added last, from left to right. @font is the encoding that the
 * cell's font was made for. */
gboolean bv_table_add_cell (
    BvTable *self, guint column, const char *text, BvTableType type, BvLegacy font, GError **error);
/** bv_table_intern: @text for bv_table_add_cell_interned(); owned by the table. */
const char *bv_table_intern (BvTable *self, const char *text, gssize length, GError **error);
/** bv_table_add_cell_interned: the same for @text that lives as long as the table. */
gboolean bv_table_add_cell_interned (
    BvTable *self, guint column, const char *text, BvTableType type, BvLegacy font, GError **error);
void bv_table_add_merge (BvTable *self, const BvTableMerge *merge);
/** bv_table_hold: keeps what interned text belongs to until the table is gone. */
void bv_table_hold (BvTable *self, gpointer owner, GDestroyNotify release);
/** bv_table_seal: nothing more will be added. */
void bv_table_seal (BvTable *self);

const char *bv_table_get_name (const BvTable *self);
guint bv_table_get_n_rows (const BvTable *self);
/** bv_table_get_n_columns: of the widest row. */
guint bv_table_get_n_columns (const BvTable *self);
guint bv_table_get_line (const BvTable *self, guint row);
gboolean bv_table_is_hidden (const BvTable *self, guint row);
/** bv_table_get_cell: the text, "" where there is none; in cells merged downwards the text of the
 * topmost. Borrowed. */
const char *bv_table_get_cell (const BvTable *self, guint row, guint column);
/** bv_table_get_own_cell: the same without what is merged. */
const char *bv_table_get_own_cell (const BvTable *self, guint row, guint column);
BvTableType bv_table_get_type_of (const BvTable *self, guint row, guint column);
/** bv_table_get_merge: the merged cells that (@row, @column) begins or lies in; %NULL for none. */
const BvTableMerge *bv_table_get_merge (const BvTable *self, guint row, guint column);
/** bv_table_get_separator: what stood between the cells of a table of text; 0 for a sheet. */
char bv_table_get_separator (const BvTable *self);

/** bv_table_guess: the old encoding that its fonts or its words speak for. */
BvLegacy bv_table_guess (const BvTable *self);
/** bv_table_check_unicode: fails, naming the encoding, when the text has to be converted first. */
gboolean bv_table_check_unicode (const BvTable *self, GError **error);
/** bv_table_convert: a new table in Unicode. When any font is made for @encoding, only cells in
 * such fonts are converted. */
BvTable *bv_table_convert (const BvTable *self, BvLegacy encoding);

G_END_DECLS
