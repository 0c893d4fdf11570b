/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text: comma, semicolon or tab between cells, RFC 4180 quoting. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* The limits of a sheet in Excel. */
#define BV_CSV_MAXIMUM_ROWS 1048576
#define BV_CSV_MAXIMUM_COLUMNS 16384
#define BV_CSV_MAXIMUM_CELL 32767 /* characters */

typedef struct BvCsv BvCsv;

/**
 * bv_csv_parse: reads a whole table. UTF-8 with or without a byte order mark, or UTF-16 with one;
 * the separator is the tab if the first line with any separator has one, else comma or semicolon,
 * whichever it has more of. Cells may hold quoted line breaks. Rows without any text are left out.
 * @name is the table's name in messages. Errors are %BV_ERROR_INVALID and name the line.
 */
BvCsv *bv_csv_parse (GBytes *bytes, const char *name, GError **error);
/** bv_csv_parse_separated: the same with @separator between cells, 0 to find it out. */
BvCsv *bv_csv_parse_separated (GBytes *bytes, const char *name, char separator, GError **error);
void bv_csv_free (BvCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCsv, bv_csv_free)

guint bv_csv_get_n_rows (const BvCsv *self);
/** bv_csv_get_row: the cells of @row, borrowed; rows may have different numbers of them. */
const char *const *bv_csv_get_row (const BvCsv *self, guint row, guint *n_cells);
/** bv_csv_get_line: the line of the file, from 1, in which @row begins. */
guint bv_csv_get_line (const BvCsv *self, guint row);
char bv_csv_get_separator (const BvCsv *self);

/**
 * bv_csv_append: writes one row, quoted where needed. A cell that a spreadsheet would take for a
 * formula (=, +, -, @ in front of what is not a number) gets an apostrophe before it; reading takes
 * it away again.
 */
void bv_csv_append (GString *table, const char *const *cells, guint n_cells, char separator);

G_END_DECLS
