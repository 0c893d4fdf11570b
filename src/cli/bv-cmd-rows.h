/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows on standard output: tab-separated for people and spreadsheets, JSON for programs. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct BvCmdRows BvCmdRows;

/** BvCmdColumn: a JSON key, and the heading (translated) it has in a table.  */
typedef struct
{
  const char *key;
  const char *heading;
} BvCmdColumn;

/** bv_cmd_rows_new: @format is "tsv" (also when %NULL) or "json"; another one is an error.
 * @columns must outlive the rows. */
BvCmdRows *
bv_cmd_rows_new (const char *format, const BvCmdColumn *columns, guint n_columns, GError **error);
gboolean bv_cmd_rows_is_json (const BvCmdRows *self);
/** Cells come in the order of the columns; the last one ends the row. */
/** bv_cmd_rows_add_text: %NULL is null in JSON and blank in a table. */
void bv_cmd_rows_add_text (BvCmdRows *self, const char *text);
void bv_cmd_rows_add_integer (BvCmdRows *self, gint64 integer);
void bv_cmd_rows_add_boolean (BvCmdRows *self, gboolean value);
void bv_cmd_rows_add_null (BvCmdRows *self);
/** bv_cmd_rows_end: what closes the list. */
void bv_cmd_rows_end (BvCmdRows *self);
void bv_cmd_rows_free (BvCmdRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCmdRows, bv_cmd_rows_free)

G_END_DECLS
