/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows from a table into the office: read and judged first, written only when accepted. */
#pragma once
#include "bv-import-columns.h"
#include "bv-office.h"

G_BEGIN_DECLS

typedef struct BvImport BvImport;

typedef enum {
  BV_IMPORT_NEW,
  BV_IMPORT_UPDATE, /* the row is there already and gets new values; blank cells change nothing */
  BV_IMPORT_SAME,   /* the row is there already as it is in the table */
  BV_IMPORT_ERROR,
  BV_IMPORT_ASK,      /* it may be one of the rows that are there: bv_import_decide() */
  BV_IMPORT_LEFT_OUT, /* no record: a total, a heading, a hidden row */
  BV_N_IMPORT_VERDICTS,
} BvImportVerdict;

typedef enum {
  BV_IMPORT_DEFAULT = 0,
  BV_IMPORT_WITH_HIDDEN = 1 << 0, /* rows that are hidden in the sheet are records too */
  BV_IMPORT_ALL_RECORDS = 1 << 1, /* every row is a record: none is looked at for being a total */
} BvImportFlags;

/**
 * bv_import_new: the rows of @table under the headings that @columns knows; none is judged yet.
 * Nothing is written. @movement_id is taken where the table has no column for it; 0 = none.
 * @error: the table cannot be read as one of the kind at all, with a sentence that says why.
 */
BvImport *bv_import_new (BvOffice *office,
                         gint64 movement_id,
                         BvTable *table,
                         const BvImportColumns *columns,
                         BvImportFlags flags,
                         GError **error);
/** bv_import_judge: judges up to @n_rows more; @left is how many are left then. */
gboolean bv_import_judge (BvImport *self, guint n_rows, guint *left, GError **error);

/** bv_import_read: the table @bytes (CSV, TSV or a workbook's first sheet), all of it judged. Every
 * heading must be known. @name is how the table is called in messages and in the history:
 * "can-bo.csv". */
BvImport *bv_import_read (BvOffice *office,
                          const BvKind *kind,
                          gint64 movement_id,
                          GBytes *bytes,
                          const char *name,
                          GError **error);
void bv_import_free (BvImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImport, bv_import_free)

/** The headings of the table, and how many columns each row is shown with; borrowed. */
const char *const *bv_import_get_headings (const BvImport *self, guint *n_columns);
/** bv_import_get_field: what @column holds, %NULL when it is left out. */
const BvField *bv_import_get_field (const BvImport *self, guint column);
guint bv_import_get_n_rows (const BvImport *self);
/** bv_import_get_line: the line of @row in the file or sheet. */
guint bv_import_get_line (const BvImport *self, guint row);
/** bv_import_get_verdict: of row @row; @message (nullable, borrowed) says what is wrong with it,
 * with the line in the file. */
BvImportVerdict bv_import_get_verdict (const BvImport *self, guint row, const char **message);
/** bv_import_get_cell: the text that stands in the table; borrowed; "" where the row is short. */
const char *bv_import_get_cell (const BvImport *self, guint row, guint column);
guint bv_import_count (const BvImport *self, BvImportVerdict verdict);

/** bv_import_get_candidates: ids of the rows that @row may mean; borrowed; %NULL when it is sure.
 */
const GArray *bv_import_get_candidates (const BvImport *self, guint row);
/** bv_import_decide: @row is the stored row @id, or a new one when it is 0. Judged anew. */
void bv_import_decide (BvImport *self, guint row, gint64 id);

/**
 * bv_import_commit: writes the new and changed rows as one undoable step (or as part of the open
 * one). With errors among the rows nothing is written, unless @skip_bad leaves those out.
 */
gboolean bv_import_commit (BvImport *self, gboolean skip_bad, GError **error);
/** The same in pieces, so that a window stays alive: begin makes a backup and opens the step, write
 * saves up to @n_rows more, end commits. bv_import_abort() leaves everything as it was. */
gboolean bv_import_begin (BvImport *self, gboolean skip_bad, GError **error);
gboolean bv_import_write (BvImport *self, guint n_rows, guint *left, GError **error);
gboolean bv_import_end (BvImport *self, GError **error);
void bv_import_abort (BvImport *self);
/** bv_import_write_errors: the rows with errors as they were and a column “Lỗi”, to be mended and
 * imported again: a workbook, or text where @path ends in .csv or .tsv. */
gboolean bv_import_write_errors (const BvImport *self, const char *path, GError **error);

G_END_DECLS
