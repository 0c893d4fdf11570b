/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import in hand: reads in a thread, judges and writes piece by piece, so that the window stays
 * alive and Cancel leaves nothing half done. */
#pragma once
#include "bv-import.h"
#include "bv-source.h"

G_BEGIN_DECLS

#define BV_TYPE_IMPORT_JOB (bv_import_job_get_type ())
G_DECLARE_FINAL_TYPE (BvImportJob, bv_import_job, BV, IMPORT_JOB, GObject)

/* Signals: "changed", when anything but the progress is another; "progress". */

typedef enum {
  BV_IMPORT_JOB_EMPTY, /* nothing was chosen, or it cannot be read: see the problem */
  BV_IMPORT_JOB_READING,
  BV_IMPORT_JOB_JUDGING, /* there are columns; rows are looked at */
  BV_IMPORT_JOB_READY,   /* all rows are judged, or a problem says why not */
  BV_IMPORT_JOB_WRITING,
  BV_IMPORT_JOB_DONE,
} BvImportJobState;

BvImportJob *bv_import_job_new (BvOffice *office, const BvKind *kind, gint64 movement_id);
const BvKind *bv_import_job_get_kind (BvImportJob *self);
BvOffice *bv_import_job_get_office (BvImportJob *self);

/** bv_import_job_open: reads @file. */
void bv_import_job_open (BvImportJob *self, GFile *file);
/** bv_import_job_paste: takes the cells in @text. */
void bv_import_job_paste (BvImportJob *self, const char *text);
/** bv_import_job_choose_sheet: reads another sheet of the workbook. */
void bv_import_job_choose_sheet (BvImportJob *self, guint sheet);
/** bv_import_job_set_heading: the headings stand in @n_rows rows from row @first; 0 rows: none. */
void bv_import_job_set_heading (BvImportJob *self, guint first, guint n_rows);
void bv_import_job_set_field (BvImportJob *self, guint column, const BvField *field);
void bv_import_job_set_converting (BvImportJob *self, gboolean converting);
void bv_import_job_set_with_hidden (BvImportJob *self, gboolean with_hidden);
void bv_import_job_decide (BvImportJob *self, guint row, gint64 id);
/** bv_import_job_write: writes what is good, and the rest to a table of errors. */
void bv_import_job_write (BvImportJob *self);
/** bv_import_job_cancel: stops what is going on; a step that was being written is taken back. */
void bv_import_job_cancel (BvImportJob *self);

BvImportJobState bv_import_job_get_state (BvImportJob *self);
/** bv_import_job_get_problem: why it does not go on; %NULL when it does. Borrowed. */
const char *bv_import_job_get_problem (BvImportJob *self);
double bv_import_job_get_progress (BvImportJob *self);
/* All nullable until there is one; borrowed. */
BvSource *bv_import_job_get_source (BvImportJob *self);
guint bv_import_job_get_sheet (BvImportJob *self);
BvTable *bv_import_job_get_table (BvImportJob *self);
const BvImportColumns *bv_import_job_get_columns (BvImportJob *self);
BvImport *bv_import_job_get_import (BvImportJob *self);
/** bv_import_job_get_encoding: the old encoding that the text seems to be in, and whether it is
 * converted. */
BvLegacy bv_import_job_get_encoding (BvImportJob *self, gboolean *converting);
/** bv_import_job_dup_sample: a text as it stands there, and as it will be; owned. */
char *bv_import_job_dup_sample (BvImportJob *self, char **converted);
gboolean bv_import_job_get_with_hidden (BvImportJob *self);
/** bv_import_job_count_writable: rows that writing would put into the office. */
guint bv_import_job_count_writable (BvImportJob *self);
/** bv_import_job_get_errors_file: where bad rows went; %NULL when there were none. */
GFile *bv_import_job_get_errors_file (BvImportJob *self);

G_END_DECLS
