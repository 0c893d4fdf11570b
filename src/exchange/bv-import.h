/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows from a table into the office: read and judged first, written only when accepted. */
#pragma once
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvImport BvImport;

typedef enum {
  BV_IMPORT_NEW,
  BV_IMPORT_UPDATE, /* the row is there already and gets new values; blank cells change nothing */
  BV_IMPORT_SAME,   /* the row is there already as it is in the table */
  BV_IMPORT_ERROR,
  BV_N_IMPORT_VERDICTS,
} BvImportVerdict;

/**
 * bv_import_read: reads the table @bytes (CSV or TSV, also as pasted) and judges each row. Nothing
 * is written. @movement_id is taken where the table has no column for it; 0 = none. @name is how
 * the table is called in messages and in the history: "can-bo.csv".
 * @error: the table cannot be read as one of @kind at all, with a sentence that says why.
 */
BvImport *bv_import_read (BvOffice *office,
                          const BvKind *kind,
                          gint64 movement_id,
                          GBytes *bytes,
                          const char *name,
                          GError **error);
/** bv_import_open: the same from the file @path. */
BvImport *bv_import_open (
    BvOffice *office, const BvKind *kind, gint64 movement_id, const char *path, GError **error);
void bv_import_free (BvImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImport, bv_import_free)

/** The headings of the table, and how many columns each row is shown with; borrowed. */
const char *const *bv_import_get_headings (const BvImport *self, guint *n_columns);
/** bv_import_get_field: what @column holds, %NULL when it is left out. */
const BvField *bv_import_get_field (const BvImport *self, guint column);
guint bv_import_get_n_rows (const BvImport *self);
/** bv_import_get_verdict: of row @row; @message (nullable, borrowed) says what is wrong with it,
 * with the line in the file. */
BvImportVerdict bv_import_get_verdict (const BvImport *self, guint row, const char **message);
/** bv_import_get_cell: the text that stands in the table; borrowed; "" where the row is short. */
const char *bv_import_get_cell (const BvImport *self, guint row, guint column);
guint bv_import_count (const BvImport *self, BvImportVerdict verdict);

/**
 * bv_import_commit: writes the new and changed rows as one undoable step (or as part of the open
 * one). With errors among the rows nothing is written, unless @skip_bad leaves those out.
 */
gboolean bv_import_commit (BvImport *self, gboolean skip_bad, GError **error);
/** bv_import_write_errors: the rows with errors as they were and a column “Lỗi”, to be mended and
 * imported again. */
gboolean bv_import_write_errors (const BvImport *self, const char *path, GError **error);

G_END_DECLS
